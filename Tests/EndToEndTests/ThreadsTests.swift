import Conversation
import Foundation
import PseudoTerminal
import SampleScenarios
import Testing

/// Two chats at once, with the real program.
@Suite(.serialized, .timeLimit(.minutes(15))) struct ThreadsTests {
    @Test func twoChatsTakeTurns() throws {
        let fixture = try Fixture([
            "two": TwoChatsScenario.source.replacing("timeboxed-next-step", with: "own-without-blame")
                .replacing("repair-rupture", with: "own-without-blame")
        ])
        defer { fixture.remove() }
        let session = try fixture.start("practise", "two", rows: 24, columns: 80)
        try session.reachMoment()
        try session.see("Tab next")
        try session.press("\t", for: "which one is real")
        #expect(try fixture.session().frontName == "ben")
        session.signal(SIGKILL)

        // Killed while Ben's chat was in front, it goes on there.
        let again = try fixture.start("practise", "two", rows: 24, columns: 80)
        try again.see("You were in the middle")
        try again.press("\r", for: "which one is real")
        #expect(try fixture.session().threads.map(\.name) == ["main", "ben"])
    }
}
