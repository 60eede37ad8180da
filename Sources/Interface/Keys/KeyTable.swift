import Terminal

/// Something a person can do on a screen.
public enum Action: Hashable, Sendable {
    case up, down, pageUp, pageDown, top, bottom
    case accept, back, quit, help
    case option(Int)
    case wait, pause, stepBack, retry
    case journal, goOn, setAside, reflect, skip
    case undo, goTo, restart, timeout, clocks, keepRun, problems, changes, map
}

/// One row of the key table: an action, the keys for it, and its words.
public struct KeyBinding: Hashable, Sendable {
    /// What it does.
    public var action: Action
    /// The keys that do it; the first one is shown.
    public var keys: [Key]
    /// How the keys are written, for people.
    public var shown: String
    /// Two or three words for the footer; empty to leave it out there.
    public var short: String
    /// A sentence for help.
    public var long: String
}

/// Which keys do what, on which screen: dispatch, footer and help all read this.
public struct KeyTable: Hashable, Sendable {
    /// The screen it is for, as its help is titled.
    public var title: String
    /// Its rows, most needed first.
    public var bindings: [KeyBinding]

    /// The action of a key.
    public func action(for key: Key) -> Action? {
        bindings.first { $0.keys.contains(key) }?.action
    }

    static func row(_ action: Action, _ keys: [Key], _ shown: String, _ short: String, _ long: String) -> KeyBinding {
        KeyBinding(action: action, keys: keys, shown: shown, short: short, long: long)
    }

    static let moving = [
        row(.up, [.plain(.up), .character("k")], "↑ k", "", "One row up; in a transcript, back in time."),
        row(.down, [.plain(.down), .character("j")], "↓ j", "", "One row down."),
        row(.pageUp, [.plain(.pageUp), .control("u")], "PgUp", "", "A page up."),
        row(.pageDown, [.plain(.pageDown), .control("d")], "PgDn", "", "A page down."),
        row(.top, [.plain(.home), .character("g")], "Home g", "", "To the top."),
        row(.bottom, [.plain(.end), .character("G")], "End G", "", "To the bottom."),
    ]

    static let helping = row(
        .help, [.character("?"), .plain(.function(1))], "?", "help", "These keys, wherever you are.")

    /// Home.
    public static let home = KeyTable(
        title: "Home",
        bindings: [
            row(.accept, [.plain(.enter)], "Enter", "start", "Start the chosen scenario."),
            row(.goOn, [.character("c")], "c", "go on", "Go on with the session that was broken off."),
            row(.setAside, [.character("x")], "x", "leave it", "Leave that session; it stays in the journal."),
            row(.journal, [.character("J")], "J", "journal", "Past sessions and their debriefs."),
        ] + moving + [helping, row(.quit, [.character("q"), .control("c")], "q", "quit", "Leave Rapport.")])

    /// A session was broken off.
    public static let offer = KeyTable(
        title: "Go on?",
        bindings: [
            row(.goOn, [.character("c"), .plain(.enter)], "c", "go on", "Go on at the same moment."),
            row(.accept, [.character("n")], "n", "begin anew", "Begin a new session; the other one stays."),
            helping,
            row(.back, [.plain(.escape), .character("q"), .control("c")], "q", "Home", "Neither: to Home."),
        ])

    /// A conversation.
    public static let practice = KeyTable(
        title: "Practice",
        bindings: (1...9).map { number in
            row(
                .option(number), [.character(Character(String(number)))], number == 1 ? "1-9" : "",
                number == 1 ? "say" : "", number == 1 ? "Say the reply with that number." : "")
        } + [
            row(
                .accept, [.plain(.enter)], "Enter", "",
                "Say the chosen reply; close the coach's word; hear the next line at once."),
            row(.pause, [.character(" "), .character("p")], "Space", "pause", "Stop every clock and hide the text."),
            row(.stepBack, [.character("b")], "b", "step back", "Hand over to a colleague. Always allowed."),
            row(
                .wait, [.character("w")], "w", "wait a beat",
                "Say nothing for a moment, on purpose. Silence is a reply."),
            row(.retry, [.character("r")], "r", "retry", "Go back to the last moment; both attempts are kept."),
        ] + moving + [
            helping,
            row(
                .quit, [.character("q"), .control("c")], "q", "leave",
                "Leave for now. The session waits in the journal, at this very moment."),
        ])

    /// A conversation that stands still.
    public static let paused = KeyTable(
        title: "Paused",
        bindings: [
            row(
                .pause, [.character(" "), .character("p"), .plain(.enter)], "Space", "go on",
                "Let the clocks run again."),
            helping,
            row(.quit, [.character("q"), .control("c")], "q", "leave", "Leave for now; it all waits here."),
        ])

    /// Looking back.
    public static let debrief = KeyTable(
        title: "Debrief",
        bindings: [
            row(
                .reflect, [.plain(.enter), .character("f")], "Enter", "reflect", "Answer the questions, a minute each.")
        ] + moving + [
            helping,
            row(
                .back, [.plain(.escape), .character("q"), .control("c")], "q", "done",
                "Back to where you came from."),
        ])

    /// Answering a question for afterwards. Letters are typed here, so actions are on other keys.
    public static let reflecting = KeyTable(
        title: "Reflection",
        bindings: [
            row(.accept, [.plain(.enter)], "Enter", "keep it", "Keep the answer and go to the next question."),
            row(.skip, [.plain(.tab)], "Tab", "leave it", "Leave this question; nobody counts that."),
            row(
                .back, [.plain(.escape), .control("c")], "Esc", "back",
                "Back to the debrief; what you typed is kept until you leave it."),
        ])

    /// Past sessions.
    public static let journal = KeyTable(
        title: "Journal",
        bindings: [
            row(
                .accept, [.plain(.enter)], "Enter", "look back",
                "Open the session's debrief, or go on with an open one.")
        ] + moving + [
            helping,
            row(.back, [.plain(.escape), .character("q"), .control("c")], "q", "back", "Back to Home."),
        ])

    /// A text to read.
    public static let reading = KeyTable(
        title: "Reading",
        bindings: moving + [
            row(
                .back,
                [
                    .plain(.escape), .character("q"), .character("?"), .plain(.enter), .control("c"),
                    .plain(.function(1)),
                ],
                "Esc", "back", "Back to where you were.")
        ])
}
