import Terminal

// The same screens, told instead of drawn.
extension Compositor {
    /// The screen in front, as it is told; nil while there is none.
    public func narration(at now: Uptime) -> Narration? {
        guard let front else { return nil }
        var narration = front.narration(at: now)
        if let word = front.standingWord { narration.items.append(Narration.Item("standing", word)) }
        return narration
    }

    /// The short words that were said after the first so many.
    public func news(after count: Int) -> [String] { Array(notices.log.suffix(max(0, notices.count - count))) }

    /// How many short words have been said.
    public var newsCount: Int { notices.count }

    /// What can be done here, in sentences: each command with its key, and why not where it cannot be done now.
    public func commandLines(at now: Uptime) -> [String] {
        var lines: [String] = []
        if front?.isTyping == true {
            lines.append("A line is text. Commands have a colon before them.")
        } else {
            lines.append(
                "A number chooses. An empty line is Enter. A command is its name, or its key, which stands behind it.")
        }
        lines.append("time: How much every clock has left.")
        var hasNumbers = false
        let isList = front?.narration(at: now).choices?.chosen != nil
        for row in everything(at: now).sorted(by: { Self.rank($0) < Self.rank($1) }) where Self.isWorthTelling(row) {
            if case .say = row.binding.action {
                if !hasNumbers { lines.append("1 to 9: Say or choose what has that number.") }
                hasNumbers = true
                continue
            }
            let argument = row.binding.argument.isEmpty ? "" : " \(row.binding.argument)"
            let key = row.binding.keys.first.map { " (\($0.name))" } ?? ""
            let refusal = row.refusal.map { " Not now: \($0)" } ?? ""
            lines.append("\(row.binding.command)\(argument)\(key): \(Self.words(row, isList: isList))\(refusal)")
        }
        return lines.map(PlainText.line)
    }

    private static func rank(_ row: ActionRow) -> Int {
        switch row.binding.group {
        case .moving: 1
        case .everywhere: 2
        default: 0
        }
    }

    /// Commands that are another's twin where nothing is drawn do their work, and are not told about.
    private static func isWorthTelling(_ row: ActionRow) -> Bool {
        switch row.binding.action {
        case .commandLine, .palette, .pageDown, .theme, .motion: false
        default: true
        }
    }

    /// What a command does where nothing is drawn.
    private static func words(_ row: ActionRow, isList: Bool) -> String {
        switch row.binding.action {
        case .help: return "Tell what can be done here."
        case .redraw: return "Tell this screen from the beginning."
        case .accept: return row.words + " An empty line does the same."
        case .pageUp where !isList: return "The last ten lines again."
        case .top where !isList: return "Everything that was told here again."
        case .bottom where !isList: return "What can be chosen, again."
        case .up where isList: return "The row before; with more about it."
        case .down where isList: return "The next row; with more about it."
        default: return row.words
        }
    }
}
