import Conversation
import Journal
import SampleScenarios
import Terminal

@testable import Interface
@testable import Library

/// Several conversations beside each other, and what is learnt from one: comparing, notes, guides, looking inward.
enum LearningScenes {
    static let names = [
        "threads-two", "threads-urgent", "threads-turned", "threads-resting", "threads-over", "compare-two",
        "compare-same",
        "compare-sessions", "compare-wordings", "compare-looking", "notebook", "notebook-empty", "notebook-find",
        "notebook-nothing", "note", "note-rule", "note-long", "guides", "guide-agreement", "guide-prompt",
        "guide-overtime", "guide-done", "fix", "fix-evidence", "fix-wrong", "inward-notice", "inward-intention",
        "inward-breath",
        "inward-confidence", "inward-chosen", "inward-after",
    ]

    private static let start = Uptime(milliseconds: 5_000_000)

    static func scene(_ name: String, source: String = SmallScenario.source) throws -> Scene {
        if name.hasPrefix("threads") { return try threads(name) }
        if name.hasPrefix("compare") { return try compare(name, source) }
        if name.hasPrefix("notebook") { return notebook(name) }
        if name.hasPrefix("note") { return try note(name, source) }
        if name.hasPrefix("inward") { return try inward(name, source) }
        if name.hasPrefix("fix") {
            let desk = try Scenes.over(source)
            var form = FixScreen(
                stream: StreamID("one"), session: desk.session,
                title: name == "fix" ? "A parcel without a scan is looked for on the same day" : "", guide: "huddle")
            if name == "fix" { press(&form, .plain(.tab)) }
            if name == "fix" { type("Handover", into: &form) }
            if name == "fix-evidence" { for _ in 0..<2 { press(&form, .plain(.tab)) } }
            if name == "fix-wrong" { press(&form, .control("s")) }
            return Scene(description: name, screen: form, now: desk.now)
        }
        return try guide(name, source)
    }

    // MARK: Several conversations

    private static func threads(_ name: String) throws -> Scene {
        var desk = try Desk(TwoChatsScenario.source)
        try desk.hear()
        try desk.pass(4_000)
        switch name {
        case "threads-urgent": try desk.pass(20_000)
        case "threads-turned":
            desk.press(.plain(.tab))
            try desk.pass(3_000)
        case "threads-resting":
            try desk.say("1")
            desk.press("1")
            desk.press(.plain(.enter))
            try desk.pass(4_000)
        case "threads-over":
            try desk.say("1")
            try desk.say("1")
            try desk.pass(30_000)
        default: break
        }
        return Scene(description: name, compositor: desk.compositor, now: desk.now)
    }

    // MARK: Comparing

    private static func compare(_ name: String, _ source: String) throws -> Scene {
        var desk = try Desk(source)
        try desk.say("2")
        if name == "compare-wordings" || name == "compare-same" {
            let attempts = Attempts(desk.session.log)
            guard name == "compare-wordings", let place = attempts.standing.last?.place else {
                let pair = CompareScreen(attempts, attempts, titles: ("This one", "The other"), of: StreamID("one"))
                return Scene(description: name, screen: pair, now: desk.now)
            }
            let wordings = try Wordings(at: place, in: desk.session, engine: desk.screen.engine)
            let screen = CompareScreen(
                wordings, of: StreamID("one"), at: place, wayBack: attempts.way(backTo: place))
            return Scene(description: name, screen: screen, now: desk.now)
        }
        if name == "compare-two" {
            desk.press("r")
            try desk.say("1")
            return Scene(
                description: name, screen: CompareScreen(Attempts(desk.session.log), of: StreamID("one")),
                now: desk.now)
        }
        let whole = Attempts(try Scenes.over(source).session.log)
        let screen =
            name == "compare-looking"
            ? CompareScreen(lookingAt: whole, of: "Kim")
            : CompareScreen(whole, Attempts(desk.session.log), titles: ("This one", "The other"), of: StreamID("one"))
        return Scene(description: name, screen: screen, now: desk.now)
    }

    // MARK: Notes

    private static func notebook(_ name: String) -> Scene {
        let rows = [
            row(1, "Ask what has to be there, and by when, before anything is looked up.", isRule: true, "First words"),
            row(2, "She said “the party” three times. I heard the cake.", isRule: false, "Put it right"),
            row(
                3,
                "When somebody writes in capitals I write faster. Slower would be better:\none breath, then one line.",
                isRule: false, ""),
        ]
        var screen = NotebookScreen(rows: name == "notebook-empty" ? [] : rows)
        if name == "notebook-find" || name == "notebook-nothing" {
            press(&screen, .character("/"))
            type(name == "notebook-find" ? "party" : "zebra", into: &screen)
            let found = name == "notebook-find" ? Array(rows[1...1]) : []
            screen.receive(found, query: screen.wish)
        }
        return Scene(description: name, screen: screen, now: start)
    }

