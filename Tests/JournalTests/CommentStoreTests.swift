import Conversation
import Foundation
import GRDB
import Testing

@testable import Journal

@Suite("Sharing a session, and what is said about it") struct CommentStoreTests {
    private func comment(_ text: String, by author: String, replyTo: Int? = nil) throws -> EventRecord {
        try TimedEvent(
            time: 5, event: .commented(Commented(moment: 0, author: author, text: text, replyTo: replyTo))
        ).record()
    }

    private func raw(_ type: String, _ payload: String, weight: EventRecord.Weight = .note) -> EventRecord {
        EventRecord(type: type, version: 1, weight: weight, time: 3, payload: payload)
    }

    /// Everything that a learner writes for themselves, between two lines.
    private func shared(_ journal: Journal, with audience: Audience = .shared(with: ["Sam"])) throws -> StreamID {
        let stream = try journal.begin("one", owner: "Ada", audience: audience, at: 1_000)
        let own = [
            try Engine.note("my secret", isRule: false, in: Session()).record(),
            try Engine.removal(ofNote: 9, in: Session()).record(),
            try Engine.checkIn(.before, intention: "my secret", confidence: 11, in: Session()).record(),
            raw("promptAnswered", #"{"answer":"my secret"}"#), raw("outputKept", #"{"title":"my secret"}"#),
            raw("reflected", #"{"text":"my secret"}"#), raw("hearingCorrected", #"{"text":"my secret"}"#),
        ]
        try journal.append(
            lines("hello") + own + lines("goodbye"), to: stream, expecting: 0, term: 0, key: "1")
        return stream
    }

    @Test func whatTheOwnerWroteForThemselvesIsGivenToNobodyElse() throws {
        let journal = try Journal(.memory)
        let stream = try shared(journal)
        let own = try journal.events(of: stream, reader: "Ada")
        #expect(Set(own.map(\.record.type)).isSuperset(of: EventRecord.privateTypes))
        let seen = try journal.events(of: stream, reader: "Sam")
        #expect(seen.map(\.sequence) == [1, 9])
        #expect(!seen.contains { $0.record.payload.contains("secret") })
        #expect(try journal.events(of: stream, reader: "Kim").isEmpty)
        try journal.setAudience(.room, of: stream, by: "Ada")
        #expect(try journal.events(of: stream, reader: "Kim").map(\.sequence) == [1, 9])
        try journal.setAudience(.private, of: stream, by: "Ada")
        #expect(try journal.events(of: stream, reader: "Sam").isEmpty)
        #expect(throws: JournalFailure.self) { try journal.setAudience(.room, of: stream, by: "Sam") }
    }

    @Test func theFoldKeepsItsNumbersWhereEventsAreLeftOut() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("one", owner: "Ada", audience: .room)
        let note = try Engine.note("my secret", isRule: false, in: Session()).record()
        try journal.append([note, note], to: stream, expecting: 0, term: 0, key: "1")
        try journal.submit(try comment("Why?", by: "Sam"), to: stream, by: "Sam", key: "1", wallTime: 7)
        let session = Session(replaying: try journal.events(of: stream, reader: "Sam").log(of: "Ada"))
        #expect(session.sequence == 3)
        #expect(session.comments.all.map(\.sequence) == [3])
        #expect(session.learner.notes.isEmpty)
        #expect(!session.isReadOnly)
    }

    @Test func nobodySpeaksInAnothersNameOrAddsAnythingButComments() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("one", owner: "Ada", audience: .room)
        try journal.submit(try comment("I am Ada", by: "Ada"), to: stream, by: "Sam", key: "1", wallTime: 7)
        let note = try Engine.note("not hers", isRule: false, in: Session()).record()
        try journal.submit(note, to: stream, by: "Sam", key: "2", wallTime: 8)
        try journal.submit(try comment("Mine", by: "Sam"), to: stream, by: "Sam", key: "3", wallTime: 9)
        let removal = TimedEvent(time: 9, event: .commentRemoved(CommentRemoved(comment: 3, author: "Sam")))
        try journal.submit(try removal.record(), to: stream, by: "Kim", key: "4", wallTime: 10)
        let session = Session(replaying: try journal.events(of: stream, reader: "Ada").log(of: "Ada"))
        #expect(session.sequence == 4)
        #expect(session.comments.all.map(\.written.text) == ["Mine"])
        #expect(session.learner.notes.isEmpty)
        #expect(try journal.notebook(owner: "Ada").isEmpty)
        #expect(try journal.newComments(for: "Ada").map(\.author) == ["Sam"])
        #expect(throws: JournalFailure.self) {
            try journal.submit(
                raw("replied", "{}", weight: .state), to: stream, by: "Sam", key: "5", wallTime: 11)
        }
    }

    @Test func sharedSessionsAreFoundByTitleAndNameAndNeverByNotes() throws {
        let journal = try Journal(.memory)
        _ = try shared(journal)
        try journal.begin("two", owner: "Bo", audience: .room, at: 2_000)
        try journal.begin("three", owner: "Bo", at: 3_000)
        try journal.begin("own", owner: "Sam", audience: .room, at: 4_000)
        let page = try journal.shared(with: "Sam")
        #expect(page.entries.map(\.summary.id.rawValue) == ["two", "one"])
        #expect(page.isShared && page.entries.allSatisfy { $0.notes == 0 })
        #expect(try journal.shared(with: "Sam", matching: "ADA title").entries.map(\.summary.id.rawValue) == ["one"])
        #expect(try journal.shared(with: "Sam", matching: "secret").total == 0)
        #expect(try journal.shared(with: "Kim").entries.map(\.summary.id.rawValue) == ["own", "two"])
        #expect(try journal.shared(with: "Sam", offset: 1, limit: 1).entries.map(\.summary.id.rawValue) == ["one"])
        #expect(try journal.history(owner: "Sam").total == 1)
        #expect(try journal.audience(of: StreamID("one"), by: "Ada") == .shared(with: ["Sam"]))
        #expect(throws: JournalFailure.unknownStream(StreamID("one"))) {
            try journal.audience(of: StreamID("one"), by: "Sam")
        }
    }

    @Test func commentsAreNewUntilOneHasLooked() throws {
        let folder = try TestFolder()
        let journal = try Journal(.file(folder.file))
        let stream = try shared(journal, with: .room)
        #expect(try journal.newComments(for: "Ada").isEmpty)
        try journal.submit(try comment("Why?", by: "Sam"), to: stream, by: "Sam", key: "1", wallTime: 7)
        try journal.submit(try comment("And then?", by: "Sam"), to: stream, by: "Sam", key: "2", wallTime: 8)
        let told = NewComment(stream: stream, title: "Title of one", owner: "Ada", author: "Sam")
        #expect(try journal.newComments(for: "Ada") == [told])
        #expect(try journal.newComments(for: "Sam").isEmpty, "one's own are no news")
        #expect(try journal.newComments(for: "Kim").isEmpty, "Kim has nothing to do with it")
        try journal.look(at: stream, as: "Ada")
        #expect(try journal.newComments(for: "Ada").isEmpty)

        // Who has commented hears of what others say there, as long as they may read it.
        try journal.submit(
            try comment("I was in a hurry.", by: "Ada", replyTo: 10), to: stream, by: "Ada", key: "3", wallTime: 9)
        #expect(try journal.newComments(for: "Sam").map(\.author) == ["Ada"])
        let removal = TimedEvent(time: 9, event: .commentRemoved(CommentRemoved(comment: 12, author: "Ada")))
        try journal.submit(try removal.record(), to: stream, by: "Ada", key: "4", wallTime: 10)
        #expect(try journal.newComments(for: "Sam").isEmpty, "what was taken out is no news")
        try journal.rebuildHistory()
        #expect(try journal.newComments(for: "Ada").isEmpty, "what was looked at stays so")
        try journal.submit(try comment("One more.", by: "Sam"), to: stream, by: "Sam", key: "5", wallTime: 11)
        try journal.rebuildHistory()
        #expect(try journal.newComments(for: "Ada").map(\.author) == ["Sam"])
        try journal.setAudience(.private, of: stream, by: "Ada")
        #expect(try journal.newComments(for: "Sam").isEmpty)

        try journal.forget(stream, by: "Ada")
        #expect(try journal.newComments(for: "Ada").isEmpty)
        #expect(try folder.files(holding: "One more.").isEmpty)
        let left = try folder.bareConnection().read { db in
            try Int.fetchOne(db, sql: "SELECT (SELECT count(*) FROM comments) + (SELECT count(*) FROM looked)")
        }
        #expect(left == 0)
    }
}
