import Testing

@testable import Interface
@testable import Terminal

@Suite("What the controls look like")
struct ControlsGalleryTests {
    @Test("as kept in Snapshots: words, roles, cursor", arguments: ControlsGallery.all.map(\.name))
    func kept(name: String) throws {
        var text = ""
        for columns in [60, 80, 120] {
            let calm = ControlsGallery.picture(name, columns: columns)
            text += "── \(columns) columns ──\n\(Self.trimmed(calm.text))\n"
            if columns == 80 { text += "── its roles ──\n\(Self.roles(calm))\n" }
            let cursor = calm.cursor.map { "cursor \($0.column),\($0.row)" } ?? "no cursor"
            text += "(\(cursor))\n"
        }
        let plain = ControlsGallery.picture(name, columns: 80, theme: .monochrome, glyphs: .ascii).transliterated()
        #expect(plain.text.utf8.allSatisfy { $0 < 0x80 })
        text += "── 80 columns, ASCII ──\n\(Self.trimmed(plain.text))\n"
        text +=
            "── 80 columns, monochrome: b bold, d dim, u underlined, r reversed ──\n\(Self.attributes(calmOn80: name))\n"
        try Kept.expect(text, as: "control-\(name)")
    }

    private static func trimmed(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// A letter for each cell's role: `.` is text; the key is in the first lines of a role's name.
    private static func roles(_ surface: Surface) -> String { trimmed(surface.styleMap()) }

    private static func attributes(calmOn80 name: String) -> String {
        let surface = ControlsGallery.picture(name, columns: 80, theme: .monochrome)
        let rows = (0..<surface.size.rows).map { row in
            var line = (0..<surface.size.columns).map { column -> Character in
                let cell = surface[Point(column: column, row: row)]
                let style = Theme.monochrome.styles[Int(cell.style.rawValue)]
                if style.attributes.contains(.reverse) { return "r" }
                if style.attributes.contains(.underline) { return "u" }
                if style.attributes.contains(.bold) { return cell.isBlank ? " " : "b" }
                if style.attributes.contains(.dim) { return cell.isBlank ? " " : "d" }
                return " "
            }
            while line.last == " " { line.removeLast() }
            return String(line)
        }
        return trimmed(rows.joined(separator: "\n"))
    }

    @Test("every control draws at every size inside its area", arguments: ControlsGallery.all.map(\.name))
    func everySize(name: String) throws {
        let one = try #require(ControlsGallery.all.first { $0.name == name })
        for columns in [0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 17, 24, 39, 60, 80, 120] {
            for rows in [0, 1, 2, 3, 4, 5, 7, 11, 24, 40] {
                let glyphs: Glyphs = columns % 2 == 0 ? .ascii : .unicode
                Self.expectInside("\(name) \(columns)x\(rows)", columns: columns, rows: rows, glyphs: glyphs, one.draw)
            }
        }
    }

    @Test("also with hostile text in it")
    func hostile() {
        let text = SafetyTests.hostile
        for columns in [0, 1, 2, 3, 5, 8, 13, 30, 60, 120] {
            for rows in [0, 1, 2, 3, 5, 12, 40] {
                for (name, draw) in Self.hostileControls(text) {
                    Self.expectInside(
                        "hostile \(name) \(columns)x\(rows)", columns: columns, rows: rows, glyphs: .unicode, draw)
                }
            }
        }
    }

    private typealias Draw = (inout Surface, Rect, Look) -> Void

    private static func hostileControls(_ text: String) -> [(String, Draw)] {
        var editor = LineEditor(limit: 10_000, placeholder: text)
        let empty = editor
        editor.insert(text + text)
        editor.perform(.selectAll)
        var line = LineEditor(isSingleLine: true)
        line.insert(text)
        var list = ListBox([.init("a", text, detail: text), .init("b", text, refusal: text)])
        list.find("a")
        var nothing = ListBox([.init("a", text)], finding: .narrows, emptyWords: text)
        nothing.find(text + "q")
        let table = Table(
            columns: [.init(text, least: 3, ideal: 9), .init(text, least: 2, ideal: 99, alignment: .right)],
            rows: [[text, text], [text], []], order: .init(column: 7, isRising: true))
        var read = table
        read.isList = true
        let heat = Heatmap(
            rows: [text, text], columns: [text, text, text], values: [[1, nil], [], [.max, .min]], unit: text)
        let form = Form(
            [
                .text("a", text, value: text, help: text), .text("l", text, value: text, rows: 3),
                .number("n", text, in: Int.min...Int.max), .choice("c", text, [text, text]), .choice("none", text, []),
                .yesNo("y", text, help: text),
            ], submitWords: text)
        return [
            ("editor", { editor.draw(into: &$0, in: $1, look: $2) }),
            ("placeholder", { empty.draw(into: &$0, in: $1, look: $2) }),
            ("line", { line.draw(into: &$0, in: $1, look: $2) }),
            ("list", { list.draw(into: &$0, in: $1, look: $2) }),
            ("nothing", { nothing.draw(into: &$0, in: $1, look: $2) }),
            ("table", { table.draw(into: &$0, in: $1, look: $2) }),
            ("read", { read.draw(into: &$0, in: $1, look: $2) }),
            ("heat", { heat.draw(into: &$0, in: $1, look: $2) }), ("form", { form.draw(into: &$0, in: $1, look: $2) }),
            ("tabs", { Tabs([text, text]).draw(into: &$0, in: $1, look: $2) }),
            ("digits", { BigDigits(text).draw(into: &$0, in: $1, look: $2) }),
            (
                "progress",
                { ProgressBar(text, done: .max, of: .max, unit: text, stop: text).draw(into: &$0, in: $1, look: $2) }
            ),
            (
                "gauge",
                {
                    let gauge = Gauge(text, .min, of: .max, words: text)
                    $0.draw([gauge.line(columns: $1.columns, glyphs: $2.glyphs)], in: $1)
                }
            ),
            (
                "sparkline",
                {
                    let line = Sparkline([.min, nil, .max, 0]).line(columns: $1.columns, glyphs: $2.glyphs)
                    $0.draw([line], in: $1)
                }
            ),
            (
                "transcript",
                {
                    let blocks = [
                        TranscriptBlock(0, StyledLine.wrapped(text, .text, columns: $1.columns)),
                        TranscriptBlock(1, []),
                    ]
                    var scroll = TranscriptScroll<Int>()
                    scroll.move(.up, in: blocks, rows: $1.rows)
                    scroll.draw(blocks, into: &$0, in: $1, look: $2, sitsAtBottom: true)
                }
            ),
        ]
    }

    /// Draws into an area with a frame of marks around it, and looks whether the frame is whole.
    private static func expectInside(
        _ name: String, columns: Int, rows: Int, glyphs: Glyphs, _ draw: (inout Surface, Rect, Look) -> Void
    ) {
        var surface = Surface(Size(columns: columns + 4, rows: rows + 2))
        surface.fill(surface.bounds, with: "@")
        let area = Rect(column: 2, row: 1, columns: columns, rows: rows)
        surface.fill(area)
        draw(&surface, area, Look(theme: .calm, glyphs: glyphs))
        var spilt: Set<String> = []
        for row in 0..<surface.size.rows {
            for column in 0..<surface.size.columns where !area.contains(Point(column: column, row: row)) {
                let cell = surface[Point(column: column, row: row)]
                if cell.text != "@" { spilt.insert("\(column),\(row) “\(cell.text)”") }
            }
        }
        #expect(spilt.isEmpty, "\(name): \(spilt.sorted().prefix(5))")
        if let cursor = surface.cursor { #expect(area.contains(cursor), "\(name): cursor \(cursor)") }
        for scalar in surface.text.unicodeScalars where scalar != "\n" {
            #expect(
                ![.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory),
                "\(name): \(scalar.value)")
        }
    }
}
