import DatabaseServer
import Foundation
import Journal

/// Measures a live room: `rapport-bench room [--terminals 2,10,30] [--store sqlite|postgres|both] [--presses 60]`.
///
/// From a key at the agent's terminal to the frame at everybody else's that shows it. The desk, and every terminal, is a
/// process of its own; see ``RoomTerminal``. In the same run, between the presses, a bare bell and a bare disk are
/// measured, so that the machine's speed and its other work fall out of the ratio.
enum RoomBench {
    struct Options {
        var terminals = [2, 10, 30]
        var stores = ["sqlite", "postgres"]
        var presses = 60
    }

    static func run(_ arguments: some Collection<String>) throws {
        guard let options = options(arguments) else {
            return print("rapport-bench room [--terminals 2,10,30] [--store sqlite|postgres|both] [--presses 60]")
        }
        // An answer to somebody who has gone is no reason to go as well.
        signal(SIGPIPE, SIG_IGN)
        print("Key at the agent → frame at everybody else's, ms. A frame is composed with the real screens, and what a")
        print(
            "terminal would be sent is worked out; it is not sent. \(ProcessInfo.processInfo.activeProcessorCount) cores."
        )
        var isWhole = true
        for store in options.stores {
            if store == "postgres", !PostgresServer.isThere {
                print("\nPostgreSQL: its server is not installed here; not measured.")
                continue
            }
            for count in options.terminals {
                do {
                    try measure(store, terminals: count, presses: options.presses)
                } catch {
                    print("  Not measured: \(error).")
                    isWhole = false
                }
            }
        }
        if !isWhole { exit(1) }
    }

    private static func measure(_ store: String, terminals: Int, presses: Int) throws {
        let place = try store == "postgres" ? RoomPlaces.server(members: terminals) : RoomPlaces.file()
        defer { place.end() }
        var run = try RoomRun(place: place, terminals: terminals, presses: presses)
        defer { run.crew.end() }
        try run.measure()
    }

    /// The store at a file's path or a server's address.
    static func store(_ place: String) throws -> any JournalStore {
        PostgresJournal.isAddress(place) ? try PostgresJournal(place) : try Journal(.file(place))
    }

    private static func options(_ arguments: some Collection<String>) -> Options? {
        var options = Options()
        var words = arguments.makeIterator()
        while let word = words.next() {
            guard let value = words.next() else { return nil }
            switch word {
            case "--terminals":
                options.terminals = value.split(separator: ",").compactMap { Int($0) }.filter { (2...100).contains($0) }
                if options.terminals.isEmpty { return nil }
            case "--store":
                guard ["sqlite", "postgres", "both"].contains(value) else { return nil }
                if value != "both" { options.stores = [value] }
            case "--presses":
                guard let count = Int(value), count > 0 else { return nil }
                options.presses = count
            default: return nil
            }
        }
        return options
    }
}

/// Where a room is kept while it is measured; gone afterwards.
struct RoomPlaces {
    var name: String
    /// The store for an account.
    var address: (String) -> String
    /// For the bare bell.
    var bell: String
    /// For files.
    var folder: String
    var server: PostgresServer?

    static func file() throws -> RoomPlaces {
        let folder = try madeFolder()
        return RoomPlaces(
            name: "SQLite", address: { _ in folder + "/journal.sqlite" }, bell: folder, folder: folder, server: nil)
    }

    static func server(members count: Int) throws -> RoomPlaces {
        let server = try PostgresServer(waitsForDisk: true)
        let database = try server.makeJournal(members: ["desk"] + (1...count).map { "t\($0)" })
        return RoomPlaces(
            name: "PostgreSQL", address: { server.address($0, database: database) },
            bell: server.address("postgres", database: database), folder: try madeFolder(), server: server)
    }

    private static func madeFolder() throws -> String {
        let folder = "/tmp/rapport-bench-" + String(UInt32.random(in: 0 ... .max), radix: 36)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        return folder
    }

    func end() { try? FileManager.default.removeItem(atPath: folder) }

    /// How much has been written to the log before the data, bytes; nil where that cannot be told.
    func written() -> Int? {
        guard let server else {
            let status = try? FileManager.default.attributesOfItem(atPath: folder + "/journal.sqlite-wal")
            return (status?[.size] as? NSNumber)?.intValue
        }
        let asked = try? server.connection().ask(.init("SELECT (pg_current_wal_lsn() - '0/0')::bigint"))
        return asked?.value.flatMap { Int($0) }
    }
}
