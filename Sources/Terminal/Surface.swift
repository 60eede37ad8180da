/// A rectangle of cells to draw on: one frame of the terminal, with the modes it is shown in.
///
/// Whatever is put on it stays whole: a wide character never loses a half, nothing is drawn outside, no control character
/// gets in.
public struct Surface: Equatable, Sendable {
    /// How large it is.
    public let size: Size
    /// Where the terminal's cursor stands; `nil` hides it.
    public var cursor: Point?
    /// How the terminal is set while this frame is shown; only what differs from the frame before is sent.
    public var modes: TerminalModes
    /// Row by row.
    var cells: [Cell]

    /// A blank surface.
    public init(_ size: Size, modes: TerminalModes = TerminalModes()) {
        self.size = size
        self.modes = modes
        cells = Array(repeating: .blank(), count: size.columns * size.rows)
    }

    /// The whole surface as a rectangle.
    public var bounds: Rect { Rect(size) }

    /// The cell at `point`; a blank one outside the surface.
    public subscript(point: Point) -> Cell {
        guard point.column >= 0, point.column < size.columns, point.row >= 0, point.row < size.rows else {
            return .blank()
        }
        return cells[point.row * size.columns + point.column]
    }

    /// Makes every cell blank again and hides the cursor.
    public mutating func clear() {
        for index in cells.indices { cells[index] = .blank() }
        cursor = nil
    }

    /// Writes one line of text and returns the columns it took.
    ///
    /// The text is sanitised, clipped to the surface and to `limit` columns. A wide character that an edge would split
    /// leaves a blank instead; half of a wide character that is written over leaves a blank too. Text that begins left of
    /// the surface counts its hidden columns.
    @discardableResult
    public mutating func put(_ text: String, at point: Point, style: StyleIndex = 0, columns limit: Int = .max) -> Int {
        guard point.row >= 0, point.row < size.rows, limit > 0, (-1_000_000..<size.columns).contains(point.column)
        else { return 0 }
        let end = point.column + min(limit, size.columns - point.column)
        if let columns = putAscii(text, at: point, style: style, end: end) { return columns }
        let text = DisplayText.sanitised(text)
        var column = point.column
        var head = -1
        for scalar in text.unicodeScalars {
            let width = scalar.value < 0x7F ? 1 : DisplayText.width(of: scalar)
            if width == 0 {
                if head >= 0 { cells[head].add(mark: scalar) }
                continue
            }
            guard column < end else { break }
            head = write(scalar, width: width, style: style, row: point.row, column: column, end: end)
            column = min(end, column + width)
        }
        return column - point.column
    }

    /// Writes one sign several times from a place to the right: for rules. A sign that is not one plain narrow scalar goes
    /// the long way.
    mutating func repeatGlyph(_ glyph: Character, count: Int, at point: Point, style: StyleIndex) {
        let scalars = glyph.unicodeScalars
        guard scalars.count == 1, let scalar = scalars.first, DisplayText.isPlain(scalar),
            DisplayText.width(of: scalar) == 1
        else {
            put(String(repeating: glyph, count: max(0, count)), at: point, style: style)
            return
        }
        guard point.row >= 0, point.row < size.rows, count > 0 else { return }
        let first = max(0, point.column)
        let (end, isFar) = point.column.addingReportingOverflow(count)
        for column in first..<max(first, isFar ? size.columns : min(end, size.columns)) {
            _ = write(scalar, width: 1, style: style, row: point.row, column: column, end: size.columns)
        }
    }

    // The usual case: one pass over the bytes, no table, no string. Nil when there is anything but printable ASCII.
    private mutating func putAscii(_ text: String, at point: Point, style: StyleIndex, end: Int) -> Int? {
        let (columns, row) = (size.columns, point.row)
        let written: Int?? = text.utf8.withContiguousStorageIfAvailable { bytes in
            guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
            let count = min(bytes.count, end - point.column)
            let hidden = max(0, -point.column)
            guard hidden < count else { return count }
            let base = row * columns
            let first = base + point.column + hidden
            let last = base + point.column + count - 1
            part(first, in: base)
            part(last, in: base)
            cells.withUnsafeMutableBufferPointer { cells in
                for place in hidden..<count {
                    cells[base + point.column + place] = Cell(ascii: bytes[place], style: style)
                }
            }
            return count
        }
        return written ?? nil
    }

    /// Fills a rectangle with one character; a wide one is repeated every second column.
    public mutating func fill(_ rect: Rect, style: StyleIndex = 0, with character: Character = " ") {
        let area = rect.intersection(bounds)
        guard !area.isEmpty else { return }
        if let byte = character.asciiValue, byte >= 0x20, byte < 0x7F {
            let cell = Cell(ascii: byte, style: style)
            for row in area.row..<area.endRow {
                let base = row * size.columns
                part(base + area.column, in: base)
                part(base + area.endColumn - 1, in: base)
                for place in area.column..<area.endColumn { cells[base + place] = cell }
            }
            return
        }
        let width = max(1, DisplayText.width(of: String(character)))
        let line = String(repeating: character, count: (area.columns + width - 1) / width)
        for row in area.row..<area.endRow {
            put(line, at: Point(column: area.column, row: row), style: style, columns: area.columns)
        }
    }

    /// Changes the style of a rectangle's cells and leaves their text. Both halves of a wide character change together.
    public mutating func restyle(_ rect: Rect, style: StyleIndex) {
        let area = rect.intersection(bounds)
        guard !area.isEmpty else { return }
        for row in area.row..<area.endRow {
            let base = row * size.columns
            var first = base + area.column
            var last = base + area.endColumn - 1
            if cells[first].width == 0, first > base { first -= 1 }
            if cells[last].width == 2, last + 1 < base + size.columns { last += 1 }
            for index in first...last { cells[index].style = style }
        }
    }

    // Writes one character and returns its cell's index, or -1 when it stays invisible.
    private mutating func write(
        _ scalar: Unicode.Scalar, width: Int, style: StyleIndex, row: Int, column: Int, end: Int
    ) -> Int {
        let base = row * size.columns
        if width == 1 {
            guard column >= 0 else { return -1 }
            part(base + column, in: base)
            cells[base + column] = Cell(scalar, style: style, width: 1)
            return base + column
        }
        if column >= 0, column + 1 < end {
            part(base + column, in: base)
            part(base + column + 1, in: base)
            cells[base + column] = Cell(scalar, style: style, width: 2)
            cells[base + column + 1] = .tail(style)
            return base + column
        }
        for half in [column, column + 1] where half >= 0 && half < end {
            part(base + half, in: base)
            cells[base + half] = .blank(style)
        }
        return -1
    }

    // Blanks the other half of a wide character that is about to lose the cell at `index`.
    private mutating func part(_ index: Int, in base: Int) {
        switch cells[index].width {
        case 2 where index + 1 < base + size.columns: cells[index + 1] = .blank(cells[index + 1].style)
        case 0 where index > base: cells[index - 1] = .blank(cells[index - 1].style)
        default: break
        }
    }
}
