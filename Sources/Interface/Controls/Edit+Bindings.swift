import Terminal

extension Edit {
    /// The keys of every edit, as in readline and on every keyboard with arrows. What Enter does is for each screen to say.
    public static let bindings: [Binding] = moving + selecting + changing

    /// The edit of a key; nil when the key is nobody's here.
    public static func edit(for key: Key) -> Edit? { byKey[key] }

    private static let byKey: [Key: Edit] = bindings.reduce(into: [:]) { table, binding in
        for key in binding.keys where table[key] == nil { table[key] = binding.edit }
    }

    private static func row(_ edit: Edit, _ keys: [Key], _ shown: String, _ long: String) -> Binding {
        Binding(edit: edit, keys: keys, shown: shown, long: long)
    }

    private static let moving = [
        row(.left, [.plain(.left), .control("b")], "← Ctrl-B", "One character left."),
        row(.right, [.plain(.right), .control("f")], "→ Ctrl-F", "One character right."),
        row(.wordLeft, [Key(.left, .control), Key(.left, .alt), .alt("b")], "Ctrl-← Alt-B", "One word left."),
        row(.wordRight, [Key(.right, .control), Key(.right, .alt), .alt("f")], "Ctrl-→ Alt-F", "One word right."),
        row(.lineStart, [.plain(.home), .control("a")], "Home Ctrl-A", "To the start of the line."),
        row(.lineEnd, [.plain(.end), .control("e")], "End Ctrl-E", "To the end of the line."),
        row(.up, [.plain(.up), .control("p")], "↑ Ctrl-P", "One row up."),
        row(.down, [.plain(.down), .control("n")], "↓ Ctrl-N", "One row down."),
        row(.textStart, [Key(.home, .control), .alt("<")], "Ctrl-Home Alt-<", "To the start of the text."),
        row(.textEnd, [Key(.end, .control), .alt(">")], "Ctrl-End Alt->", "To the end of the text."),
    ]

    private static let selecting = [
        row(.selectLeft, [Key(.left, .shift)], "Shift-←", "Select one character left."),
        row(.selectRight, [Key(.right, .shift)], "Shift-→", "Select one character right."),
        row(
            .selectWordLeft, [Key(.left, [.control, .shift]), Key(.left, [.alt, .shift])], "Ctrl-Shift-←",
            "Select one word left."),
        row(
            .selectWordRight, [Key(.right, [.control, .shift]), Key(.right, [.alt, .shift])], "Ctrl-Shift-→",
            "Select one word right."),
        row(.selectToLineStart, [Key(.home, .shift)], "Shift-Home", "Select to the start of the line."),
        row(.selectToLineEnd, [Key(.end, .shift)], "Shift-End", "Select to the end of the line."),
        row(.selectUp, [Key(.up, .shift)], "Shift-↑", "Select one row up."),
        row(.selectDown, [Key(.down, .shift)], "Shift-↓", "Select one row down."),
        row(
            .selectToTextStart, [Key(.home, [.control, .shift])], "Ctrl-Shift-Home",
            "Select to the start of the text."),
        row(.selectToTextEnd, [Key(.end, [.control, .shift])], "Ctrl-Shift-End", "Select to the end of the text."),
        row(.selectAll, [.alt("a")], "Alt-A", "Select everything."),
        row(
            .mark, [.control(" ")], "Ctrl-Space",
            "Begin to select here, where Shift and arrows do not reach the program; again to stop."),
        row(.copy, [.alt("w")], "Alt-W", "Copy the selection, or everything when nothing is selected."),
    ]

    private static let changing = [
        row(.deleteBackward, [.plain(.backspace), .control("h")], "Backspace", "Delete the character before."),
        row(.deleteForward, [.plain(.delete)], "Delete", "Delete the character behind."),
        row(
            .killWordBackward, [.control("w"), Key(.backspace, .alt), Key(.backspace, .control)], "Ctrl-W",
            "Take the word before away, or the selection; Ctrl-Y puts it back."),
        row(
            .killWordForward, [.alt("d"), Key(.delete, .alt), Key(.delete, .control)], "Alt-D",
            "Take the word behind away."),
        row(.killToLineStart, [.control("u")], "Ctrl-U", "Take everything before in this line away."),
        row(.killToLineEnd, [.control("k")], "Ctrl-K", "Take everything behind in this line away."),
        row(.yank, [.control("y")], "Ctrl-Y", "Put back what was taken away last."),
        row(.yankOlder, [.alt("y")], "Alt-Y", "Right after Ctrl-Y: what was taken away before that instead."),
        row(.undo, [.control("_"), .control("/")], "Ctrl-_", "Undo."),
        row(.redo, [.alt("_"), .alt("/")], "Alt-_", "Redo."),
        row(.newLine, [Key(.enter, .alt), .control("j")], "Alt-Enter", "A new line."),
    ]
}
