import Terminal

// The last row: a short word while there is one, else the keys that matter most here.
extension Compositor {
    func drawLastRow(of screen: any Screen, into surface: inout Surface, at now: Uptime) {
        let row = surface.size.rows - 1
        if let word = notices.text ?? screen.standingWord {
            let shown = DisplayText.truncated(
                " \(word)", columns: surface.size.columns - 1, ellipsis: look.glyphs.lines.ellipsis)
            surface.put(shown, at: Point(column: 0, row: row), style: Role.urgent.index)
            return
        }
        if let layer { return drawHints(layer.hints, into: &surface) }
        var hints = screen.actions.filter { !$0.hint.isEmpty && screen.refusal(of: $0.action, at: now) == nil }
        // Where there is no room for all of them, help and the way out stay.
        while hints.reduce(-3, { $0 + columns($1) + 3 }) > surface.size.columns - 2,
            let index = hints.lastIndex(where: { ![.help, .leave, .back].contains($0.action) })
        {
            hints.remove(at: index)
        }
        drawHints(hints.map { (shown($0.action), $0.hint) }, into: &surface)
    }

    private func drawHints(_ hints: [(keys: String, words: String)], into surface: inout Surface) {
        let row = surface.size.rows - 1
        var column = 1
        for (index, hint) in hints.enumerated() {
            let width = DisplayText.width(of: hint.keys) + DisplayText.width(of: hint.words) + 1
            guard column + width <= surface.size.columns else { continue }
            if index > 0 {
                column += surface.put(
                    " \(look.glyphs.dot) ", at: Point(column: column, row: row), style: Role.muted.index)
            }
            column += surface.put(hint.keys, at: Point(column: column, row: row), style: Role.key.index)
            column += surface.put(" \(hint.words)", at: Point(column: column, row: row), style: Role.muted.index)
        }
    }

    private func columns(_ hint: ScreenAction) -> Int {
        DisplayText.width(of: shown(hint.action)) + DisplayText.width(of: hint.hint) + 1
    }

    /// The key of an action here: while text is typed, one that types nothing.
    private func shown(_ action: Action) -> String {
        guard front?.isTyping == true, let binding = keys.binding(of: action) else { return keys.shown(action) }
        let key = binding.keys.first { self.action(for: $0)?.kind == action.kind }
        return key?.name ?? keys.shown(action)
    }

    // MARK: Everything that can be done

    /// What can be done here, with its key and its words, and why not where it cannot.
    func everything(at now: Uptime) -> [ActionRow] {
        guard let front else { return [] }
        let offered = front.actions + ScreenAction.common + [ScreenAction.help]
        var seen: Set<Action> = []
        return offered.compactMap { offer in
            guard seen.insert(offer.action).inserted, var binding = keys.binding(of: offer.action) else { return nil }
            // A key that types its character here, or edits, does not do this.
            binding.keys.removeAll { !binding.isFixed && action(for: $0)?.kind != offer.action.kind }
            return ActionRow(
                binding: binding, words: offer.words ?? binding.words,
                refusal: front.refusal(of: offer.action, at: now))
        }
    }

    /// The keys of the front screen, explained: what is particular to it first, then what is the same everywhere.
    func helpText(at now: Uptime) -> String {
        var rows = everything(at: now)
        if front?.isTyping == true {
            rows.removeAll { $0.binding.keys.isEmpty }
            rows += keys.bindings.filter { $0.group == .typing }.map { ActionRow(binding: $0, words: $0.words) }
        }
        var lines: [String] = []
        for group in KeyBinding.Group.allCases.sorted(by: { Self.rank($0) < Self.rank($1) }) {
            let own = rows.filter { $0.binding.group == group }
            guard !own.isEmpty else { continue }
            if !lines.isEmpty { lines.append("") }
            lines.append(group.rawValue)
            var hasNumbers = false
            for row in own {
                if case .say = row.binding.action {
                    let isUsual = row.words == row.binding.words
                    let words = isUsual ? "Say the reply with that number." : row.words
                    if !hasNumbers { lines.append(Self.line("1-9", words, nil)) }
                    hasNumbers = true
                } else {
                    lines.append(Self.line(row.binding.shown(3), row.words, row.refusal))
                }
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func rank(_ group: KeyBinding.Group) -> Int {
        switch group {
        case .typing: 7
        case .moving: 8
        case .everywhere: 9
        default: 0
        }
    }

    private static func line(_ keys: String, _ words: String, _ refusal: String?) -> String {
        let pad = String(repeating: " ", count: max(1, 20 - DisplayText.width(of: keys)))
        return "  " + keys + pad + words + (refusal.map { " Not now: \($0)" } ?? "")
    }
}

/// One thing that can be done: for the palette, completion and help.
public struct ActionRow: Sendable {
    /// Its row of the key table.
    public var binding: KeyBinding
    /// What it does here, in a sentence.
    public var words: String
    /// Why it cannot be done just now.
    public var refusal: String?
}
