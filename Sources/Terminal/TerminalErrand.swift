/// Another program that is to have the terminal for a while, such as an editor or a pager.
///
/// While it runs, the terminal is as the shell left it; Ctrl-C and Ctrl-\ are the other program's, and Ctrl-Z stops both.
public struct TerminalErrand: Hashable, Sendable {
    /// The program, found along PATH, and what it is told.
    public var arguments: [String]
    /// Added to the environment; replaces what has the same name.
    public var environment: [String: String]

    /// A program with its arguments, and what its environment has beside ours.
    public init(_ arguments: [String], environment: [String: String] = [:]) {
        (self.arguments, self.environment) = (arguments, environment)
    }

    /// A command as people write it into `$VISUAL` or `$PAGER`, perhaps with options, applied to a file.
    public static func command(_ command: String, file: String) -> TerminalErrand {
        TerminalErrand(["/bin/sh", "-c", "exec \(command) \"$1\"", "sh", file])
    }

    /// How it came back.
    public enum Outcome: Hashable, Sendable {
        /// It ended by itself with a status, 0…255; 0 is success, 127 from a shell says that there is no such program.
        case exited(status: Int32)
        /// A signal ended it.
        case killed(signal: Int32)
        /// It could not be started; why, for people.
        case notStarted(reason: String)
    }
}
