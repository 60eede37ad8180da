internal import CNcurses
internal import CUnix

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Hands the difference between two frames to ncurses.
struct Painter {
    private var window: UnsafeMutablePointer<WINDOW>
    private var shown: Surface
    private var whole = true
    private var row: [cchar_t]
    private(set) var pairs = ColourPairs()
    private var styles: [Style] = []
    private var looks: [(attributes: attr_t, pair: Int32)] = []
    private let isUTF8: Bool

    /// Draws on a window of ncurses that covers the whole terminal; `nil` when ncurses has no room for one.
    init?(size: Size, isUTF8: Bool) {
        // Where the terminal does not tell its size, ncurses takes another one than we do.
        _ = resizeterm(Int32(size.rows), Int32(size.columns))
        guard let window = newwin(0, 0, 0, 0) else { return nil }
        self.window = window
        self.isUTF8 = isUTF8
        shown = Surface(size)
        row = Array(repeating: cchar_t(), count: size.columns)
        _ = idlok(window, true)
    }

    /// Everything is sent with the next frame, as after something else has drawn on the terminal.
    mutating func forget() {
        whole = true
        _ = clearok(nc_current_screen(), true)
    }

    /// Takes a new size over.
    mutating func resize(_ size: Size) {
        _ = resizeterm(Int32(size.rows), Int32(size.columns))
        _ = delwin(window)
        if let fresh = newwin(0, 0, 0, 0) { window = fresh }
        _ = idlok(window, true)
        shown = Surface(size)
        row = Array(repeating: cchar_t(), count: size.columns)
        forget()
    }

    /// Hands a frame to ncurses, which writes what changed. Returns how many rows changed.
    mutating func paint(_ frame: Surface, styles table: [Style]) -> Int {
        guard frame.size == shown.size else { return 0 }
        if table != styles || looks.isEmpty {
            styles = table
            looks = (table.isEmpty ? [.plain] : table).map { pairs.look($0) }
            whole = true
        }
        let frame = isUTF8 ? frame : frame.transliterated()
        let columns = frame.size.columns
        var changed = 0
        frame.cells.withUnsafeBufferPointer { new in
            shown.cells.withUnsafeBufferPointer { old in
                for line in 0..<frame.size.rows {
                    let (new, old) = (Self.row(line, columns, of: new), Self.row(line, columns, of: old))
                    guard whole || !Self.areSame(new, old) else { continue }
                    changed += 1
                    paint(line, new, old)
                }
            }
        }
        whole = false
        place(frame.cursor)
        shown = frame
        _ = wnoutrefresh(window)
        _ = doupdate()
        return changed
    }

    private static func row(
        _ line: Int, _ columns: Int, of cells: UnsafeBufferPointer<Cell>
    ) -> UnsafeBufferPointer<Cell> {
        UnsafeBufferPointer(rebasing: cells[(line * columns)..<((line + 1) * columns)])
    }

    private static func areSame(_ left: UnsafeBufferPointer<Cell>, _ right: UnsafeBufferPointer<Cell>) -> Bool {
        guard let first = left.baseAddress, let second = right.baseAddress else { return true }
        return memcmp(first, second, left.count * MemoryLayout<Cell>.stride) == 0
    }

    private func place(_ cursor: Point?) {
        // A hidden cursor may stay wherever the last change was: that saves a motion.
        guard let cursor, shown.bounds.contains(cursor) else {
            _ = leaveok(window, true)
            return
        }
        _ = leaveok(window, false)
        _ = wmove(window, Int32(cursor.row), Int32(cursor.column))
    }

    private mutating func paint(_ line: Int, _ new: UnsafeBufferPointer<Cell>, _ old: UnsafeBufferPointer<Cell>) {
        let columns = new.count
        var column = 0
        while column < columns {
            guard whole || new[column] != old[column] else {
                column += 1
                continue
            }
            // A run begins at a whole character.
            if new[column].width == 0, column > 0 { column -= 1 }
            let start = column
            var count = 0
            while column < columns, whole || new[column] != old[column] || column == start {
                let cell = new[column]
                count += prepare(cell, at: count)
                column += max(1, Int(cell.width))
            }
            _ = wmove(window, Int32(line), Int32(start))
            _ = wadd_wchnstr(window, row, Int32(count))
        }
    }

    // Writes one character into the row for ncurses; returns the places it took there.
    private mutating func prepare(_ cell: Cell, at place: Int) -> Int {
        let index = Int(cell.style.rawValue)
        let look = index < looks.count ? looks[index] : looks[0]
        let base = cell.base
        if base.isASCII, cell.isUnmarked {
            set(place, (wchar_t(base.value), 0, 0, 0), look)
            return 1
        }
        // ncurses places by the C library's widths: what it counts otherwise would shift the rest of the row.
        if cunix_columns(base.value) == Int32(cell.width) {
            set(place, (wchar_t(base.value), mark(cell.marks.0), mark(cell.marks.1), 0), look)
            return 1
        }
        // A base that fills its column loses what does not, and the row stays straight.
        let known = cunix_columns(0xFFFD) == 1
        set(place, (known ? 0xFFFD : 0x2A, 0, 0, 0), look)
        if cell.width == 2 { set(place + 1, (0x20, 0, 0, 0), look) }
        return max(1, Int(cell.width))
    }

    private func mark(_ scalar: Unicode.Scalar?) -> wchar_t {
        guard let scalar, cunix_columns(scalar.value) == 0 else { return 0 }
        return wchar_t(scalar.value)
    }

    private mutating func set(
        _ place: Int, _ text: (wchar_t, wchar_t, wchar_t, wchar_t), _ look: (attributes: attr_t, pair: Int32)
    ) {
        withUnsafeBytes(of: text) { bytes in
            guard let start = bytes.baseAddress else { return }
            let characters = start.assumingMemoryBound(to: wchar_t.self)
            _ = nc_set_cell(&row[place], characters, look.attributes, look.pair)
        }
    }
}
