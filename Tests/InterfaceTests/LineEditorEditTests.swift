import Terminal
import Testing

@testable import Interface

@Suite("Editing a text")
struct LineEditorEditTests {
    private func editor(_ text: String, _ edits: Edit...) -> LineEditor {
        var editor = LineEditor()
        editor.insert(text)
        for edit in edits { editor.perform(edit) }
        return editor
    }

    private func type(_ text: String, into editor: inout LineEditor) {
        for character in text { editor.handle(.character(character)) }
    }

    @Test("what Shift passes over is selected, replaced by typing, and given up by an arrow")
    func selecting() {
        var some = editor("one two", .selectWordLeft)
        #expect(some.selection == 4..<7)
        #expect(editor("one two", .selectWordLeft, .left).cursor == 4)
        #expect(editor("one two", .selectWordLeft, .right).cursor == 7)
        type("2", into: &some)
        #expect(some.text == "one 2")
        some.perform(.undo)
        #expect(some.text == "one two")
        #expect(some.selection == 4..<7)
        #expect(editor("one two", .selectAll, .deleteBackward).text == "")
        #expect(editor("one", .selectLeft, .selectRight).selection == nil)
    }

    @Test("a mark selects where Shift and arrows do not arrive")
    func marking() {
        #expect(editor("one two", .lineStart, .mark, .wordRight).selection == 0..<3)
        #expect(editor("one two", .lineStart, .mark, .wordRight, .mark, .right).selection == nil)
        #expect(editor("one two", .lineStart, .mark, .wordRight, .killWordBackward).text == " two")
    }

    @Test("copying answers with the selection, or with everything, and leaves the text")
    func copying() {
        var some = editor("one two", .selectWordLeft)
        #expect(some.perform(.copy) == .copied("two"))
        #expect(some.text == "one two")
        #expect(some.perform(.copy) == .copied("one two"))
        var none = LineEditor()
        #expect(none.perform(.copy) == .nothing)
        some.perform(.textEnd)
        some.perform(.yank)
        #expect(some.text == "one twoone two")
    }

    @Test("kills in a row come back as one piece, in their order")
    func killRing() {
        var some = editor("one two three", .killWordBackward, .killWordBackward)
        #expect(some.text == "one ")
        some.perform(.textStart)
        some.perform(.killToLineEnd)
        #expect(some.text == "")
        #expect(some.kills.pieces == ["one ", "two three"])
        some.perform(.yank)
        #expect(some.text == "one ")
        some.perform(.yankOlder)
        #expect(some.text == "two three")
        some.perform(.yankOlder)
        #expect(some.text == "one ")
        some.perform(.left)
        #expect(some.perform(.yankOlder) == .nothing)
        #expect(editor("a b c", .textStart, .killWordForward, .killWordForward, .yank).text == "a b c")
    }

    @Test("Ctrl-K at the end of a line takes the line end, Ctrl-U stays in its line")
    func killLines() {
        #expect(editor("one\ntwo", .up, .lineEnd, .killToLineEnd).text == "onetwo")
        #expect(editor("one\ntwo", .killToLineStart).text == "one\n")
        #expect(editor("one\ntwo", .lineStart, .killToLineStart).text == "one\ntwo")
    }

    @Test("a typed run is one step of undo, a motion begins the next, a paste is a step of its own")
    func undoing() {
        var some = LineEditor()
        type("hello", into: &some)
        some.perform(.lineStart)
        type("oh ", into: &some)
        some.insert("well, ")
        #expect(some.text == "oh well, hello")
        some.perform(.undo)
        #expect(some.text == "oh hello")
        some.perform(.undo)
        #expect(some.text == "hello")
        #expect(some.cursor == 0)
        some.perform(.undo)
        #expect(some.text == "")
        #expect(some.perform(.undo) == .nothing)
        for _ in 0..<3 { some.perform(.redo) }
        #expect(some.text == "oh well, hello")
        #expect(some.perform(.redo) == .nothing)
        some.perform(.undo)
        type("x", into: &some)
        #expect(some.perform(.redo) == .nothing, "what is typed after an undo ends the way back")
        #expect(some.text == "oh xhello")
    }

    @Test("a long run breaks where a word begins, so that an undo never takes a paragraph")
    func longRun() {
        var some = LineEditor()
        type("I can see that it stopped in Leeds on Monday", into: &some)
        some.perform(.undo)
        #expect(some.text == "I can see that it stopped ")
        some.perform(.undo)
        #expect(some.text == "")
    }

