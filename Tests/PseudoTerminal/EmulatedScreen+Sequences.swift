extension EmulatedScreen {
    /// Looks at the sequence so far and obeys it once it is whole.
    mutating func escape() {
        guard sequence.count >= 2 else { return }
        switch sequence[1] {
        case UInt8(ascii: "["):
            guard sequence.count > 2, let final = sequence.last, (0x40...0x7E).contains(final) else { return }
            control(sequence[2..<(sequence.count - 1)], Unicode.Scalar(final))
            sequence = []
        case UInt8(ascii: "]"):
            guard sequence.last == 7 || (sequence.count > 3 && sequence.suffix(2) == [0x1B, 0x5C]) else { return }
            let body = sequence[2...].dropLast(sequence.last == 7 ? 1 : 2)
            if body.starts(with: Array("2;".utf8)) { title = String(decoding: body.dropFirst(2), as: UTF8.self) }
            sequence = []
        case UInt8(ascii: "("), UInt8(ascii: ")"):
            guard sequence.count == 3 else { return }
            if sequence[1] == UInt8(ascii: "(") { lineDrawing = sequence[2] == UInt8(ascii: "0") }
            sequence = []
        default:
            simple(Unicode.Scalar(sequence[1]))
            sequence = []
        }
    }

    private mutating func simple(_ final: Unicode.Scalar) {
        switch final {
        case "7": savedCursor = (row, column)
        case "8": (row, column) = (min(rows - 1, savedCursor.row), min(columns - 1, savedCursor.column))
        case "M": if row == top { scroll(-1) } else { row = max(0, row - 1) }
        case "D": lineFeed()
        case "E":
            column = 0
            lineFeed()
        case "c": self = EmulatedScreen(rows: rows, columns: columns)
        case "=", ">", "\\": break
        default: unknown.append("ESC \(final)")
        }
    }

    private mutating func control(_ body: ArraySlice<UInt8>, _ final: Unicode.Scalar) {
        let isPrivate = body.first.map { (0x3C...0x3F).contains($0) } ?? false
        let numbers = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
            part.filter { (0x30...0x39).contains($0) }.reduce(0) { min(9999, $0 * 10 + Int($1 - 0x30)) }
        }
        func count(_ place: Int = 0, or standard: Int = 1) -> Int {
            place < numbers.count && numbers[place] != 0 ? numbers[place] : standard
        }
        if !"mhl".unicodeScalars.contains(final) { wrapPending = false }
        switch final {
        case "H", "f": (row, column) = (min(rows, count()) - 1, min(columns, count(1)) - 1)
        case "A": row = max(0, row - count())
        case "B", "e": row = min(rows - 1, row + count())
        case "C", "a": column = min(columns - 1, column + count())
        case "D": column = max(0, column - count())
        case "G", "`": column = min(columns, count()) - 1
        case "d": row = min(rows, count()) - 1
        case "J": eraseScreen(count(or: 0))
        case "K": blank(row, (count(or: 0) == 0 ? column : 0)..<(count(or: 0) == 1 ? column + 1 : columns))
        case "X": blank(row, column..<(column + count()))
        case "@", "P", "L", "M": insertOrDelete(final, count())
        case "S": scroll(count())
        case "T": scroll(-count())
        case "b": for _ in 0..<count() { put(last, width: Self.width(last.unicodeScalars.first ?? " ")) }
        case "r" where !isPrivate:
            let (first, end) = (count() - 1, min(rows, count(1, or: rows)) - 1)
            if first < end { (top, bottom, row, column) = (first, end, 0, 0) }
        case "m" where !isPrivate: setLook(numbers)
        case "h" where isPrivate: for number in numbers { set(number, true) }
        case "l" where isPrivate: for number in numbers { set(number, false) }
        case "u" where body.first == UInt8(ascii: ">"): distinctKeys += 1
        case "u" where body.first == UInt8(ascii: "<"): distinctKeys -= 1
        case "q" where body.last == UInt8(ascii: " "): cursorShape = numbers.first ?? 0
        case "t" where count() == 22: savedTitles.append(title)
        case "t" where count() == 23: title = savedTitles.popLast() ?? title
        case "h", "l", "t", "n", "c", "q", "u", "s", "p", "r", "m": break
        default: unknown.append("CSI \(String(decoding: body, as: UTF8.self))\(final)")
        }
    }

    private mutating func eraseScreen(_ part: Int) {
        switch part {
        case 0:
            blank(row, column..<columns)
            for line in (row + 1)..<max(row + 1, rows) { blank(line, 0..<columns) }
        case 1:
            for line in 0..<row { blank(line, 0..<columns) }
            blank(row, 0..<(column + 1))
        default: for line in 0..<rows { blank(line, 0..<columns) }
        }
    }

    private mutating func insertOrDelete(_ final: Unicode.Scalar, _ count: Int) {
        let line = Array(repeating: Cell(), count: columns)
        switch final {
        case "@":
            grid[row].insert(contentsOf: line.prefix(min(count, columns - column)), at: column)
            grid[row].removeLast(grid[row].count - columns)
        case "P":
            grid[row].removeSubrange(column..<min(columns, column + count))
            grid[row].append(contentsOf: line.prefix(columns - grid[row].count))
        default:
            guard (top...bottom).contains(row) else { return }
            for _ in 0..<min(count, bottom - row + 1) {
                grid.remove(at: final == "L" ? bottom : row)
                grid.insert(line, at: final == "L" ? row : bottom)
            }
        }
    }

    private mutating func setLook(_ numbers: [Int]) {
        var rest = (numbers.isEmpty ? [0] : numbers)[...]
        while let number = rest.popFirst() {
            switch number {
            case 0: look = Look()
            case 1: look.bold = true
            case 22: look.bold = false
            case 7: look.reverse = true
            case 27: look.reverse = false
            case 38, 48:
                look.colour += [number] + rest.prefix(2)
                rest = rest.dropFirst(2)
            case 30...37, 40...47, 90...97, 100...107: look.colour += [number]
            case 39, 49: look.colour = []
            default: break
            }
        }
    }

    private mutating func set(_ mode: Int, _ on: Bool) {
        switch mode {
        case 47, 1047, 1049:
            guard on != isAlternate else { return }
            if on {
                saved = grid
                savedCursor = (row, column)
                for line in 0..<rows { blank(line, 0..<columns) }
            } else {
                if let first = saved, first.count == rows, first.first?.count == columns { grid = first }
                (row, column) = (min(rows - 1, savedCursor.row), min(columns - 1, savedCursor.column))
            }
            isAlternate = on
        case 25: cursorVisible = on
        case 2004: bracketedPaste = on
        case 1004: reportsFocus = on
        case 1000, 1002, 1003, 1006: if on { mouseModes.insert(mode) } else { mouseModes.remove(mode) }
        case 2026:
            isHeld = on
            if on { heldFrames += 1 }
        default: break
        }
    }
}
