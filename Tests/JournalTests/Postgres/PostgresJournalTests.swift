import Conversation
import DatabaseServer
import Foundation
import Postgres
import Testing

@testable import Journal

/// A team's journal as people meet it: setting up, logging in, losing the server and finding it again.
@Suite(.enabled(if: PostgresServer.isThere, "no PostgreSQL server's programs on this machine"))
struct PostgresJournalTests {
    let server: PostgresServer

    init() throws { server = try PostgresServer.shared.get() }

    @Test func settingUpTwiceChangesNothing() throws {
        let database = try server.makeJournal(members: ["ana"])
        let administration = try PostgresAdministration(server.address("postgres", database: database))
        let again = try administration.prepare(members: ["ana", "nobody-of-that-name"])
        #expect(again.formBefore == again.form && again.form == PostgresSchema.version)
        #expect(again.added == ["ana"] && again.missing == ["nobody-of-that-name"])
        let status = try administration.status()
        #expect(status.form == PostgresSchema.version && status.members.contains("ana"))
        // These are the test server's own.
        let troubles = status.troubles.filter { !$0.what.contains("trust") && !$0.what.contains("fsync") }
        #expect(troubles == [])
        #expect(status.troubles.contains { $0.what.contains("trust") })
    }

    /// Somebody who is no superuser sets it up, and is no reader of it afterwards.
    @Test func anAdministratorNeedsNoMoreThanRolesAndTheDatabase() throws {
        let name = "db" + String(UInt64.random(in: 0 ... .max), radix: 36)
        let setup = try server.connection()
        try setup.run("SET lock_timeout = 0; SELECT pg_advisory_lock(1)", within: 60_000)
        try setup.run("CREATE ROLE \"admin-\(name)\" LOGIN CREATEROLE")
        try setup.run("CREATE ROLE \"\(name)-eve\" LOGIN")
        try setup.run(
            "CREATE DATABASE \(name) OWNER \"admin-\(name)\" TEMPLATE template0 ENCODING 'UTF8'", within: 60_000)
        let administration = try PostgresAdministration(server.address("admin-\(name)", database: name))
        let outcome = try administration.prepare(members: ["\(name)-eve"])
        #expect(outcome.formBefore == 0 && outcome.added == ["\(name)-eve"])
        _ = try PostgresJournal(server.address("\(name)-eve", database: name))
        let admin = try server.connection("admin-\(name)", database: name)
        #expect(throws: PostgresFailure.self) { try admin.run("SELECT * FROM rapport.events") }
        let status = try administration.status()
        #expect(!status.troubles.contains { $0.what.contains("owner") })
        try administration.createLogin("\(name)-zoe", password: "a long one")
        #expect(try administration.status().members.contains("\(name)-zoe"))
    }

    @Test func statusSaysWhatIsWrong() throws {
        let database = try server.makeJournal(members: ["wide"])
        let setup = try server.connection(database: database)
        try setup.run("ALTER ROLE wide BYPASSRLS; ALTER TABLE rapport.events NO FORCE ROW LEVEL SECURITY")
        defer { try? setup.run("ALTER ROLE wide NOBYPASSRLS") }
        try setup.run("GRANT INSERT ON rapport.events TO rapport_member")
        let troubles = try PostgresAdministration(server.address("postgres", database: database)).status().troubles
        #expect(troubles.contains { $0.what.hasPrefix("wide is a member and may get round") })
        #expect(troubles.contains { $0.what == "The table events is read without rules." })
        #expect(troubles.contains { $0.what == "Others have rights to the table events that they do not need." })
    }

