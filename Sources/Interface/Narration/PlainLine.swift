import Terminal

/// What a typed line means in plain mode.
public enum PlainLine: Equatable, Sendable {
    /// Do these, in order: what a choice stands for, a command, a key's name.
    case act([Action])
    /// Words for the text that is being typed.
    case text(String)
    /// The text is at its end.
    case endsText
    /// Tell what the clocks have left.
    case time
    /// Tell what can be done here.
    case commands
    /// Not understood; why, in people's words.
    case unknown(String)

    /// Reads a line.
    ///
    /// A number or word before a choice chooses it, an empty line is Enter, `:word` and `/word` are commands, and so is a
    /// word alone that means one command; a key's name does what the key does full screen. While text is typed, a line
    /// is text unless a colon stands before it.
    public init(_ line: String, in narration: Narration, keys: KeyTable) {
        let words = Self.trimmed(line)
        if let typing = narration.typing {
            self = Self.typed(line, words, typing, narration, keys)
            return
        }
        if words.isEmpty {
            self = .act([.accept])
        } else if let choice = Self.choice(words, in: narration) {
            self = choice
        } else if let first = words.first, first == ":" || first == "/" {
            self = words == "/" ? .act([.find]) : Self.command(String(words.dropFirst()), keys)
        } else if narration.takesWords, Self.isSpeech(words) {
            self = .act([.type(words)])
        } else {
            self = Self.command(words, keys)
        }
    }

    private static func typed(
        _ line: String, _ words: String, _ typing: Narration.Typing, _ narration: Narration, _ keys: KeyTable
    ) -> PlainLine {
        if words.first == ":" { return command(String(words.dropFirst()), keys) }
        if words == "." { return .endsText }
        switch typing {
        case .search:
            if words.isEmpty { return .endsText }
            if Int(words) != nil, let choice = choice(words, in: narration) { return choice }
            return .text(words)
        case .answer: return words.isEmpty ? .endsText : .text(line)
        case .letter: return .text(line)
        }
    }

    private static func choice(_ words: String, in narration: Narration) -> PlainLine? {
        let wanted = words.last == "." ? String(words.dropLast()) : words
        if let choice = narration.choices?.all.first(where: { $0.label.lowercased() == wanted.lowercased() }) {
            return .act(choice.actions)
        }
        guard let number = Int(wanted) else { return nil }
        // A reply that cannot be said just now is the screen's to refuse, in its own words.
        let isReplying = narration.choices.map { $0.all.contains { $0.actions == [.say(1)] } } ?? true
        return isReplying && (1...9).contains(number)
            ? .act([.say(number)]) : .unknown("There is no \(wanted) here.")
    }

    /// Several words, of which the first is no command that takes some: what one says.
    private static func isSpeech(_ words: String) -> Bool {
        let parts = words.split(whereSeparator: \.isWhitespace)
        guard parts.count > 1, let first = parts.first?.lowercased() else { return false }
        return !["say", "type", "note", "rule", "comment", "theme", "motion"].contains(first)
    }

    private static func command(_ words: String, _ keys: KeyTable) -> PlainLine {
        let words = trimmed(words)
        if words.isEmpty { return .commands }
        if words.lowercased() == "time" { return .time }
        if words.count == 1, let key = Key(name: words), let action = keys.action(for: key) { return meant(action) }
        switch Command(words, in: keys) {
        case .action(let action): return meant(action)
        case .unknown(let why):
            if let key = Key(name: words), let action = keys.action(for: key) { return meant(action) }
            return .unknown(why)
        }
    }

    /// What lies over a screen is a list here.
    private static func meant(_ action: Action) -> PlainLine {
        switch action {
        case .help, .commandLine, .palette: .commands
        default: .act([action])
        }
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text.drop { $0.isWhitespace })
    }
}
