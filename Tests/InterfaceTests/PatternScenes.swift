import Conversation
import Patterns
import Terminal

@testable import Interface

/// What there is to read, in every state that is worth a look.
enum PatternScenes {
    static let names = [
        "patterns", "patterns-empty", "patterns-kind", "patterns-find", "patterns-nothing", "pattern", "pattern-moment",
        "pattern-story", "pattern-move", "pattern-pathway",
    ]

    private static let start = Uptime(milliseconds: 5_000_000)

    /// A page of every kind.
    static var shelf: PatternShelf {
        var shelf = PatternShelf()
        shelf.patterns = [
            Pattern(
                slug: "pause-before-policy", title: "The pause before policy",
                summary: "A rule lands softer when the person has landed first.", skills: ["pause"],
                moves: ["validate"], fits: [.heat],
                steps: [
                    "Say what you heard, in half a sentence.",
                    "Leave a breath, and let it be quiet for as long as two of your own.", "Say the rule, and why.",
                ], helps: ["When you hold a no that will not change."],
                hinders: ["When a yes is possible. Say the yes."],
                phrasings: [.chat: ["Three days past. I see why you wrote."], .voice: ["I hear you. … So."]]),
            Pattern(
                slug: "first-three-sentences", title: "The first three sentences", summary: "What it does, who, when.",
                skills: ["acknowledge-impact"], moves: [], fits: [.first, .any], steps: ["One.", "Two.", "Three."],
                helps: ["At the beginning."], hinders: ["Later."], phrasings: [.email: ["You wrote on Monday."]]),
        ]
        shelf.moves = [
            MovePage(
                slug: "minimise", title: "Making it small", summary: "Shrinks the problem or compares it away.",
                sense: .harms(
                    tempts: ["When you have seen worse today."], does: ["That it does not count."],
                    instead: [.chat: ["A day late is the whole party."]])),
            MovePage(
                slug: "validate", title: "Letting the feeling be reasonable", summary: "Says that it makes sense.",
                sense: .helps(
                    when: ["When they apologise for being upset."], not: ["With a but behind it."],
                    phrasings: [.voice: ["I'd be checking twice too."]])),
        ]
        shelf.checklists = [
            Checklist(
                slug: "before-a-call", title: "Before a call", summary: "Half a minute.", when: "Before you pick up.",
                points: ["Both feet on the floor.", "Their name, once, aloud."])
        ]
        shelf.pathways = [
            Pathway(
                slug: "insults", title: "When somebody insults you", summary: "A limit, and a way out.",
                when: ["The second insult."],
                steps: [
                    Pathway.Step(action: "Name it and keep the offer.", words: "I want to help, without that word."),
                    Pathway.Step(action: "End the call, and write down when.", words: ""),
                ], stepBack: ["Your hands shake."], afterwards: ["Five minutes away from the desk."])
        ]
        shelf.stories = [
            Story(
                slug: "the-flute", title: "The flute", summary: "A hold that was too long.",
                author: "Rapport authors", origin: "composed; no real case", skills: ["ask-permission"],
                happened: ["He counted the seconds on the oven."], turned: ["She came back with nothing, on time."],
                afterwards: ["He stayed."], question: "What did he count?",
                practice: Page.Practice(scenario: "unexpected-charge", node: "AskHold"))
        ]
        return shelf
    }

    static func scene(_ name: String) -> Scene {
        let direct: PageID? = name == "pattern-moment" ? PageID(.pattern, "pause-before-policy") : nil
        var screen = PatternsScreen(name == "patterns-empty" ? PatternShelf() : shelf, at: direct)
        switch name {
        case "patterns-kind": for _ in 0..<2 { press(&screen, .plain(.tab)) }
        case "patterns-find": find("quiet breath", in: &screen)
        case "patterns-nothing": find("zebra", in: &screen)
        case "pattern", "pattern-story", "pattern-move", "pattern-pathway":
            let words = ["pattern": "policy", "pattern-story": "flute", "pattern-move": "shrinks"]
            find(words[name] ?? "insults", in: &screen)
            press(&screen, .plain(.enter))
            press(&screen, .plain(.enter))
        default: break
        }
        return Scene(description: name, screen: screen, now: start)
    }

    private static func find(_ words: String, in screen: inout PatternsScreen) {
        press(&screen, .character("/"))
        for character in words { press(&screen, .character(character)) }
    }

    private static func press(_ screen: inout PatternsScreen, _ key: Key) { _ = screen.press(key, at: start) }
}
