import Conversation
import DatabaseServer
import Foundation
import Postgres
import Testing

@testable import Journal

/// The server dies and comes back: nothing acknowledged is lost or doubled, and everybody goes on by themselves.
@Suite(.enabled(if: PostgresServer.isThere, "no PostgreSQL server's programs on this machine"))
struct PostgresCrashTests {
    /// `RAPPORT_KILL_ROUNDS` sets how often, 20 if not.
    private static let rounds = ProcessInfo.processInfo.environment["RAPPORT_KILL_ROUNDS"].flatMap { Int($0) } ?? 20

    @Test(.timeLimit(.minutes(15))) func whatWasAcknowledgedSurvivesTheServer() async throws {
        let server = try PostgresServer()
        let database = try server.makeJournal(members: ["ana", "ben"])
        let stream = StreamID("room")
        let ana = try PostgresJournal(server.address("ana", database: database))
        try ana.open(NewStream(id: stream, audience: .shared(with: ["ben"]), kind: "room", openedAt: 0))
        let acknowledged = Acknowledged()
        let isOver = Flag()
        // Threads of their own: they wait for the server, and the tests' own threads are few.
        let failures = Locked<[String]>([])
        let running = Locked(2)
        for body in [
            { @Sendable in try Self.append(by: ana, to: stream, acknowledged, isOver) },
            { @Sendable in
                let ben = try PostgresJournal(server.address("ben", database: database))
                try Self.submit(by: ben, to: stream, acknowledged, isOver)
            },
        ] {
            Thread.detachNewThread {
                do { try body() } catch { failures.change { $0.append("\(error)") } }
                running.change { $0 -= 1 }
            }
        }
        for round in 0..<Self.rounds {
            let before = acknowledged.count
            // A round means something only when both have written since.
            try await waitUntil { acknowledged.count >= before + 4 || running.value < 2 }
            switch round % 3 {
            case 0:
                try server.stop()
                try server.start()
            case 1: try await killBackend(of: "ana", server, database)
            default:
                try server.stop()
                usleep(UInt32.random(in: 0..<20_000))
                try server.start()
            }
        }
        let last = acknowledged.count
        try await waitUntil { acknowledged.count >= last + 4 || running.value < 2 }
        isOver.raise()
        try await waitUntil { running.value == 0 }
        #expect(failures.value == [])

        // The last round's server may be recovering yet.
        var events: [StoredEvent] = []
        try await waitUntil {
            events = (try? ana.events(of: stream, reader: "ana")) ?? []
            return !events.isEmpty
        }
        #expect(events.map(\.sequence) == Array(1...events.count))
        let kept = events.map(\.record.payload)
        #expect(Set(kept).count == kept.count, "something was doubled")
        let known = acknowledged.all
        #expect(
            known.allSatisfy { sequence, payload in kept.indices.contains(sequence - 1) && kept[sequence - 1] == payload
            })
        #expect(known.count == kept.count)
    }

    @Test(.timeLimit(.minutes(15))) func theBellComesBack() async throws {
        let server = try PostgresServer()
        let database = try server.makeJournal(members: ["ana", "ben"])
        let ana = try PostgresJournal(server.address("ana", database: database))
        let ben = try PostgresJournal(server.address("ben", database: database))
        let stream = try ana.open(
            NewStream(id: StreamID("room"), audience: .shared(with: ["ben"]), kind: "room", openedAt: 0))
        let bell = try ben.follow(stream, as: "ben")
        #expect(bell.descriptor >= 0)
        try server.stop()
        try await waitUntil { (try? bell.drain()) == nil }
        #expect(bell.descriptor == -1)
        #expect(throws: JournalFailure.self) { try ana.events(of: stream, reader: "ana") }
        try server.start()
        try ana.append([Self.note("a")], to: stream, by: "ana", expecting: 0, term: 0, key: "k")
        try await waitUntil { (try? bell.drain())?.contains(.news) == true }
        #expect(bell.descriptor >= 0)
        #expect(try ben.events(of: stream, reader: "ben").count == 1)
        try ana.append([Self.note("b")], to: stream, by: "ana", expecting: 1, term: 0, key: "l")
        try await waitUntil { (try? bell.drain())?.contains(.news) == true }
    }

    /// kill -9 of the process that serves somebody: the server ends all others and begins anew.
    private func killBackend(of account: String, _ server: PostgresServer, _ database: String) async throws {
        let who = PostgresStatement("SELECT pid FROM pg_stat_activity WHERE usename = $1 AND datname = $2 LIMIT 1")
        var process: Int?
        try await waitUntil {
            // It may still be starting after the round before.
            let rows = try? server.connection(database: database).ask(who, [account, database])
            process = rows?.value.flatMap { Int($0) }
            return process != nil
        }
        if let process { try server.kill(process) }
    }

    private static func append(
        by journal: PostgresJournal, to stream: StreamID, _ acknowledged: Acknowledged, _ isOver: Flag
    ) throws {
        var sequence = 0
        var number = 0
        while !isOver.isRaised {
            let event = note("ana \(number)")
            do throws(JournalFailure) {
                let answer = try journal.append(
                    [event], to: stream, by: "ana", expecting: sequence, term: 0, key: "\(number)")
                acknowledged.add(answer.last, event.payload)
                sequence = answer.last
                number += 1
            } catch {
                switch error {
                case .conflict(_, let actual): sequence = actual
                case .away: usleep(2_000)
                default: throw error
                }
            }
        }
    }

    private static func submit(
        by journal: PostgresJournal, to stream: StreamID, _ acknowledged: Acknowledged, _ isOver: Flag
    ) throws {
        var number = 0
        while !isOver.isRaised {
            let event = note("ben \(number)")
            do throws(JournalFailure) {
                let answer = try journal.submit(event, to: stream, by: "ben", key: "\(number)", wallTime: 0)
                acknowledged.add(answer.last, event.payload)
                number += 1
            } catch {
                guard case .away = error else { throw error }
                usleep(2_000)
            }
        }
    }

    private static func note(_ text: String) -> EventRecord {
        EventRecord(type: "room.asked", version: 1, weight: .note, time: 0, payload: #"{"text":"\#(text)"}"#)
    }

    private func waitUntil(_ condition: () -> Bool) async throws {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .seconds(40))
        while !condition() {
            guard clock.now < end else { throw TooLate() }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private struct TooLate: Error {}
}

/// What a store said was kept, from several threads.
private final class Acknowledged: Sendable {
    private let known = Locked<[(Int, String)]>([])

    var all: [(Int, String)] { known.value }
    var count: Int { known.value.count }

    func add(_ sequence: Int, _ payload: String) { known.change { $0.append((sequence, payload)) } }
}

/// Goes up once.
private final class Flag: Sendable {
    private let value = Locked(false)

    var isRaised: Bool { value.value }

    func raise() { value.change { $0 = true } }
}

private final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var kept: Value

    init(_ value: Value) { kept = value }

    var value: Value { lock.withLock { kept } }

    func change(_ body: (inout Value) -> Void) { lock.withLock { body(&kept) } }
}
