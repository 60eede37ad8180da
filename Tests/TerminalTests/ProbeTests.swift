import PseudoTerminal
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

let probe = productsDirectory() + "/terminal-probe"

/// The probe on a terminal, its first frame drawn.
func startedProbe(
    _ arguments: [String] = [], env: [String: String] = [:], rows: Int = 24, columns: Int = 80
) throws -> PtySession {
    let session = try PtySession(probe, arguments, env: env, rows: rows, columns: columns)
    try session.wait(for: "size=\(columns)x\(rows)")
    // A large frame comes in several pieces; its last cell is drawn last, then the cursor goes to its place.
    session.wait { $0.screen.cell(row: rows - 1, column: columns - 1) == "X" && $0.screen.row == 2 }
    return session
}

/// Everything a program may leave switched on is off again.
func expectRestored(_ session: PtySession, _ where: SourceLocation = #_sourceLocation) {
    let screen = session.screen
    #expect(!screen.isAlternate, "the second screen is still shown", sourceLocation: `where`)
    #expect(screen.cursorVisible, "the cursor is hidden", sourceLocation: `where`)
    #expect(!screen.bracketedPaste && !screen.reportsFocus, "a mode is still on", sourceLocation: `where`)
    #expect(screen.mouseModes == [] && screen.distinctKeys == 0, "a mode is still on", sourceLocation: `where`)
    #expect(screen.cursorShape == 0 && screen.title == "usual" && !screen.isHeld, sourceLocation: `where`)
    #expect(session.isCooked, "the terminal is still raw", sourceLocation: `where`)
    #expect(screen.unknown == [], sourceLocation: `where`)
}

