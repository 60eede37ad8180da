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
}
