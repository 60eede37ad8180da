import Conversation
import Patterns
import Testing

@testable import Library

/// Pages to read, from YAML.
@Suite("Files of pages")
struct PageFileTests {
    private static let vocabulary = """
        moves:
          - {id: validate, name: Letting the feeling be reasonable, helps: true, definition: Says that it makes sense.}
          - {id: minimise, name: Making it small, helps: false, definition: Shrinks it.}
        skills: {pause: Using silence}
        emotions: [calm]
        tones: [dry]
        sounds: [rain]

        """

    static let good: [PageKind: String] = [
        .pattern: """
        title: A breath
        summary: Two of them.
        skills: [pause]
        moves: [validate]
        fits: [heat, any]
        steps: [Hear it., Breathe.]
        helps: [With a no.]
        not: [With a yes.]
        say: {chat: [I see why you wrote.], voice: [Right. … So.]}

        """,
        .move: """
        title: Letting it be reasonable
        summary: It makes sense.
        helps: [When they apologise for being upset.]
        not: [With a but.]
        say: {chat: [I'd check twice too.]}

        """,
        .checklist: "title: Before\nsummary: Half a minute.\nwhen: Before you pick up.\npoints: [Feet., Name.]\n",
        .rubric: """
        title: Three things
        summary: To listen for.
        items:
          - {id: one, name: One, seen: [A noun.], not_yet: [A phrase.]}
          - {id: two, name: Two, seen: [A time.], not_yet: [Soon.]}
          - {id: three, name: Three, seen: [A yes.], not_yet: [A nod.]}

        """,
        .pathway: """
        title: A way out
        summary: Of insults.
        when: [The second one.]
        steps: [{do: Name it., say: I want to help.}, {do: End it.}]
        step_back: [Your hands shake.]
        afterwards: [Five minutes.]

        """,
        .guide: """
        title: A first week
        summary: Small.
        for: lead
        sections: [{title: Monday, text: [Ask two people.]}, {title: Friday, points: [Ask them again.]}]

        """,
        .story: """
        title: The flute
        summary: A hold.
        by: Rapport authors
        origin: composed; no real case
        skills: [pause]
        happened: [He counted.]
        turned: [She came back.]
        afterwards: [He stayed.]
        question: What did he count?
        try: {scenario: tent, moment: Start}

        """,
    ]

    private func folder() throws -> ContentFolder {
        let folder = try ContentFolder()
        try folder.write(Self.vocabulary, "vocabulary.yaml")
        return folder
    }

    private func name(_ kind: PageKind) -> String {
        kind.folder + "/" + (kind == .move ? "validate" : "mine") + ".yaml"
    }

    @Test("one of each kind is read, and every word of it stands on its page")
    func good() throws {
        let folder = try folder()
        for (kind, text) in Self.good { try folder.write(text, name(kind)) }
        let shelf = Library(folders: [folder.path]).patterns()
        #expect(shelf.troubles.isEmpty)
        #expect(shelf.pages.map(\.id.kind) == PageKind.allCases)
        #expect(shelf.patterns.first?.fits == [.heat, .any])
        #expect(shelf.patterns.first?.phrasings[.voice] == ["Right. … So."])
        #expect(shelf.guides.first?.reader == .lead)
        #expect(shelf.stories.first?.practice == Page.Practice(scenario: "tent", node: "Start"))
        let words = shelf.pages.flatMap(\.blocks).flatMap(\.texts)
        for needle in [
            "With a no.", "I'd check twice too.", "Feet.", "Soon.", "I want to help.", "Ask them again.", "He stayed.",
        ] {
            #expect(words.contains(needle), "\(needle)")
        }
    }

    @Test(
        "what is wrong is named with its line, and the other pages are there",
        arguments: [
            (
                PageKind.pattern, "skills: [pause]", "skills: [pauze]",
                ":3:10: There is no skill `pauze`. Did you mean `pause`?"
            ),
            (
                .pattern, "moves: [validate]", "moves: [validat]",
                ":4:9: There is no move `validat`. Did you mean `validate`?"
            ),
            (.pattern, "say: {chat:", "say: {chatt:", "There is no `chatt` here. Did you mean `chat`?"),
            (.pattern, "steps: [Hear it., Breathe.]", "steps: [Hear it.]", "`steps` has 1; it takes 2 to 9."),
            (.move, "say: {chat", "instead: {chat", "A move that helps has `helps`, `not`, `say`, and no `instead`."),
            (.checklist, "points: [Feet., Name.]", "points: Feet.", "`points` is a list"),
            (.rubric, "id: two", "id: one", "There is an item `one` already."),
            (.rubric, "id: two, ", "", "An item needs an `id`"),
            (.pathway, "do: End it.", "doo: End it.", "There is no `doo` here."),
            (
                .guide, "{title: Friday, points: [Ask them again.]}", "{title: Friday}",
                "A part has `text`, `points` or both."
            ),
            (.guide, "for: lead", "for: boss", "`for` is one of agent, facilitator, lead."),
            (
                .story, "try: {scenario: tent, moment: Start}", "try: {moment: Start}",
                "`try` needs the short name of a `scenario`."
            ),
            (.story, "summary: A hold.\n", "", "`summary` is missing."),
        ])
    func wrong(kind: PageKind, old: String, new: String, complaint: String) throws {
        let folder = try folder()
        for (other, text) in Self.good where other != kind { try folder.write(text, name(other)) }
        let text = try #require(Self.good[kind])
        try folder.write(text.replacing(old, with: new), name(kind))
        let shelf = Library(folders: [folder.path]).patterns()
        #expect(shelf.pages.count == PageKind.allCases.count - 1)
        #expect(shelf.troubles.contains { $0.contains(complaint) }, "\(shelf.troubles)")
    }

    @Test("a page is named for its move; one for a move that nobody hears is told")
    func strangers() throws {
        let folder = try folder()
        try folder.write(Self.good[.move] ?? "", "moves/pages/hum.yaml")
        let troubles = Library(folders: [folder.path]).patterns().troubles
        #expect(troubles.contains { $0.contains("There is no move `hum`, and the file is named for it.") })
    }

    @Test("a story whose scenario is not there is noted, and can be read all the same")
    func lostScenario() throws {
        let folder = try folder()
        try folder.write(Self.good[.story] ?? "", "stories/mine.yaml")
        let reading = try #require(Library(folders: [folder.path]).pageFiles().first)
        #expect(reading.value != nil)
        #expect(reading.findings.map(\.message) == ["There is no scenario `tent` in this library."])
        #expect(reading.findings.first?.span.start.line == 10)
    }
}
