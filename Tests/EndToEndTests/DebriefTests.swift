import Foundation
import PseudoTerminal
import Testing

/// From the mail to looking back, and back to Home.
@Suite(.serialized, .timeLimit(.minutes(15))) struct DebriefTests {
    /// Plays mini to its good ending.
    private func finished(_ fixture: Fixture) throws -> PtySession {
        let session = try fixture.start()
        try session.see("Library")
        try session.press("\r", for: "Priya Nair")
        try session.reachMoment()
        session.say("1")
        try session.reachMoment()
        session.say("1")
        try session.reachMoment()
        session.press("\r")
        try session.reachMoment()
        return session
    }

    @Test(arguments: [(24, 80), (50, 160)]) func aMailGetsALastLookBeforeItGoes(_ rows: Int, _ columns: Int) throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start("practise", "mini", rows: rows, columns: columns)
        try session.reachMoment()
        session.say("1")
        #expect(try session.reachMoment() == .open)
        #expect(session.screen.text.contains("Subject  Your parcel"))
        session.say("1")
        #expect(try session.reachMoment() == .send)
        for words in ["A last look", "Subject  Your parcel", "1 paragraph, 14 words", "promised status"] {
            #expect(session.screen.text.contains(words))
        }
        #expect(try fixture.session().front.offer?.isSend == true, "nothing is sent before it is confirmed")
        session.press("\r")
        #expect(try session.reachMoment() == .over)
        #expect(session.screen.text.contains("thank you!!"))
        #expect(try fixture.session().hasKept("status"))
    }

    @Test func theDebriefTellsTheWayAndKeepsTheAnswers() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try finished(fixture)
        try session.press("\r", for: "Looking back: Mini parcel")
        for words in ["Fine by Friday: the relationship holds.", "What worked", "40 → 52", "✓ kept  status"] {
            #expect(session.screen.text.contains(words))
        }
        try session.press("\r", for: "For you")
        try session.press("qé 日本?", for: "qé 日本?")
        session.press("\r")
        session.press("\u{1B}[200~two lines\nof it\u{1B}[201~")
        #expect(session.screen.text.contains("two lines") && session.screen.text.contains("of it"))
        session.press("\r")
        #expect(session.screen.text.contains("qé 日本?"))
        #expect(try fixture.session().reflections.map(\.answer) == ["qé 日本?", "two lines\nof it"])
        try session.press("q", for: "Endings seen")
        #expect(session.screen.text.contains("Fine by Friday"))
        try session.press("J", for: "1 session")
        #expect(session.screen.text.contains("Mini parcel  Fine by Friday"))
        try session.press("\r", for: "Looking back: Mini parcel")
        try session.press("G", for: "two lines")
    }

    @Test func anAnswerThatIsLeftWithEscapeIsThereAgain() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try finished(fixture)
        try session.press("\r", for: "Looking back")
        try session.press("\r", for: "For you")
        try session.press("half a thought", for: "half a thought")
        try session.press("\u{1B}", for: "Enter reflect")
        #expect(!session.screen.text.contains("half a thought"))
        try session.press("\r", for: "half a thought")
        session.press(", now whole\r")
        #expect(try fixture.session().reflections.first?.answer == "half a thought, now whole")
    }

    @Test func aQuestionCanBeLeft() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try finished(fixture)
        try session.press("\r", for: "Looking back")
        try session.press("\r", for: "For you")
        session.press("\t")
        session.press("\t")
        try session.see("left open")
        #expect(try fixture.session().reflections.map(\.answer) == ["", ""])
    }

    @Test func aTurningPointIsPlayedAgainAndTheDebriefIsWrittenToAFile() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try finished(fixture)
        try session.press("\r", for: "Looking back: Mini parcel")
        session.press("\u{1B}[C")
        session.send("r")
        try session.reachMoment()
        #expect(session.stage == .open)
        #expect(try fixture.session().log.contains { if case .rewound = $0.event { true } else { false } })
        session.press("q")
        try session.see("Looking back: Mini parcel")
        let id = try #require(try fixture.streams().first?.id)
        let path = fixture.home + "/debrief.html"
        let export = try fixture.run("export", "\(id)", "--to", path)
        #expect(export.status == 0, "\(export.complaint)")
        let page = try String(contentsOfFile: path, encoding: .utf8)
        #expect(page.contains("<svg") && page.contains("Mini parcel"))
        let text = try fixture.run("export", "\(id)")
        #expect(text.output.hasPrefix("# Looking back: Mini parcel"))
        #expect(try fixture.run("export", "nonsense").status == 1)
    }

    @Test func aSecondFileOfADebriefLeavesTheFirstAlone() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try finished(fixture).press("\r", for: "Looking back: Mini parcel")
        let id = try #require(try fixture.streams().first?.id)
        let session = try PtySession(
            Fixture.program, ["journal", "\(id)", "--content", fixture.content], env: fixture.base, cwd: fixture.home,
            rows: 24, columns: 160)
        try session.see("Looking back: Mini parcel")
        try session.press("E", for: "rapport-\(id).html")
        let first = fixture.home + "/rapport-\(id).html"
        try fixture.write("mine now", to: first)
        try session.press("E", for: "rapport-\(id) 2.html")
        #expect(try String(contentsOfFile: first, encoding: .utf8) == "mine now")
        let second = try String(contentsOfFile: fixture.home + "/rapport-\(id) 2.html", encoding: .utf8)
        #expect(second.contains("Looking back: Mini parcel"))
    }
}
