import Terminal

/// Something to choose from with a number, in the place of what can be done.
struct SeatList: Equatable, Sendable {
    /// What the choice is for.
    enum Purpose: Equatable, Sendable {
        /// A behaviour to mark.
        case behaviour
        /// A small win.
        case win
        /// One's own mark, to take it out.
        case mark
        /// A moment, to comment on it, or a comment, to answer it: as they were when the list was opened.
        case moment([RoomComments.Place])
        /// Whether to leave.
        case leaving
    }

    /// What can be chosen.
    struct Row: Equatable, Sendable {
        var text: String
        /// A key that chooses it too; empty for none.
        var key = ""
    }

    let purpose: Purpose

    /// It is about the moments of the round.
    var isOfMoments: Bool { if case .moment = purpose { true } else { false } }

    let heading: String
    let rows: [Row]
    /// Which row the arrows have come to, from 0.
    private(set) var chosen: Int

    init(_ purpose: Purpose, _ heading: String, _ rows: [Row], chosen: Int = 0) {
        (self.purpose, self.heading, self.rows, self.chosen) = (purpose, heading, rows, chosen)
    }

    mutating func move(_ action: Action) {
        guard !rows.isEmpty else { return }
        chosen = (chosen + (action == .up ? -1 : 1) + rows.count) % rows.count
    }

    /// The heading and as many rows as there is room for, the chosen one among them.
    func lines(columns: Int, rows room: Int, glyphs: Glyphs) -> [StyledLine] {
        let first = max(0, min(chosen - room + 2, rows.count - room + 1))
        let shown = rows.enumerated().dropFirst(first).prefix(max(1, room - 1)).map { index, row in
            let isChosen = index == chosen
            let mark = isChosen ? String(glyphs.pointer) : " "
            let label = row.key.isEmpty ? index < 9 ? "\(index + 1)" : " " : row.key
            let text = DisplayText.truncated(
                row.text, columns: max(1, columns - 6), ellipsis: glyphs.lines.ellipsis)
            return StyledLine("\(mark) \(label)  ", isChosen ? .key : .muted).with(text, isChosen ? .strong : .text)
        }
        return [StyledLine(heading, .strong)] + shown
    }
}
