import Conversation
import SampleScenarios
import Terminal
import Testing

@testable import Interface

@Suite("A call on the screen")
struct VoicePaneTests {
    private func text(_ lines: [StyledLine]) -> String {
        lines.map { line in
            var text = String(repeating: " ", count: line.indent) + line.runs.map(\.text).joined()
            while text.last == " " { text.removeLast() }
            return text
        }.joined(separator: "\n") + "\n"
    }

    private func pane(_ desk: Desk, glyphs: Glyphs = .unicode, isStill: Bool = false) -> VoicePane {
        VoicePane(session: desk.session, now: desk.screen.local(at: desk.now), glyphs: glyphs, isStill: isStill)
    }

    /// A call in the middle: a line cut off by a reply, the answer to it half said.
    private func middle() throws -> Desk {
        var desk = try Desk(CallScenario.source)
        try desk.pass(7_000)
        desk.press("1")
        try desk.pass(3_200)
        desk.press(.plain(.enter))
        try desk.pass(900)
        return desk
    }

    @Test("as kept in Snapshots", arguments: [60, 80, 120, 200])
    func kept(columns: Int) throws {
        var shown = ""
        for milliseconds in [0, 1_500, 2_600, 5_200, 7_000, 9_000] {
            var desk = try Desk(CallScenario.source)
            try desk.pass(milliseconds)
            let pane = pane(desk)
            shown += "── after \(milliseconds) ms ──\n" + text(pane.lines(columns: columns - 2))
            shown += text([pane.status(columns: columns - 2)])
        }
        let pane = pane(try middle())
        shown += "── interrupted ──\n" + text(pane.lines(columns: columns - 2))
        shown += text([pane.status(columns: columns - 2)])
        try Kept.expect(shown, as: "voice-pane-\(columns)")
    }

    @Test("the same in ASCII")
    func ascii() throws {
        let pane = pane(try middle(), glyphs: .ascii)
        let shown = text(pane.lines(columns: 78)) + text([pane.status(columns: 78)])
        let own = shown.replacing("—", with: "-").replacing("’", with: "'")
        #expect(own.utf8.allSatisfy { $0 < 0x80 }, "\(own)")
        try Kept.expect(shown, as: "voice-pane-80-ascii")
    }

    @Test("no line is wider than it may be, at any width and any time")
    func widths() throws {
        var desk = try Desk(CallScenario.source)
        for _ in 0..<30 {
            try desk.pass(400)
            for columns in [41, 58, 63, 64, 78, 100] {
                let pane = pane(desk)
                #expect(pane.lines(columns: columns).allSatisfy { $0.columns <= columns })
                #expect(pane.status(columns: columns).columns <= columns)
            }
        }
    }

    @Test("what has been said stays where it stands while more words arrive")
    func steady() throws {
        var desk = try Desk(CallScenario.source)
        var before = ""
        for _ in 0..<60 {
            try desk.pass(100)
            let now = text(pane(desk).lines(columns: 58))
            let old = before.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            for (row, line) in now.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            where old.indices.contains(row) {
                #expect(line.hasPrefix(old[row]))
            }
            before = now
        }
    }

    @Test("the screen wakes for a word, not for nothing")
    func wakings() throws {
        var desk = try Desk(CallScenario.source)
        let words = desk.session.front.transcript.reduce(0) { $0 + SpokenWords($1).words.count }
        try desk.hear()
        // Words, dots of silence, beginnings and ends.
        #expect(desk.wakings <= words + 14, "\(desk.wakings) for \(words) words")
        let quiet = desk.wakings
        try desk.pass(900)
        #expect(desk.wakings <= quiet + 1)
        #expect(VoicePane(session: desk.session, now: 1_000_000, glyphs: .unicode).nextTick == nil)
    }

    @Test("with reduced motion words come by the line, and nothing moves but their coming")
    func still() throws {
        var desk = try Desk(CallScenario.source)
        try desk.pass(700)
        let still = pane(desk, isStill: true)
        #expect(text(still.lines(columns: 78)).contains("nine tomorrow"))
        #expect(text([still.status(columns: 78)]).contains("Daniel is speaking"))
        #expect(text([still.status(columns: 78)]).hasPrefix("▁▁▁▁▁▁▁▁  "))
        let first = try #require(desk.session.front.transcript.first { $0.kind == .customer })
        #expect(still.nextTick == first.heard)
    }

    @Test("replies can be seen and said while somebody speaks; a number then interrupts, and Enter does not")
    func interrupting() throws {
        var desk = try Desk(CallScenario.source)
        try desk.pass(2_000)
        func picture() -> Picture { Picture(desk.screen, columns: 80, rows: 24, at: desk.now) }
        #expect(picture().contains("Daniel is speaking; a reply now interrupts"))
        #expect(picture().contains("1  May I check one thing with you first?"))
        desk.press(.plain(.enter))
        #expect(desk.session.moments[0].reply == nil)
        #expect(picture().contains("four hundred people"))
        desk.press("w")
        #expect(desk.session.moments[0].reply == nil)
        desk.press("1")
        #expect(desk.session.moments[0].reply?.isInterruption == true)
        try desk.pass(3_200)
        desk.press(.plain(.enter))
        #expect(picture().contains("spoke over Daniel"))
        try desk.hear()
        #expect(picture().contains("I was not finished."))
    }

    @Test("said aloud: each line once, cut off by a reply, silent in a pause, and taken up where it was")
    func aloud() throws {
        var desk = try Desk(CallScenario.source)
        func last() -> Utterance? {
            desk.wanted.compactMap { if case .utter(let said) = $0 { said } else { nil } }.last
        }
        desk.press("v")
        #expect(desk.wanted == [.findVoice])
        desk.gain(voice: "espeak-ng")
        try desk.pass(400)
        #expect(last()?.text == "no no listen I have four hundred people launching at nine tomorrow")
        #expect(last()?.wordsPerMinute == 200)
        let count = desk.wanted.count
        try desk.pass(900)
        #expect(desk.wanted.count == count)
        desk.press(" ")
        desk.look()
        #expect(desk.wanted.last == .hush)
        desk.press(" ")
        desk.look()
        #expect(last()?.text == "have four hundred people launching at nine tomorrow")
        desk.press("1")
        desk.look()
        #expect(desk.wanted.last == .hush)
    }

    @Test("nobody's words steer the terminal")
    func hostile() throws {
        let source = CallScenario.source.replacing("no no listen", with: "no \u{1B}[2J\u{202E}no\u{7} listen")
        var desk = try Desk(source)
        try desk.pass(4_000)
        let picture = Picture(desk.screen, columns: 80, rows: 24, at: desk.now)
        #expect(!picture.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(!picture.text.contains("\u{202E}"))
    }
}