    private static func row(_ sequence: Int, _ text: String, isRule: Bool, _ moment: String) -> NotebookScreen.Row {
        NotebookScreen.Row(
            NotebookEntry(
                stream: StreamID("one"), sequence: sequence, isRule: isRule, text: text, name: moment, writtenAt: 0,
                title: "A cake that did not come"), date: "21 Nov 2026")
    }

    private static func note(_ name: String, _ source: String) throws -> Scene {
        var desk = try Desk(source)
        try desk.hear()
        desk.press("n")
        if name == "note-rule" { desk.press(.plain(.tab)) }
        if name != "note" { desk.press("Name the party before the cake") }
        if name == "note-long" {
            for _ in 0..<5 {
                desk.press(.control("j"))
                desk.press("and what it is for, and by when it has to be there, in words that she has used herself")
            }
        }
        return Scene(description: name, compositor: desk.compositor, now: desk.now)
    }

    // MARK: Guides

    private static let shelf = GuideShelf(
        guides: [
            DebriefGuide(
                id: "alone", name: "Three, two, one", company: .alone, summary: "Five minutes with yourself.",
                agreement: [],
                prompts: [
                    DebriefGuide.Prompt(id: "three", text: "Which three things worked?", timebox: 90_000, output: nil)
                ]),
            DebriefGuide(
                id: "huddle", name: "Team huddle", company: .huddle,
                summary: "A team looks at one conversation and leaves with a question and one thing to change.",
                agreement: [
                    "We look at the conversation and leave the person out of it.",
                    "What is said here stays here; what we learnt may leave.",
                ],
                prompts: [
                    DebriefGuide.Prompt(
                        id: "clip", text: "Read the turning point aloud, without names. What did you notice?",
                        timebox: 180_000, output: nil),
                    DebriefGuide.Prompt(id: "take", text: "The question we take.", timebox: 60_000, output: .heuristic),
                ]),
            DebriefGuide(
                id: "care", name: "After a hard call", company: .care, summary: "You first, the work later.",
                agreement: [],
                prompts: [DebriefGuide.Prompt(id: "now", text: "How are you now?", timebox: 60_000, output: nil)]),
        ], troubles: ["debriefs/pair.yaml:7: A prompt has no `seconds`. Give it a timebox, as in seconds: 90."])

    private static func guide(_ name: String, _ source: String) throws -> Scene {
        let desk = try Scenes.over(source)
        var screen = GuideScreen(stream: StreamID("one"), session: desk.session, shelf: shelf)
        var now = desk.now
        if name != "guides" {
            press(&screen, .plain(.down), at: now)
            press(&screen, .plain(.enter), at: now)
        }
        if name == "guide-prompt" || name == "guide-overtime" || name == "guide-done" {
            press(&screen, .plain(.enter), at: now)
            now = now + (name == "guide-overtime" ? 200_000 : 62_000)
            type("She went quiet after the second “sorry”", into: &screen, at: now)
        }
        if name == "guide-done" {
            press(&screen, .plain(.tab), at: now)
            press(&screen, .plain(.tab), at: now)
        }
        return Scene(description: name, screen: screen, now: now)
    }

    // MARK: Looking inward

    private static func inward(_ name: String, _ source: String) throws -> Scene {
        let title = "A cake that did not come"
        if name == "inward-notice" {
            let notice =
                "In this call somebody shouts an insult at you. You can leave at any moment, and it is not held against you."
            return Scene(
                description: name, screen: InwardScreen(before: "cake", title: title, steps: [.notice(notice)]),
                now: start)
        }
        if name == "inward-after" {
            let desk = try Scenes.over(source)
            return Scene(
                description: name, screen: InwardScreen(after: StreamID("one"), session: desk.session), now: desk.now)
        }
        var screen = InwardScreen(
            before: "cake", title: title, steps: [.intention, .breath, .confidence, .willingness])
        var now = start
        if name != "inward-intention" { press(&screen, .plain(.enter)) }
        if name == "inward-breath" { now = now + 6_500 }
        if name == "inward-confidence" || name == "inward-chosen" { press(&screen, .plain(.enter)) }
        if name == "inward-chosen" { press(&screen, .character("4")) }
        return Scene(description: name, screen: screen, now: now)
    }

    // MARK: Keys

    private static func press(_ screen: inout some Screen, _ key: Key, at now: Uptime = start) {
        _ = screen.press(key, at: now)
    }

    private static func type(_ words: String, into screen: inout some Screen, at now: Uptime = start) {
        for character in words { press(&screen, .character(character), at: now) }
    }
}
