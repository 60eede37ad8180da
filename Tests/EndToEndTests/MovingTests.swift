import Foundation
import PseudoTerminal
import Testing

/// To a new machine, and away for good, with the real program.
@Suite(.serialized, .timeLimit(.minutes(15))) struct MovingTests {
    @Test func whatWasPractisedMovesToAnotherHome() throws {
        let (old, new) = (try Fixture(), try Fixture())
        defer {
            old.remove()
            new.remove()
        }
        let session = try old.start("practise", "mini")
        try session.reachMoment()
        session.say("2")
        try session.reachMoment(stopping: [.over])
        session.send("q")
        let id = try #require(try old.streams().first?.id)
        let paths = try old.run("paths")
        #expect(paths.status == 0 && paths.output.contains(old.journalFile))
        let file = old.root + "/all.backup"
        #expect(try old.run("backup", file).output.contains("1 session is in"))
        let restored = try new.run("restore", file)
        #expect(restored.status == 0 && restored.output.contains("1 session is in \(new.journalFile) now."))
        #expect(try new.streams().map(\.id) == [id])
        #expect(try new.events(of: id).map(\.record) == old.events(of: id).map(\.record))
        #expect(try new.run("forget", "\(id)").status == 0)
        #expect(try new.streams().isEmpty)
    }
}
