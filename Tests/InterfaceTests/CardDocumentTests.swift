import Library
import Room
import Testing

@testable import Interface

@Suite("Role cards as documents")
struct CardDocumentTests {
    private static func set(_ words: String) -> RoleCardSet {
        RoleCardSet(
            slug: "tent", title: "T \(words)", summary: "S \(words)", minutes: 1, stopWord: "time out",
            agent: AgentCard(goal: words, knows: [words], mayDo: [words], mayNot: [words]),
            customer: CustomerCard(
                name: words, persona: words, publicFacts: [words], privateFacts: ["only-private"], goal: "only-goal",
                arc: .init(
                    startsAs: "only-begins", raises: [.init(when: "only-worse", becomes: "x")],
                    calms: [.init(when: "only-better", becomes: "y")]), mustNot: ["only-must-not"],
                lines: ["only-line", words]),
            observer: ObserverCard(
                behaviours: "abc".map { Behaviour(key: "\($0)", name: words, looksLike: words, example: words) }),
            envelopes: [Envelope(name: words, when: words, words: "only-envelope")])
    }

    private static let hostile = "<script>alert('1')</script> & \"x\" \u{1B}[31m [a](b) `c` # * 1. _d_"

    @Test("every word in the page is text: nothing is a tag, an attribute or a control")
    func escaping() {
        let page = CardDocument(Self.set(Self.hostile), roles: CardRole.allCases).html
        #expect(!page.contains("<script"))
        #expect(!page.contains("\u{1B}"))
        #expect(page.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;"))
        #expect(!page.contains("http") && !page.contains("src=") && !page.contains("url("))
        let text = CardDocument(Self.set(Self.hostile), roles: CardRole.allCases).markdown
        #expect(!text.contains("\u{1B}"))
        #expect(text.contains("\\<script\\>") && text.contains("\\[a\\](b) \\`c\\` \\# \\* 1. \\_d\\_"))
    }

    @Test(
        "only the customer's page has what is the customer's, and only the facilitator's an envelope",
        arguments: CardRole.allCases)
    func secrets(role: CardRole) {
        let document = CardDocument(Self.set("words"), roles: [role])
        for text in [document.html, document.markdown] {
            for secret in ["private", "goal", "begins", "worse", "better", "must-not", "line"] {
                let shown = text.replacing("\\-", with: "-").contains("only-" + secret)
                #expect(shown == (role == .customer), "\(role): \(secret)")
            }
            #expect(text.contains("only-envelope") == (role == .facilitator))
        }
    }

    @Test("each role has a sheet of its own, which says what it is and which word stops it")
    func sheets() {
        let document = CardDocument(Self.set("words"), roles: [.observer, .agent, .customer])
        #expect(document.html.components(separatedBy: "<article class=").count == 4)
        #expect(document.html.contains("@page { size: A5 portrait"))
        #expect(document.html.contains("break-after: page"))
        let sheets = document.markdown.components(separatedBy: "\n---\n\n")
        #expect(
            sheets.map { $0.prefix { $0 != "\n" } } == [
                "# T words: agent", "# T words: customer", "# T words: observer",
            ])
        for sheet in sheets { #expect(sheet.contains("1 minute a round. “time out” stops it at once.")) }
    }
}
