import Terminal
import Testing

@testable import Interface

@Suite("A transcript that keeps its place")
struct TranscriptScrollTests {
    private func block(_ id: Int, _ words: String, columns: Int) -> TranscriptBlock<Int> {
        TranscriptBlock(id, StyledLine.wrapped(words, .text, columns: columns))
    }

    private func blocks(_ ids: Range<Int>, columns: Int = 20) -> [TranscriptBlock<Int>] {
        ids.map { block($0, "entry \($0) has some words that are broken into rows", columns: columns) }
    }

    private func top(_ scroll: TranscriptScroll<Int>, _ blocks: [TranscriptBlock<Int>], rows: Int = 6) -> String {
        scroll.view(of: blocks, rows: rows).lines.first?.runs.map(\.text).joined() ?? ""
    }

    @Test("follows what comes while one reads the newest")
    func following() {
        let scroll = TranscriptScroll<Int>()
        for count in 1...9 {
            let view = scroll.view(of: blocks(0..<count), rows: 3)
            #expect(view.below == 0)
            #expect(view.new == 0)
        }
        #expect(scroll.isAtNewest)
    }

    @Test("stays on the same words when entries come below and above, and counts the new ones")
    func staying() {
        var scroll = TranscriptScroll<Int>()
        let old = blocks(10..<20)
        scroll.move(.pageUp, in: old, rows: 6)
        scroll.move(.pageUp, in: old, rows: 6)
        let words = top(scroll, old)
        #expect(!scroll.isAtNewest)
        #expect(scroll.view(of: old, rows: 6).new == 0)
        #expect(top(scroll, blocks(10..<23)) == words)
        #expect(scroll.view(of: blocks(10..<23), rows: 6).new == 3)
        #expect(top(scroll, blocks(0..<23)) == words)
        scroll.move(.up, in: blocks(10..<23), rows: 6)
        #expect(scroll.view(of: blocks(10..<23), rows: 6).new == 3, "moving on does not make them old")
        scroll.move(.bottom, in: blocks(10..<23), rows: 6)
        #expect(scroll.isAtNewest)
        #expect(scroll.view(of: blocks(10..<25), rows: 6).new == 0)
    }

    @Test("stays in the same entry when the width changes")
    func width() {
        var scroll = TranscriptScroll<Int>()
        let narrow = blocks(0..<20, columns: 12)
        for _ in 0..<4 { scroll.move(.pageUp, in: narrow, rows: 6) }
        func entry(_ columns: Int) -> Int? {
            let all = blocks(0..<20, columns: columns)
            var row = scroll.view(of: all, rows: 6).above
            for block in all {
                if row < block.lines.count { return block.id }
                row -= block.lines.count
            }
            return nil
        }
        let here = entry(12)
        #expect(here != nil && here != 19)
        for columns in [12, 40, 17, 90, 12] { #expect(entry(columns) == here, "\(columns)") }
    }

    @Test("comes to rest at both ends, and at the newest when its entry is gone")
    func ends() {
        var scroll = TranscriptScroll<Int>()
        let all = blocks(0..<20)
        scroll.move(.top, in: all, rows: 6)
        #expect(scroll.view(of: all, rows: 6).above == 0)
        scroll.move(.up, in: all, rows: 6)
        #expect(scroll.view(of: all, rows: 6).above == 0)
        for _ in 0..<40 { scroll.move(.pageDown, in: all, rows: 6) }
        #expect(scroll.isAtNewest)
        scroll.move(.top, in: all, rows: 6)
        #expect(scroll.view(of: blocks(5..<20), rows: 6).below == 0)
        var short = TranscriptScroll<Int>()
        short.move(.up, in: blocks(0..<1), rows: 50)
        #expect(short.isAtNewest)
    }
}

@Suite("Lists and tables")
struct ListAndTableTests {
    private func list(_ finding: ListBox.Finding = .jumps) -> ListBox {
        ListBox(
            [
                .init("a", "Late delivery"), .init("b", "Unexpected charge"), .init("c", "Élan vital"),
                .init("d", "A late charge", refusal: "it needs mending"),
            ], finding: finding)
    }

