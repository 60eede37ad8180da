import Foundation

/// The command line as ArgumentParser tells it about itself: what `--help` is made of.
struct CommandTree: Decodable {
    /// A flag, an option or an argument.
    struct Argument: Decodable, Hashable {
        struct Name: Decodable, Hashable {
            var kind: String
            var name: String
        }

        var kind: String
        var names: [Name]?
        var valueName: String?
        var abstract: String?
        var discussion: String?
        var defaultValue: String?
        var isOptional: Bool
        var isRepeating: Bool
        var shouldDisplay: Bool

        /// As it is written: `--seed N`, `PATH...`.
        var written: String {
            let value = valueName ?? ""
            guard kind != "positional" else {
                let name = value.uppercased() + (isRepeating ? "..." : "")
                return isOptional ? "[\(name)]" : name
            }
            let all = (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }.joined(separator: ", ")
            return kind == "option" ? "\(all) \(value)" : all
        }

        /// What it means, with its default.
        var words: String {
            let words = [abstract, discussion].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
            guard kind == "option", let defaultValue, !defaultValue.isEmpty else { return words }
            return words + " (default: \(defaultValue))"
        }
    }

    var commandName: String
    var superCommands: [String]?
    var aliases: [String]?
    var abstract: String?
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [CommandTree]?

    /// The tree of the whole program.
    static func whole() throws -> CommandTree {
        struct Dump: Decodable { var command: CommandTree }
        return try JSONDecoder().decode(Dump.self, from: Data(Rapport._dumpHelp().utf8)).command
    }

    /// Every command that does something, with all its words: `rapport yarn tags`.
    var leaves: [CommandTree] {
        let below = (subcommands ?? []).filter { $0.commandName != "help" }
        return below.isEmpty ? [self] : below.flatMap(\.leaves)
    }

    /// All its words.
    var fullName: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

    /// What is shown of what it takes, without `--help` and `--version`, which every command has. A flag and its `--no-`
    /// are one.
    var shown: [Argument] {
        var shown: [Argument] = []
        for argument in arguments ?? [] where argument.shouldDisplay {
            let names = argument.names ?? []
            guard !names.contains(where: { ["help", "version"].contains($0.name) }) else { continue }
            if let last = shown.last, last.kind == "flag", let name = last.names?.first?.name,
                names.first?.name == "no-" + name
            {
                shown[shown.count - 1].names? += names
            } else {
                shown.append(argument)
            }
        }
        return shown
    }
}
