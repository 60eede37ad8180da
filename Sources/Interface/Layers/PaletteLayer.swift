import Terminal

/// Everything that can be done here, in a list that typing narrows.
struct PaletteLayer: Layer {
    private let rows: [ActionRow]
    private let keys: KeyTable
    private var field = LineEditor(limit: 80, isSingleLine: true)
    private var selection = ListSelection()

    init(rows: [ActionRow], keys: KeyTable) {
        // What is particular to the screen comes first; replies are said with their digits.
        self.rows =
            rows.filter { if case .say = $0.binding.action { false } else { true } }
            .sorted { Self.rank($0) < Self.rank($1) }
        self.keys = keys
    }

    private static func rank(_ row: ActionRow) -> Int {
        switch row.binding.group {
        case .moving: 3
        case .everywhere: 2
        default: row.refusal == nil ? 0 : 1
        }
    }

    /// The rows whose command or words have every typed letter in order, the closest first.
    private var found: [ActionRow] {
        let wanted = field.value.lowercased()
        guard !wanted.isEmpty else { return rows }
        let ranked = rows.enumerated().compactMap { index, row -> (rank: Int, index: Int, row: ActionRow)? in
            guard let rank = Self.rank(wanted, in: row) else { return nil }
            return (rank, index, row)
        }
        return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.row)
    }

    private static func rank(_ wanted: String, in row: ActionRow) -> Int? {
        let command = row.binding.command
        if command.hasPrefix(wanted) { return 0 }
        if command.contains(wanted) { return 1 }
        let words = row.words.lowercased()
        if words.contains(wanted) { return 2 }
        var rest = wanted[...]
        for character in command where character == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty ? 3 : nil
    }

    var hints: [(keys: String, words: String)] { [("Enter", "do it"), ("Esc", "close")] }

    func room(in window: Size) -> Rect {
        let columns = min(window.columns - 4, 76)
        let rows = min(window.rows - 4, max(6, rows.count + 3))
        return Rect(column: (window.columns - columns) / 2, row: 2, columns: columns, rows: rows)
    }

    func draw(into surface: inout Surface, in area: Rect, look: Look) {
        surface.box(area, style: Role.border.index, title: "What can be done here", lines: look.glyphs.lines)
        var inside = area.inset(columns: 2, rows: 1)
        var line = inside.take(.top, 1)
        surface.put("\(look.glyphs.pointer) ", at: line.origin, style: Role.key.index)
        _ = line.take(.left, 2)
        let found = found
        if found.isEmpty {
            surface.put("Nothing here is called so.", at: inside.origin, style: Role.muted.index)
        }
        let first = selection.first(fitting: inside.rows, of: found.count)
        for (offset, row) in found.dropFirst(first).prefix(inside.rows).enumerated() {
            draw(
                row, isChosen: first + offset == selection.row, into: &surface,
                at: Point(column: inside.column, row: inside.row + offset), columns: inside.columns, look: look)
        }
        let below = found.count - first - inside.rows
        if below > 0 {
            let more = " \(below) more below "
            surface.put(
                more, at: Point(column: area.endColumn - DisplayText.width(of: more) - 1, row: area.endRow - 1),
                style: Role.muted.index)
        }
        field.draw(into: &surface, in: line, look: look)
    }

    private func draw(
        _ row: ActionRow, isChosen: Bool, into surface: inout Surface, at point: Point, columns: Int, look: Look
    ) {
        let keys = row.binding.shown(1)
        let name = row.binding.command + (row.binding.argument.isEmpty ? "" : " \(row.binding.argument)")
        let pad = String(repeating: " ", count: max(1, 13 - DisplayText.width(of: name)))
        let room = columns - 16 - DisplayText.width(of: keys)
        let words = row.refusal.map { "Not now: \($0)" } ?? row.words
        let shown = DisplayText.truncated(words, columns: max(1, room), ellipsis: look.glyphs.lines.ellipsis)
        let line = StyledLine(isChosen ? "\(look.glyphs.pointer) " : "  ", .key)
            .with(name + pad, row.refusal == nil ? (isChosen ? .strong : .text) : .muted)
            .with(shown, .muted)
        surface.draw(line, at: point, columns: columns)
        surface.put(
            keys, at: Point(column: point.column + columns - DisplayText.width(of: keys), row: point.row),
            style: Role.key.index)
    }

    mutating func handle(_ event: TerminalEvent) -> LayerAnswer {
        switch event {
        case .paste(let text): type { $0.insert(text) }
        case .key(let key):
            switch key.code {
            case .escape: return .closes
            case .character("g") where key.modifiers == .control, .character("p") where key.modifiers == .control:
                return .closes
            case .enter: return choose()
            case .up, .backTab: selection.move(.up, count: found.count)
            case .down, .tab: selection.move(.down, count: found.count)
            case .pageUp: selection.move(.pageUp, count: found.count)
            case .pageDown: selection.move(.pageDown, count: found.count)
            default:
                let keys = keys
                type { $0.take(key, in: keys) }
            }
        default: break
        }
        return .stays
    }

    private func choose() -> LayerAnswer {
        let found = found
        guard found.indices.contains(selection.row) else { return .closes }
        let row = found[selection.row]
        return row.refusal.map { .says($0) } ?? .does(row.binding.action)
    }

    private mutating func type(_ change: (inout LineEditor) -> Void) {
        let before = field.value
        change(&field)
        if field.value != before { selection = ListSelection() }
    }
}
