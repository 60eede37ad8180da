internal import CPostgres

/// Where a database is and who asks: `postgresql://ana@host/team?sslmode=verify-full`, or libpq's `key=value` words.
public struct PostgresAddress: Sendable {
    /// As it was given. May hold a password, and is never shown.
    let text: String
    /// The password in it.
    let password: String?
    /// Seconds that connecting may take, where the address says so.
    let patience: Int?
    /// Where it is, for messages: without the password.
    public let place: String

    /// Whether a text means a PostgreSQL database and not a file.
    public static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
    }

    /// Reads an address.
    ///
    /// - Throws: `PostgresFailure.badAddress` when libpq does not understand it. What libpq says about it is not
    ///   passed on: it may quote the password.
    public init(_ text: String, library: PostgresLibrary) throws(PostgresFailure) {
        guard !text.utf8.contains(0) else { throw .badAddress(reason: "there is a NUL character in it") }
        let pq = library.functions
        var said: UnsafeMutablePointer<CChar>?
        guard let options = pq.conninfoParse(text, &said) else {
            if let said { pq.freemem(said) }
            throw .badAddress(reason: "its form is postgresql://NAME@HOST/DATABASE")
        }
        defer { pq.conninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.value { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        // What stands in a port's place and is none may be a password whose @ was forgotten.
        if let port = values["port"], !port.allSatisfy({ $0.isNumber || $0 == "," }) {
            throw .badAddress(reason: "its port is not a number; its form is postgresql://NAME@HOST/DATABASE")
        }
        self.text = text
        password = values["password"].flatMap { $0.isEmpty ? nil : $0 }
        patience = values["connect_timeout"].flatMap { Int($0) }.flatMap { $0 > 0 ? min(60, $0) : nil }
        let user = values["user"].map { "\($0)@" } ?? ""
        let port = values["port"].map { ":\($0)" } ?? ""
        place = "postgresql://\(user)\(values["host"] ?? values["hostaddr"] ?? "")\(port)/\(values["dbname"] ?? "")"
    }

    /// What libpq says, on one line, without its hints (they begin with a tab) and without the password.
    func redacted(_ message: String) -> String {
        let line = message.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("\t") }
            .map { $0.last == "." ? $0.dropLast() : $0 }
            .joined(separator: "; ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let password, line.contains(password) else { return line }
        return line.split(separator: password, omittingEmptySubsequences: false).joined(separator: "…")
    }
}
