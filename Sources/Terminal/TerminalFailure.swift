/// Why a terminal could not be opened, in words for the person in front of it.
public enum TerminalFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Output (or the keyboard) is not a terminal but a file, a pipe or nothing.
    case notATerminal
    /// There is no description of this kind of terminal on the machine.
    case unknownTerminal(name: String)
    /// The terminal can only print line after line.
    case dumbTerminal(name: String)
    /// The system refused; the reason in its own words.
    case refused(reason: String)

    /// What is wrong and what to do, in one or two sentences.
    public var description: String {
        switch self {
        case .notATerminal:
            "This needs a terminal: its output or keyboard is a file or a pipe. Run it in a terminal window."
        case .unknownTerminal(let name) where name.isEmpty:
            "The variable TERM is empty, so nothing is known of this terminal. Try: TERM=xterm-256color"
        case .unknownTerminal(let name):
            "This machine has no description of the terminal “\(DisplayText.sanitised(name))” (variable TERM). "
                + "Install one (package ncurses-term) or try: TERM=xterm-256color"
        case .dumbTerminal(let name):
            "The terminal “\(DisplayText.sanitised(name))” (variable TERM) cannot place text on the screen."
        case .refused(let reason):
            "The terminal could not be opened: \(DisplayText.sanitised(reason))."
        }
    }
}
