import Foundation
import Testing

@testable import Yarn

@Suite("§ 11 Markup")
struct Section11MarkupTests {
    /// Speaker, text and attributes: `{Mae} Hi b@0+2(x=1)`.
    private func show(_ text: String, _ plurals: PluralRules = .english) -> String {
        let result = MarkupParser.parse(text, plurals: plurals)
        let marks = result.text.attributes.map { mark in
            " \(mark.name)@\(mark.start)+\(mark.length)"
                + mark.properties.map { "(\($0.name)=\($0.value))" }.joined()
        }
        return (result.speaker.map { "{\($0)} " } ?? "") + result.text.string + marks.joined()
    }

    @Test(
        "tags open, close, close all and stand alone",
        arguments: [
            ("[a]x[/a]", "x a@0+1"), ("[a]x[b]y[/]z", "xyz a@0+2 b@1+1"), ("x[a/]y", "xy a@1+0(trimwhitespace=True)"),
            ("[ a ]x[ / a ]", "x a@0+1"), ("[/]", ""), ("[a][a]x[/a]y[/a]", "xy a@0+2 a@0+1"),
            ("[a]x[b]y[/a]z[/b]", "xyz a@0+2 b@1+2"), ("[A]x[/A]", "x A@0+1"), ("[a_b|c]x[/a_b|c]", "x a_b|c@0+1"),
        ])
    func tags(_ text: String, _ expected: String) {
        #expect(show(text) == expected)
    }

    @Test(
        "properties have numbers, truth values, texts and words",
        arguments: [
            (
                "[a x=1 y=-2.5 z=true w=False v=word u=\"two words\"]t[/a]",
                "t a@0+1(x=1)(y=-2.5)(z=True)(w=False)(v=word)(u=two words)"
            ),
            ("[a=3]t[/a]", "t a@0+1(a=3)"), ("[a = \"x\" b = 2]t[/a]", "t a@0+1(a=x)(b=2)"),
            ("[a x=\"he said \\\"hi\\\"\"]t[/a]", "t a@0+1(x=he said \"hi\")"),
            ("[a x=1/]t", "t a@0+0(x=1)(trimwhitespace=True)"),
        ])
    func properties(_ text: String, _ expected: String) {
        #expect(show(text) == expected)
    }

    @Test("a tag that stands alone takes one white space behind it along, unless told not to")
    func trimming() {
        #expect(MarkupParser.parse("A [p/] B").text.string == "A B")
        #expect(MarkupParser.parse("A [p/]  B").text.string == "A  B")
        #expect(MarkupParser.parse("A [p trimwhitespace=false/] B").text.string == "A  B")
        #expect(MarkupParser.parse("A [p trimwhitespace=true/] B").text.string == "A B")
        #expect(MarkupParser.parse("A [b] B[/b]").text.string == "A  B")
    }

    @Test("escaped brackets and everything inside nomarkup are text")
    func text() {
        #expect(show("\\[a\\] [b]x[/b]") == "[a] x b@4+1")
        #expect(show("[nomarkup][a] x [/b][/nomarkup] [c]y[/c]") == "[a] x [/b] y nomarkup@0+10 c@11+1")
        #expect(show("[nomarkup]Mae\\: x[/nomarkup]") == "Mae: x nomarkup@0+6")
    }

    @Test(
        "the speaker is the text before the first colon that is not escaped",
        arguments: [
            ("Mae: Hi", "{Mae} Hi"), ("Mae:Hi", "{Mae} Hi"), ("Mae : x", "{Mae} x"), ("a: b: c", "{a} b: c"),
            (": x", "{} x"),
            ("Mae\\: Hi", "Mae: Hi"), ("a\\: b: c", "{a: b} c"), ("Hi", "Hi"),
            ("[character name=\"Mae\"]x[/character] y", "{Mae} y".replacing("} y", with: "}  y")),
            ("[character name=\"Mae\"]M: [/character]x: y", "{Mae} x: y"), ("Mae: [b]x[/b]", "{Mae} x b@0+1"),
            ("[a x=\"b: c\"]d[/a]", "d a@0+1(x=b: c)"),
        ])
    func speakers(_ text: String, _ expected: String) {
        #expect(show(text) == expected)
    }

    @Test("the text with its speaker is kept for whoever wants it")
    func fullText() {
        #expect(MarkupParser.parse("Mae: [b]Hi[/b]").fullText == "Mae: Hi")
    }

