/// Enough of a terminal to read what ncurses draws for xterm and its relatives: a grid of characters, a cursor, the second
/// screen, reverse and bold. Widths go scalar by scalar, as in terminals that do not join clusters.
public struct EmulatedScreen: Sendable, CustomStringConvertible {
    /// Cells down.
    public private(set) var rows: Int
    /// Cells across.
    public private(set) var columns: Int
    /// The cursor's row, from 0.
    public internal(set) var row = 0
    /// The cursor's column, from 0.
    public internal(set) var column = 0
    /// True while the second screen is shown.
    public internal(set) var isAlternate = false
    /// True while the cursor can be seen.
    public internal(set) var cursorVisible = true
    /// True while pastes are marked.
    public internal(set) var bracketedPaste = false
    /// True while the window reports the keyboard.
    public internal(set) var reportsFocus = false
    /// The numbers of the mouse's modes that are on.
    public internal(set) var mouseModes: Set<Int> = []
    /// How often kitty's keys were switched on and not off again.
    public internal(set) var distinctKeys = 0
    /// The cursor's shape as it was last asked for; 0 is the usual one.
    public internal(set) var cursorShape = 0
    /// The window's title.
    public internal(set) var title = "usual"
    /// True while a frame is held back.
    public internal(set) var isHeld = false
    /// How many frames were held back until they were whole.
    public internal(set) var heldFrames = 0
    /// Sequences that were not understood; a test may ask for none.
    public internal(set) var unknown: [String] = []

    struct Cell: Equatable, Sendable {
        var text = " "
        var look = Look()
    }

    struct Look: Equatable, Sendable {
        var reverse = false
        var bold = false
        var colour: [Int] = []
    }

    var grid: [[Cell]]
    var saved: [[Cell]]?
    var savedTitles: [String] = []
    var savedCursor = (row: 0, column: 0)
    var top = 0
    var bottom: Int
    var look = Look()
    var lineDrawing = false
    var wrapPending = false
    var sequence: [UInt8] = []
    var last = " "
    private var utf8: [UInt8] = []

    /// A blank screen.
    public init(rows: Int, columns: Int) {
        (self.rows, self.columns) = (rows, columns)
        bottom = rows - 1
        grid = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
    }

    /// The rows, without blanks at their ends.
    public var lines: [String] {
        grid.map { row in
            var line = row.map(\.text).joined()
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// The rows joined by newlines.
    public var text: String { lines.joined(separator: "\n") }

    /// The rows joined by newlines.
    public var description: String { text }

    /// What stands in one cell; empty for the right half of a wide character.
    public func cell(row: Int, column: Int) -> String { grid[row][column].text }

    /// True when the cell is shown in reverse.
    public func isReverse(row: Int, column: Int) -> Bool { grid[row][column].look.reverse }

    /// True when the cell is shown bold.
    public func isBold(row: Int, column: Int) -> Bool { grid[row][column].look.bold }

    /// The parameters of the cell's colours as they were sent, such as `[38, 5, 208]`.
    public func colour(row: Int, column: Int) -> [Int] { grid[row][column].look.colour }

    /// Takes another size; what no longer fits is lost.
    public mutating func resize(rows newRows: Int, columns newColumns: Int) {
        var fresh = Array(repeating: Array(repeating: Cell(), count: newColumns), count: newRows)
        for y in 0..<min(newRows, rows) {
            for x in 0..<min(newColumns, columns) { fresh[y][x] = grid[y][x] }
        }
        (grid, rows, columns) = (fresh, newRows, newColumns)
        (top, bottom) = (0, newRows - 1)
        (row, column) = (min(row, newRows - 1), min(column, newColumns - 1))
    }

    /// Takes in what a program writes.
    public mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { step(byte) }
    }

    private mutating func step(_ byte: UInt8) {
        if !sequence.isEmpty {
            sequence.append(byte)
            return escape()
        }
        switch byte {
        case 0x1B: sequence = [byte]
        case 0x0D: (column, wrapPending) = (0, false)
        case 0x0A, 0x0B:
            wrapPending = false
            lineFeed()
        case 0x08: (column, wrapPending) = (max(0, column - 1), false)
        case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
        case 0x0E: lineDrawing = true
        case 0x0F: lineDrawing = false
        case 0x00, 0x07: break
        case 0x20..<0x7F where utf8.isEmpty:
            let plain = String(Unicode.Scalar(byte))
            put(lineDrawing ? Self.drawing[plain] ?? plain : plain, width: 1)
        case 0x01..<0x20, 0x7F: unknown.append("control \(byte)")
        default: assemble(byte)
        }
    }

    private mutating func assemble(_ byte: UInt8) {
        utf8.append(byte)
        let length = utf8[0] >= 0xF0 ? 4 : utf8[0] >= 0xE0 ? 3 : 2
        guard utf8.count == length else { return }
        let text = String(decoding: utf8, as: UTF8.self)
        utf8 = []
        put(text, width: Self.width(text.unicodeScalars.first ?? " "))
    }

    /// Columns a scalar takes.
    static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        if scalar.properties.isEmojiPresentation, !(0x1F1E6...0x1F1FF).contains(scalar.value) { return 2 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    private static let drawing = [
        "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼", "q": "─", "t": "├", "u": "┤", "v": "┴", "w": "┬", "x": "│",
    ]

    mutating func put(_ text: String, width: Int) {
        if width == 0 {
            let at = wrapPending ? column : max(0, column - 1)
            grid[row][grid[row][at].text.isEmpty ? max(0, at - 1) : at].text += text
            return
        }
        if wrapPending || column + width > columns {
            (column, wrapPending) = (0, false)
            lineFeed()
        }
        if grid[row][column].text.isEmpty, column > 0 { grid[row][column - 1].text = " " }
        if column + width < columns, grid[row][column + width].text.isEmpty { grid[row][column + width].text = " " }
        grid[row][column] = Cell(text: text, look: look)
        if width == 2 { grid[row][column + 1] = Cell(text: "", look: look) }
        last = text
        wrapPending = column + width >= columns
        column = min(columns - 1, column + width)
    }

    mutating func lineFeed() {
        if row == bottom { scroll(1) } else { row = min(rows - 1, row + 1) }
    }

    mutating func scroll(_ count: Int) {
        let blank = Array(repeating: Cell(), count: columns)
        for _ in 0..<min(abs(count), rows) {
            grid.remove(at: count > 0 ? top : bottom)
            grid.insert(blank, at: count > 0 ? bottom : top)
        }
    }

    mutating func blank(_ line: Int, _ columns: Range<Int>) {
        for place in columns.clamped(to: 0..<self.columns) { grid[line][place] = Cell(text: " ", look: look) }
    }
}
