import Foundation
import PseudoTerminal
import Testing

/// `rapport patterns`, the checks of pages, and pages on the screen of the real program.
@Suite(.serialized, .timeLimit(.minutes(15))) struct PatternsCommandTests {
    private static let pattern = """
        title: The pause before policy
        summary: A rule lands softer when the person has landed first.
        skills: [focusing-question]
        moves: [focusing-question]
        fits: [any]
        steps: [Say what you heard., Leave a breath.]
        helps: [When you hold a no.]
        not: [When a yes is possible.]
        say:
          chat: ["Three days past, and a reason behind it."]

        """

    private func fixture(_ text: String = pattern) throws -> Fixture {
        let fixture = try Fixture()
        for folder in ["patterns", "checklists"] {
            try FileManager.default.createDirectory(
                atPath: fixture.content + "/" + folder, withIntermediateDirectories: true)
        }
        try fixture.write(text, to: fixture.content + "/patterns/pause.yaml")
        try fixture.write(
            "title: Before a call\nsummary: Half a minute.\nwhen: Before you pick up.\npoints: [Both feet on the floor.]\n",
            to: fixture.content + "/checklists/before.yaml")
        return fixture
    }

    @Test func pagesAreListedFoundAndWritten() throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let list = try fixture.run("patterns")
        #expect(list.status == 0)
        #expect(
            list.output
                == "Patterns\n  pause  The pause before policy\nChecklists\n  before  Before a call\n"
                .replacing("  pause  ", with: "  pause   "))
        #expect(try fixture.run("patterns", "feet", "floor").output == "Checklists\n  before  Before a call\n")
        #expect(try fixture.run("patterns", "--kind", "checklist").output == "Checklists\n  before  Before a call\n")
        let page = try fixture.run("patterns", "pause")
        #expect(page.output.hasPrefix("# The pause before policy\n\nA rule lands softer"))
        #expect(page.output.contains("1. Say what you heard.\n2. Leave a breath."))
        #expect(page.output.contains("In a chat:\n> Three days past"))
        let none = try fixture.run("patterns", "zebra")
        #expect(none.status == 1 && none.complaint.contains("No page has these words."))
    }

    @Test func aPageThatIsWrongIsNamedWithItsPlaceAndTheOthersAreThere() throws {
        let fixture = try fixture(Self.pattern.replacing("fits: [any]", with: "fits: [anything]"))
        defer { fixture.remove() }
        let list = try fixture.run("patterns")
        #expect(list.status == 1)
        #expect(list.output == "Checklists\n  before  Before a call\n")
        #expect(list.complaint.contains("patterns/pause.yaml:5:8: `fits` lists some of rupture"))
        let check = try fixture.run("check")
        #expect(check.status == 1)
        #expect(check.output.contains("pause.yaml:5:8: error page:"))
        #expect(check.output.contains("1 scenario and 2 files of cards and pages checked: 1 error, "))
    }

    @Test func noControlCharacterOfAPageReachesATerminal() throws {
        let fixture = try fixture(Self.pattern.replacing("Leave a breath.", with: "\"Leave \\e[2J a breath.\""))
        defer { fixture.remove() }
        let page = try fixture.run("patterns", "pause")
        #expect(page.status == 1)
        #expect(!(page.output + page.complaint).contains("\u{1B}"))
        let check = try fixture.run("check")
        #expect(check.output.contains("holds a character that shows nothing, U+1B"))
        #expect(!check.output.contains("\u{1B}"))
    }

    @Test func inPracticeAPageIsReadWhileTheClockWaits() throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let program = try fixture.start("practise", "mini", "--private")
        try program.reachMoment()
        try program.press("p", for: "every clock waits")
        try program.see("Leave a breath.")
        try program.press("\u{1B}", for: "What must be there")
        try program.press("1", for: "shows you heard")
    }
}
