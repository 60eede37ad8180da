import Conversation
import Room
import Terminal

/// The replies that can be heard next: numbered, with the moves that each makes, and the hands for each while there is a
/// vote.
struct DeskBranches {
    let offer: Offer
    /// The place of the chosen one.
    let chosen: Int?
    let vote: LiveRoom.Vote?
    let vocabulary: Vocabulary
    let glyphs: Glyphs

    /// What a reply does, by the names of its moves, and the hands for it.
    func words(about index: Int, _ option: Option) -> String {
        var parts = option.moves.map { vocabulary.name(ofMove: $0) }
        if option.isFix { parts.append("proposes a fix") }
        if option.isPrivate == true { parts.append("in private") }
        if let vote, vote.moment == offer.sequence {
            let count = vote.count(of: index)
            parts.insert(count == 1 ? "1 hand" : "\(count) hands", at: 0)
        }
        return parts.joined(separator: " \(glyphs.dot) ")
    }

    /// The replies in lines, no more than `rows` of them where they can be shortened to that; the chosen one whole.
    func lines(columns: Int, rows: Int) -> [StyledLine] {
        for form in [Form.roomy, .dense] {
            let lines = lines(columns: columns) { _ in form }
            if lines.count <= rows { return lines }
        }
        let lines = lines(columns: columns) { $0 == chosen ? .dense : .short }
        if lines.count <= rows { return lines }
        return Array(self.lines(columns: columns) { _ in .short }.prefix(rows))
    }

    private enum Form { case roomy, dense, short }

    private func lines(columns: Int, form: (Int) -> Form) -> [StyledLine] {
        offer.lines.enumerated().flatMap { place, line in
            reply(place, line.option, words(about: line.index, line.option), columns: columns, form(place))
        }
    }

    private func reply(_ place: Int, _ option: Option, _ about: String, columns: Int, _ form: Form) -> [StyledLine] {
        let isChosen = place == chosen
        let role: Role = isChosen ? .strong : .text
        let head = StyledLine("\(isChosen ? String(glyphs.pointer) : " ") \(place + 1) ", isChosen ? .key : .muted)
        let indent = head.columns
        let room = max(8, columns - indent)
        switch form {
        case .roomy:
            var lines = wrapped(option.text, head, role, room)
            if !about.isEmpty { lines += StyledLine.wrapped(about, .muted, columns: columns, indent: indent) }
            return lines
        case .dense:
            var lines = wrapped(option.text, head, role, room)
            guard !about.isEmpty, let last = lines.last else { return lines }
            let tail = "  \(about)"
            if last.columns + DisplayText.width(of: tail) <= columns {
                lines[lines.count - 1] = last.with(tail, .muted)
            } else {
                lines += StyledLine.wrapped(about, .muted, columns: columns, indent: indent)
            }
            return lines
        case .short:
            let detail = DisplayText.truncated(about, columns: room / 2, ellipsis: glyphs.lines.ellipsis)
            let width = DisplayText.width(of: detail) + 2
            let text = DisplayText.truncated(option.text, columns: room - width, ellipsis: glyphs.lines.ellipsis)
            let gap = String(repeating: " ", count: max(0, room - width - DisplayText.width(of: text) + 2))
            return [head.with(text, role).with(gap + detail, .muted)]
        }
    }

    private func wrapped(_ text: String, _ head: StyledLine, _ role: Role, _ room: Int) -> [StyledLine] {
        DisplayText.wrapped(text, columns: room).enumerated().map { row, piece in
            row == 0 ? head.with(piece, role) : StyledLine(piece, role, indent: head.columns)
        }
    }
}
