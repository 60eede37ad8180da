import Terminal

/// Keys that somebody wishes for an action, as their file has them.
public struct OwnKeys: Hashable, Sendable {
    /// The action's command, as written.
    public var command: String
    /// The keys, as written; none takes every key away.
    public var keys: [String]
    /// Where it stands in the file, from 1.
    public var line: Int

    /// Keys for a command, from a line of a file.
    public init(command: String, keys: [String], line: Int) {
        self.command = command
        self.keys = keys
        self.line = line
    }
}

/// Why a wish for a key could not be followed.
public struct KeyTrouble: Hashable, Sendable {
    /// The line of the file, from 1.
    public var line: Int
    /// What is wrong and what to do, in a sentence.
    public var message: String
}

extension KeyTable {
    /// The table with somebody's own keys in it. A wish that cannot be followed is left out and told about; an action can
    /// always still be done by its command.
    public func with(_ wishes: [OwnKeys]) -> (table: KeyTable, troubles: [KeyTrouble]) {
        var table = self
        var troubles: [KeyTrouble] = []
        // Keys for typing and keys for everything else never meet.
        var taken: [Bool: [Key: OwnKeys]] = [:]
        for wish in wishes {
            func trouble(_ message: String) { troubles.append(KeyTrouble(line: wish.line, message: message)) }
            guard let binding = bindings.first(where: { $0.command == wish.command }) else {
                let near = bindings.map(\.command).filter { Self.isNear($0, wish.command) }.first
                let hint = near.map { " Did you mean `\($0)`?" } ?? " `rapport --keys` lists them."
                trouble("There is no command `\(wish.command)`.\(hint)")
                continue
            }
            guard !binding.isFixed else {
                trouble("`\(wish.command)` is the terminal's own and keeps its key.")
                continue
            }
            let isTyping = binding.group == .typing
            var keys: [Key] = []
            for name in wish.keys {
                guard let key = Key(name: name) else {
                    trouble("`\(name)` is no key. Write it as Ctrl-R, Alt-x, F5, PgUp, Space or a letter.")
                    continue
                }
                if isTyping, key.typed != nil {
                    trouble("\(key.name) types a character.")
                } else if let other = taken[isTyping]?[key] {
                    trouble("\(key.name) is given to `\(other.command)` in line \(other.line) already.")
                } else if let other = table.bindings.first(where: { $0.isFixed && $0.keys.contains(key) }) {
                    trouble("\(key.name) is the terminal's own (`\(other.command)`).")
                } else {
                    taken[isTyping, default: [:]][key] = wish
                    keys.append(key)
                }
            }
            // A wish of which nothing could be followed takes nothing away.
            guard !keys.isEmpty || wish.keys.isEmpty else { continue }
            table.give(keys, to: binding.action)
        }
        // Whoever lost a key to a wish keeps its others.
        for binding in table.bindings {
            let taken = taken[binding.group == .typing] ?? [:]
            let own = binding.keys.filter { taken[$0] == nil || taken[$0]?.command == binding.command }
            guard own.count != binding.keys.count else { continue }
            table.give(own, to: binding.action)
            if own.isEmpty, let lost = binding.keys.compactMap({ taken[$0] }).first {
                troubles.append(
                    KeyTrouble(
                        line: lost.line,
                        message: "`\(binding.command)` has no key any more; `:\(binding.command)` still does it."))
            }
        }
        return (table, troubles.sorted { $0.line < $1.line })
    }

    private static func isNear(_ command: String, _ typed: String) -> Bool {
        command.hasPrefix(typed.prefix(3)) || typed.hasPrefix(command)
    }
}
