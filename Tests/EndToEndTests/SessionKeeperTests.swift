import Conversation
import Foundation
import GRDB
import Journal
import Library
import Testing

@testable import rapport

/// What is kept when the journal cannot write for a while.
@Suite struct SessionKeeperTests {
    /// A conversation of which the journal has the beginning and not yet the first reply.
    private func withReplyWaiting(in fixture: Fixture) throws -> (keeper: SessionKeeper, stream: StreamID) {
        let library = Library(folders: [fixture.content])
        let entry = try #require(library.entry("mini"))
        let scenario = try #require(try entry.load(vocabulary: try library.vocabulary()).scenario)
        let engine = Engine(scenario: scenario)
        let begun = try engine.begin(seed: 1, settings: SessionSettings(difficulty: 2))
        let path = fixture.root + "/journal.sqlite"
        var keeper = SessionKeeper(journal: try Journal(.file(path), patience: 0.01), owner: "")
        let stream = try keeper.open(scenario)
        #expect(keeper.keep(begun, in: stream) == nil)

        let other = try DatabaseQueue(path: path)
        let session = Session(replaying: begun)
        let reply = try engine.handle(.reply(0), in: session, at: session.time + 2_000)
        try other.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                #expect(keeper.keep(reply, in: stream)?.hasPrefix("Not saved") == true)
                return .rollback
            }
        }
        return (keeper, stream)
    }

    @Test func aNoteTakesAlongWhatTheJournalRefused() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        var (keeper, stream) = try withReplyWaiting(in: fixture)

        let seen = try keeper.session(stream)
        #expect(seen.moments.first?.reply != nil, "what waits is part of the session")
        let note = Engine.note("Breathe first", isRule: false, in: seen)
        #expect(keeper.keep([note], in: stream) == nil)

        var later = SessionKeeper(journal: keeper.journal, owner: "")
        let kept = try later.session(stream)
        #expect(kept.moments.first?.reply != nil)
        #expect(kept.learner.notes.map(\.written.text) == ["Breathe first"])
    }

    /// Two windows that go on with one conversation.
    @Test func whoGoesOnWithASessionHasItAndTheOtherWindowIsTold() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let library = Library(folders: [fixture.content])
        let vocabulary = try library.vocabulary()
        let entry = try #require(library.entry("mini"))
        let scenario = try #require(try entry.load(vocabulary: vocabulary).scenario)
        let engine = Engine(scenario: scenario)
        let begun = try engine.begin(seed: 1, settings: SessionSettings(difficulty: 2))
        let path = fixture.root + "/journal.sqlite"
        var one = SessionKeeper(journal: try Journal(.file(path)), owner: "")
        var other = SessionKeeper(journal: try Journal(.file(path)), owner: "")
        let stream = try one.open(scenario)
        #expect(one.keep(begun, in: stream) == nil)

        // To look back is not to go on.
        #expect(try other.session(stream).log == Session(replaying: begun).log)
        let session = try one.session(stream)
        let reply = try engine.handle(.reply(0), in: session, at: session.time + 2_000)
        #expect(one.keep(reply, in: stream) == nil)

        let taken = try other.takeUp(stream, vocabulary: vocabulary).session
        #expect(taken.log == session.log + reply)
        let note = Engine.note("Here now", isRule: false, in: taken)
        #expect(other.keep([note], in: stream) == nil)
        let late = Engine.note("In the old window", isRule: false, in: session)
        for _ in 0..<2 {
            let told = one.keep([late], in: stream)
            #expect(told?.contains("another window") == true)
            #expect(told?.contains("Go on from Home") == true)
            // One line of the smallest screen.
            #expect((told?.count ?? 0) <= 76)
        }
        #expect(other.keep([note], in: stream) == nil)
        let kept = try other.session(stream)
        #expect(kept.learner.notes.map(\.written.text) == ["Here now", "Here now"])

        // And back again, with everything that happened meanwhile.
        let back = try one.takeUp(stream, vocabulary: vocabulary).session
        #expect(back.log == kept.log)
        #expect(one.keep([Engine.note("Back", isRule: false, in: back)], in: stream) == nil)
        #expect(other.keep([note], in: stream)?.contains("another window") == true)

        // Looking back at it in the window that lost it, a note can be written again.
        other.lookAnew(at: stream)
        let seen = try other.session(stream)
        #expect(seen.learner.notes.map(\.written.text) == ["Here now", "Here now", "Back"])
        #expect(other.keep([Engine.note("Later", isRule: false, in: seen)], in: stream) == nil)
    }
}
