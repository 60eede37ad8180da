internal import GRDBSQLite

extension Journal {
    /// The version of SQLite in use.
    public static var libraryVersion: String { String(cString: sqlite3_libversion()) }
}
