import Foundation
import Journal
import Postgres

/// A PostgreSQL server of a test's own, in a folder of its own, on a Unix socket. It ends with the test program, however
/// that ends.
public final class PostgresServer: Sendable {
    /// The folder with the socket in it.
    public let folder: String
    private let binaries: String
    private let watcher: Process
    private let leash: Pipe
    private let output: Pipe

    /// Whether this machine has the server's programs.
    public static let isThere = folderOfBinaries() != nil

    /// One for all tests of a program that do not stop it.
    public static let shared = Result { try PostgresServer() }

    struct Failed: Error, CustomStringConvertible {
        var description: String
    }

    /// Makes a server and starts it.
    /// - Parameter waitsForDisk: what is committed is on the disk, as with a real one; tests have no need of that.
    public init(waitsForDisk: Bool = false) throws {
        guard let binaries = Self.folderOfBinaries() else { throw Failed(description: "there is no PostgreSQL here") }
        self.binaries = binaries
        // Short: the path of a socket may have 100 bytes.
        folder = "/tmp/rapport-pg-" + String(UInt32.random(in: 0 ... .max), radix: 36)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        if geteuid() == 0, chown(folder, Self.nobody, Self.nobody) != 0 {
            throw Failed(description: "the server's folder could not be given away")
        }
        leash = Pipe()
        output = Pipe()
        // It reads until the test program is gone; kill -9 of that is an end like any other.
        watcher = Self.process(
            "/bin/sh",
            [
                "-c",
                """
                cd "$1" && "$2/initdb" -D data -U postgres --auth=trust -E UTF8 --locale=C --no-sync >init.log 2>&1 &&
                cat >>data/postgresql.conf <<END
                listen_addresses = ''
                unix_socket_directories = '$1'
                max_connections = 150
                fsync = $3
                shared_buffers = 32MB
                END
                "$2/pg_ctl" -D data -w -l server.log start >>init.log 2>&1 && echo ready
                while read -r order; do
                    case $order in
                    start) "$2/pg_ctl" -D data -w -l server.log start >>init.log 2>&1 && echo done || echo failed ;;
                    kill*) kill -9 ${order#kill } 2>/dev/null; echo done ;;
                    stop) "$2/pg_ctl" -D data -m immediate stop >>init.log 2>&1 && echo done || echo failed ;;
                    esac
                done
                "$2/pg_ctl" -D data -m immediate stop >/dev/null 2>&1
                cd / && rm -rf "$1"
                """, "sh", folder, binaries, waitsForDisk ? "on" : "off",
            ])
        watcher.standardInput = leash
        watcher.standardOutput = output
        watcher.standardError = FileHandle.nullDevice
        try watcher.run()
        try? output.fileHandleForWriting.close()
        guard String(decoding: output.fileHandleForReading.availableData, as: UTF8.self).hasPrefix("ready") else {
            let log = (try? String(contentsOfFile: folder + "/init.log", encoding: .utf8)) ?? ""
            throw Failed(description: "the server did not start: \(log.suffix(600))")
        }
    }

    deinit { try? leash.fileHandleForWriting.close() }

    /// Where a login role finds a database.
    public func address(_ user: String, database: String = "postgres") -> String {
        "postgresql://\(user)@/\(database)?host=\(folder)"
    }

    /// A connection of somebody's that knows nothing of journals.
    public func connection(_ user: String = "postgres", database: String = "postgres") throws -> PostgresConnection {
        let library = try PostgresLibrary()
        let address = try PostgresAddress(address(user, database: database), library: library)
        return try PostgresClient(address, library: library).connect()
    }

    /// Makes a database with a journal, and login roles that are members of it. Its name is returned.
    public func makeJournal(members: [String] = []) throws -> String {
        let name = "db" + String(UInt64.random(in: 0 ... .max), radix: 36)
        let connection = try connection()
        try connection.run("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8'", within: 60_000)
        try connection.run("SET lock_timeout = 0; SELECT pg_advisory_lock(1)", within: 60_000)
        for member in members {
            let exists = try connection.ask(PostgresStatement("SELECT 1 FROM pg_roles WHERE rolname = $1"), [member])
            if exists.rows.isEmpty { try connection.run("CREATE ROLE \"\(member)\" LOGIN") }
        }
        let outcome = try PostgresAdministration(address("postgres", database: name)).prepare(members: members)
        guard outcome.missing.isEmpty else { throw Failed(description: "roles are missing: \(outcome.missing)") }
        return name
    }

    /// Ends the server as a power cut would.
    public func stop() throws { try order("stop") }

    /// Starts it again.
    public func start() throws { try order("start") }

    /// Kills one of the server's processes as nobody should. The server then ends all others and begins anew.
    public func kill(_ process: Int) throws { try order("kill \(process)") }

    /// What PostgreSQL's own prompt prints, errors among it, when somebody types all of `text` there.
    public func psql(_ user: String, database: String, _ text: String) throws -> Data {
        let input = folder + "/" + String(UInt64.random(in: 0 ... .max), radix: 36) + ".sql"
        try text.write(toFile: input, atomically: false, encoding: .utf8)
        chmod(input, 0o644)
        defer { try? FileManager.default.removeItem(atPath: input) }
        let process = Self.process(
            binaries + "/psql",
            ["-X", "-q", "-a", "-v", "VERBOSITY=verbose", "-f", input, address(user, database: database)])
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return bytes
    }

    /// Has the watcher do something: a server that this process started itself would hold on to its descriptors.
    private func order(_ word: String) throws {
        try leash.fileHandleForWriting.write(contentsOf: Data("\(word)\n".utf8))
        guard String(decoding: output.fileHandleForReading.availableData, as: UTF8.self).hasPrefix("done") else {
            throw Failed(description: "the server did not \(word)")
        }
    }

    private static let nobody: UInt32 = 65_534

    /// The server refuses to be run by root.
    private static func process(_ program: String, _ arguments: [String]) -> Process {
        let process = Process()
        if geteuid() == 0 {
            process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
            process.arguments =
                ["--reuid=\(nobody)", "--regid=\(nobody)", "--clear-groups", program] + arguments
        } else {
            process.executableURL = URL(fileURLWithPath: program)
            process.arguments = arguments
        }
        process.currentDirectoryURL = URL(fileURLWithPath: "/tmp")
        return process
    }

    private static func folderOfBinaries() -> String? {
        let files = FileManager.default
        var folders: [String] = []
        for parent in ["/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt", "/usr"] {
            for name in ((try? files.contentsOfDirectory(atPath: parent)) ?? []).sorted(by: >)
            where parent == "/usr/lib/postgresql" || name.hasPrefix("postgresql") || name.hasPrefix("pgsql") {
                folders.append("\(parent)/\(name)/bin")
            }
        }
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        folders += path.split(separator: ":").map(String.init)
        return folders.first { folder in
            ["initdb", "pg_ctl", "postgres", "psql"].allSatisfy { files.isExecutableFile(atPath: "\(folder)/\($0)") }
        }
    }
}
