internal import CPostgres

/// PostgreSQL's client library, looked for when it is first needed. Nothing of it is needed to build this program, or to
/// run it without a team's journal.
public final class PostgresLibrary: Sendable {
    /// Its functions. Never changed after loading.
    nonisolated(unsafe) private let table: UnsafePointer<cpostgres_library>
    var functions: cpostgres_library { table.pointee }

    /// Where it may be: by its name wherever the system looks, and where Homebrew puts it.
    public static let names: [String] = {
        #if os(macOS)
        [
            "libpq.5.dylib", "/opt/homebrew/opt/libpq/lib/libpq.5.dylib", "/usr/local/opt/libpq/lib/libpq.5.dylib",
            "/opt/homebrew/lib/libpq.5.dylib", "/usr/local/lib/libpq.5.dylib",
        ]
        #else
        ["libpq.so.5"]
        #endif
    }()

    /// Loads the library.
    ///
    /// - Parameter names: Where to look, the first that is there is taken.
    /// - Throws: `PostgresFailure.noLibrary` when there is none, with what the system said about the last.
    public init(names: [String] = PostgresLibrary.names) throws(PostgresFailure) {
        var reason = "there is nowhere to look"
        for name in names {
            var text = [CChar](repeating: 0, count: 400)
            if let table = cpostgres_load(name, &text, text.count) {
                self.table = table
                return
            }
            reason = Self.text(text)
        }
        throw .noLibrary(reason: reason)
    }

    /// Its version, such as 150018 for 15.18.
    public var version: Int { Int(functions.libVersion()) }

    /// Keeps the server's notices from being printed.
    func silence(_ connection: OpaquePointer) { cpostgres_silence(table, connection) }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
