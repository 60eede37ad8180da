import Conversation
import Foundation
import Synchronization
import Testing

@testable import Journal

/// Appending, keys, terms, submitting.
extension JournalConformance {
    func ordering() throws {
        let mine = try store(ann)
        let stream = try shared(mine)
        let answer = try mine.append(
            lines("one", "two"), to: stream, by: ann, expecting: 0, term: 0, key: "1", wallTimes: [1: 1_700_000_000_123]
        )
        #expect(answer == Appended(first: 1, last: 2, wasKnown: false))
        #expect(try mine.append(lines("three"), to: stream, by: ann, expecting: 2, term: 0, key: "2").last == 3)
        for (reader, connection) in [(ann, mine), (bea, try store(bea))] {
            let events = try connection.events(of: stream, reader: reader)
            #expect(events.map(\.sequence) == [1, 2, 3])
            #expect(events.map(\.author) == [ann, ann, ann])
            #expect(events.map(\.record) == lines("one", "two") + lines("three"))
            #expect(events.map(\.wallTime) == [nil, 1_700_000_000_123, nil])
            #expect(try connection.events(of: stream, after: 2, reader: reader).map(\.sequence) == [3])
            #expect(try connection.events(of: stream, after: 3, reader: reader).isEmpty)
        }
        let summary = try #require(try mine.stream(stream, reader: ann))
        #expect(summary.lastSequence == 3)
        #expect((summary.owner, summary.kind, summary.title) == (ann, "room", "A room"))
    }

