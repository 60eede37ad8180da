import Conversation
import Foundation
import PseudoTerminal
import Testing

/// Trying again, seeing both side by side, and sharing it, with the real program.
@Suite(.serialized, .timeLimit(.minutes(15))) struct CompareTests {
    private func twoAttempts(_ fixture: Fixture) throws -> PtySession {
        let session = try fixture.start("practise", "mini", rows: 40, columns: 120)
        try session.reachMoment()
        try session.press("2", for: "Trust −12")
        try session.press("r", for: "attempt 2")
        try session.press("1", for: "Trust +8")
        return session
    }

    @Test func retryAndCompare() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try twoAttempts(fixture)
        try session.press("c", for: "Comparing: Mini parcel")
        for words in ["Attempt 1", "Attempt 2, where you stand", "Trust 40, then 28", "Trust 40, then 48"] {
            #expect(session.screen.text.contains(words))
        }
        try session.press("r", for: "attempt 3")
        try session.press("1", for: "Trust +8")
        #expect(Attempts(try fixture.session().log).all.count == 3)
    }

    @Test func aConversationThatIsOverOpensAgain() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start("practise", "mini", rows: 40, columns: 120)
        try session.reachMoment()
        session.say("2")
        try session.reachMoment(stopping: [.over])
        try session.press("\r", for: "Looking back: Mini parcel")
        try session.press("c", for: "Comparing: Mini parcel")
        try session.press("r", for: "attempt 2")
        #expect(try fixture.session().status == .open)
        try session.press("1", for: "Trust +8")
        #expect(try fixture.streams().map(\.mark.status) == [.open])
    }

    @Test func sharedAndOpenedByAColleague() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try twoAttempts(fixture).press("q")
        let id = try #require(try fixture.streams().first?.id)
        let file = fixture.root + "/shared.rapport"
        let shared = try fixture.run("share", "\(id)", "--to", file, "--signed", "Sam")
        #expect(shared.status == 0)
        #expect(shared.output.contains("Left out: your notes, check-ins, answers"))
        #expect(try fixture.run("share", "\(id)", "--to", file).complaint.contains("There is already a file"))

        // Another person, who has not practised it.
        let looking = try fixture.start("open", file, "--as", "kim", rows: 40, columns: 120)
        try looking.see("Looking at: Mini parcel")
        #expect(looking.screen.text.contains("Sam"))
        looking.press("q")
        #expect(try fixture.streams(owner: "kim").isEmpty, "nothing comes into one's own history")

        let own = try fixture.start("open", file, rows: 40, columns: 120)
        try own.see("Comparing: Mini parcel")
        #expect(own.screen.text.contains("No difference."))
        try fixture.write("{\"rapport-session\":1}\n\u{1B}]0;x\u{7}", to: file)
        let refused = try fixture.run("open", file)
        #expect(refused.status == 1)
        #expect(refused.complaint.contains("Line 1 is damaged"))
    }
}
