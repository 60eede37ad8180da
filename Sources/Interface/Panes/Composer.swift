import Conversation
import Terminal

/// What can be answered: numbered replies, the chosen one whole.
struct Composer {
    let offer: Offer
    /// Which of the offered lines is chosen, from 0; nil for none yet.
    let chosen: Int?
    let glyphs: Glyphs
    /// Replies say whether everybody reads them: on a public thread.
    var saysPlace = false

    /// The replies in lines of `columns` cells, no more than `rows` of them: the chosen reply is shown whole, the others
    /// are cut to one line when there is no room for all.
    func lines(columns: Int, rows: Int) -> [StyledLine] {
        let replies = offer.lines
        let whole = replies.indices.flatMap { reply($0, columns: columns, isWhole: true) }
        if whole.count <= rows { return whole }
        let shown = chosen ?? 0
        let before = replies.indices.prefix(shown).flatMap { reply($0, columns: columns, isWhole: false) }
        let middle = reply(shown, columns: columns, isWhole: true)
        let behind = replies.indices.dropFirst(shown + 1).flatMap { reply($0, columns: columns, isWhole: false) }
        // The chosen reply is there whatever else is not.
        let hidden = max(0, before.count + middle.count - rows)
        return Array((before.dropFirst(hidden) + middle + behind).prefix(rows))
    }

    private func reply(_ index: Int, columns: Int, isWhole: Bool) -> [StyledLine] {
        let option = offer.lines[index].option
        let isChosen = index == chosen
        let mark = isChosen ? "\(glyphs.pointer) " : "  "
        let text = option.text
        let place = saysPlace ? (option.isPrivate == true ? "private  " : "public   ") : ""
        let width = max(1, columns - 5 - place.count)
        let pieces =
            isWhole
            ? DisplayText.wrapped(text, columns: width)
            : [DisplayText.truncated(text, columns: width, ellipsis: glyphs.lines.ellipsis)]
        return pieces.enumerated().map { row, piece in
            // A sign, for whoever sees no colours: these are nearest to what was typed.
            let near = offer.nearest.contains(offer.lines[index].index) ? String(glyphs.near) : " "
            let head = row == 0 ? "\(mark)\(index + 1)\(near) " : "     "
            var line = StyledLine(head, isChosen ? .key : .muted)
            if !place.isEmpty {
                line = line.with(row == 0 ? place : String(repeating: " ", count: place.count), .muted)
            }
            return line.with(piece, isChosen ? .strong : .text)
        }
    }
}
