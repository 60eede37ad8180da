import Terminal

extension KeyTable {
    /// The keys as they are unless somebody changes them.
    public static let standard = KeyTable(
        moving + everywhere + home + conversation + writingDown + lookingBack + live + writing + typing)

    private static func row(
        _ group: KeyBinding.Group, _ action: Action, _ command: String, _ keys: [Key], _ words: String,
        takes argument: String = "", isFixed: Bool = false
    ) -> KeyBinding {
        KeyBinding(
            action: action, command: command, argument: argument, keys: keys, words: words, group: group,
            isFixed: isFixed)
    }

    private static let moving = [
        row(.moving, .up, "up", [.plain(.up), .character("k")], "One row up."),
        row(.moving, .down, "down", [.plain(.down), .character("j")], "One row down."),
        row(.moving, .left, "left", [.plain(.left), .character("h")], "To the left."),
        row(.moving, .right, "right", [.plain(.right), .character("l")], "To the right."),
        row(
            .moving, .pageUp, "page-up", [.plain(.pageUp), .control("u"), .control("b")],
            "A page up; in what was said, back in time."),
        row(.moving, .pageDown, "page-down", [.plain(.pageDown), .control("d"), .control("f")], "A page down."),
        row(.moving, .top, "top", [.plain(.home), .character("g")], "To the beginning."),
        row(.moving, .bottom, "bottom", [.plain(.end), .character("G")], "To the end."),
        row(.moving, .nextFocus, "next", [.plain(.tab), .character("]")], "To the next list or field."),
        row(.moving, .previousFocus, "previous", [.plain(.backTab), .character("[")], "To the list or field before."),
    ]

    private static let everywhere = [
        row(.everywhere, .accept, "go", [.plain(.enter)], "Do what is chosen."),
        row(.everywhere, .back, "back", [.plain(.escape), .control("g")], "Back, one step; nothing typed is lost."),
        row(
            .everywhere, .leave, "quit", [.character("q"), .control("c")],
            "Leave this screen; on Home, leave Rapport. Ctrl-C twice leaves from anywhere."),
        row(.everywhere, .help, "help", [.character("?"), .plain(.function(1))], "The keys of this screen."),
        row(.everywhere, .find, "find", [.character("/")], "Find in this list by typing."),
        row(.everywhere, .commandLine, "command", [.character(":")], "Type a command; Tab completes it."),
        row(
            .everywhere, .palette, "palette", [.control("p"), .plain(.function(4))],
            "Everything that can be done here, to choose from."),
        row(.everywhere, .standing, "where", [.character(".")], "Say where you are: screen, moment, clocks."),
        row(.everywhere, .messages, "messages", [.character("M")], "Read again what was said in the last row."),
        row(
            .everywhere, .patterns, "patterns", [.character("p"), .alt("p")],
            "What helps in hard conversations, to read; while you practise, the pattern for this moment."),
        row(
            .everywhere, .theme(""), "theme", [.plain(.function(2))],
            "Change how it looks: calm, dark, light, contrast, projector, mono.", takes: "NAME"),
        row(
            .everywhere, .motion(""), "motion", [.plain(.function(3))], "Let things move, or stand still.",
            takes: "full|reduced"),
        row(.everywhere, .redraw, "redraw", [.control("l")], "Draw the screen anew.", isFixed: true),
        row(
            .everywhere, .suspend, "suspend", [.control("z")], "Put Rapport to sleep; fg brings it back.",
            isFixed: true),
    ]

    private static let home = [
        row(.home, .goOn, "continue", [.character("o")], "Go on with the session that was broken off."),
        row(.home, .setAside, "set-aside", [.character("x")], "Leave that session; it stays in the journal."),
        row(.home, .journal, "journal", [.character("J")], "Past sessions and their debriefs."),
    ]

    private static let conversation =
        (1...9).map { number in
            row(
                .conversation, .say(number), "say \(number)", [.character(Character(String(number)))],
                "Say the reply with the number \(number).")
        } + [
            row(
                .conversation, .type(""), "type", [.character("t")],
                "Say it in your own words: they are heard for what they do.", takes: "WORDS"),
            row(
                .conversation, .meant, "meant", [.character("X")],
                "Something else was meant by the words you typed: say what."),
            row(
                .conversation, .wait, "wait", [.character("w")],
                "Say nothing for a moment, on purpose. Silence is a reply."),
            row(
                .conversation, .timeout, "timeout", [.character("T")],
                "Say nothing, and let the clock run out at once."),
            row(
                .conversation, .pause, "pause", [.character(" ")],
                "Stop every clock and hide the text; again goes on."),
            row(
                .conversation, .retry, "retry", [.character("r")],
                "Go back to the last moment; both attempts are kept."),
            row(
                .conversation, .compare, "compare", [.character("c")],
                "Your attempts at a moment, side by side."),
            row(
                .conversation, .wordings, "wordings", [.character("V")],
                "The wordings of your last reply: what each would have done."),
            row(
                .conversation, .stepBack, "step-back", [.character("b")],
                "Step back: the words for it come first. Always allowed."),
            row(
                .conversation, .difficulty, "difficulty", [.character("D")],
                "How demanding it is: gentle, steady, stretching, or as you go; each press is the next."),
            row(.conversation, .announce, "again", [.character("a")], "Show the coach's last word again."),
            row(.conversation, .edit, "edit", [.character("e")], "Write in the mail yourself."),
            row(.conversation, .editor, "editor", [.control("o")], "Write in your own editor."),
            row(.conversation, .send, "send", [.alt("s")], "Send the mail as it stands, after a last look."),
            row(.conversation, .speech, "voice", [.character("v")], "Let the machine speak the lines, or be quiet."),
        ]

