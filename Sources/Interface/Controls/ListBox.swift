import Terminal

/// A list of rows, one of them chosen, with what is looked for marked in them.
///
/// What cannot be chosen stays in the list with its reason. The choice holds on to a row's id when rows come and go.
public struct ListBox: Equatable, Sendable {
    /// One row.
    public struct Row: Equatable, Sendable {
        /// Which row it is.
        public var id: String
        /// What it says.
        public var text: String
        /// A word about it at the right, muted.
        public var detail: String
        /// Why it cannot be chosen, in a few words; nil when it can.
        public var refusal: String?

        /// A row.
        public init(_ id: String, _ text: String, detail: String = "", refusal: String? = nil) {
            (self.id, self.text, self.detail, self.refusal) = (id, text, detail, refusal)
        }
    }

    /// What finding does to the rows.
    public enum Finding: Equatable, Sendable {
        /// All stay; the choice goes to those that match.
        case jumps
        /// Only those that match stay.
        case narrows
    }

    /// All rows. The choice stays on its row where that is still there.
    public var rows: [Row] {
        didSet {
            let id = oldValue.indices.contains(chosenIndex) ? oldValue[chosenIndex].id : nil
            chosenIndex = rows.firstIndex { $0.id == id } ?? min(chosenIndex, max(0, rows.count - 1))
            keepShown()
        }
    }
    /// What finding does to the rows.
    public let finding: Finding
    /// Said where there is no row.
    public var emptyWords: String
    /// What is looked for; empty for nothing.
    public private(set) var query = ""
    private var chosenIndex = 0

    /// A list; its first row is chosen.
    public init(_ rows: [Row] = [], finding: Finding = .jumps, emptyWords: String = "Nothing here yet.") {
        (self.rows, self.finding, self.emptyWords) = (rows, finding, emptyWords)
    }

    /// The chosen row; nil when there is none to choose from.
    public var chosen: Row? { shown.contains(chosenIndex) ? rows[chosenIndex] : nil }

    /// The places of the rows that are shown.
    public var shown: [Int] {
        finding == .narrows && !query.isEmpty ? matches : Array(rows.indices)
    }

    /// The places of the rows that match what is looked for.
    public var matches: [Int] {
        let words = Self.words(query)
        return rows.indices.filter { Self.matches(rows[$0].text, words) }
    }

    /// Chooses a row by its id, where it is shown.
    public mutating func choose(_ id: String) {
        if let index = shown.first(where: { rows[$0].id == id }) { chosenIndex = index }
    }

    /// Moves the choice for an action; nothing for actions that do not move.
    public mutating func move(_ action: Action, page: Int = 10) {
        let shown = shown
        guard let place = shown.firstIndex(of: chosenIndex) else { return keepShown() }
        let last = shown.count - 1
        let next: Int
        switch action {
        case .up: next = place - 1
        case .down: next = place + 1
        case .pageUp: next = place - max(1, page)
        case .pageDown: next = place + max(1, page)
        case .top: next = 0
        case .bottom: next = last
        default: return
        }
        chosenIndex = shown[min(last, max(0, next))]
    }

    /// Looks for words, in any order and case; the choice goes to the nearest row that has them all, from where it is
    /// downwards.
    public mutating func find(_ query: String) {
        self.query = query
        guard !Self.words(query).isEmpty else { return }
        let matches = matches
        if let next = matches.first(where: { $0 >= chosenIndex }) ?? matches.first { chosenIndex = next }
    }

    /// Goes to the next row that matches, round the end.
    public mutating func findNext() {
        let matches = matches
        if let next = matches.first(where: { $0 > chosenIndex }) ?? matches.first, !query.isEmpty { chosenIndex = next }
    }

    /// Goes to the row before that matches, round the start.
    public mutating func findPrevious() {
        let matches = matches
        if let next = matches.last(where: { $0 < chosenIndex }) ?? matches.last, !query.isEmpty { chosenIndex = next }
    }

    /// What is looked for, and how many rows have it; nil while nothing is looked for.
    public var findWords: String? {
        guard !query.isEmpty else { return nil }
        let matches = matches
        guard !matches.isEmpty else { return "\(query): nothing here has that" }
        let place = matches.firstIndex(of: chosenIndex).map { "\($0 + 1) of " } ?? ""
        return "\(query): \(place)\(matches.count)"
    }

