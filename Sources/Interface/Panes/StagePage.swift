import Conversation
import Room
import Terminal

/// What the stage says at a moment, before it has a place on a surface.
///
/// No private word is ever in it: it is made of what everybody in the room may read, and of people's numbers until their
/// names are shown.
struct StagePage: Equatable, Sendable {
    /// How wide its text is at most, columns: what is read from the back of a room in one look.
    static let columns = 45
    /// How many rows of text it has at most; the row of keys below is one more.
    static let textRows = 8

    /// A piece of text.
    struct Text: Equatable, Sendable {
        /// What it is, for as long as it is there.
        var id: String
        /// Who says it, or what it is; empty for none.
        var label = ""
        /// The words.
        var words: String
        /// What it is for.
        var role = Role.text
        /// How many rows it may have.
        var most = 1
        /// A bar behind it, of so many of so many: hands.
        var bar: Bar?
        /// It belongs to the text above it: no blank row comes between them.
        var isTight = false
        /// Where there is too little room, what is more than this goes first.
        var weight = 1
    }

    /// Hands for a reply.
    struct Bar: Equatable, Sendable {
        /// How many, and how many make a full bar.
        var part: Int, whole: Int
    }

    /// How two feelings stand: shapes, no figures.
    struct Feelings: Equatable, Sendable {
        /// How they stand, 0–100.
        var trust: Int, heat: Int
        /// Which way they moved last: less than nothing for down.
        var trustMoved: Int, heatMoved: Int
    }

    /// Trust over the round, with what was noticed below it.
    struct Way: Equatable, Sendable {
        /// Trust, 0–100, at each column.
        var trust: [Int]
        /// The keys of what was marked, each at its column.
        var marks: [Sign]

        /// A sign below a column.
        struct Sign: Equatable, Sendable {
            /// Where.
            var column: Int
            /// What.
            var key: String
        }
    }

    /// Which page it is, for whoever hears it told.
    var id: String
    /// Where the room is: one row.
    var heading: String
    /// What is large, one below the other: the clock first.
    var large: [StageLetters] = []
    /// What the large things say, for whoever hears it told.
    var spoken: [String] = []
    /// The clock that runs down in large figures, ms and what for.
    var clock: (left: Int, purpose: String)?
    /// Trust and heat.
    var feelings: Feelings?
    /// Trust over the round.
    var way: Way?
    /// The texts, from above.
    var texts: [Text] = []

    static func == (one: StagePage, other: StagePage) -> Bool {
        one.id == other.id && one.heading == other.heading && one.large == other.large && one.spoken == other.spoken
            && one.clock?.left == other.clock?.left && one.feelings == other.feelings && one.way == other.way
            && one.texts == other.texts
    }

    // MARK: Rows

    /// The texts in lines, with as many rows for each as there is room for.
    ///
    /// Each has one row before any has a second; what weighs least gives way first.
    func lines(glyphs: Glyphs) -> [[StyledLine]] {
        var room = Self.textRows - (heading.isEmpty ? 0 : 1) - (feelings == nil ? 0 : 1) - (way == nil ? 0 : 1)
        let pieces = texts.map { Self.pieces(of: $0, glyphs: glyphs) }
        var rows = Array(repeating: 0, count: texts.count)
        let order = texts.indices.sorted { (texts[$1].weight, $0) < (texts[$0].weight, $1) }
        // A bar is a row of its own, without which the words of its reply mean nothing.
        for index in order {
            let least = texts[index].bar == nil ? 1 : 2
            guard room >= least else { continue }
            rows[index] = least
            room -= least
        }
        for index in order where rows[index] > 0 {
            let extra = texts[index].bar == nil ? 0 : 1
            let wanted = min(texts[index].most, pieces[index].count) + extra
            let more = min(room, max(0, wanted - rows[index]))
            rows[index] += more
            room -= more
        }
        var groups: [[StyledLine]] = []
        for index in texts.indices where rows[index] > 0 {
            let bar = texts[index].bar.map { [Self.line(of: $0, glyphs: glyphs)] } ?? []
            let lines = Self.cut(pieces[index], to: rows[index] - bar.count, glyphs: glyphs) + bar
            if texts[index].isTight, let last = groups.indices.last {
                groups[last] += lines
            } else {
                groups.append(lines)
            }
        }
        return groups
    }

    private static func pieces(of text: Text, glyphs: Glyphs) -> [StyledLine] {
        guard !text.label.isEmpty else { return StyledLine.wrapped(text.words, text.role, columns: columns) }
        // The label stands in the first line, and what follows is set in below it.
        let label = DisplayText.truncated(text.label, columns: columns / 2, ellipsis: glyphs.lines.ellipsis) + " "
        let before = DisplayText.width(of: label)
        let indent = text.label.count <= 2 ? before : 2
        var lines: [StyledLine] = []
        let first = DisplayText.wrapped(text.words, columns: columns - before)
        lines.append(StyledLine(label, .strong).with(first.first ?? "", text.role))
        let rest = first.dropFirst().joined(separator: " ")
        guard !rest.isEmpty else { return lines }
        return lines + StyledLine.wrapped(rest, text.role, columns: columns, indent: indent)
    }

    private static func cut(_ lines: [StyledLine], to rows: Int, glyphs: Glyphs) -> [StyledLine] {
        guard lines.count > rows, rows > 0 else { return lines }
        var shown = Array(lines.prefix(rows))
        guard var run = shown[rows - 1].runs.popLast() else { return shown }
        // As much as fits, and the sign that there is more.
        let room = columns - shown[rows - 1].columns - DisplayText.width(of: glyphs.lines.ellipsis)
        run.text = DisplayText.truncated(run.text, columns: max(1, room), ellipsis: "") + glyphs.lines.ellipsis
        shown[rows - 1].runs.append(run)
        return shown
    }

    private static func line(of bar: Bar, glyphs: Glyphs) -> StyledLine {
        let most = 30
        let filled = bar.whole > 0 ? min(most, bar.part * most / max(1, bar.whole)) : 0
        let shown = bar.part > 0 ? max(1, filled) : 0
        return StyledLine(String(repeating: glyphs.full, count: shown), .bar, indent: 3)
            .with(shown > 0 ? " " : "").with("\(bar.part)", .strong)
    }
}