    private static let typing = Edit.bindings.map { binding in
        row(.typing, .typing(binding.edit), "type-" + words(of: binding.edit), binding.keys, binding.long)
    }

    /// `selectWordLeft` as `select-word-left`.
    private static func words(of edit: Edit) -> String {
        "\(edit)".reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }

    private static let writingDown = [
        row(
            .writingDown, .note(""), "note", [.character("n")], "Write a note; every clock waits meanwhile.",
            takes: "TEXT"),
        row(
            .writingDown, .rule(""), "rule", [.alt("n")],
            "Write a rule of your own, which is offered back when it fits. In a note, Tab makes it one.",
            takes: "TEXT"),
        row(.writingDown, .notebook, "notebook", [.character("N")], "All your notes, and the rules of your own."),
        row(.writingDown, .remove, "remove", [.plain(.delete)], "Take the chosen note out; twice, to be sure."),
        row(
            .writingDown, .lookInward, "look-inward", [.character("i")],
            "Look inward: an intention, a breath, how confident you are. All of it can be skipped."),
    ]

    private static let lookingBack = [
        row(
            .lookingBack, .reflect, "reflect", [.character("f")],
            "Choose a guide for looking back: alone, in a pair, in a huddle, after a hard call."),
        row(
            .lookingBack, .fix, "fix", [.character("F")],
            "Write down something to change in the way you all work."),
        row(.lookingBack, .export, "export", [.character("E")], "Write the debrief into a file, with its pictures."),
        row(
            .lookingBack, .comment(""), "comment", [.character("y")],
            "Add a comment: to the chosen moment, to the session, or as an answer to the chosen comment.",
            takes: "TEXT"),
        row(
            .lookingBack, .share, "share", [.character("@")],
            "Share the session with colleagues who use this journal, or no longer."),
    ]

    private static let live = [
        row(.live, .live, "live", [.character("L")], "Open a room for a live role-play, or come back to one."),
        row(
            .live, .stage, "stage", [.character("S")],
            "From the desk to the stage, and back; who has a seat as well goes round all three."),
        row(.live, .blank, "blank", [.character("B")], "Blank the stage, or show it again."),
        row(.live, .reveal, "reveal", [.character("A")], "Show everybody's names on the stage, or hide them."),
        row(.live, .card, "card", [.character("Q")], "Show a card to whoever it is for; the same key hides it."),
        row(.live, .observe, "mark", [.character("O")], "Mark a behaviour: then its key."),
        row(.live, .people, "people", [.character("P")], "The people: roles, names, who is heard, who has the desk."),
        row(.live, .vote, "vote", [.character("H")], "Ask the room which reply comes next; again ends the vote."),
        row(.live, .hint, "hint", [.character("I")], "Give the agent a word of help."),
        row(.live, .win, "win", [.character("W")], "Keep a small win, by the name of the behaviour."),
        row(.live, .longer, "longer", [.character("+")], "A minute more for this round."),
        row(.live, .shorter, "shorter", [.character("-")], "A minute less for this round."),
        row(.live, .endRound, "end-round", [.character("z")], "End the round; the feedback round follows."),
    ]

    private static let writing = [
        row(.writing, .undo, "undo", [.character("u"), .plain(.backspace)], "Take the last choice back."),
        row(
            .writing, .problems, "problems", [.character("!")],
            "Read what is wrong with the file, or could be better."),
        row(.writing, .restart, "restart", [.character("R")], "Begin again in the node where this began."),
        row(
            .writing, .keepRun, "save-run", [.character("s")],
            "Add what was chosen so far to the scenario's test plan."),
        row(.writing, .changes, "changes", [.character("d")], "Read what the last change of the file has changed."),
        row(.writing, .map, "map", [.character("m")], "Read the map of the scenario."),
        row(
            .writing, .clocks, "clocks", [.character("C")],
            "Let the clocks run, or stand. They stand at first; a reply then counts as given at once."),
        row(
            .writing, .curveballs, "curveballs", [.character("K")],
            "Let every curveball strike at its first place, or none. None does at first."),
    ]
}
