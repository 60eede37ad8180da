/// What a terminal tells a program.
public enum TerminalEvent: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted: in one piece, line ends as `\n`, otherwise as it came. Untrusted.
    case paste(String)
    /// The terminal has a new size.
    case resized(Size)
    /// The terminal's window gained or lost the keyboard (only when asked for).
    case focused(Bool)
    /// The terminal is gone. ``TerminalApplication/saveBeforeLeaving(_:)`` follows.
    case hungUp
    /// SIGINT, SIGTERM or SIGHUP arrived. ``TerminalApplication/saveBeforeLeaving(_:)`` follows.
    case terminate(signal: Int32)
    /// The program goes on after it was suspended; the screen is repainted whole.
    case resumed
}
