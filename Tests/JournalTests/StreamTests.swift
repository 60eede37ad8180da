import Testing

@testable import Journal

@Suite struct StreamTests {
    @Test func listsShowAnOwnersStreamsNewestFirst() throws {
        let journal = try Journal(.memory)
        try journal.begin("old", owner: "Ada", at: 10)
        try journal.begin("new", owner: "Ada", at: 30)
        try journal.begin("twin", owner: "Ada", at: 30)
        try journal.begin("bo", owner: "Bo", at: 20)
        try journal.open(NewStream(id: StreamID("room"), owner: "Ada", kind: "room", openedAt: 40))
        #expect(try journal.streams(owner: "Ada", kind: "session").map(\.id.rawValue) == ["twin", "new", "old"])
        #expect(try journal.streams(owner: "Ada", limit: 2).map(\.id.rawValue) == ["room", "twin"])
        #expect(try journal.streams(owner: "").isEmpty)
        let summary = try #require(try journal.streams(owner: "Bo").first)
        #expect(summary.title == "Title of bo")
        #expect(summary.scenarioSlug == "late")
        #expect(summary.openedAt == 20)
        #expect(summary.mark == StreamMark(.open))
        #expect(summary.lastSequence == 0)
    }

    @Test func continueOffersTheNewestOpenSession() throws {
        let journal = try Journal(.memory)
        #expect(try journal.unfinished(owner: "Ada") == nil)
        let older = try journal.begin("older", owner: "Ada", at: 10)
        let newer = try journal.begin("newer", owner: "Ada", at: 20)
        #expect(try journal.unfinished(owner: "Ada")?.id == newer)
        try journal.mark(StreamMark(.setAside), with: [], to: newer, expecting: 0, term: 0, key: "1")
        #expect(try journal.unfinished(owner: "Ada")?.id == older)
        #expect(try journal.unfinished(owner: "Bo") == nil)
    }

    @Test func anIDIsOpenedOnce() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("a")
        try journal.append(lines("one"), to: stream, expecting: 0, term: 0, key: "1")
        #expect(throws: JournalFailure.streamExists(stream)) { try journal.begin("a") }
        #expect(try journal.payloads(stream).count == 1)
    }

    @Test func aSourceIsArchivedOnceUnderItsHash() throws {
        let folder = try TestFolder()
        let source = ArchivedSource(
            hash: "abc",
            files: [.init(name: "scenario.yarn", text: "title: Start\n---\nHello.\n===\n"), .init(name: "b", text: "")])
        do {
            let journal = try Journal(.file(folder.file))
            try journal.begin("a", source: source)
            try journal.begin("b", source: source)
        }
        let journal = try Journal(.file(folder.file))
        #expect(try journal.source(hash: "abc") == source)
        #expect(try journal.source(hash: "other") == nil)
        #expect(try journal.streams(owner: "").map(\.scenarioHash) == ["abc", "abc"])
        let kept = try folder.bareConnection().read { try Int.fetchOne($0, sql: "SELECT count(*) FROM source_files") }
        #expect(kept == 2)
    }

    @Test func aPrivateStreamIsForItsOwnerAlone() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("a", owner: "Ada")
        try journal.append(lines("secret"), to: stream, expecting: 0, term: 0, key: "1")
        #expect(try journal.payloads(stream, reader: "Ada").count == 1)
        for other in ["Bo", "", "ada", "Ada ", "%"] {
            #expect(try journal.events(of: stream, reader: other).isEmpty)
            #expect(try journal.stream(stream, reader: other) == nil)
            #expect(try journal.streams(readableBy: other).isEmpty)
        }
    }

    @Test func aSharedStreamIsForThoseNamedAndARoomForAll() throws {
        let journal = try Journal(.memory)
        let shared = try journal.begin("a", owner: "Ada", audience: .shared(with: ["Bo", "Cy"]), at: 1)
        let room = try journal.begin("b", owner: "Ada", audience: .room, at: 2)
        for stream in [shared, room] {
            try journal.append(lines("open"), to: stream, expecting: 0, term: 0, key: "1")
        }
        #expect(try journal.payloads(shared, reader: "Bo").count == 1)
        #expect(try journal.payloads(shared, reader: "Di").isEmpty)
        #expect(try journal.payloads(room, reader: "Di").count == 1)
        #expect(try journal.streams(readableBy: "Cy").map(\.id) == [room, shared])
        #expect(try journal.streams(readableBy: "Di").map(\.id) == [room])
    }

    @Test func onlyTheOwnerChangesTheAudience() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("a", owner: "Ada")
        try journal.append(lines("secret"), to: stream, expecting: 0, term: 0, key: "1")
        #expect(throws: JournalFailure.unknownStream(stream)) {
            try journal.setAudience(.room, of: stream, by: "Bo")
        }
        #expect(try journal.payloads(stream, reader: "Bo").isEmpty)
        try journal.setAudience(.shared(with: ["Bo"]), of: stream, by: "Ada")
        #expect(try journal.payloads(stream, reader: "Bo").count == 1)
        try journal.setAudience(.private, of: stream, by: "Ada")
        #expect(try journal.payloads(stream, reader: "Bo").isEmpty)
        try journal.setAudience(.shared(with: ["Cy"]), of: stream, by: "Ada")
        #expect(try journal.payloads(stream, reader: "Bo").isEmpty)
    }

    @Test func theChangeTokenChangesWithEveryWriteAndOnlyThen() throws {
        let folder = try TestFolder()
        let mine = try Journal(.file(folder.file))
        let stream = try mine.begin("a")
        let other = try Journal(.file(folder.file))
        var token = mine.changeToken()
        #expect(mine.changeToken() == token)
        for (number, writer) in [mine, other, other, mine].enumerated() {
            try writer.append(lines("x"), to: stream, expecting: number, term: 0, key: "\(number)")
            _ = try mine.events(of: stream, reader: "")
            #expect(mine.changeToken() != token)
            token = mine.changeToken()
            #expect(mine.changeToken() == token)
        }
    }
}
