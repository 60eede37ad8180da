import PseudoTerminal
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Another program has the terminal for a while.
@Suite(.serialized, .timeLimit(.minutes(15))) struct ErrandTests {
    private func probe(lendingTo command: String) throws -> PtySession {
        let session = try startedProbe(["--errand", command])
        session.send("e\u{05}")
        return session
    }

    @Test func theTerminalIsLentAsTheShellLeftItAndTakenBack() throws {
        let note = try TemporaryFile()
        let session = try probe(
            lendingTo: "stty -a > \(note.path); test -t 0 && test -t 1 && test -t 2 && echo errand=$ERRAND; exit 3")
        try session.wait(for: "notes=lent,exited(status: 3),resumed")
        #expect(session.transcript.contains("errand=yes"))
        let settings = note.text.split(whereSeparator: { " \n;".contains($0) }).map(String.init)
        #expect(["icanon", "echo", "isig"].allSatisfy(settings.contains))
        let lent = try #require(session.transcript.split(separator: "errand=yes").first)
        #expect(lent.contains("\u{1B}[?1049l") && lent.contains("\u{1B}[?2004l"))
        #expect(session.screen.isAlternate && session.screen.bracketedPaste && !session.isCooked)
        session.send("k")
        try session.wait(for: "keys=e,k")
        session.send("\u{11}")
        #expect(session.waitExit() == 0)
        expectRestored(session)
    }

    @Test func aMissingProgramIsAReasonAndNoCrash() throws {
        let session = try startedProbe()
        session.send("m\u{05}")
        try session.wait(for: "there is no program")
        session.send("k")
        try session.wait(for: "keys=m,k")
    }

    @Test func aProgramThatIsKilledIsToldApart() throws {
        let session = try probe(lendingTo: "kill -9 $$")
        try session.wait(for: "killed(signal: 9)")
    }

    @Test func interruptAndQuitAreTheOtherProgramsAffair() throws {
        let session = try probe(
            lendingTo: "trap 'echo heard' INT; trap 'exit 5' QUIT; echo ready; while :; do sleep 0.02; done")
        try session.wait(for: "ready")
        session.send("\u{03}")
        try session.wait(for: "heard")
        session.send("\u{1C}")
        try session.wait(for: "notes=lent,exited(status: 5),resumed")
    }

    @Test func aProgramThatHandlesNoInterruptEndsAndWeDoNot() throws {
        let session = try probe(lendingTo: "echo ready; exec sleep 60")
        try session.wait(for: "ready")
        session.send("\u{03}")
        try session.wait(for: "killed(signal: 2)")
    }

    @Test func beingAskedToEndIsPassedOnAndObeyed() throws {
        let note = try TemporaryFile()
        let session = try startedProbe([
            "--save", note.path, "--errand", "trap 'exit 6' TERM; echo ready; while :; do sleep 0.02; done",
        ])
        session.send("e\u{05}")
        try session.wait(for: "ready")
        session.signal(SIGTERM)
        #expect(session.waitExit() == -SIGTERM)
        #expect(note.text.contains("exited(status: 6)"))
        expectRestored(session)
    }

    @Test func aClosedWindowEndsBoth() throws {
        let session = try probe(lendingTo: "echo ready; exec sleep 60")
        try session.wait(for: "ready")
        session.hangUp()
        let status = try #require(session.waitExit())
        #expect(status == -SIGHUP || status == 7)
    }

    @Test func anotherSizeIsNoticedAfterwards() throws {
        let session = try probe(lendingTo: "echo ready; read line; exit 0")
        try session.wait(for: "ready")
        session.resize(rows: 20, columns: 70)
        session.send("\r")
        try session.wait(for: "size=70x20")
        #expect(session.wait { $0.screen.cell(row: 19, column: 69) == "X" })
    }

    @Test(.enabled(if: access("/bin/bash", X_OK) == 0)) func controlZStopsBothAndFgContinuesBoth() throws {
        let session = try PtySession(
            "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"], env: ["PS1": "ready$ "])
        try session.wait(for: "ready$")
        session.send("\(TerminalTests.probe) --errand 'echo beg\"\"un; read line; exit 4'\r")
        try session.wait(for: "size=80x24")
        session.send("e\u{05}")
        try session.wait(for: "begun")
        session.send("\u{1A}")
        #expect(session.wait { $0.screen.text.contains("Stopped") })
        session.send("fg\r")
        #expect(session.wait { $0.screen.text.contains("fg") })
        session.send("\r")
        try session.wait(for: "exited(status: 4)")
        session.send("k")
        try session.wait(for: "keys=e,k")
    }
}
