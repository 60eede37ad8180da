import Conversation
import Patterns
import Testing

/// Finding pages by words.
struct PageSearchTests {
    private let pages = [
        Pattern(
            slug: "a-breath", title: "A breath before the rule", summary: "For a no.", skills: ["pause"],
            moves: ["validate"], fits: [], steps: ["Leave a breath.", "Say the rule."], helps: ["With a no."],
            hinders: [], phrasings: [.voice: ["Let me think about that for a moment, with you."]]
        ).page,
        Story(
            slug: "the-flute", title: "The flute", summary: "A hold that was too long.", author: "Rapport authors",
            origin: "composed; no real case", skills: ["ask-permission"], happened: ["He counted the seconds."],
            turned: ["A pause, and a breath."], afterwards: ["He stayed."], question: "What did he count?",
            practice: Page.Practice(scenario: "unexpected-charge", node: "AskHold")
        ).page,
    ]

    private func found(_ query: String) -> [String] { PageSearch(pages).matches(query).map(\.id.slug) }

    @Test("words are found wherever they stand, in whatever case, and all of them have to be there")
    func anywhere() {
        #expect(found("COUNTED") == ["the-flute"])
        #expect(found("think with you") == ["a-breath"])
        #expect(found("breath seconds") == ["the-flute"])
        #expect(found("breath umbrella").isEmpty)
    }

    @Test("pages that have the words in their title come first; no words find everything")
    func order() {
        #expect(found("breath") == ["a-breath", "the-flute"])
        #expect(found("") == ["a-breath", "the-flute"])
    }

    @Test("skills and moves find pages by their ids, with or without the hyphen, and kinds by their names")
    func ids() {
        #expect(found("ask-permission") == ["the-flute"])
        #expect(found("ask permission") == ["the-flute"])
        #expect(found("stories") == ["the-flute"])
    }
}
