/// What stands behind `:`, understood.
public enum Command: Hashable, Sendable {
    /// An action, with its argument where it takes one.
    case action(Action)
    /// Not understood: why, and what may have been meant.
    case unknown(String)

    /// Reads a command line without its colon: `retry`, `say 2`, `theme dark`, or the first letters of one.
    public init(_ line: String, in table: KeyTable) {
        let words = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        guard let name = words.first?.lowercased() else {
            self = .unknown("Type a command; `help` lists them.")
            return
        }
        let argument = words.dropFirst().joined(separator: " ")
        if let number = Int(name) {
            self = .action(.say(number))
            return
        }
        if name == "say" {
            if let number = Int(argument) {
                self = .action(.say(number))
            } else {
                self =
                    argument.isEmpty
                    ? .unknown("`say` takes the number of a reply, or words of your own: say 2.")
                    : .action(.type(argument))
            }
            return
        }
        let exact = table.bindings.first { $0.command == name }
        let begun = table.bindings.filter { $0.command.hasPrefix(name) }
        guard let binding = exact ?? (begun.count == 1 ? begun[0] : nil) else {
            self =
                begun.isEmpty
                ? .unknown("There is no command `\(name)`. `help` lists them.")
                : .unknown("`\(name)` may be " + begun.map(\.command).joined(separator: ", ") + ".")
            return
        }
        switch binding.action {
        case .theme: self = .action(.theme(argument))
        case .motion: self = .action(.motion(argument))
        case .note: self = .action(.note(argument))
        case .rule: self = .action(.rule(argument))
        case .type: self = .action(.type(argument))
        case .comment: self = .action(.comment(argument))
        default:
            self =
                argument.isEmpty
                ? .action(binding.action) : .unknown("`\(binding.command)` takes nothing behind it.")
        }
    }

    /// The commands that begin as a line does, for completion.
    public static func completions(of line: String, among actions: [Action], in table: KeyTable) -> [String] {
        let typed = line.lowercased()
        return table.bindings.filter { binding in
            binding.command.hasPrefix(typed) && actions.contains(binding.action)
        }.map(\.command)
    }
}
