import Conversation
import Terminal

/// What was heard in typed words, to say what was meant instead. It stands in the place of the replies.
struct MeantPane: Equatable {
    /// A move that may have been meant.
    struct Candidate: Equatable {
        var move: String
        var name: String
        var definition: String
    }

    /// The words that were typed.
    let text: String
    /// What may have been meant, the likeliest first.
    let candidates: [Candidate]
    /// Which one the arrows have come to, from 0; the last is none of them. Nil for none yet.
    var chosen: Int?
    /// How often it has been opened: in plain mode each time is told anew.
    let opening: Int

    /// So many are offered beside “none of these”.
    static let most = 3

    /// - Parameter moves: what may have been meant, the likeliest first.
    init(_ reply: Moment.Reply, moves: [String], vocabulary: Vocabulary, opening: Int) {
        text = reply.text
        self.opening = opening
        candidates = moves.prefix(Self.most).map { move in
            let name = HeardWords.name(of: move, in: vocabulary)
            return Candidate(
                move: move, name: name.prefix(1).uppercased() + name.dropFirst(),
                definition: vocabulary.move(move)?.definition ?? "")
        }
    }

    static let none = "None of these"
    static let heading = "What did you mean?"

    /// How many can be chosen.
    var count: Int { candidates.count + 1 }

    /// One up or down, round and round.
    mutating func move(_ action: Action) {
        let next = action == .up ? (chosen ?? count) - 1 : (chosen ?? -1) + 1
        chosen = (next + count) % count
    }

    // MARK: On the screen

    private func lines(columns: Int, glyphs: Glyphs) -> [StyledLine] {
        (0..<count).flatMap { index -> [StyledLine] in
            let isChosen = index == chosen
            let head = "\(isChosen ? "\(glyphs.pointer) " : "  ")\(index + 1)  "
            let name = index < candidates.count ? candidates[index].name : Self.none
            let definition = index < candidates.count ? candidates[index].definition : ""
            let whole = definition.isEmpty ? name : "\(name). \(definition)"
            return DisplayText.wrapped(whole, columns: max(8, columns - 5)).enumerated().map { row, piece in
                let lead = StyledLine(row == 0 ? head : "     ", isChosen ? .key : .muted)
                guard row == 0, piece.hasPrefix(name) else { return lead.with(piece, .muted) }
                return lead.with(name, isChosen ? .strong : .text).with(String(piece.dropFirst(name.count)), .muted)
            }
        }
    }

    /// How many rows it needs at a width, borders included.
    func rows(columns: Int, glyphs: Glyphs) -> Int { lines(columns: columns - 4, glyphs: glyphs).count + 2 }

    /// Draws the box, with the cursor where reading begins.
    func draw(into surface: inout Surface, in area: Rect, look: Look) {
        surface.fill(area)
        surface.box(area, style: Role.coach.index, title: Self.heading, lines: look.glyphs.lines)
        let inside = area.inset(columns: 2, rows: 1)
        let all = lines(columns: inside.columns, glyphs: look.glyphs)
        let row = all.firstIndex { $0.runs.first?.role == .key } ?? 0
        // What is chosen is there, whatever else is not.
        let first = max(0, min(row - inside.rows + 2, all.count - inside.rows))
        surface.draw(Array(all.dropFirst(first)), in: inside)
        let footer = " 1-\(count) choose \(look.glyphs.dot) Esc leave it "
        let width = DisplayText.width(of: footer)
        if width < area.columns - 2 {
            surface.put(
                footer, at: Point(column: area.endColumn - width - 2, row: area.endRow - 1), style: Role.muted.index)
        }
        surface.cursor = Point(
            column: inside.column, row: inside.row + min(max(0, row - first), max(0, inside.rows - 1)))
    }

    // MARK: In plain mode

    /// What can be chosen, and leaving it.
    var choices: Narration.Choices {
        var all = candidates.enumerated().map { index, candidate in
            Narration.Choice(
                String(index + 1), "\(candidate.name). \(candidate.definition)", does: [.say(index + 1)])
        }
        all.append(Narration.Choice(String(count), Self.none + ".", does: [.say(count)]))
        all.append(Narration.Choice("leave", "Leave it as it was heard.", does: [.back]))
        return Narration.Choices(
            "meant-\(opening)", "You typed: \(text)\nWhat did you mean by it?", all, chosen: chosen)
    }
}
