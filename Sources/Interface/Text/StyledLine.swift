import Terminal

/// One line of text in roles, ready to be drawn.
public struct StyledLine: Equatable, Sendable {
    /// A run of text in one role.
    public struct Run: Equatable, Sendable {
        /// The text.
        public var text: String
        /// What it is for.
        public var role: Role
    }

    /// The runs, left to right.
    public var runs: [Run] = []
    /// How far it is indented, cells.
    public var indent = 0
    /// The entry of a transcript that begins with this line, where it is the first of one.
    var entry: Int?

    /// An empty line.
    public init() {}

    /// A line of one run.
    public init(_ text: String, _ role: Role = .text, indent: Int = 0) {
        runs = [Run(text: text, role: role)]
        self.indent = indent
    }

    /// Adds a run at the end.
    public func with(_ text: String, _ role: Role = .text) -> StyledLine {
        var line = self
        line.runs.append(Run(text: text, role: role))
        return line
    }

    /// How many cells it needs, indentation included.
    public var columns: Int { runs.reduce(indent) { $0 + DisplayText.width(of: $1.text) } }

    /// The text in lines of at most so many cells.
    static func wrapped(_ text: String, _ role: Role, columns: Int, indent: Int = 0) -> [StyledLine] {
        DisplayText.wrapped(text, columns: max(1, columns - indent)).map { StyledLine($0, role, indent: indent) }
    }

    /// The same, with the places where the marked words stand in another role, across line breaks too.
    static func wrapped(_ text: String, _ role: Role, columns: Int, marking marked: [String], as markRole: Role)
        -> [StyledLine]
    {
        let ranges = marked.compactMap { text.firstRange(of: $0) }
        var cursor = text.startIndex
        return DisplayText.wrapped(text, columns: max(1, columns)).map { piece in
            guard let found = text[cursor...].firstRange(of: piece) else { return StyledLine(piece, role) }
            cursor = found.upperBound
            return line(at: found, in: text, marking: ranges, role, markRole)
        }
    }

    private static func line(
        at found: Range<String.Index>, in text: String, marking ranges: [Range<String.Index>], _ role: Role,
        _ markRole: Role
    ) -> StyledLine {
        var line = StyledLine()
        var at = found.lowerBound
        while at < found.upperBound {
            let isMarked = ranges.contains { $0.contains(at) }
            var end = text.index(after: at)
            while end < found.upperBound, ranges.contains(where: { $0.contains(end) }) == isMarked {
                end = text.index(after: end)
            }
            line.runs.append(Run(text: String(text[at..<end]), role: isMarked ? markRole : role))
            at = end
        }
        return line
    }
}

extension Surface {
    /// Draws a line at a place, clipped to `columns`.
    mutating func draw(_ line: StyledLine, at point: Point, columns: Int) {
        var column = point.column + line.indent
        let end = point.column + columns
        for run in line.runs where column < end {
            column += put(
                run.text, at: Point(column: column, row: point.row), style: run.role.index, columns: end - column)
        }
    }

    /// Draws lines from the top of a rectangle; what does not fit is left out.
    mutating func draw(_ lines: some Sequence<StyledLine>, in area: Rect) {
        for (row, line) in lines.enumerated() where row < area.rows {
            draw(line, at: Point(column: area.column, row: area.row + row), columns: area.columns)
        }
    }
}

extension [StyledLine] {
    /// The same lines; the first one begins an entry of a transcript.
    func of(entry: Int) -> [StyledLine] {
        var lines = self
        if !lines.isEmpty { lines[0].entry = entry }
        return lines
    }

    /// The lines by the entries they belong to.
    var blocks: [TranscriptBlock<Int>] {
        var blocks: [TranscriptBlock<Int>] = []
        for line in self {
            if let entry = line.entry ?? (blocks.isEmpty ? -1 : nil) {
                blocks.append(TranscriptBlock(entry, [line]))
            } else {
                blocks[blocks.count - 1].lines.append(line)
            }
        }
        return blocks
    }
}