    func keys() throws {
        let mine = try store(ann)
        let stream = try shared(mine)
        try mine.append(lines("one"), to: stream, by: ann, expecting: 0, term: 0, key: "1")
        let known = Appended(first: 1, last: 1, wasKnown: true)
        let again = try store(ann)
        #expect(try again.append(lines("one"), to: stream, by: ann, expecting: 0, term: 0, key: "1") == known)
        // Also when the lead and the sequence have gone on since.
        let theirs = try store(bea)
        #expect(try theirs.takeTerm(of: stream, by: bea) == 1)
        try theirs.append(lines("two"), to: stream, by: bea, expecting: 1, term: 1, key: "1")
        #expect(try mine.append(lines("one"), to: stream, by: ann, expecting: 0, term: 0, key: "1") == known)
        #expect(throws: JournalFailure.keyTaken(key: "1")) {
            try mine.append(lines("another"), to: stream, by: ann, expecting: 2, term: 1, key: "1")
        }
        #expect(throws: JournalFailure.keyTaken(key: "1")) {
            try mine.append(
                lines("one"), to: stream, by: ann, expecting: 2, term: 1, key: "1", wallTimes: [:], readers: [0: [ann]],
                mark: nil)
        }
        let asked = try theirs.submit(note("say"), to: stream, by: bea, key: "s", wallTime: now)
        #expect(try theirs.submit(note("say"), to: stream, by: bea, key: "s", wallTime: now + 5).first == asked.first)
        #expect(throws: JournalFailure.keyTaken(key: "s")) {
            try theirs.submit(note("other"), to: stream, by: bea, key: "s", wallTime: now)
        }
        #expect(try payloads(mine, stream, ann) == ["one", "two", "say"].map(text))
    }

    /// A key says nothing about what somebody else wrote under it.
    func keysOfOthers() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let stream = try shared(mine)
        let secret = note("a guess")
        try mine.append(
            [secret], to: stream, by: ann, expecting: 0, term: 0, key: "k", wallTimes: [:], readers: [0: [ann]],
            mark: nil)
        let answer = try theirs.submit(secret, to: stream, by: bea, key: "k", wallTime: now)
        #expect(answer == Appended(first: 2, last: 2, wasKnown: false))
        #expect(throws: JournalFailure.notYours(stream)) {
            try theirs.append([secret], to: stream, by: bea, expecting: 2, term: 0, key: "k2")
        }
        #expect(try payloads(theirs, stream, bea).count == 1)
    }

    func conflicts() throws {
        let mine = try store(ann)
        let stream = try begin(mine)
        try mine.append(lines("one", "two"), to: stream, by: ann, expecting: 0, term: 0, key: "1")
        for wrong in [0, 1, 3] {
            #expect(throws: JournalFailure.conflict(expected: wrong, actual: 2)) {
                try mine.append(lines("late"), to: stream, by: ann, expecting: wrong, term: 0, key: "2")
            }
        }
        #expect(try payloads(mine, stream, ann).count == 2)
    }

    func terms() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let stream = try shared(mine)
        #expect(try mine.takeTerm(of: stream, by: ann, after: 0) == 1)
        #expect(throws: JournalFailure.staleTerm(given: 0, current: 1)) {
            try theirs.takeTerm(of: stream, by: bea, after: 0)
        }
        try mine.append(lines("mine"), to: stream, by: ann, expecting: 0, term: 1, key: "1")
        #expect(try theirs.takeTerm(of: stream, by: bea, after: 1) == 2)
        #expect(throws: JournalFailure.staleTerm(given: 1, current: 2)) {
            try mine.append(lines("late"), to: stream, by: ann, expecting: 1, term: 1, key: "2")
        }
        // A term that is known is not a term that is held.
        #expect(throws: JournalFailure.notYours(stream)) {
            try mine.append(lines("guessed"), to: stream, by: ann, expecting: 1, term: 2, key: "2")
        }
        try theirs.append(lines("theirs"), to: stream, by: bea, expecting: 1, term: 2, key: "1")
        let summary = try #require(try mine.stream(stream, reader: ann))
        #expect((summary.term, summary.holder) == (2, bea))
        #expect(try payloads(mine, stream, ann) == ["mine", "theirs"].map(text))
        #expect(try mine.events(of: stream, reader: ann).map(\.author) == [ann, bea])
    }

    func racesForTheTerm() throws {
        let mine = try store(ann)
        let stream = try shared(mine)
        let rivals = try (0..<8).map { number in
            let account = number.isMultiple(of: 2) ? ann : bea
            return (account, try store(account))
        }
        for round in 0..<5 {
            let won = Mutex<[Int]>([])
            let lost = Mutex(0)
            DispatchQueue.concurrentPerform(iterations: rivals.count) { number in
                do throws(JournalFailure) {
                    let term = try rivals[number].1.takeTerm(of: stream, by: rivals[number].0, after: round)
                    won.withLock { $0.append(term) }
                } catch {
                    if case .staleTerm(given: round, current: round + 1) = error { lost.withLock { $0 += 1 } }
                }
            }
            #expect(won.withLock { $0 } == [round + 1])
            #expect(lost.withLock { $0 } == rivals.count - 1)
        }
    }

    func leadersAlone() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let stranger = try store(cy)
        let stream = try shared(mine)
        #expect(throws: JournalFailure.notYours(stream)) {
            try theirs.append(lines("no"), to: stream, by: bea, expecting: 0, term: 0, key: "1")
        }
        #expect(throws: JournalFailure.unknownStream(stream)) {
            try stranger.append(lines("no"), to: stream, by: cy, expecting: 0, term: 0, key: "1")
        }
        #expect(throws: JournalFailure.unknownStream(stream)) { try stranger.takeTerm(of: stream, by: cy) }
        #expect(try payloads(mine, stream, ann).isEmpty)
        #expect(try mine.stream(stream, reader: ann)?.term == 0)
    }

    func submissions() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let stranger = try store(cy)
        let stream = try shared(mine)
        try mine.append(lines("one"), to: stream, by: ann, expecting: 0, term: 0, key: "1")
        let moment = now
        #expect(
            try theirs.submit(note("may I"), to: stream, by: bea, key: "1", wallTime: moment)
                == Appended(first: 2, last: 2, wasKnown: false))
        // Whoever leads is told, and goes on behind it.
        #expect(throws: JournalFailure.conflict(expected: 1, actual: 2)) {
            try mine.append(lines("two"), to: stream, by: ann, expecting: 1, term: 0, key: "2")
        }
        let asked = try #require(try mine.events(of: stream, after: 1, reader: ann).first)
        #expect(asked.author == bea)
        #expect(asked.record == note("may I"))
        #expect(asked.wallTime == moment)
        #expect(throws: JournalFailure.unknownStream(stream)) {
            try stranger.submit(note("let me in"), to: stream, by: cy, key: "1", wallTime: now)
        }
        #expect(try payloads(mine, stream, ann).count == 2)
    }

    /// One leader and two others write at the same time: nothing is lost, doubled or out of order.
    func submissionsAmongAppends() throws {
        let mine = try store(ann)
        let stream = try shared(mine)
        let each = 25
        let leader = try store(ann)
        let others = [(ann, try store(ann), "x"), (bea, try store(bea), "y"), (bea, try store(bea), "z")]
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { number in
            for count in 0..<each {
                do throws(JournalFailure) {
                    guard number > 0 else {
                        try persist(leader, stream, "w\(count)")
                        continue
                    }
                    let (account, connection, name) = others[number - 1]
                    try connection.submit(
                        note("\(name)\(count)"), to: stream, by: account, key: "\(name)\(count)", wallTime: 0)
                } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
        }
        #expect(failures.withLock { $0 }.isEmpty)
        let events = try mine.events(of: stream, reader: ann)
        #expect(events.map(\.sequence) == Array(1...(4 * each)))
        for name in ["w", "x", "y", "z"] {
            let own = events.map(\.record.payload).filter { $0.hasPrefix(#"{"text":"\#(name)"#) }
            #expect(own == (0..<each).map { text("\(name)\($0)") })
        }
    }

    /// Appends one line wherever the stream is by then, as a leader does.
    private func persist(_ store: any JournalStore, _ stream: StreamID, _ name: String) throws(JournalFailure) {
        var last = try store.stream(stream, reader: ann)?.lastSequence ?? 0
        while true {
            do throws(JournalFailure) {
                try store.append(lines(name), to: stream, by: ann, expecting: last, term: 0, key: name)
                return
            } catch {
                guard case .conflict(_, let actual) = error else { throw error }
                last = actual
            }
        }
    }

    func marks() throws {
        let mine = try store(ann)
        let stream = try begin(mine)
        let end = StreamMark(.ended, ending: "kept-her-trust")
        #expect(throws: JournalFailure.conflict(expected: 5, actual: 0)) {
            try mine.append(lines("bye"), to: stream, by: ann, expecting: 5, term: 0, key: "1", mark: end)
        }
        #expect(try mine.stream(stream, reader: ann)?.mark == StreamMark(.open))
        try mine.append(lines("bye"), to: stream, by: ann, expecting: 0, term: 0, key: "1", mark: end)
        #expect(try mine.stream(stream, reader: ann)?.mark == end)
        let answer = try mine.append(
            [], to: stream, by: ann, expecting: 1, term: 0, key: "2", mark: StreamMark(.setAside))
        #expect(answer == Appended(first: 2, last: 1, wasKnown: false))
        #expect(try mine.stream(stream, reader: ann)?.mark == StreamMark(.setAside))
        #expect(try payloads(mine, stream, ann) == [text("bye")])
    }

    func unstorableText() throws {
        let mine = try store(ann)
        let stream = try shared(mine)
        let attempts: [() throws -> Void] = [
            { try mine.append(lines("t\0wo"), to: stream, by: ann, expecting: 0, term: 0, key: "1") },
            { try mine.append(lines("two"), to: stream, by: ann, expecting: 0, term: 0, key: "1\0") },
            { try mine.submit(note("t\0wo"), to: stream, by: ann, key: "1", wallTime: 0) },
            { try mine.open(NewStream(id: StreamID(UUID().uuidString), owner: ann, title: "x\0", openedAt: 0)) },
            { try mine.setAudience(.shared(with: ["b\0ea"]), of: stream, by: ann) },
            {
                try mine.append(
                    lines("two"), to: stream, by: ann, expecting: 0, term: 0, key: "1", wallTimes: [:],
                    readers: [0: ["b\0ea"]], mark: nil)
            },
        ]
        for (number, attempt) in attempts.enumerated() {
            let failure = #expect(throws: JournalFailure.self, "\(number)") { try attempt() }
            guard case .unstorable? = failure else {
                Issue.record("\(number): \(String(describing: failure))")
                continue
            }
        }
        #expect(try payloads(mine, stream, ann).isEmpty)
    }

    func limits() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let stream = try shared(mine)
        func asked(_ bytes: Int, type: String = "room.asked", weight: EventRecord.Weight = .note) -> EventRecord {
            let payload = "\"" + String(repeating: "ü", count: (bytes - 2) / 2) + "\""
            return EventRecord(type: type, version: 1, weight: weight, time: 0, payload: payload)
        }
        let most = SubmissionLimits.payload
        try theirs.submit(asked(most), to: stream, by: bea, key: "1", wallTime: 0)
        #expect(throws: JournalFailure.tooLong(what: "payload", limit: most)) {
            try theirs.submit(asked(most + 2), to: stream, by: bea, key: "2", wallTime: 0)
        }
        let long = String(repeating: "k", count: SubmissionLimits.name + 1)
        #expect(throws: JournalFailure.tooLong(what: "key", limit: SubmissionLimits.name)) {
            try theirs.submit(asked(10), to: stream, by: bea, key: long, wallTime: 0)
        }
        #expect(throws: JournalFailure.tooLong(what: "type", limit: SubmissionLimits.name)) {
            try theirs.submit(asked(10, type: long), to: stream, by: bea, key: "2", wallTime: 0)
        }
        #expect(throws: JournalFailure.notANote(type: "room.asked")) {
            try theirs.submit(asked(10, weight: .state), to: stream, by: bea, key: "2", wallTime: 0)
        }
        #expect(try theirs.stream(stream, reader: bea)?.lastSequence == 1)
        // What a leader writes is not held to that.
        try mine.append([asked(most * 4)], to: stream, by: ann, expecting: 1, term: 0, key: "1")
    }
}
