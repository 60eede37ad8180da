import Terminal

/// The key table on paper: for `--keys`, the manual and Docs/Keys.md.
public struct KeySheet: Sendable {
    /// A row: keys, command and words as people write them.
    public struct Row: Equatable, Sendable {
        /// The keys, with commas: `Ctrl-R, F5`; empty when there is none.
        public var keys: String
        /// What is typed behind `:`, with what it takes.
        public var command: String
        /// What it does, in a sentence.
        public var words: String
        /// The keys are somebody's own.
        public var isOwn: Bool
        /// The terminal's own, which keeps its key.
        public var isFixed: Bool
    }

    /// Rows under their heading, in the order of help.
    public let groups: [(group: KeyBinding.Group, rows: [Row])]

    /// The sheet of a table.
    /// - Parameter standard: the table that others are told apart from.
    public init(_ table: KeyTable, comparedWith standard: KeyTable = .standard) {
        groups = KeyBinding.Group.allCases.compactMap { group in
            var rows: [Row] = []
            var isTold = false
            for binding in table.bindings where binding.group == group {
                let isOwn = standard.binding(of: binding.action).map { $0.keys != binding.keys } ?? false
                if case .say = binding.action, !isOwn {
                    if !isTold {
                        rows.append(
                            Row(
                                keys: "1 to 9", command: "say NUMBER", words: "Say the reply with that number.",
                                isOwn: false, isFixed: false))
                    }
                    isTold = true
                    continue
                }
                let command = binding.command + (binding.argument.isEmpty ? "" : " " + binding.argument)
                rows.append(
                    Row(
                        keys: binding.keys.map(\.writtenName).joined(separator: ", "), command: command,
                        words: binding.words, isOwn: isOwn, isFixed: binding.isFixed))
            }
            return rows.isEmpty ? nil : (group, rows)
        }
    }

    /// The sheet as plain text: keys, command, words; `*` before what is somebody's own.
    public var text: String {
        let all = groups.flatMap(\.rows)
        let keys = min(28, all.map { DisplayText.width(of: $0.keys) }.max() ?? 0)
        let commands = all.map { DisplayText.width(of: $0.command) }.max() ?? 0
        var lines: [String] = []
        for (group, rows) in groups {
            if !lines.isEmpty { lines.append("") }
            lines.append(group.rawValue)
            for row in rows {
                let mark = row.isOwn ? "*" : " "
                let shown = row.keys.isEmpty ? "(none)" : row.keys
                lines.append(
                    "\(mark) \(Self.padded(shown, keys))  \(Self.padded(row.command, commands))  \(row.words)")
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func padded(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - DisplayText.width(of: text)))
    }
}

extension Key {
    /// As ``name``, in letters alone: `Up` where that has `↑`. A settings file takes both.
    public var writtenName: String {
        let words: [Character: String] = ["↑": "Up", "↓": "Down", "←": "Left", "→": "Right"]
        return String(name.map { words[$0] ?? String($0) }.joined())
    }
}
