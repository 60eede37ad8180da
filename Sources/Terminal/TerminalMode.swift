/// Something switched on in the terminal beside what ncurses does, with what switches it off again.
///
/// The one list from which entering, leaving, suspending and the crash bytes are made.
struct TerminalMode {
    let enter: String
    let leave: String

    /// Pastes arrive between marks instead of as keys.
    static let bracketedPaste = TerminalMode(enter: "\u{1B}[?2004h", leave: "\u{1B}[?2004l")
    /// The window reports when it gains or loses the keyboard.
    static let focus = TerminalMode(enter: "\u{1B}[?1004h", leave: "\u{1B}[?1004l")

    static func list(_ options: TerminalSession.Options) -> [TerminalMode] {
        options.contains(.reportsFocus) ? [bracketedPaste, focus] : [bracketedPaste]
    }

    /// What switches all of them on.
    static func enter(_ modes: [TerminalMode]) -> [UInt8] { modes.flatMap { Array($0.enter.utf8) } }

    /// What switches all of them off, last first.
    static func leave(_ modes: [TerminalMode]) -> [UInt8] { modes.reversed().flatMap { Array($0.leave.utf8) } }
}