    @Test("the choice moves, stops at the ends, and stays on its row when rows come and go")
    func choosing() {
        var some = list()
        some.move(.up)
        #expect(some.chosen?.id == "a")
        some.move(.down)
        some.rows.insert(.init("new", "New"), at: 0)
        #expect(some.chosen?.id == "b")
        some.rows.removeAll { $0.id == "b" }
        #expect(some.chosen != nil)
        some.move(.bottom)
        #expect(some.chosen?.refusal == "it needs mending")
        some.rows = []
        #expect(some.chosen == nil)
        some.move(.down)
        some.rows = [.init("x", "X")]
        #expect(some.chosen?.id == "x")
    }

    @Test("finding goes to rows that have every word, whatever the case, and round the ends")
    func finding() {
        var some = list()
        some.find("CHARGE")
        #expect(some.chosen?.id == "b")
        #expect(some.findWords == "CHARGE: 1 of 2")
        some.findNext()
        #expect(some.chosen?.id == "d")
        some.findNext()
        #expect(some.chosen?.id == "b")
        some.findPrevious()
        #expect(some.chosen?.id == "d")
        some.find("charge late")
        #expect(some.chosen?.id == "d")
        some.find("élan")
        #expect(some.chosen?.id == "c")
        some.find("zebra")
        #expect(some.findWords == "zebra: nothing here has that")
        #expect(some.chosen?.id == "c", "looking in vain moves nothing")
    }

    @Test("a list that narrows shows only what matches, and all again afterwards")
    func narrowing() {
        var some = list(.narrows)
        some.find("late")
        #expect(some.shown.count == 2)
        some.move(.bottom)
        #expect(some.chosen?.id == "d")
        some.find("zebra")
        #expect(some.chosen == nil)
        some.find("")
        #expect(some.shown.count == 4)
        #expect(some.chosen?.id == "d")
    }

    @Test("the chosen row is always in sight", arguments: [1, 2, 3, 7])
    func sight(rows: Int) {
        var long = ListBox((0..<50).map { .init("\($0)", "Row \($0)") })
        for step in 0..<60 {
            var surface = Surface(Size(columns: 20, rows: rows))
            long.draw(into: &surface, in: surface.bounds, look: Look(theme: .calm, glyphs: .ascii))
            let marked = surface.text.split(separator: "\n").first { $0.hasPrefix("> ") }
            #expect(marked == "> Row \(min(step, 49))")
            long.move(.down)
        }
    }

    @Test("a table keeps its first columns, says how many are hidden, and uses the room there is")
    func widths() {
        let table = ControlsGallery.table()
        #expect(table.widths(in: 11) == [])
        #expect(table.widths(in: 12) == [12])
        #expect(table.widths(in: 60).count == 4)
        #expect(table.widths(in: 200) == [28, 8, 8, 30, 40])
        for room in 0..<150 {
            let widths = table.widths(in: room)
            #expect(widths.reduce(0, +) + max(0, widths.count - 1) * 2 <= room)
        }
    }

    @Test("read as a list, every cell stands behind the name of its column")
    func readAsList() {
        let lines = ControlsGallery.table().listLines(row: 1, columns: 80, glyphs: .unicode)
        let words = lines.map { $0.runs.map(\.text).joined() }
        #expect(words.contains("  Trust: +6"))
        #expect(words.contains("  Moves that were made: naming impact, focusing question"))
    }
}

@Suite("Measures")
struct MeasureTests {
    private func words(_ line: StyledLine) -> String { line.runs.map(\.text).joined() }

