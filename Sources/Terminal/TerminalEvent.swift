/// What a terminal tells a program.
public enum TerminalEvent: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// A key was let go (only from terminals that tell).
    case keyReleased(Key)
    /// The mouse did something (only when ``TerminalModes/mouse`` asks for it).
    case mouse(MouseEvent)
    /// Text was pasted: in one piece, line ends as `\n`, otherwise as it came. Untrusted.
    case paste(String)
    /// The terminal has a new size.
    case resized(Size)
    /// The terminal's window gained or lost the keyboard (only when asked for).
    case focused(Bool)
    /// The terminal is gone. ``TerminalApplication/saveBeforeLeaving(_:)`` follows.
    case hungUp
    /// SIGINT, SIGQUIT, SIGTERM or SIGHUP arrived. ``TerminalApplication/saveBeforeLeaving(_:)`` follows.
    case terminate(signal: Int32)
    /// The terminal is about to be lent: the process is suspended or an errand runs. ``resumed`` follows.
    case lent
    /// The errand that was handed over has ended; ``resumed`` follows.
    case returned(TerminalErrand.Outcome)
    /// The program goes on after it was suspended or an errand ran; the screen is repainted whole.
    case resumed
    /// The terminal answered one of the questions that are asked once, with the first frame.
    case answered(TerminalAnswer)
}
