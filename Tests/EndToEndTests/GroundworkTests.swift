import Conversation
import Foundation
import PseudoTerminal
import Testing

/// Looking inward before a conversation, and what the journal has of it, with the real program.
@Suite(.serialized, .timeLimit(.minutes(15))) struct GroundworkTests {
    @Test(arguments: [(24, 80), (50, 160)])
    func fromHomeByGroundworkToTheDebrief(_ rows: Int, _ columns: Int) throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start(env: ["RAPPORT_GROUNDWORK": "always"], rows: rows, columns: columns)
        try session.see("Library")
        try session.press("\r", for: "What do you want this customer to feel at the end?")
        #expect(try fixture.streams().isEmpty, "nothing has begun yet")
        try session.press("less alone", for: "less alone")
        try session.press("\r", for: "breathe in")
        try session.press("\r", for: "How confident are you in this conversation?")
        try session.press("4", for: "40")
        try session.press("\u{1B}[C", for: "45")
        session.send("\r")
        try session.reachMoment()
        let before = try #require(try fixture.session().learner.checkIn(.before))
        #expect(before.intention == "less alone")
        #expect(before.confidence == 45)
        #expect(before.willingness == nil)
        session.say("2")
        try session.reachMoment(stopping: [.over])
        try session.press("\r", for: "Looking back: Mini parcel")

        let id = try #require(try fixture.streams().first?.id)
        let types = try fixture.events(of: id).map(\.record.type)
        let order = ["began", "lineSpoken", "optionsOffered", "checkedIn", "replied", "feedbackShown", "ended"]
        var rest = types[...]
        for type in order {
            let place = try #require(rest.firstIndex(of: type), "\(type) is missing or too early in \(types)")
            rest = rest[(place + 1)...]
        }
        #expect(types.count { $0 == "replied" } == 1 && types.count { $0 == "checkedIn" } == 1)
        // Afterwards the same question, and both stand beside each other.
        try session.press("i", for: "How confident are you in a conversation like this one now?")
        try session.press("6", for: "60")
        session.press("\r")
        session.press("\t")
        try session.see("Looking back: Mini parcel")
        session.press("G")
        #expect(session.words.contains("Confidence 45 → 60"), "\(session.screen.text)")
        #expect(session.words.contains("You wanted: less alone"))
        #expect(try fixture.session().learner.checkIns.count == 2)
    }

    @Test func tabSkipsAllOfItAndEscapeBeginsNothing() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start(env: ["RAPPORT_GROUNDWORK": "always"])
        try session.see("Library")
        try session.press("\r", for: "What do you want this customer to feel")
        try session.press("\u{1B}", for: "Library")
        #expect(try fixture.streams().isEmpty)
        try session.press("\r", for: "What do you want this customer to feel")
        session.send("\t")
        try session.reachMoment()
        #expect(try fixture.session().learner.checkIns.isEmpty)
    }
}

/// The debrief as a file, written from its screen.
@Suite(.serialized, .timeLimit(.minutes(15))) struct ExportByKeyTests {
    @Test func capitalEWritesOnePageWithItsPictures() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let shell = try PtySession(
            "/bin/sh",
            ["-c", #"cd "$1"; shift; exec "$0" "$@""#, Fixture.program, fixture.home, "practise", "mini", "--content"]
                + [fixture.content], env: fixture.base, rows: 24, columns: 100)
        try shell.reachMoment()
        shell.say("2")
        try shell.reachMoment(stopping: [.over])
        try shell.press("\r", for: "Looking back: Mini parcel")
        try shell.press("E", for: "Written here, for you alone to read: rapport-")
        let id = try #require(try fixture.streams().first?.id)
        let path = fixture.home + "/rapport-\(id).html"
        let page = try String(contentsOfFile: path, encoding: .utf8)
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<title>Looking back: Mini parcel</title>"))
        #expect(page.contains("<svg") && page.contains("role=\"img\"") && !page.contains("<script"))
        for entry in try fixture.session().front.transcript where entry.kind == .customer {
            #expect(page.contains(entry.text.prefix(12)), "“\(entry.text)” is not in the file")
        }
        let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
    }
}