    private mutating func keepShown() {
        let shown = shown
        if !shown.contains(chosenIndex), let first = shown.first { chosenIndex = first }
    }

    // MARK: Matching

    private static func words(_ query: String) -> [[Character]] {
        query.lowercased().split(separator: " ").map(Array.init)
    }

    private static func matches(_ text: String, _ words: [[Character]]) -> Bool {
        let letters = letters(text)
        return words.allSatisfy { !ranges(of: $0, in: letters).isEmpty }
    }

    // One lower-case character for each of the text, so that places are the same in both.
    private static func letters(_ text: String) -> [Character] {
        text.map { $0.lowercased().first ?? $0 }
    }

    private static func ranges(of word: [Character], in letters: [Character]) -> [Range<Int>] {
        guard !word.isEmpty, word.count <= letters.count else { return [] }
        var found: [Range<Int>] = []
        var start = 0
        while start + word.count <= letters.count {
            if letters[start..<start + word.count].elementsEqual(word) {
                found.append(start..<start + word.count)
                start += word.count
            } else {
                start += 1
            }
        }
        return found
    }

    // MARK: Drawing

    /// Draws the rows, scrolled so that the chosen one is among them; the cursor stands on it when the list has focus.
    public func draw(into surface: inout Surface, in area: Rect, look: Look, isFocused: Bool = true) {
        guard !area.isEmpty else { return }
        let shown = shown
        guard !shown.isEmpty else {
            let words = rows.isEmpty ? emptyWords : "Nothing here has “\(query)” in it."
            return surface.draw(StyledLine.wrapped(words, .muted, columns: area.columns), in: area)
        }
        let place = shown.firstIndex(of: chosenIndex) ?? 0
        // A third of the area stays visible behind the choice, where there is more.
        let first = max(0, min(place - area.rows + 1 + area.rows / 3, shown.count - area.rows))
        let wanted = Self.words(query)
        for (offset, index) in shown.dropFirst(min(first, place)).prefix(area.rows).enumerated() {
            let point = Point(column: area.column, row: area.row + offset)
            draw(
                rows[index], isChosen: index == chosenIndex, wanted: wanted, into: &surface, at: point,
                columns: area.columns, look: look, isFocused: isFocused)
            if isFocused, index == chosenIndex { surface.cursor = point }
        }
    }

    private func draw(
        _ row: Row, isChosen: Bool, wanted: [[Character]], into surface: inout Surface, at point: Point, columns: Int,
        look: Look, isFocused: Bool
    ) {
        let role: Role = row.refusal != nil ? .disabled : isChosen && isFocused ? .strong : .text
        let detail = DisplayText.truncated(
            row.refusal.map { "not now: \($0)" } ?? row.detail, columns: max(0, columns / 2),
            ellipsis: look.glyphs.lines.ellipsis)
        let tail = detail.isEmpty ? 0 : DisplayText.width(of: detail) + 2
        let room = max(0, columns - 2 - tail)
        let text = DisplayText.truncated(row.text, columns: room, ellipsis: look.glyphs.lines.ellipsis)
        let line = Self.marked(text, wanted, role)
        // Of two lists on a screen, the one with the keys points.
        surface.draw(
            StyledLine(isChosen && isFocused ? "\(look.glyphs.pointer) " : "  ", .key), at: point, columns: columns)
        surface.draw(line, at: Point(column: point.column + 2, row: point.row), columns: max(0, columns - 2))
        guard tail > 0, tail <= columns - 2 else { return }
        surface.put(
            detail, at: Point(column: point.column + columns - tail + 2, row: point.row), style: Role.muted.index,
            columns: tail)
    }

    private static func marked(_ text: String, _ wanted: [[Character]], _ role: Role) -> StyledLine {
        let letters = letters(text)
        let found = wanted.flatMap { ranges(of: $0, in: letters) }
        var line = StyledLine()
        for (index, character) in text.enumerated() {
            let role = found.contains { $0.contains(index) } ? Role.match : role
            if line.runs.last?.role == role {
                line.runs[line.runs.count - 1].text.append(character)
            } else {
                line.runs.append(StyledLine.Run(text: String(character), role: role))
            }
        }
        return line
    }
}
