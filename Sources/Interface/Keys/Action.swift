/// Something a person can do, by a key, by a `:command`, from the palette or, in plain mode, by a line.
public enum Action: Hashable, Sendable {
    // Moving
    case up, down, left, right, pageUp, pageDown, top, bottom, nextFocus, previousFocus
    // Everywhere
    case accept, back, leave, help, find, commandLine, palette, messages, standing, redraw, suspend
    case theme(String), motion(String)
    // Places
    case journal, patterns, goOn, setAside
    // A conversation
    case say(Int), type(String), meant, wait, pause, retry, compare, wordings, stepBack, announce, edit, editor, send,
        speech
    case difficulty
    // Writing down
    case note(String), rule(String), notebook, remove, lookInward
    // Looking back
    case reflect, fix, export, share, comment(String)
    // While text is typed
    case typing(Edit)
    // A live room
    case live, stage, blank, reveal, observe, people, vote, hint, win, longer, shorter, endRound, card
    // Writing a scenario
    case undo, restart, timeout, clocks, curveballs, keepRun, problems, changes, map
}

/// What of an ``Action`` a screen understands now, in the words of that screen.
public struct ScreenAction: Hashable, Sendable {
    /// What it does.
    public var action: Action
    /// Two or three words for the footer; empty to leave it out there.
    public var hint: String
    /// A sentence for help, where the key table's own is not the one.
    public var words: String?

    /// An action with its words here.
    public init(_ action: Action, _ hint: String = "", _ words: String? = nil) {
        self.action = action
        self.hint = hint
        self.words = words
    }

    /// Moving through rows.
    static let moving: [ScreenAction] = [.up, .down, .pageUp, .pageDown, .top, .bottom].map { ScreenAction($0) }
    /// Saying a reply by its number.
    static let saying: [ScreenAction] = (1...9).map { ScreenAction(.say($0), $0 == 1 ? "say" : "") }
    /// What every screen without typing has.
    static let common: [ScreenAction] = [
        ScreenAction(.commandLine), ScreenAction(.palette), ScreenAction(.standing), ScreenAction(.messages),
        ScreenAction(.theme("")), ScreenAction(.motion("")), ScreenAction(.redraw), ScreenAction(.suspend),
    ]
    static let help = ScreenAction(.help, "help")
}
