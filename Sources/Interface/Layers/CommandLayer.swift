import Terminal

/// The command line in the last row: `:` and the name of what is to be done. Tab completes it.
struct CommandLayer: Layer {
    private let keys: KeyTable
    private let actions: [Action]
    private var field = LineEditor(limit: 200, isSingleLine: true)
    /// The completions of what was typed, while Tab goes round them.
    private var round: [String] = []
    private var place = 0

    init(keys: KeyTable, actions: [ActionRow]) {
        self.keys = keys
        self.actions = actions.map(\.binding.action)
    }

    /// It has the last row to itself.
    var hints: [(keys: String, words: String)] { [] }

    /// The last row, and one above it for completions.
    func room(in window: Size) -> Rect {
        Rect(column: 0, row: max(0, window.rows - 2), columns: window.columns, rows: min(2, window.rows))
    }

    func draw(into surface: inout Surface, in area: Rect, look: Look) {
        let names = round.isEmpty ? Command.completions(of: field.value, among: actions, in: keys) : round
        surface.restyle(Rect(column: area.column, row: area.row, columns: area.columns, rows: 1), style: 0)
        var column = area.column + 1
        for (index, name) in names.enumerated() {
            let width = DisplayText.width(of: name)
            guard column + width + 2 < area.endColumn else {
                surface.put(
                    look.glyphs.lines.ellipsis, at: Point(column: column, row: area.row), style: Role.muted.index)
                break
            }
            let isNext = !round.isEmpty && index == place
            column += surface.put(
                name, at: Point(column: column, row: area.row), style: (isNext ? Role.selected : Role.muted).index)
            column += 2
        }
        if names.isEmpty, !field.value.isEmpty {
            surface.put(
                "nothing here begins so; Enter says why", at: Point(column: column, row: area.row),
                style: Role.muted.index)
        }
        surface.put(":", at: Point(column: area.column, row: area.endRow - 1), style: Role.key.index)
        field.draw(
            into: &surface,
            in: Rect(column: area.column + 1, row: area.endRow - 1, columns: area.columns - 1, rows: 1), look: look)
    }

    mutating func handle(_ event: TerminalEvent) -> LayerAnswer {
        switch event {
        case .paste(let text):
            field.insert(text)
            round = []
        case .key(let key):
            switch key.code {
            case .escape: return .closes
            case .character("g") where key.modifiers == .control: return .closes
            case .enter: return run()
            case .tab: complete(forward: true)
            case .backTab: complete(forward: false)
            case .backspace where field.isEmpty: return .closes
            default:
                if field.take(key, in: keys) != nil { round = [] }
            }
        default: break
        }
        return .stays
    }

    private func run() -> LayerAnswer {
        guard !field.value.isEmpty else { return .closes }
        switch Command(field.value, in: keys) {
        case .action(let action): return .does(action)
        case .unknown(let words): return .says(words)
        }
    }

    private mutating func complete(forward: Bool) {
        if round.isEmpty {
            round = Command.completions(of: field.value, among: actions, in: keys)
            place = forward ? 0 : max(0, round.count - 1)
        } else {
            place = (place + (forward ? 1 : round.count - 1)) % round.count
        }
        guard round.indices.contains(place) else { return }
        field.replaceAll(with: round[place])
        if round.count == 1 { round = [] }
    }
}