    @Test("a gauge is empty only at nothing, full only at all, and gives its bar up before its words")
    func gauge() {
        func filled(_ part: Int) -> Int { Gauge.filled(part, of: 1_000, columns: 10) }
        #expect(filled(0) == 0)
        #expect(filled(-5) == 0)
        #expect(filled(1) == 1)
        #expect(filled(500) == 5)
        #expect(filled(999) == 9)
        #expect(filled(1_000) == 10)
        #expect(filled(2_000) == 10)
        #expect(Gauge.filled(1, of: 0, columns: 10) == 0)
        let gauge = Gauge("Reply", 38, of: 60, words: "0:38")
        #expect(words(gauge.line(columns: 12, glyphs: .unicode)) == "Reply 0:38")
        #expect(words(gauge.line(columns: 4, glyphs: .unicode)) == "0:38")
        #expect(words(gauge.line(columns: 17, glyphs: .ascii)) == "Reply ####.. 0:38")
    }

    @Test("a sparkline says last, least and most, and less of it in less room")
    func sparkline() {
        let line = Sparkline([10, 40, nil, 20, 30])
        #expect(words(line.line(columns: 60, glyphs: .unicode)) == "▁█ ▃▆ last 30, least 10, most 40")
        #expect(words(line.line(columns: 20, glyphs: .unicode)) == "▁█ ▃▆ 30 (10 to 40)")
        #expect(words(line.line(columns: 8, glyphs: .unicode)) == "▁█ ▃▆ 30")
        #expect(words(line.line(columns: 2, glyphs: .unicode)) == "30")
        #expect(words(Sparkline([nil]).line(columns: 60, glyphs: .unicode)) == "no values yet")
        #expect(Sparkline([0, 50, 100], range: 0...200).bars(columns: 3, glyphs: .unicode) == "▁▃▅")
        #expect(Sparkline((1...100).map { $0 }).bars(columns: 8, part: .whole, glyphs: .unicode) == "▁▂▃▄▅▆▇█")
        #expect(Sparkline([5, 5]).bars(columns: 3, glyphs: .unicode).count == 2)
    }

    @Test("a heatmap's cells carry their step, and the legend what the ends are")
    func heatmap() {
        let map = ControlsGallery.heatmap()
        #expect(map.step(row: 0, column: 0) == 0)
        #expect(map.step(row: 2, column: 0) == 9)
        #expect(map.step(row: 1, column: 2) == nil)
        #expect(map.step(row: 9, column: 9) == nil)
        let narrow = ControlsGallery.picture("heatmap", columns: 24).text
        #expect(narrow.contains("9"))
        var surface = Surface(Size(columns: 60, rows: 4))
        let wide = Heatmap(
            rows: ["a", "b", "c"], columns: (1...90).map { "\($0)" }, values: [[1, 2], [3]], unit: "times")
        wide.draw(into: &surface, in: surface.bounds, look: Look(theme: .calm, glyphs: .unicode))
        #expect(surface.text.contains("61 more columns, 1 more rows"))
    }

