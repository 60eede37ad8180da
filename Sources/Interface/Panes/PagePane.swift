import Patterns
import Terminal

/// A page laid out to be read: headings, lists that hang, and what one could say set apart.
struct PagePane {
    let page: Page
    let look: Look

    /// Columns of text that are easy to read.
    static let widest = 76

    /// The page's lines.
    func lines(columns: Int) -> [StyledLine] {
        let columns = min(columns, Self.widest)
        var lines = StyledLine.wrapped(page.title, .title, columns: columns)
        lines += StyledLine.wrapped(page.summary, .text, columns: columns)
        var isAfterHeading = false
        for block in page.blocks {
            switch block {
            case .heading(let words):
                lines += [StyledLine()] + StyledLine.wrapped(words, .strong, columns: columns)
            case .words(let words):
                if !isAfterHeading { lines.append(StyledLine()) }
                lines += StyledLine.wrapped(words, .text, columns: columns)
            case .points(let items):
                lines += items.flatMap { item("\(look.glyphs.dot) ", $0, columns: columns) }
            case .steps(let items):
                lines += items.enumerated().flatMap { item("\($0 + 1) ", $1, columns: columns) }
            case .phrasings(let channel, let items):
                if let channel { lines += [StyledLine(channel.inWords, .muted)] }
                lines += items.flatMap { item("\(look.glyphs.lines.vertical) ", $0, columns: columns) }
            }
            isAfterHeading = if case .heading = block { true } else { false }
        }
        return lines
    }

    /// Words behind a mark; the rows below the first begin where the words did.
    private func item(_ mark: String, _ words: String, columns: Int) -> [StyledLine] {
        let width = DisplayText.width(of: mark)
        return DisplayText.wrapped(words, columns: max(10, columns - width)).enumerated().map { index, row in
            index == 0 ? StyledLine(mark, .key).with(row) : StyledLine(row, .text, indent: width)
        }
    }
}
