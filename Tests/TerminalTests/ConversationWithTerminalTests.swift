import PseudoTerminal
import SeededChance
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Modes, questions and answers on a real pseudo-terminal.
@Suite(.serialized, .timeLimit(.minutes(15))) struct ConversationWithTerminalTests {
    private func asked(_ session: PtySession) -> Int {
        session.transcript.components(separatedBy: "\u{1B}[?2026$p") - 1
    }

    @Test func questionsAreAskedOnceAndWhatIsPrintedOfThemIsWiped() throws {
        let session = try startedProbe()
        #expect(session.wait { asked($0) == 1 })
        session.send("a\u{0C}b")
        try session.wait(for: "keys=a,b")
        #expect(asked(session) == 1)
        let rest = try #require(session.transcript.split(separator: "\u{1B}[?2026$p").last)
        // Two pieces: the screen is wiped once between the question and the text.
        let pieces = rest.split(separator: "\u{1B}[2J")
        #expect(pieces.first?.contains("日本語") == false && pieces.last?.contains("日本語") == true)
    }

    @Test(arguments: ["linux", "vt100", "vt220"]) func aTerminalThatMightPrintTheQuestionIsNotAsked(_ name: String)
        throws
    {
        let session = try startedProbe(env: ["TERM": name])
        session.send("a")
        try session.wait(for: "keys=a")
        #expect(asked(session) == 0)
    }

    @Test(arguments: ["", "--never-sync"]) func largeChangesAreHeldTogetherWhereTheTerminalCan(_ option: String) throws
    {
        let session = try startedProbe([option])
        session.send("\u{0C}a")
        try session.wait(for: "keys=a")
        #expect(session.screen.heldFrames == 0, "before it has answered")
        session.send("\u{1B}[?2026;2$y")
        try session.wait(for: "mode-2026")
        session.send("b")
        try session.wait(for: "keys=a,b")
        #expect(session.screen.heldFrames == 0, "for a single character")
        session.send("\u{0C}c")
        try session.wait(for: "keys=a,b,c")
        #expect(session.screen.heldFrames == (option.isEmpty ? 1 : 0))
        #expect(!session.screen.isHeld)
        session.send("\u{11}")
        #expect(session.waitExit() == 0)
        expectRestored(session)
    }

    @Test(arguments: [0, 3, 4]) func anyOtherAnswerMeansNo(_ state: Int) throws {
        let session = try startedProbe()
        session.send("\u{1B}[?2026;\(state)$ya\u{0C}")
        try session.wait(for: "keys=a")
        session.send("b\u{0C}c")
        try session.wait(for: "keys=a,b,c")
        #expect(session.screen.heldFrames == 0)
    }

    @Test func answersReachTheProgram() throws {
        let session = try startedProbe()
        session.send("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\")
        try session.wait(for: "notes=light")
        session.send("\u{1B}P>|tmux 3.3a\u{1B}\\")
        try session.wait(for: "notes=light,name-tmux 3.3a")
    }

    @Test(arguments: ["\u{11}", "TERM", "SEGV", "TSTP"]) func everyModeIsUndoneOnEveryWayOut(_ way: String) throws {
        let session = try startedProbe()
        session.send("\u{1B}[?0u\u{1B}[?2026;1$ym\u{0F}b\u{0F}t\u{0F}")
        let on = session.wait {
            $0.screen.mouseModes == [1002, 1006] && $0.screen.cursorShape == 6 && $0.screen.distinctKeys == 1
                && $0.screen.title == "probe ␛[31m été"
        }
        #expect(on, "modes: \(session.screen.mouseModes) \(session.screen.cursorShape) \(session.screen.title)")
        session.send("\u{1B}[<0;10;5M\u{1B}[<32;12;5M\u{1B}[<64;1;1M")
        try session.wait(for: "press-left@9,4")
        switch way {
        case "TERM": session.signal(SIGTERM)
        case "SEGV": session.send("s\u{18}")
        case "TSTP": session.signal(SIGTSTP)
        default: session.send(way)
        }
        if way == "TSTP" {
            // Without a shell that controls jobs the stop is ignored, but the terminal is given back and taken again.
            #expect(session.wait { $0.transcript.contains("\u{1B}[?1049l") })
            #expect(session.wait { $0.screen.isAlternate && $0.screen.mouseModes == [1002, 1006] })
            session.send("\u{11}")
        }
        let status = try #require(session.waitExit())
        #expect([0, -SIGTERM, -SIGSEGV].contains(status))
        expectRestored(session)
    }

    @Test func theFirstScreenComesBackWhenAFrameAsksForIt() throws {
        let session = try startedProbe()
        session.send("n\u{0F}")
        #expect(session.wait { !$0.screen.isAlternate && $0.screen.text.contains("keys=n") })
        #expect(session.screen.lines.first?.hasPrefix("┌ Probe") == true)
        session.send("n\u{0F}")
        #expect(session.wait { $0.screen.isAlternate && $0.screen.text.contains("keys=n,n") })
        session.send("\u{11}")
        #expect(session.waitExit() == 0)
        expectRestored(session)
    }

    @Test func eightColoursAndNoneAreEnough() throws {
        let eight = try startedProbe(env: ["TERM": "xterm"])
        #expect(eight.screen.colour(row: 1, column: 31) == [31] && eight.screen.isBold(row: 1, column: 31))
        let none = try startedProbe(env: ["TERM": "vt100"])
        #expect(none.screen.colour(row: 1, column: 31) == [] && none.screen.isBold(row: 1, column: 31))
        #expect(none.screen.isReverse(row: 1, column: 45))
    }

    @Test func withoutASecondScreenTheWordsAfterwardsStandBelow() throws {
        let session = try startedProbe(env: ["TERM": "vt100"])
        session.send("\u{11}")
        #expect(session.waitExit() == 0)
        #expect(session.screen.lines.last(where: { !$0.isEmpty }) == "goodbye")
        #expect(session.screen.lines.dropLast(2).contains { $0.hasPrefix("└───") })
    }

    @Test func twoHundredSizesInABurstEndInAFreshScreen() throws {
        let session = try startedProbe()
        var generator = Chance(seed: 9)
        for round in 0..<200 {
            let small = round % 20 == 0
            session.resize(
                rows: small ? 1 : Int.random(in: 1...60, using: &generator),
                columns: small ? 1 : Int.random(in: 1...150, using: &generator))
        }
        session.resize(rows: 30, columns: 100)
        try session.wait(for: "size=100x30")
        session.wait { $0.screen.cell(row: 29, column: 99) == "X" && $0.screen.row == 2 }
        let fresh = try startedProbe(rows: 30, columns: 100)
        #expect(session.screen.text == fresh.screen.text)
        #expect(session.screen.row == fresh.screen.row && session.screen.column == fresh.screen.column)
        #expect(session.screen.unknown == [])
    }
}

extension String {
    /// Into how many pieces a separator cuts the text.
    fileprivate func components(separatedBy separator: String) -> Int {
        split(separator: separator, omittingEmptySubsequences: false).count
    }
}
