import Terminal

/// One row of the key table: an action, the keys for it, its command, and its words.
public struct KeyBinding: Hashable, Sendable {
    /// Where help and the man page put it.
    public enum Group: String, CaseIterable, Sendable {
        case moving = "Moving"
        case everywhere = "Everywhere"
        case home = "Home"
        case conversation = "A conversation"
        case writingDown = "Writing down"
        case lookingBack = "Looking back"
        case live = "A live room"
        case writing = "Writing a scenario"
        case typing = "While text is typed"
    }

    /// What it does.
    public var action: Action
    /// What it is called behind `:`, and in a file of own keys.
    public var command: String
    /// What the command takes behind its name, for people; empty for nothing.
    public var argument = ""
    /// The keys that do it; the first one is shown.
    public var keys: [Key]
    /// A sentence for help.
    public var words: String
    /// Where help puts it.
    public var group: Group
    /// The terminal's own: it cannot be given to another key.
    public var isFixed = false

    /// How its first keys are written, for people: `↑ k`.
    public func shown(_ most: Int = 2) -> String { keys.prefix(most).map(\.name).joined(separator: " ") }
}

/// Which keys do what: the one table that dispatch, footer, help, palette, commands and the man page read.
///
/// No key stands in it twice, so that no letter means two things anywhere. While text is typed, a key that would type a
/// character types it, and the rows of that group come before the others.
public struct KeyTable: Hashable, Sendable {
    /// Its rows, in the order of help.
    public private(set) var bindings: [KeyBinding]
    private var actions: [Key: Action] = [:]
    private var edits: [Key: Edit] = [:]
    private var rows: [Action: Int] = [:]

    init(_ bindings: [KeyBinding]) {
        self.bindings = bindings
        for (row, binding) in bindings.enumerated() {
            rows[binding.action] = row
            for key in binding.keys {
                if case .typing(let edit) = binding.action { edits[key] = edit } else { actions[key] = binding.action }
            }
        }
    }

    /// The action of a key where nothing is typed.
    public func action(for key: Key) -> Action? { actions[key] }

    /// What a key does to the text that is being typed.
    public func edit(for key: Key) -> Edit? { edits[key] }

    /// The row of an action; an action with an argument has the row of its kind.
    public func binding(of action: Action) -> KeyBinding? {
        rows[action.kind].map { bindings[$0] }
    }

    /// How the keys of an action are written; several rows of replies as `1-9`.
    public func shown(_ action: Action) -> String {
        if case .say = action { return "1-9" }
        return binding(of: action).map { $0.shown(1) } ?? ""
    }

    /// The same table with other keys for some actions.
    mutating func give(_ keys: [Key], to action: Action) {
        guard let index = bindings.firstIndex(where: { $0.action == action }) else { return }
        bindings[index].keys = keys
        self = KeyTable(bindings)
    }
}

extension Action {
    /// The action without its argument, as it stands in the key table.
    var kind: Action {
        switch self {
        case .theme: .theme("")
        case .motion: .motion("")
        case .note: .note("")
        case .rule: .rule("")
        case .type: .type("")
        case .comment: .comment("")
        default: self
        }
    }
}