    @Test("big digits are five rows of the width they say, in both alphabets, or plain where they do not fit")
    func digits() {
        for text in ["0123456789", "12:04", "-+%/. ", "x", ""] {
            for glyphs in [Glyphs.unicode, .ascii] {
                let lines = BigDigits(text).lines(glyphs: glyphs)
                #expect(lines.count == BigDigits.rows)
                #expect(lines.allSatisfy { DisplayText.width(of: $0) == BigDigits(text).columns }, "\(text)")
                if glyphs == .ascii { #expect(lines.joined().allSatisfy { $0 == "#" || $0 == " " }) }
            }
        }
        let shapes = Set("0123456789".map { BigDigits(String($0)).lines(glyphs: .ascii) })
        #expect(shapes.count == 10, "no two digits look alike, in ASCII too")
        var small = Surface(Size(columns: 20, rows: 5))
        BigDigits("12:04").draw(into: &small, in: small.bounds, look: Look(theme: .calm, glyphs: .unicode))
        #expect(small.text.contains("12:04"))
    }

    @Test("progress says how far it is, and what it does not know it does not say")
    func progress() {
        #expect(ProgressBar("x", done: 12, of: 40, unit: "paths").words == "12 of 40 paths, 30 %")
        #expect(ProgressBar("x", done: 12, of: nil, unit: "paths").words == "12 paths so far")
        #expect(ProgressBar("x", done: 0, of: nil).words == "working")
        #expect(ProgressBar("x", done: 50, of: 40).words == "50 of 40, 100 %")
    }

    @Test("tabs go round, and a tab that is not there is the nearest")
    func tabs() {
        var tabs = Tabs(["a", "b", "c"])
        tabs.move(.previousFocus)
        #expect(tabs.open == 2)
        tabs.move(.nextFocus)
        #expect(tabs.open == 0)
        tabs.open(99)
        #expect(tabs.open == 2)
        var none = Tabs([String]())
        none.move(.nextFocus)
        #expect(none.open == 0)
    }
}

@Suite("Forms")
struct FormTests {
    private func press(_ form: inout Form, _ keys: Key...) -> [Form.Outcome] { keys.map { form.handle($0) } }

    @Test("Tab moves through the fields and the last row, Enter goes on and submits there")
    func focus() {
        var form = ControlsGallery.form()
        for expected in [1, 2, 3, 4, 5, 0] {
            _ = form.handle(.plain(.tab))
            #expect(form.focus == expected)
        }
        _ = form.handle(.plain(.backTab))
        #expect(form.focus == 5)
        #expect(form.handle(.plain(.enter)) == .taken, "something is still wrong")
        #expect(form.focus == 4)
        #expect(form.problems == ["A few words are enough."])
        for letter in "Heard" { _ = form.handle(.character(letter)) }
        #expect(form.problems == [])
        #expect(form.handle(.control("s")) == .submitted)
        #expect(form.values["why"] == .text("Heard"))
    }

    @Test("letters are typed in text; in choices they choose")
    func typing() {
        var form = ControlsGallery.form()
        for letter in "y2 n" { _ = form.handle(.character(letter)) }
        #expect(form.values["name"] == .text("Samy2 n"))
        _ = press(&form, .plain(.tab), .plain(.right))
        #expect(form.values["scenario"] == .choice(2))
        _ = press(&form, .plain(.right), .character("2"))
        #expect(form.values["scenario"] == .choice(1))
        #expect(!form.isTyping)
        _ = press(&form, .plain(.tab), .character("x"), .plain(.up))
        #expect(form.values["minutes"] == .number(9))
        #expect(form.isTyping)
        _ = press(&form, .plain(.tab), .character("n"))
        #expect(form.values["clocks"] == .yesNo(false))
        #expect(form.handle(.plain(.escape)) == .cancelled)
    }

    @Test("what is wrong is said in words when a field is left, and not while it is typed")
    func problems() {
        var form = Form([.number("n", "Minutes", in: 1...60), .yesNo("y", "Clocks")], submitWords: "Go")
        #expect(form.problems == [])
        _ = press(&form, .character("9"), .character("9"))
        #expect(form.problems == [])
        _ = form.handle(.plain(.tab))
        #expect(form.problems == ["“99” is not a whole number from 1 to 60."])
        #expect(form.values["n"] == nil)
    }

    @Test("a field of several rows keeps Enter and is left at its first and last row")
    func rows() {
        var form = ControlsGallery.form()
        for _ in 0..<4 { _ = form.handle(.plain(.tab)) }
        form.fit(columns: 80)
        _ = press(&form, .character("a"), .plain(.enter), .character("b"))
        #expect(form.values["why"] == .text("a\nb"))
        #expect(form.handle(.plain(.up)) == .taken)
        #expect(form.focus == 4)
        _ = form.handle(.plain(.up))
        #expect(form.focus == 3)
        form.paste("nothing is typed here")
        #expect(form.values["clocks"] == .yesNo(true))
    }
}
