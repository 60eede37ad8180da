import Foundation
import PseudoTerminal
import Testing

/// Text that would like to steer the terminal: from scenario files, their names, and pastes.
@Suite(.serialized, .timeLimit(.minutes(15))) struct HostileTextTests {
    /// A title change, a question to the terminal, the same with C1 bytes, a bell, and letters turned around.
    static let hostile =
        "\u{1B}]0;PWNED\u{7}\u{1B}[6n\u{9B}31mred\u{9D}0;X\u{9C}\u{202E}dnuora\u{2066}x\u{1B}c\u{1B}P1$q\u{8}"

    /// None of it is in what was written to the terminal, whatever else is.
    private func expectClean(_ session: PtySession, _ place: Comment) {
        let text = session.transcript
        // Our own questions about colours begin with ESC ]1.
        for bad in ["\u{1B}]0", "\u{7}", "\u{1B}[6n", "\u{1B}c", "\u{1B}P", "\u{202E}", "\u{2066}"] {
            #expect(!session.raw.contains(bytes: Array(bad.utf8)), place)
        }
        let hasC1 = text.unicodeScalars.contains { (0x80..<0xA0).contains($0.value) }
        #expect(!hasC1, place)
        #expect(session.screen.unknown == [], place)
    }

    private static var scenario: String {
        let text = FixtureText.mini
            .replacingOccurrences(of: "scenario: Mini parcel", with: "scenario: Title \(hostile)")
            .replacingOccurrences(of: "summary: A parcel is late.", with: "summary: Late \(hostile)")
            .replacingOccurrences(of: "cast: Priya = Priya Nair", with: "cast: Priya = Priya \(hostile)")
            .replacingOccurrences(of: "persona: a mother", with: "persona: \(hostile) a mother")
            .replacingOccurrences(of: "ticket: Order 1.", with: "ticket: \(hostile)")
            .replacingOccurrences(of: "moment: Hello", with: "moment: Hello \(hostile)")
            .replacingOccurrences(of: "hello??", with: "hello \(hostile)")
            .replacingOccurrences(of: "What must be", with: "What \(hostile) must be")
            .replacingOccurrences(of: "shows you heard.", with: "shows \(hostile) heard.")
            .replacingOccurrences(of: "Subject: Your parcel", with: "Subject: Your \(hostile)")
        return text.replacingOccurrences(of: "What worked here?", with: "What worked \(hostile) here?")
    }

    @Test func aScenarioCannotSteerTheTerminal() throws {
        let fixture = try Fixture(["hostile": Self.scenario])
        defer { fixture.remove() }
        let session = try fixture.start()
        try session.see("PWNED")
        expectClean(session, "Home")
        session.send("\r")
        session.wait { $0.stage != .elsewhere }
        if session.stage == .elsewhere {
            // Refused, then: and the refusal is as clean.
            expectClean(session, "the refusal")
            return
        }
        try session.reachMoment()
        #expect(session.screen.text.contains("PWNED"), "what it wrote is shown, harmless")
        session.say("1")
        expectClean(session, "chat")
        while try session.reachMoment() != .over { session.stage == .open ? session.say("1") : session.press("\r") }
        expectClean(session, "mail")
        try session.press("\r", for: "Looking back")
        try session.press("\r", for: "For you")
        session.press("\u{1B}[200~paste \(Self.hostile) end\u{1B}[201~")
        try session.see("end")
        session.press("\r")
        try session.press("\u{1B}", for: "Enter reflect")
        try session.press("q", for: "Library")
        try session.press("J", for: "1 session")
        expectClean(session, "debrief and journal")
        session.press("q")
        session.send("q")
        #expect(session.waitExit() == 0)
        expectClean(session, "leaving")
    }

    @Test func aPasteCannotSteerTheTerminal() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start("practise", "mini")
        try session.reachMoment()
        session.press("\u{1B}[200~1\(Self.hostile)1\u{1B}[201~")
        try session.see("t opens a place for words of your own")
        #expect(try fixture.session().moments.first?.reply == nil, "a paste is not a key")
        session.say("2")
        try session.reachMoment()
        expectClean(session, "paste while practising")
    }

    @Test func namesOfFilesAndFoldersCannotSteerTheTerminal() throws {
        let name = "evil\u{1B}]0;PWNED\u{7}\u{9B}31m\u{202E}"
        let fixture = try Fixture(["mini": FixtureText.mini])
        defer { fixture.remove() }
        try fixture.add("title: Start\n---\nnobody: hm\n===\n", as: name)
        try fixture.add("title: \u{1B}]0;PWNED\u{7}\n---\n<<else>>\n===\n", as: "more")
        try fixture.add("title: Other\n---\n<<oops\n===\n", as: "more", file: "\u{1B}[6n\u{1B}]0;PWNED\u{7}.yarn")
        let session = try fixture.start()
        try session.see("needs mending")
        for _ in 0..<3 {
            session.press("\r")
            expectClean(session, "a refusal")
            session.press("q")
            session.press("j")
        }
        for command in ["list", "check", "test"] {
            let run = try fixture.run(command)
            for output in [run.output, run.complaint] {
                #expect(!output.contains("\u{1B}") && !output.contains("\u{7}"), "\(command)")
                #expect(!output.unicodeScalars.contains { (0x80..<0xA0).contains($0.value) }, "\(command)")
                #expect(!output.contains("\u{202E}"), "\(command)")
            }
        }
        let unknown = try fixture.run("practise", "x\u{1B}]0;PWNED\u{7}")
        #expect(unknown.status == 1)
        #expect(!unknown.complaint.contains("\u{1B}"))
    }
}

extension [UInt8] {
    /// Whether these bytes stand somewhere in it.
    func contains(bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, count >= bytes.count else { return false }
        return indices.dropLast(bytes.count - 1).contains {
            self[$0] == first && self[$0..<($0 + bytes.count)].elementsEqual(bytes)
        }
    }
}
