import Conversation
import GRDB
import Testing

@testable import Journal

@Suite struct AppendingTests {
    @Test func eventsComeBackInOrderWithTheirSequences() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("a")
        #expect(
            try journal.append(lines("one", "two"), to: stream, expecting: 0, term: 0, key: "1")
                == Appended(first: 1, last: 2, wasKnown: false))
        #expect(try journal.append(lines("three"), to: stream, expecting: 2, term: 0, key: "2").last == 3)
        let events = try journal.events(of: stream, reader: "")
        #expect(events.map(\.sequence) == [1, 2, 3])
        #expect(events.map(\.record) == lines("one", "two") + lines("three"))
        #expect(try journal.events(of: stream, after: 2, reader: "").map(\.sequence) == [3])
    }

    @Test func everyFieldAndEveryByteOfAPayloadComesBack() throws {
        let folder = try TestFolder()
        let payloads = [
            "{}", #"{"a":"\u0000\n\"\\"}"#, "{\"t\":\"caf\u{E9} cafe\u{301} 👩‍👩‍👧 \u{202E}\u{FEFF}\u{FFFD}\"}",
            "'; DROP TABLE events; --",
            "{\"long\":\"\(String(repeating: "ü", count: 600_000))\"}", "",
        ]
        let records = payloads.enumerated().map { offset, payload in
            EventRecord(
                thread: "side \(offset)", type: "noteWritten", version: 7, weight: offset % 2 == 0 ? .note : .state,
                time: Int.max - offset, payload: payload)
        }
        let stream = StreamID("a")
        do {
            let journal = try Journal(.file(folder.file))
            try journal.begin("a")
            try journal.append(records, to: stream, expecting: 0, term: 0, key: "k", wallTimes: [2: 1_700_000_000_123])
        }
        let events = try Journal(.file(folder.file)).events(of: stream, reader: "")
        #expect(events.map { Array($0.record.payload.utf8) } == payloads.map { Array($0.utf8) })
        #expect(events.map(\.record) == records)
        #expect(events.map(\.wallTime) == [nil, nil, 1_700_000_000_123, nil, nil, nil])
    }

    @Test func anAppendThatExpectsAnotherSequenceIsToldTheActualOne() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("a")
        try journal.append(lines("one", "two"), to: stream, expecting: 0, term: 0, key: "1")
        for wrong in [0, 1, 3] {
            #expect(throws: JournalFailure.conflict(expected: wrong, actual: 2)) {
                try journal.append(lines("late"), to: stream, expecting: wrong, term: 0, key: "2")
            }
        }
        #expect(try journal.payloads(stream).count == 2)
    }

    @Test func whoLostTheLeadIsRefused() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("a", audience: .shared(with: ["desk", "other desk"]))
        try journal.append(lines("alone"), to: stream, expecting: 0, term: 0, key: "1")
        #expect(try journal.takeTerm(of: stream, by: "desk") == 1)
        #expect(throws: JournalFailure.staleTerm(given: 0, current: 1)) {
            try journal.append(lines("late"), to: stream, expecting: 1, term: 0, key: "2")
        }
        #expect(try journal.takeTerm(of: stream, by: "other desk") == 2)
        #expect(throws: JournalFailure.staleTerm(given: 1, current: 2)) {
            try journal.append(lines("late"), to: stream, expecting: 1, term: 1, key: "2")
        }
        #expect(throws: JournalFailure.staleTerm(given: 3, current: 2)) {
            try journal.append(lines("early"), to: stream, expecting: 1, term: 3, key: "2")
        }
        try journal.append(lines("led"), to: stream, expecting: 1, term: 2, key: "3")
        let summary = try journal.stream(stream, reader: "")
        #expect(summary?.term == 2)
        #expect(summary?.holder == "other desk")
        #expect(try journal.payloads(stream).count == 2)
    }

    @Test func theSameKeyGivesTheSameAnswerAndDoublesNothing() throws {
        let folder = try TestFolder()
        let stream = StreamID("a")
        do {
            let journal = try Journal(.file(folder.file))
            try journal.begin("a", audience: .shared(with: ["desk"]))
            try journal.begin("b")
            try journal.append(lines("one"), to: stream, expecting: 0, term: 0, key: "1")
            try journal.append(lines("two", "three"), to: stream, expecting: 1, term: 0, key: "2")
            // A key stands for an append to one stream.
            try journal.append(lines("elsewhere"), to: StreamID("b"), expecting: 0, term: 0, key: "2")
            // Even when the lead and the sequence have gone on since.
            _ = try journal.takeTerm(of: stream, by: "desk")
            try journal.append(lines("four"), to: stream, expecting: 3, term: 1, key: "3")
        }
        let journal = try Journal(.file(folder.file))
        let again = try journal.append(lines("two", "three"), to: stream, by: "", expecting: 1, term: 0, key: "2")
        #expect(again == Appended(first: 2, last: 3, wasKnown: true))
        #expect(try journal.payloads(stream).count == 4)
        #expect(throws: JournalFailure.keyTaken(key: "2")) {
            try journal.append(lines("two", "changed"), to: stream, by: "", expecting: 4, term: 1, key: "2")
        }
        #expect(try journal.payloads(stream).count == 4)
    }

    @Test func aMarkChangesWithItsEventsOrNotAtAll() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("a")
        let end = StreamMark(.ended, ending: "kept-her-trust")
        #expect(throws: JournalFailure.conflict(expected: 5, actual: 0)) {
            try journal.mark(end, with: lines("bye"), to: stream, expecting: 5, term: 0, key: "1")
        }
        #expect(try journal.unfinished(owner: "")?.mark == StreamMark(.open))
        try journal.mark(end, with: lines("bye"), to: stream, expecting: 0, term: 0, key: "1")
        let summary = try journal.stream(stream, reader: "")
        #expect(summary?.mark == end)
        #expect(summary?.isFinished == true)
        #expect(summary?.lastSequence == 1)
        #expect(try journal.unfinished(owner: "") == nil)
        let answer = try journal.mark(StreamMark(.setAside), with: [], to: stream, expecting: 1, term: 0, key: "2")
        #expect(answer == Appended(first: 2, last: 1, wasKnown: false))
        #expect(try journal.stream(stream, reader: "")?.mark == StreamMark(.setAside))
    }

    @Test func aStreamThatIsNotThereIsSaid() throws {
        let journal = try Journal(.memory)
        let nowhere = StreamID("nowhere")
        #expect(throws: JournalFailure.unknownStream(nowhere)) {
            try journal.append(lines("one"), to: nowhere, expecting: 0, term: 0, key: "1")
        }
        #expect(throws: JournalFailure.unknownStream(nowhere)) { try journal.takeTerm(of: nowhere, by: "me") }
        #expect(throws: JournalFailure.unknownStream(nowhere)) { try journal.forget(nowhere) }
    }

    @Test func aTextThatWouldBeCutShortIsRefusedWhole() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("a")
        #expect(throws: JournalFailure.unstorable(what: "payload of an event lineSpoken")) {
            try journal.append(lines("one", "t\0wo"), to: stream, expecting: 0, term: 0, key: "1")
        }
        #expect(throws: JournalFailure.unstorable(what: "session's title")) {
            try journal.open(NewStream(id: StreamID("b"), title: "x\0", openedAt: 0))
        }
        #expect(try journal.payloads(stream).isEmpty)
    }

    @Test func eventsCannotBeChangedEvenPastTheRoom() throws {
        let folder = try TestFolder()
        let journal = try Journal(.file(folder.file))
        let stream = try journal.begin("a")
        try journal.append(lines("one", "two"), to: stream, expecting: 0, term: 0, key: "1")
        let connection = try folder.bareConnection()
        for attempt in [
            "UPDATE events SET payload = 'x'", "DELETE FROM events", "DELETE FROM streams", "DELETE FROM appends",
            "INSERT OR REPLACE INTO events VALUES ('a', 1, 'main', 'x', 1, 'state', 0, 'x', NULL, NULL, 0)",
            "INSERT INTO events VALUES ('a', 4, 'main', 'x', 1, 'state', 0, 'x', NULL, NULL, 0)",
            "INSERT OR REPLACE INTO streams SELECT * FROM streams", "UPDATE streams SET owner = 'me'",
            "UPDATE streams SET term = -1", "UPDATE streams SET last_sequence = 1", "UPDATE appends SET last = 9",
        ] {
            #expect(throws: DatabaseError.self, "\(attempt)") { try connection.write { try $0.execute(sql: attempt) } }
        }
        #expect(try journal.events(of: stream, reader: "").map(\.record) == lines("one", "two"))
    }

    @Test func manyTasksShareOneJournal() async throws {
        let folder = try TestFolder()
        let journal = try Journal(.file(folder.file))
        let streams = try (0..<8).map { try journal.begin("s\($0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for stream in streams {
                group.addTask {
                    for number in 0..<25 {
                        try journal.append(
                            lines("\(number)"), to: stream, expecting: number, term: 0, key: "\(number)")
                    }
                }
            }
            try await group.waitForAll()
        }
        for stream in streams {
            #expect(try journal.payloads(stream) == (0..<25).map { #"{"text":"\#($0)"}"# })
        }
    }
}
