import Room
import Terminal

/// A face of a role card on a screen: headings with what stands below them.
struct DeskCard {
    let face: CardFace
    let glyphs: Glyphs

    /// The face in lines of at most `columns` cells.
    func lines(columns: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        for part in face.parts {
            // What is left out for somebody leaves no heading behind.
            let items = part.items.filter { !$0.words.isEmpty }
            guard !items.isEmpty else { continue }
            if !part.heading.isEmpty { lines.append(StyledLine(part.heading, .strong)) }
            for item in items {
                lines += DisplayText.wrapped(item.words, columns: max(8, columns - 2)).enumerated().map { row, piece in
                    StyledLine(row == 0 ? "\(glyphs.dot) " : "  ", .muted).with(piece)
                }
                for detail in item.details where !detail.isEmpty {
                    lines += StyledLine.wrapped(detail, .muted, columns: columns, indent: 4)
                }
            }
        }
        return lines
    }
}
