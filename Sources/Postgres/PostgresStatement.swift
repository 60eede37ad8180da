/// Something to ask a database: SQL with `$1`, `$2` … for what is bound, never text put together from what people wrote.
public struct PostgresStatement: Sendable {
    /// The SQL.
    public let sql: String
    /// The name under which a connection keeps it prepared; nil when it is asked once.
    public let name: String?

    /// A statement; with a name it is prepared once a connection.
    public init(_ sql: String, name: String? = nil) {
        self.sql = sql
        self.name = name
    }
}

/// What a database answered.
public struct PostgresRows: Sendable {
    /// The values of each row as PostgreSQL writes them; nil for NULL.
    public var rows: [[String?]]

    /// The first row's first value.
    public var value: String? { rows.first?.first ?? nil }
}

/// A list of texts as PostgreSQL writes one of its arrays (manual, 8.15.2).
public enum PostgresList {
    /// The texts in braces, each quoted.
    public static func written(_ texts: some Sequence<String>) -> String {
        let quoted = texts.map { text in
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        return "{" + quoted.joined(separator: ",") + "}"
    }
}
