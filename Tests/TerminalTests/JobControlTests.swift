import PseudoTerminal
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Through a shell with job control: a program without one is never stopped by Ctrl-Z.
@Suite(.serialized, .timeLimit(.minutes(15)), .enabled(if: access("/bin/bash", X_OK) == 0)) struct JobControlTests {
    @Test func controlZGivesTheTerminalBackAndTakesItAgain() throws {
        let session = try shell()
        session.send("ab")
        try session.wait(for: "keys=a,b")
        session.send("\u{1A}")
        try waitForPrompt(2, in: session)
        expectLent(session)
        session.resize(rows: 20, columns: 70)
        session.send("fg\r")
        try session.wait(for: "notes=lent,resumed")
        #expect(session.screen.text.contains("keys=a,b") && session.screen.text.contains("size=70x20"))
        #expect(session.screen.isAlternate && session.screen.bracketedPaste && !session.isCooked)
        session.send("c")
        try session.wait(for: "keys=a,b,c")
        session.send("\u{11}")
        try session.wait(for: "goodbye")
        #expect(!session.screen.isAlternate)
    }

    @Test func aStopFromOutsideGivesTheTerminalBackToo() throws {
        let session = try shell()
        let child = try #require(children(of: session.process).first)
        kill(child, SIGTSTP)
        try waitForPrompt(2, in: session)
        expectLent(session)
        session.send("fg\r")
        try session.wait(for: "notes=lent,resumed")
        #expect(session.screen.isAlternate)
    }

    @Test func aProgramContinuedAfterAHardStopPaintsEverythingAgain() throws {
        let session = try startedProbe()
        session.signal(SIGSTOP)
        let before = session.raw.count
        session.signal(SIGCONT)
        #expect(session.wait { $0.raw.count > before + 400 && $0.screen.text.contains("notes=resumed") })
        session.send("k")
        try session.wait(for: "keys=k")
    }

    private func shell() throws -> PtySession {
        let session = try PtySession(
            "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"], env: ["PS1": "ready$ "])
        try session.wait(for: "ready$")
        session.send("\(probe)\r")
        try session.wait(for: "size=80x24")
        return session
    }

    // The first prompt shows again as soon as the first screen does; the shell has the terminal with the next one.
    private func waitForPrompt(_ number: Int, in session: PtySession) throws {
        let came = session.wait {
            !$0.screen.isAlternate && $0.screen.lines.filter { $0.hasPrefix("ready$") }.count >= number
        }
        try #require(came, "prompt \(number) did not come:\n\(session.screen.text)")
    }

    private func expectLent(_ session: PtySession) {
        #expect(session.wait { $0.isCooked })
        #expect(!session.screen.isAlternate && session.screen.cursorVisible)
        #expect(!session.screen.bracketedPaste && !session.screen.reportsFocus)
    }
}
