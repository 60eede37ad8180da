import Conversation
import Terminal

/// The six things that a reader looks for in a mail, ticked as the draft has them: in a margin, or folded into a line.
struct StructureMargin {
    let structure: DraftStructure
    let glyphs: Glyphs

    /// How wide the margin is, cells.
    static let columns = 22

    /// One below the other.
    func lines() -> [StyledLine] {
        [StyledLine("So far", .muted)] + DraftStructure.Part.allCases.map(tick)
    }

    /// The same in one line, or two where that is too long.
    func folded(columns: Int) -> [StyledLine] {
        var lines = [StyledLine()]
        for part in DraftStructure.Part.allCases {
            let tick = tick(part)
            let last = lines[lines.count - 1]
            if !last.runs.isEmpty, last.columns + 3 + tick.columns > columns {
                lines.append(tick)
            } else {
                let gap = last.runs.isEmpty ? [] : [StyledLine.Run(text: "   ", role: .text)]
                lines[lines.count - 1].runs += gap + tick.runs
            }
        }
        return lines
    }

    private func tick(_ part: DraftStructure.Part) -> StyledLine {
        let has = structure.found.contains(part)
        let words = part == .question && structure.questions > 1 ? "\(structure.questions) questions" : part.short
        return StyledLine("\(has ? glyphs.kept : glyphs.open) ", has ? .key : .muted).with(words, has ? .text : .muted)
    }
}
