import Conversation
import Foundation
import PseudoTerminal
import Testing

/// Leaving, however it comes about: the terminal is as it was, and the session waits at the same moment.
@Suite(.serialized, .timeLimit(.minutes(15))) struct LeavingTests {
    private func atFirstMoment() throws -> (Fixture, PtySession) {
        let fixture = try Fixture()
        let session = try fixture.start("practise", "mini")
        try session.reachMoment()
        return (fixture, session)
    }

    private func expectRestored(_ session: PtySession) {
        #expect(session.isCooked)
        #expect(!session.screen.isAlternate)
        #expect(session.screen.cursorVisible)
        #expect(!session.screen.bracketedPaste)
    }

    /// The session waits, and goes on where it was.
    private func expectResumable(_ fixture: Fixture, key: String = "o") throws {
        let before = try fixture.session()
        #expect(before.status == .open)
        let session = try fixture.start()
        try session.see("You were in the middle of “Mini parcel”.")
        session.send(key)
        #expect(try session.reachMoment() == .open)
        #expect(session.screen.text.contains("1  What must be there by Saturday?"))
        let after = try fixture.session()
        #expect(Array(after.log.prefix(before.log.count)) == before.log)
        #expect(after.front.transcript == before.front.transcript)
        try session.press("1", for: "Trust +8")
    }

    @Test func leavingAndGoingOnAtTheSameMoment() throws {
        let (fixture, session) = try atFirstMoment()
        defer { fixture.remove() }
        try session.press("q", for: "o go on at the same moment")
        #expect(session.screen.text.contains("x leave it be"))
        try session.press("o", for: "1  What must be there by Saturday?")
        session.press("q")
        session.send("q")
        #expect(session.waitExit() == 0)
        expectRestored(session)
        try expectResumable(fixture)
    }

    @Test func practisingItAgainAsksFirst() throws {
        let (fixture, session) = try atFirstMoment()
        defer { fixture.remove() }
        session.press("q")
        session.send("q")
        #expect(session.waitExit() == 0)
        let again = try fixture.start("practise", "mini")
        try again.see("You were in the middle of this conversation")
        again.send("R")
        try again.reachMoment()
        #expect(try fixture.streams().count == 2)
    }

    @Test func leftForGoodIsNotAskedAbout() throws {
        let (fixture, session) = try atFirstMoment()
        defer { fixture.remove() }
        try session.press("q", for: "x leave it be")
        session.press("x")
        #expect(!session.screen.text.contains("in the middle"))
        session.send("q")
        #expect(session.waitExit() == 0)
        let again = try fixture.start()
        try again.see("Library")
        again.settle()
        #expect(!again.screen.text.contains("in the middle"))
        try again.press("J", for: "Mini parcel  left")
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func aSignalRestoresAndKeepsTheSession(_ number: Int32) throws {
        let (fixture, session) = try atFirstMoment()
        defer { fixture.remove() }
        session.signal(number)
        #expect(session.waitExit() == -number)
        expectRestored(session)
        try expectResumable(fixture)
    }

    @Test func aShellSees128AndTheSignal() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let script = #""$0" practise mini --content "$1"; echo ended with $?"#
        let shell = try PtySession(
            "/bin/sh", ["-c", script, Fixture.program, fixture.content], env: ["HOME": fixture.home])
        try shell.reachMoment()
        let found = try Self.child(of: shell.process)
        let child = try #require(found)
        kill(child, SIGTERM)
        try shell.see("ended with \(128 + SIGTERM)")
        #expect(shell.isCooked)
    }

    private static func child(of parent: pid_t) throws -> pid_t? {
        let text = try String(contentsOfFile: "/proc/\(parent)/task/\(parent)/children", encoding: .utf8)
        return text.split(separator: " ").first.flatMap { pid_t($0) }
    }

    @Test func aClosedWindowKeepsTheSession() throws {
        let (fixture, session) = try atFirstMoment()
        defer { fixture.remove() }
        session.hangUp()
        #expect(session.waitExit() != nil)
        try expectResumable(fixture)
    }

    @Test func controlCLeavesWhereverOneIs() throws {
        let (fixture, session) = try atFirstMoment()
        defer { fixture.remove() }
        try session.press("\u{03}", for: "Library")
        session.send("\u{03}")
        #expect(session.waitExit() == 0)
        expectRestored(session)
    }
}
