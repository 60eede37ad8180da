import Testing

@testable import Yarn

@Suite("Markup")
struct MarkupTests {
    private func show(_ text: String) -> String {
        let result = MarkupParser.parse(text)
        let marks = result.text.attributes.map { mark in
            " \(mark.name)@\(mark.start)+\(mark.length)"
                + mark.properties.map { "(\($0.name)=\($0.value))" }.joined()
        }
        return (result.speaker.map { "{\($0)} " } ?? "") + result.text.string + marks.joined()
    }

    @Test(
        "is taken out of the text and kept beside it",
        arguments: [
            ("plain", "plain"), ("a [b]bold[/b] c", "a bold c b@2+4"), ("[b]x [i]y[/b] z[/i]", "x y z b@0+3 i@2+3"),
            ("[a][b]x[/]", "x a@0+1 b@0+1"), ("A [pause/] B", "A B pause@2+0(trimwhitespace=True)"),
            ("A [pause trimwhitespace=false/] B", "A  B pause@2+0(trimwhitespace=False)"),
            ("\\[b\\] x", "[b] x"), ("[wave=3]hi[/wave]", "hi wave@0+2(wave=3)"),
            ("[f a=\"x y\" b=true c=-1.5 d=word]z[/f]", "z f@0+1(a=x y)(b=True)(c=-1.5)(d=word)"),
            ("[nomarkup][b] x[/nomarkup] y", "[b] x y nomarkup@0+5"), ("👍🏽 [b]x[/b]", "👍🏽 x b@2+1"),
        ])
    func attributes(_ text: String, _ expected: String) {
        #expect(show(text) == expected)
    }

    @Test(
        "finds the speaker before the first colon",
        arguments: [
            ("Mae: Hi", "{Mae} Hi"), ("Mae : Hi", "{Mae} Hi"), ("a: b: c", "{a} b: c"), ("Mae\\: Hi", "Mae: Hi"),
            (": x", "{} x"),
            ("Mae: [b]Hi[/b]", "{Mae} Hi b@0+2"), ("[character name=\"Mae\"]M: [/character]Hi", "{Mae} Hi"),
            ("[select value=a a=\"x: y\"/]", "x: y"),
        ])
    func speakers(_ text: String, _ expected: String) {
        #expect(show(text) == expected)
    }

    @Test(
        "chooses texts by value and number",
        arguments: [
            ("[select value=b a=\"1\" b=\"two %\"/]!", "two b!"),
            ("[plural value=1 one=\"% day\" other=\"% days\"/]", "1 day"),
            ("[plural value=0 one=\"% day\" other=\"% days\"/]", "0 days"),
            ("[ordinal value=22 two=\"%nd\" other=\"%th\"/]", "22nd"),
            ("[ordinal value=12 two=\"%nd\" other=\"%th\"/]", "12th"),
            ("[plural value=2 OTHER=\"100\\% of %\"/]", "100% of 2"),
        ])
    func replacements(_ text: String, _ expected: String) {
        #expect(show(text) == expected)
    }

    @Test(
        "is kept raw when anything is wrong with it",
        arguments: [
            "[b]open", "x [/b]", "[]", "[a-b]x[/a-b]", "[a b=]x[/a]", "[", "[select a=\"1\"/]",
            "[plural value=x one=\"1\"/]", "a [b",
            "[a=\"x]",
        ])
    func mistakes(_ text: String) {
        let result = MarkupParser.parse(text)
        #expect(result.text.string == text)
        #expect(result.text.attributes.isEmpty)
        #expect(result.problem != nil)
    }

    @Test("a mistake does not cost the speaker")
    func speakerOfRawText() {
        #expect(show("Mae: Hi [b") == "{Mae} Hi [b")
    }

    @Test(
        "the blank behind a tag that closes itself goes, also from inside the next tag; brackets need no backslash in nomarkup"
    )
    func blanks() {
        #expect(MarkupParser.parse("A [pause/][b] x[/b]").fullText == "A x")
        #expect(MarkupParser.parse("A [pause/][b][/b] x").fullText == "A  x")
        #expect(MarkupParser.parse("[nomarkup]\\[y\\] [b][/nomarkup]").fullText == "[y] [b]")
    }
}