    @Test func theLoginSaysWhoAsks() throws {
        let database = try server.makeJournal(members: ["ana"])
        let journal = try PostgresJournal(server.address("ana", database: database))
        #expect(journal.account == "ana")
        let stream = try journal.open(NewStream(id: StreamID("s"), openedAt: 1))
        #expect(try journal.stream(stream, reader: "ana")?.owner == "ana")
        #expect(try journal.stream(stream, reader: "")?.owner == "ana")
        #expect(throws: JournalFailure.notYours(stream)) { try journal.events(of: stream, reader: "ben") }
        #expect(throws: JournalFailure.notYours(StreamID("t"))) {
            try journal.open(NewStream(id: StreamID("t"), owner: "ben", openedAt: 1))
        }
    }

    @Test func whoMayNotComeInIsToldWhy() throws {
        let database = try server.makeJournal(members: [])
        let setup = try server.connection()
        try setup.run("DROP ROLE IF EXISTS stranger; CREATE ROLE stranger LOGIN")
        let stranger = refusal(of: server.address("stranger", database: database))
        #expect(stranger.contains("not a member") && stranger.contains("rapport admin postgres status"))
        #expect(refusal(of: server.address("postgres", database: "template1")).contains("no journal in this database"))
        let unknown = refusal(of: server.address("no%1B[31mbody", database: database))
        #expect(unknown.contains("cannot be reached") && unknown.contains("role"))
        #expect(!unknown.unicodeScalars.contains { $0.value < 32 })
    }

    @Test func aPasswordIsNeverSaid() throws {
        let password = "hunter2-hunter2"
        for address in [
            "postgresql://ana:\(password)@/none?host=/nowhere/at/all", "postgresql://ana:\(password)@host:port/x",
            "postgres://ana:\(password)@[::1/x", "postgresql://ana:\(password)@localhost:1/x?connect_timeout=1",
            "postgresql://ana@localhost:1/x?password=\(password)&nonsense=1", "host=/nowhere password='\(password)'",
            "host=/nowhere password='\(password)", "postgresql://ana:\(password)",
        ] {
            let words = refusal(of: address)
            #expect(!words.isEmpty && !words.contains("hunter2"), "\(address)")
            if let place = try? PostgresAdministration(address).place { #expect(!place.contains("hunter2")) }
        }
        #expect(
            try PostgresAdministration("postgresql://ana:\(password)@db.example:5433/team?sslmode=require").place
                == "postgresql://ana@db.example:5433/team")
    }

    @Test func theLastOfTheCodesHoldsByTheServersClock() throws {
        let database = try server.makeJournal(members: ["ana", "ben"])
        let ana = try PostgresJournal(server.address("ana", database: database))
        let ben = try PostgresJournal(server.address("ben", database: database))
        let stream = try ana.open(NewStream(id: StreamID("s"), kind: "room", openedAt: 1))
        let now = Int(Date().timeIntervalSince1970 * 1_000)
        try ana.invite(to: stream, by: "ana", code: "RIVER-1", until: now - 1_000)
        // However early it is where the reader is.
        #expect(throws: JournalFailure.unknownCode) { try ben.join(code: "RIVER-1", as: "ben", now: 0) }
        try ana.invite(to: stream, by: "ana", code: "RIVER-1", until: now + 60_000)
        #expect(try ben.join(code: "RIVER-1", as: "ben", now: .max) == stream)
    }

    /// Notes and check-ins stay the owner's, in a stream that all may read, by function and by table.
    @Test func whatOnesOwnersWroteForThemselvesIsTheirs() throws {
        let database = try server.makeJournal(members: ["ana", "ben"])
        let ana = try PostgresJournal(server.address("ana", database: database))
        let ben = try PostgresJournal(server.address("ben", database: database))
        let stream = try ana.open(NewStream(id: StreamID("s"), audience: .room, openedAt: 1))
        let types = EventRecord.privateTypes.sorted()
        let events = (types + ["lineSpoken"]).map {
            EventRecord(type: $0, version: 1, weight: .note, time: 0, payload: "{}")
        }
        // The last of them names a reader, and then counts that.
        try ana.append(
            events + [events[0]], to: stream, by: "ana", expecting: 0, term: 0, key: "k", wallTimes: [:],
            readers: [events.count: ["ben"]], mark: nil)
        #expect(try ana.events(of: stream, reader: "ana").count == events.count)
        #expect(try ben.events(of: stream, reader: "ben").map(\.sequence) == [events.count, events.count + 1])
        let prompt = try server.connection("ben", database: database)
        let seen = try prompt.ask(PostgresStatement("SELECT sequence FROM rapport.events ORDER BY 1"))
        #expect(seen.rows == [["\(events.count)"], ["\(events.count + 1)"]])
    }

    @Test func givingOutCodesDoesNotFindThoseInUse() throws {
        let database = try server.makeJournal(members: ["ana", "ben"])
        let ana = try PostgresJournal(server.address("ana", database: database))
        let ben = try PostgresJournal(server.address("ben", database: database))
        let room = try ana.open(NewStream(id: StreamID("r"), kind: "room", openedAt: 1))
        let end = Int(Date().timeIntervalSince1970 * 1_000) + 600_000
        try ana.invite(to: room, by: "ana", code: "17", until: end)
        let own = try ben.open(NewStream(id: StreamID("own"), kind: "room", openedAt: 1))
        var found: Int?
        var wait: JournalFailure?
        for code in 0..<40 where wait == nil {
            do throws(JournalFailure) {
                try ben.invite(to: own, by: "ben", code: "\(code)", until: end)
            } catch {
                if error == .codeTaken { found = code } else { wait = error }
            }
        }
        #expect(found == nil)
        guard case .tooManyTries? = wait else { return #expect(Bool(false), "as many as one likes") }
    }

    /// What is said when this address is not let in; empty when it is.
    private func refusal(of address: String) -> String {
        do throws(JournalFailure) {
            _ = try PostgresJournal(address)
            return ""
        } catch {
            return "\(error)"
        }
    }
}

/// What can be told without a server.
struct PostgresLibraryTests {
    @Test func withoutTheLibraryItSaysWhatToInstall() throws {
        do throws(JournalFailure) {
            _ = try PostgresJournal("postgresql://ana@host/team", libraries: ["libpq-that-is-not-there.so.5"])
            #expect(Bool(false), "there is no such library")
        } catch {
            guard case .noClientLibrary = error else { return #expect(Bool(false), "\(error)") }
            let words = "\(error)"
            #expect(words.contains("apt install libpq5") && words.contains("brew install libpq"))
            #expect(words.contains("Practising alone needs nothing"))
        }
    }

    @Test func anotherLibraryIsNotTakenForIt() {
        #expect(throws: PostgresFailure.self) { try PostgresLibrary(names: ["libm.so.6", "libSystem.dylib"]) }
    }

    @Test func anAddressIsToldFromAPath() {
        #expect(PostgresJournal.isAddress("postgres://ana@host/team"))
        #expect(PostgresJournal.isAddress("postgresql:///team"))
        #expect(!PostgresJournal.isAddress("/home/ana/journal.sqlite"))
        #expect(!PostgresJournal.isAddress("postgres.sqlite"))
    }

    @Test func listsAreQuoted() {
        #expect(PostgresList.written(["a", #"b"\c"#, "", "NULL", "{,}"]) == #"{"a","b\"\\c","","NULL","{,}"}"#)
        #expect(PostgresList.written([String]()) == "{}")
    }
}