    @Test("backspaces in a row are one step")
    func deleting() {
        var some = editor("hello", .deleteBackward, .deleteBackward, .deleteBackward)
        #expect(some.text == "he")
        some.perform(.undo)
        #expect(some.text == "hello")
        var other = editor("hello", .textStart, .deleteForward, .deleteForward)
        other.perform(.undo)
        #expect(other.text == "hello")
        #expect(other.cursor == 0)
    }

    @Test("what comes back from another editor is one step, cut to what fits")
    func replacing() {
        var some = editor("draft")
        #expect(some.replaceAll(with: "Dear Ana,\r\n\r\nsorry.\u{1B}[2J") == 0)
        #expect(some.text == "Dear Ana,\n\nsorry.[2J")
        some.perform(.undo)
        #expect(some.text == "draft")
        some.limit = 3
        #expect(some.replaceAll(with: "abcdef") == 3)
        #expect(some.text == "abc")
    }

    @Test("up and down go by the rows one sees, keep their column, and end at the edges")
    func rows() {
        var some = LineEditor()
        some.fit(Size(columns: 11, rows: 4))
        // Ten columns to a row: "one two", "three four", "five".
        some.insert("one two three four five")
        #expect(some.rowCount(columns: 11) == 3)
        some.perform(.up)
        #expect(some.cursor == 12)
        some.perform(.up)
        #expect(some.cursor == 4)
        #expect(some.perform(.up) == .nothing)
        some.perform(.lineEnd)
        #expect(some.cursor == 23)
        some.perform(.textStart)
        for _ in 0..<9 { some.perform(.right) }
        some.perform(.down)
        #expect(some.cursor == 20)
        #expect(some.perform(.down) == .nothing)
    }

    @Test("a short row in between does not lose the column")
    func goal() {
        var some = editor("long enough\nab\nlong enough too")
        some.perform(.up)
        #expect(some.cursor == 14)
        some.perform(.up)
        #expect(some.cursor == 11)
        some.perform(.textStart)
        for _ in 0..<6 { some.perform(.right) }
        some.perform(.down)
        some.perform(.down)
        #expect(some.cursor == 21)
    }

    @Test("a letter, its accent and its emoji family are one character to move over and delete")
    func graphemes() {
        #expect(editor("ae\u{301}👩‍👩‍👧‍👦", .deleteBackward, .deleteBackward).text == "a")
        var typed = LineEditor()
        for scalar in "e\u{301}a".unicodeScalars { typed.handle(.character(Character(scalar))) }
        #expect(typed.count == 2)
        #expect(typed.text == "e\u{301}a")
        typed.perform(.left)
        typed.handle(.character("\u{302}"))
        #expect(typed.count == 2)
        typed.perform(.undo)
        #expect(typed.text == "e\u{301}a")
    }

    @Test("an apostrophe does not end a word")
    func apostrophe() {
        #expect(editor("I don't know", .wordLeft, .killWordBackward).text == "I know")
        #expect(editor("'quoted'", .wordLeft).cursor == 1)
    }

    @Test("one line stays one line")
    func singleLine() {
        var line = LineEditor(isSingleLine: true)
        line.insert("one\ntwo\r\nthree")
        #expect(line.text == "one two three")
        #expect(line.perform(.newLine) == .nothing)
        #expect(line.perform(.up) == .nothing)
    }

    @Test("a mebibyte is pasted in no time, as one step, and what found no room is counted")
    func hugePaste() {
        for piece in ["I wait since Tuesday. ", "Wörter über Wörter ", "e\u{301}\u{302}", "👩‍👩‍👧‍👦", "\n"] {
            let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
            var some = LineEditor(limit: 20_000)
            type("Hi ", into: &some)
            let clock = ContinuousClock()
            var left = 0
            let taken = clock.measure { left = some.insert(text) }
            #expect(some.count == 20_000)
            #expect(left > 10_000)
            #expect(taken < .seconds(2), "\(piece)")
            some.perform(.undo)
            #expect(some.text == "Hi ")
        }
        var endless = LineEditor(limit: 10)
        endless.insert("e" + String(repeating: "\u{301}", count: 500_000))
        #expect(endless.text.unicodeScalars.count <= 400)
    }

    @Test("every edit has keys, no key means two things, and each is explained")
    func bindings() {
        #expect(Set(Edit.bindings.map(\.edit)) == Set(Edit.allCases))
        #expect(Edit.bindings.count == Edit.allCases.count)
        let keys = Edit.bindings.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
        for binding in Edit.bindings {
            #expect(!binding.keys.isEmpty && !binding.shown.isEmpty && binding.long.hasSuffix("."))
            #expect(binding.keys.allSatisfy { $0.typed == nil })
        }
    }
}
