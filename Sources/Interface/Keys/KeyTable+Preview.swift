import Terminal

extension KeyTable {
    private static let movingWithoutLetters = [
        row(.up, [.plain(.up), .character("k")], "↑ k", "", "The choice above."),
        row(.down, [.plain(.down), .character("j")], "↓ j", "", "The choice below."),
        row(.pageUp, [.plain(.pageUp), .control("u")], "PgUp", "", "Back in what was said."),
        row(.pageDown, [.plain(.pageDown), .control("d")], "PgDn", "", "Forward in it."),
        row(.top, [.plain(.home)], "Home", "", "To its beginning."),
        row(.bottom, [.plain(.end)], "End", "", "To its end."),
    ]

    /// A scenario being tried by its author.
    public static let preview = KeyTable(
        title: "Preview",
        bindings: (1...9).map { number in
            row(
                .option(number), [.character(Character(String(number)))], number == 1 ? "1-9" : "",
                number == 1 ? "choose" : "", number == 1 ? "Take the option with that number." : "")
        } + [
            row(.undo, [.character("u"), .plain(.backspace)], "u", "undo", "Take the last choice back."),
            row(
                .problems, [.character("e")], "e", "problems",
                "Read what is wrong with the file, or could be better."),
            row(.goTo, [.character("g"), .character("/")], "g", "go to", "Begin in another node, found by its name."),
            row(.restart, [.character("r")], "r", "restart", "Begin again in the node where this began."),
            row(
                .keepRun, [.character("s")], "s", "save run",
                "Add what was chosen so far to the scenario's test plan."),
            row(.changes, [.character("d")], "d", "", "Read what the last change of the file has changed."),
            row(.map, [.character("m")], "m", "map", "Read the map of the scenario."),
            row(.wait, [.character("w")], "w", "", "Take the option tagged #pause."),
            row(
                .timeout, [.character("t"), .character(".")], "t", "",
                "Let the clock run out: take the option tagged #timeout."),
            row(.stepBack, [.character("b")], "b", "", "Step back and hand over."),
            row(
                .clocks, [.character("c")], "c", "",
                "Let the clocks run, or stand. They stand at first; a reply then counts as given at once."),
            row(.accept, [.plain(.enter)], "Enter", "", "Take the choice that the arrows point at."),
        ] + movingWithoutLetters + [
            helping, row(.quit, [.character("q"), .control("c")], "q", "quit", "Leave. Nothing of it is kept."),
        ])

    /// Choosing a node. Letters are typed here, so actions are on other keys.
    public static let previewNodes = KeyTable(
        title: "Go to a node",
        bindings: [
            row(.accept, [.plain(.enter)], "Enter", "begin there", "Begin in the chosen node."),
            row(.up, [.plain(.up), .control("p")], "↑", "", "One row up."),
            row(.down, [.plain(.down), .control("n")], "↓", "", "One row down."),
            row(.pageUp, [.plain(.pageUp)], "PgUp", "", "A page up."),
            row(.pageDown, [.plain(.pageDown)], "PgDn", "", "A page down."),
            row(.back, [.plain(.escape), .control("c"), .control("g")], "Esc", "back", "Back without choosing."),
        ])
}
