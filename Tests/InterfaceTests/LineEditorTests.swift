import Terminal
import Testing

@testable import Interface

@Suite("The line editor")
struct LineEditorTests {
    private func field(_ text: String, _ keys: Key...) -> LineEditor {
        var field = LineEditor()
        field.insert(text)
        for key in keys {
            let isTaken = field.handle(key)
            #expect(isTaken != nil, "\(key)")
        }
        return field
    }

    @Test("takes characters where the cursor is")
    func insertion() {
        let field = field("ac", .plain(.left), .character("b"))
        #expect(field.value == "abc")
        #expect(field.cursor == 2)
        #expect(self.field("ac", .plain(.home), .plain(.left), .character("x")).value == "xac")
        #expect(self.field("ac", .plain(.end), .plain(.right), .character("x")).value == "acx")
        #expect(self.field("a", Key(.enter, .alt), .character("b")).value == "a\nb")
    }

    @Test("moves by words, with Alt and with the arrows")
    func words() {
        #expect(field("one two, three", .alt("b")).cursor == 9)
        #expect(field("one two, three", .alt("b"), .alt("b")).cursor == 4)
        #expect(field("one two, three", .plain(.home), .alt("f"), .alt("f")).cursor == 7)
        #expect(field("one two", Key(.left, .control)).cursor == 4)
        #expect(field("one two", .control("a"), Key(.right, .control)).cursor == 3)
        #expect(field("", .alt("b"), .alt("f")).cursor == 0)
    }

    @Test("kills a word, and everything before or behind the cursor")
    func kill() {
        #expect(field("one two", .control("w")).value == "one")
        #expect(field("one two", Key(.backspace, .alt), .character("x")).value == "one x")
        #expect(field("one two", .plain(.left), .plain(.left), .control("u")).value == "wo")
        #expect(field("one two", .alt("b"), .control("k")).value == "one")
        #expect(field("one", .plain(.backspace)).value == "on")
        #expect(field("one", .plain(.home), .plain(.delete)).value == "ne")
        #expect(field("", .plain(.backspace), .plain(.delete), .control("w"), .control("u"), .control("k")).value == "")
    }

    @Test("a paste keeps its lines and its words, and loses every control")
    func paste() {
        var field = LineEditor()
        field.insert("one\u{1B}[31m\ntwo\u{0}\u{9B}three\u{7F}")
        #expect(field.value == "one[31m\ntwothree")
        var tabs = LineEditor()
        tabs.insert("one\ttwo\r\nthree\rfour")
        #expect(tabs.value == "one two\nthree\nfour")
    }

    @Test("takes no more than its limit, and goes on working there")
    func limit() {
        var field = LineEditor()
        field.limit = 5
        field.insert("abcdefgh")
        #expect(field.value == "abcde")
        let isTaken = field.handle(.character("x"))
        #expect(isTaken == .overfull(1))
        #expect(field.value == "abcde")
        _ = field.handle(.plain(.backspace))
        _ = field.handle(.character("x"))
        #expect(field.value == "abcdx")
    }

    @Test("does not take keys that are not its own")
    func others() {
        var field = LineEditor()
        for key in [Key.plain(.enter), .plain(.tab), .plain(.escape), .control("z"), .alt("z")] {
            let isTaken = field.handle(key)
            #expect(isTaken == nil)
        }
        #expect(field.value == "")
    }

    private func cursor(_ text: String, columns: Int, rows: Int = 3, _ keys: Key...) -> Point? {
        var field = LineEditor()
        field.insert(text)
        for key in keys { _ = field.handle(key) }
        var surface = Surface(Size(columns: columns + 2, rows: rows + 1))
        field.draw(
            into: &surface, in: Rect(column: 1, row: 1, columns: columns, rows: rows),
            look: Look(theme: .calm, glyphs: .unicode))
        return surface.cursor
    }

    @Test("the cursor stands where the next character will")
    func cursorPlace() {
        #expect(cursor("", columns: 10) == Point(column: 1, row: 1))
        #expect(cursor("abc", columns: 10) == Point(column: 4, row: 1))
        #expect(cursor("abc", columns: 10, .plain(.left)) == Point(column: 3, row: 1))
        #expect(cursor("漢字", columns: 10) == Point(column: 5, row: 1))
        #expect(cursor("漢字", columns: 10, .plain(.left)) == Point(column: 3, row: 1))
        #expect(cursor("ab\nc", columns: 10) == Point(column: 2, row: 2))
        #expect(cursor("ab\n", columns: 10) == Point(column: 1, row: 2))
    }

    @Test("the cursor never leaves the field, however long the text", arguments: [2, 3, 5, 9])
    func insideAlways(columns: Int) throws {
        for text in ["abcdefghijklmnopqrstuvwxyz", "漢字かな漢字かな漢字かな", "a\n\n\n\n\n\nb", "a漢b字c漢d字e"] {
            for left in 0...text.count {
                var field = LineEditor()
                field.insert(text)
                for _ in 0..<left { _ = field.handle(.plain(.left)) }
                var surface = Surface(Size(columns: columns + 2, rows: 5))
                let area = Rect(column: 1, row: 1, columns: columns, rows: 3)
                field.draw(into: &surface, in: area, look: Look(theme: .calm, glyphs: .unicode))
                let cursor = try #require(surface.cursor)
                #expect(area.contains(cursor), "\(text) \(left) \(cursor)")
            }
        }
    }
}
