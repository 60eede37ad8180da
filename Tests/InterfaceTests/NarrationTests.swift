import Terminal
import Testing

@testable import Interface

@Suite("What plain mode tells")
struct NarrationTests {
    /// A scene told to somebody who comes to it, as it is kept.
    static func told(_ name: String, source: String = SmallScenario.source) throws -> String {
        let scene = try Gallery.scene(name, source: source)
        let narration = scene.screen.narration(at: scene.now)
        var narrator = Narrator()
        var lines = narrator.tell(narration, depth: 1)
        if let chosen = narration.choices?.chosen, let choice = narration.choices?.all[chosen] {
            lines += ["(at \(choice.label))"] + PlainText.lines(choice.detail)
        }
        return lines.joined(separator: "\n") + "\n(\(narration.prompt))\n"
    }

    /// What has words of its own for plain mode; layers over a screen have none, a line is typed instead.
    static let names = Gallery.told.filter { !$0.hasPrefix("note-") && $0 != "note" }

    @Test("as kept in Snapshots", arguments: names)
    func kept(name: String) throws {
        try Kept.expect(try Self.told(name), as: "plain-\(name)")
    }

    @Test("words and newlines, whatever a file holds", arguments: names)
    func nothingSteers(name: String) throws {
        let hostile = SmallScenario.source.replacing(
            "my cake did not come", with: "my \u{1B}[2Jcake\u{7} did\u{9B}31m not\u{202E} come ── ██")
        let text = try Self.told(name, source: hostile)
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
            #expect(!isControl, "U+\(String(scalar.value, radix: 16))")
            #expect(!(0x2500...0x259F).contains(scalar.value))
            #expect(scalar != "\u{202E}")
        }
    }

    @Test("once, unless one comes back")
    func onceEach() throws {
        var desk = try Desk()
        var narrator = Narrator()
        try desk.hear()
        let first = narrator.tell(desk.screen.narration(at: desk.now), depth: 1)
        #expect(first.contains("Ana, anxious: my cake did not come"))
        #expect(narrator.tell(desk.screen.narration(at: desk.now), depth: 1) == [])
        let help = ReadingScreen(title: "Help", preformatted: "one\ntwo").narration(at: desk.now)
        #expect(narrator.tell(help, depth: 2) == ["Help.", "one", "two"])
        let back = narrator.tell(desk.screen.narration(at: desk.now), depth: 1)
        #expect(back.first == "A cake that did not come. By chat, with Ana Ruiz.")
        #expect(back.dropFirst().first == "First words:")
        #expect(!back.contains("Ana, anxious: my cake did not come"))
    }

    @Test("what a reply has moved, the coach's words, what comes next, in this order")
    func turn() throws {
        var desk = try Desk()
        var narrator = Narrator()
        try desk.hear()
        _ = narrator.tell(desk.screen.narration(at: desk.now), depth: 1)
        desk.press("1")
        #expect(
            narrator.tell(desk.screen.narration(at: desk.now), depth: 1)
                == [
                    "You: What has to be on the table by four?", "Trust rose, still guarded (+5).",
                    "Heat fell, still high (−3).", "Coach: “on the table” shows her that you heard the party.",
                ].joinedFeelings)
        desk.press(.plain(.enter))
        try desk.hear()
        let next = narrator.tell(desk.screen.narration(at: desk.now), depth: 1)
        #expect(next.first == "Ana: when will i know")
        #expect(next.contains("1. You hear from me in fifteen minutes."))
    }

    @Test("clocks when they start, at a minute, half a minute and ten seconds, and when they ran out")
    func clocks() throws {
        var desk = try Desk()
        var narrator = Narrator()
        try desk.hear()
        var lines = narrator.tell(desk.screen.narration(at: desk.now), depth: 1)
        #expect(lines.last?.hasSuffix("to reply.") == true)
        lines = []
        for _ in 0..<140 {
            try desk.pass(500)
            lines += narrator.tell(desk.screen.narration(at: desk.now), depth: 1)
        }
        let marks = lines.filter { $0.contains("left to reply") }
        #expect(marks == ["30 seconds left to reply.", "10 seconds left to reply."])
        #expect(lines.contains("The clock ran out. You said nothing."))
        #expect(Narrator.time(try Scenes.scene("practice-moment").screen.narration(at: desk.now)).count == 1)
    }

    @Test("a moment tried again says which attempt it is")
    func retry() throws {
        var desk = try Desk()
        var narrator = Narrator()
        try desk.say("1")
        _ = narrator.tell(desk.screen.narration(at: desk.now), depth: 1)
        desk.press("r")
        let lines = narrator.tell(desk.screen.narration(at: desk.now), depth: 1)
        #expect(lines.first == "First words, attempt 2:")
        #expect(lines.contains("1. What has to be on the table by four?"))
    }

    @Test(
        "time for the ear",
        arguments: [
            (0, "no time"), (900, "1 second"), (60_000, "1 minute"), (90_000, "1 minute 30 seconds"),
            (7_265_000, "2 hours 1 minute 5 seconds"),
        ])
    func durations(milliseconds: Int, words: String) { #expect(PlainText.duration(milliseconds) == words) }
}

extension [String] {
    /// Feelings are told in one line.
    fileprivate var joinedFeelings: [String] { [self[0], self[1] + " " + self[2], self[3]] }
}
