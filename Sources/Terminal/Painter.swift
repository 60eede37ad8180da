internal import CNcurses
internal import CUnix

/// Hands the difference between two frames to ncurses.
struct Painter {
    private var window: UnsafeMutablePointer<WINDOW>
    private var shown: Surface
    private var whole = true
    private var row: [cchar_t]
    private var pairs = ColourPairs()
    private var styles: [Style] = []
    private var looks: [(attributes: attr_t, pair: Int32)] = []
    private var cursorVisible: Bool?
    private let isUTF8: Bool

    /// Draws on a window of ncurses that covers the whole terminal; `nil` when ncurses has no room for one.
    init?(size: Size, isUTF8: Bool) {
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
        cursorVisible = nil
        _ = clearok(nc_current_screen(), true)
    }

    /// Takes a new size over, after `resizeterm`.
    mutating func resize(_ size: Size) {
        _ = delwin(window)
        if let fresh = newwin(0, 0, 0, 0) { window = fresh }
        _ = idlok(window, true)
        shown = Surface(size)
        row = Array(repeating: cchar_t(), count: size.columns)
        forget()
    }

    /// Shows a frame; sends nothing where nothing changed.
    mutating func paint(_ frame: Surface, styles table: [Style]) {
        guard frame.size == shown.size else { return }
        if table != styles || looks.isEmpty {
            styles = table
            looks = (table.isEmpty ? [.plain] : table).map { pairs.look($0) }
            whole = true
        }
        let frame = isUTF8 ? frame : frame.transliterated()
        for line in 0..<frame.size.rows { paint(line, of: frame) }
        whole = false
        place(frame.cursor)
        shown = frame
        _ = wnoutrefresh(window)
        _ = doupdate()
    }

    private mutating func place(_ cursor: Point?) {
        let visible = cursor.map { Rect(shown.size).contains($0) } ?? false
        if visible != cursorVisible {
            _ = curs_set(visible ? 1 : 0)
            cursorVisible = visible
        }
        // A hidden cursor may stay wherever the last change was: that saves a motion.
        _ = leaveok(window, !visible)
        if visible, let cursor { _ = wmove(window, Int32(cursor.row), Int32(cursor.column)) }
    }

    private mutating func paint(_ line: Int, of frame: Surface) {
        let columns = frame.size.columns
        let base = line * columns
        let new = frame.cells
        let old = shown.cells
        var column = 0
        while column < columns {
            guard whole || new[base + column] != old[base + column] else {
                column += 1
                continue
            }
            // A run begins at a whole character.
            if new[base + column].width == 0, column > 0 { column -= 1 }
            let start = column
            var count = 0
            while column < columns, whole || new[base + column] != old[base + column] || column == start {
                let cell = new[base + column]
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
        guard !base.isASCII else {
            set(place, (wchar_t(base.value), mark(cell.marks.0), mark(cell.marks.1), 0), look)
            return 1
        }
        // ncurses places by the C library's widths: what it counts otherwise would shift the rest of the row.
        if csystem_columns(base.value) == Int32(cell.width) {
            set(place, (wchar_t(base.value), mark(cell.marks.0), mark(cell.marks.1), 0), look)
            return 1
        }
        let known = csystem_columns(0xFFFD) == 1
        set(place, (known ? 0xFFFD : 0x2A, 0, 0, 0), look)
        if cell.width == 2 { set(place + 1, (0x20, 0, 0, 0), look) }
        return max(1, Int(cell.width))
    }

    private func mark(_ scalar: Unicode.Scalar?) -> wchar_t {
        guard let scalar, csystem_columns(scalar.value) == 0 else { return 0 }
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