@Suite(.serialized, .timeLimit(.minutes(15))) struct ProbeTests {
    @Test func theFrameIsDrawnToTheLastCell() throws {
        let session = try startedProbe(rows: 12, columns: 60)
        let lines = session.screen.lines
        #expect(lines[0].hasPrefix("┌ Probe – été ─") && lines[0].hasSuffix("┐"))
        #expect(lines[6].hasPrefix("│ 日本語 “ok” … é"))
        #expect(lines[11].hasPrefix("└──") && lines[11].hasSuffix("X") && lines[11].count == 60)
        #expect(session.screen.isReverse(row: 1, column: 45) && !session.screen.isReverse(row: 1, column: 40))
        #expect(session.screen.isBold(row: 1, column: 31) && session.screen.colour(row: 1, column: 31) == [38, 5, 208])
        #expect(session.screen.isAlternate && session.screen.cursorVisible && session.screen.bracketedPaste)
        #expect(session.screen.row == 2 && session.screen.column == 7)
        #expect(!session.isCooked)
        session.send("\u{11}")
        #expect(session.waitExit() == 0)
        expectRestored(session)
        #expect(session.screen.text.contains("goodbye"))
    }

    @Test func keysAndPastesArriveWhole() throws {
        let session = try startedProbe()
        session.send("aé日\u{1B}[A\u{1B}x")
        try session.wait(for: "keys=a,é,日,up,A-x")
        session.send("\u{1B}")
        try session.wait(for: "A-x,escape")
        session.send("\u{1B}[200~one\rtwo ünd\u{1B}[201~")
        try session.wait(for: "paste=12")
        #expect(session.screen.text.contains("␊two ünd"))
        session.send("\u{1B}[O")
        try session.wait(for: "notes=blur")
        #expect(session.screen.unknown == [])
    }

    @Test func aMegabytePasteIsOneEventAndLittleOutput() throws {
        let session = try startedProbe()
        let before = session.raw.count
        session.send("\u{1B}[200~" + String(repeating: "0123456789abcdef", count: 65_536) + "\u{1B}[201~")
        try session.wait(for: "paste=1048576 89abcdef")
        #expect(session.raw.count - before < 16_384)
    }

    @Test func anotherSizeIsTakenOver() throws {
        let session = try startedProbe(rows: 10, columns: 50)
        for (rows, columns) in [(30, 100), (5, 20), (1, 1), (24, 80)] {
            session.resize(rows: rows, columns: columns)
            if columns > 30 { try session.wait(for: "size=\(columns)x\(rows)") }
            #expect(session.wait { $0.screen.cell(row: rows - 1, column: columns - 1) == "X" })
        }
        #expect(session.screen.lines[0].hasSuffix("┐"))
    }

    @Test func theScreenIsRepaintedWholeOnRequest() throws {
        let session = try startedProbe()
        session.send("a")
        try session.wait(for: "keys=a")
        let before = session.raw.count
        session.send("\u{0C}")
        #expect(session.wait { $0.raw.count > before + 400 && $0.screen.text.contains("keys=a") })
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT]) func aSignalSavesRestoresAndIsSeenByTheParent(_ number: Int32)
        throws
    {
        let note = try TemporaryFile()
        let session = try startedProbe(["--save", note.path])
        session.signal(number)
        #expect(session.waitExit() == -number)
        expectRestored(session)
        #expect(note.text == "saved: signal(\(number)) notes: signal-\(number)\n")
    }

    @Test func aShellSeesTheSignalInTheStatus() throws {
        let session = try PtySession("/bin/sh", ["-c", "\(probe); echo status=$?"])
        try session.wait(for: "size=80x24")
        session.send("kq")
        try session.wait(for: "keys=k,q")
        let child = try #require(children(of: session.process).first)
        kill(child, SIGTERM)
        try session.wait(for: "status=143")
    }

    @Test(arguments: [
        ("f", [SIGILL, SIGTRAP]), ("i", [SIGILL, SIGTRAP]), ("o", [SIGILL, SIGTRAP]), ("s", [SIGSEGV]), ("b", [SIGBUS]),
        ("v", [SIGSEGV, SIGBUS]), ("d", [SIGFPE]), ("a", [SIGABRT]),
    ])
    func aCrashLeavesAUsableTerminal(_ kind: String, _ signals: [Int32]) throws {
        let session = try startedProbe()
        session.send("\(kind)\u{18}")
        let status = try #require(session.waitExit())
        #expect(signals.contains(-status), "died with \(status)")
        expectRestored(session)
        if kind == "f" { #expect(session.transcript.contains("Fatal error: probe: told to")) }
    }

    @Test func anExitFromTheMiddleRestoresToo() throws {
        let session = try startedProbe()
        session.send("e\u{18}")
        #expect(session.waitExit() == 3)
        expectRestored(session)
    }

    @Test func warningsWaitUntilTheScreenIsFreeAndAreHarmless() throws {
        let session = try startedProbe()
        session.send("\u{17}k")
        try session.wait(for: "keys=k")
        #expect(!session.transcript.contains("kept back"))
        session.send("\u{11}")
        #expect(session.waitExit() == 0)
        #expect(session.screen.text.contains("warning ?[31m kept back"))
    }

    @Test func theProgramMayTakeTheTerminalTwice() throws {
        let session = try startedProbe(["--twice"])
        session.send("a\u{11}")
        #expect(session.wait { $0.transcript.contains("goodbye") })
        #expect(session.wait { $0.screen.isAlternate && $0.screen.text.contains("keys=a") })
        session.send("b")
        try session.wait(for: "keys=a,b")
        session.send("\u{11}")
        #expect(session.waitExit() == 0)
        expectRestored(session)
    }

    @Test func aClosedWindowEndsTheProgramEvenUnderNohup() throws {
        let note = try TemporaryFile()
        let session = try PtySession("/bin/sh", ["-c", "trap '' HUP; exec \(probe) --save \(note.path)"])
        try session.wait(for: "size=80x24")
        session.hangUp()
        #expect(session.waitExit() == 7)
        // The kernel may have sent SIGCONT a moment before the hang-up shows.
        #expect(note.text.hasPrefix("saved: hungUp notes: ") && note.text.hasSuffix("hung-up\n"))
        #expect(note.text.filter { $0 == "\n" }.count == 1)
    }

    @Test func aClosedWindowEndsTheProgram() throws {
        let note = try TemporaryFile()
        let session = try startedProbe(["--save", note.path])
        session.hangUp()
        let status = try #require(session.waitExit())
        #expect(status == -SIGHUP || status == 7)
        #expect(note.text.hasPrefix("saved: ") && note.text.filter { $0 == "\n" }.count == 1)
    }
}
