/// Why PostgreSQL could not be asked, or would not answer. No text in it holds a password.
public enum PostgresFailure: Error, Hashable, Sendable {
    /// PostgreSQL's client library is not on this machine, or is another than it should be.
    case noLibrary(reason: String)
    /// The address is not one that PostgreSQL's client library understands.
    case badAddress(reason: String)
    /// There is no connection, or it was lost before the answer came: whether the server did what it was asked is
    /// not known.
    case away(reason: String)
    /// The server refused, and did nothing of what it was asked.
    ///
    /// - `state`: its five characters for why (SQLSTATE, PostgreSQL's manual, appendix A).
    case refused(state: String, message: String, detail: String)
}
