import Conversation
import Terminal

/// What one could say who steps back, to look at before anything is said. It stands in the place of the replies.
struct ScriptPane: Equatable {
    /// What is at hand.
    var script: ScriptAtHand
    /// Which line the arrows have come to, from 0; nil for none yet.
    var chosen: Int?
    /// How often it has been opened: in plain mode each time is told anew.
    var opening = 0

    init(_ script: ScriptAtHand, opening: Int = 0) {
        self.script = script
        self.opening = opening
    }

    /// There are lines to choose from.
    var hasLines: Bool { !script.lines.isEmpty }

    /// What stepping back is, where no line is at hand.
    static let words = "Somebody else takes over from here, and you are free to go. Nothing has happened yet."

    /// What is asked, whichever way it is told.
    var heading: String { hasLines ? "Stepping back: nothing is said yet" : "Stepping back" }

    /// Brings a script up to date; what was chosen stays while the lines are the same.
    mutating func renew(_ script: ScriptAtHand) {
        if script.lines.map(\.option) != self.script.lines.map(\.option) { chosen = nil }
        self.script = script
    }

    /// One line up or down, round and round.
    mutating func move(_ action: Action) {
        let count = script.lines.count
        guard count > 0 else { return }
        let next = action == .up ? (chosen ?? count) - 1 : (chosen ?? -1) + 1
        chosen = (next + count) % count
    }

    // MARK: On the screen

    private func lines(columns: Int, rows: Int, glyphs: Glyphs) -> [StyledLine] {
        guard let offer = script.offer else { return StyledLine.wrapped(Self.words, .text, columns: columns) }
        return Composer(offer: offer, chosen: chosen, glyphs: glyphs, saysPlace: script.channel == .social)
            .lines(columns: columns, rows: rows)
    }

    /// How many rows it needs at a width, borders included.
    func rows(columns: Int, glyphs: Glyphs) -> Int {
        lines(columns: columns - 4, rows: .max, glyphs: glyphs).count + 2
    }

    /// The keys, as its lower border says them.
    private func footer(_ glyphs: Glyphs) -> String {
        let count = script.lines.count
        let says = !hasLines ? "Enter step back" : count == 1 ? "1 say it" : "1-\(count) say one"
        return "\(says) \(glyphs.dot) Esc stay"
    }

    /// Draws the box, with the cursor where reading begins.
    func draw(into surface: inout Surface, in area: Rect, look: Look) {
        surface.fill(area)
        surface.box(area, style: Role.agent.index, title: heading, lines: look.glyphs.lines)
        let inside = area.inset(columns: 2, rows: 1)
        let lines = lines(columns: inside.columns, rows: inside.rows, glyphs: look.glyphs)
        surface.draw(lines, in: inside)
        let footer = footer(look.glyphs)
        let width = DisplayText.width(of: footer) + 2
        if width < area.columns - 2 {
            surface.put(
                " \(footer) ", at: Point(column: area.endColumn - width - 2, row: area.endRow - 1),
                style: Role.muted.index)
        }
        let row = lines.firstIndex { chosen == nil || $0.runs.first?.role == .key } ?? 0
        surface.cursor = Point(column: inside.column, row: inside.row + min(row, max(0, inside.rows - 1)))
    }

    /// What a press on a place means, in the room that it is drawn in.
    func action(at point: Point, in area: Rect, glyphs: Glyphs) -> Action? {
        let inside = area.inset(columns: 2, rows: 1)
        guard inside.contains(point) else { return nil }
        guard hasLines else { return .accept }
        let lines = lines(columns: inside.columns, rows: inside.rows, glyphs: glyphs)
        return lines.prefix(point.row - inside.row + 1).compactMap { line in
            line.runs.first.flatMap { Int($0.text.filter(\.isNumber)) }
        }.last.map { .say($0) }
    }

    // MARK: In plain mode

    /// The lines to choose from, and staying.
    var choices: Narration.Choices {
        let stay = Narration.Choice("stay", "Stay in the conversation.", does: [.back])
        guard hasLines else {
            return Narration.Choices(
                "script-\(opening)", "Stepping back. \(Self.words)",
                [Narration.Choice("yes", "Step back.", does: [.accept]), stay])
        }
        let all = script.lines.enumerated().map { index, line in
            Narration.Choice(String(index + 1), place(line.option) + line.option.text, does: [.say(index + 1)])
        }
        return Narration.Choices(
            "script-\(opening)", "Stepping back. Nothing is said yet. You could say:", all + [stay], chosen: chosen)
    }

    private func place(_ option: Option) -> String {
        guard script.channel == .social else { return "" }
        return option.isPrivate == true ? "In private: " : "In public: "
    }

    /// What is waited for.
    var prompt: String {
        let count = script.lines.count
        return count == 0 ? "yes or stay" : count == 1 ? "1 or stay" : "1 to \(count), or stay"
    }
}