    @Test(
        "select, plural and ordinal put a text in their place",
        arguments: [
            ("[select value=a a=\"one\" b=\"two\"/]", "one"), ("[select value=2 1=\"one\" 2=\"two\"/]", "two"),
            ("[select value=true true=\"yes\" false=\"no\"/]", "yes"),
            ("[select=b a=\"1\" b=\"2\"/]", "[select=b a=\"1\" b=\"2\"/]"),
            ("[plural value=1 one=\"% day\" other=\"% days\"/]", "1 day"),
            ("[plural value=5 one=\"% day\" other=\"% days\"/]", "5 days"),
            ("[plural value=1.5 one=\"% day\" other=\"% days\"/]", "1.5 days"),
            ("[plural value=\"1\" ONE=\"a\" Other=\"b\"/]", "a"),
            ("[plural value=1000000000000 one=\"a\" other=\"%\"/]", "1E+12"),
            ("[ordinal value=1 one=\"%st\" two=\"%nd\" few=\"%rd\" other=\"%th\"/]", "1st"),
            ("[ordinal value=22 one=\"%st\" two=\"%nd\" few=\"%rd\" other=\"%th\"/]", "22nd"),
            ("[ordinal value=103 one=\"%st\" two=\"%nd\" few=\"%rd\" other=\"%th\"/]", "103rd"),
            ("[ordinal value=112 one=\"%st\" two=\"%nd\" few=\"%rd\" other=\"%th\"/]", "112th"),
            ("[plural value=3 one=\"a\" other=\"100\\% of %\"/]", "100% of 3"),
        ])
    func replacements(_ text: String, _ expected: String) {
        #expect(show(text) == expected)
    }

    @Test(
        "when anything is wrong the whole text is kept, and the reason said when the line is written so",
        arguments: [
            "[a]x", "x[/a]", "[]", "[a-b]x[/a-b]", "[a x]y[/a]", "[a x=]y[/a]", "[a", "x [/", "[select a=\"1\"/]",
            "[select value=c a=\"1\"/]",
            "[plural value=x one=\"1\" other=\"2\"/]", "[plural value=2 one=\"1\"/]", "[plural value=1]x[/plural]",
            "[b]wrong[/i]",
            "[nomarkup]x", "[a=\"x]",
        ])
    func mistakes(_ text: String) {
        let result = MarkupParser.parse(text)
        #expect(result.text.string == text)
        #expect(result.text.attributes.isEmpty && result.problem != nil)
        #expect(codes(body: text) == ["3 YS0063"])
    }

    @Test("a plural without a text for some number is warned of")
    func missingForms() {
        #expect(codes(body: "[plural value={1 + 1} one=\"a\"/]!") == ["3 YS0063"])
        #expect(codes(body: "[ordinal value={1} one=\"%st\" other=\"%th\"/]!") == ["3 YS0063"])
        #expect(codes(body: "[plural value={1 + 1} one=\"a\" other=\"b\"/]!") == [])
    }

    @Test("places count characters as people see them")
    func positions() {
        #expect(show("👍🏽e\u{301} [b]x[/b]") == "👍🏽e\u{301} x b@3+1")
    }

    @Test("text is composed: one letter, however it was typed")
    func composition() throws {
        func scalars(_ text: String) -> [UInt32] { MarkupParser.parse(text).fullText.unicodeScalars.map(\.value) }
        #expect(scalars("e\u{301}") == [0xE9])
        #expect(scalars("Zoe\u{308}: e\u{301}").count == 6)
        #expect(scalars("\u{212B}\u{1100}\u{1161}\u{11A8}") == [0xC5, 0xAC01])
        #expect(try lines("{\"e\"}\u{301}")[0].fullText.unicodeScalars.map(\.value) == [0xE9])
        var random = RandomGenerator(seed: 5)
        let marks: [UInt32] = [
            0x300, 0x301, 0x323, 0x327, 0x345, 0x315, 0x1161, 0x11A8, 0x41, 0x61, 0x1100, 0x5D0, 0x5B7, 0x9C7, 0x9BE,
        ]
        // Marks that came after the tables of Foundation are left out.
        let values = Array(0x80...0x1ABE as ClosedRange<UInt32>) + Array(0x1B00...0x33FF)
        for value in values.compactMap(Unicode.Scalar.init) {
            var text = String(Character(value))
            for _ in 0..<random.next(below: 4) {
                let mark = marks[Int(random.next(below: UInt64(marks.count)))]
                if let scalar = Unicode.Scalar(mark) { text.unicodeScalars.append(scalar) }
            }
            let ours = Composition.compose(text).unicodeScalars.map(\.value)
            #expect(ours == text.precomposedStringWithCanonicalMapping.unicodeScalars.map(\.value))
        }
    }

    @Test("values are part of the markup")
    func values() throws {
        let line = try lines("{\"Mae\"}: [plural value={2 + 1} one=\"% day\" other=\"% days\"/][b]{\"!\"}[/b]")[0]
        #expect(line.speaker == "Mae")
        #expect(line.text.string == "3 days!")
        #expect(line.text.attributes.map(\.name) == ["b"])
    }
}
