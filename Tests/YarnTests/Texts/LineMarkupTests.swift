import Testing

@testable import Yarn

@Suite("Markup with the speaker in the text")
struct LineMarkupTests {
    private func read(_ text: String, _ unit: LineMarkup.Unit = .characters) -> [String] {
        let markup = LineMarkup(of: text, countedIn: unit)
        return [markup.text]
            + markup.attributes.map { attribute in
                "\(attribute.name) \(attribute.start)+\(attribute.length)"
                    + attribute.properties.map { " \($0.name)=\($0.value)" }.joined()
            } + markup.problems
    }

    @Test("the name before the colon is an attribute, and stays in the text")
    func speaker() {
        #expect(read("Mae: Hi") == ["Mae: Hi", "character 0+5 name=Mae"])
        #expect(read("Mae: [b]Hi[/b] x") == ["Mae: Hi x", "character 0+5 name=Mae", "b 5+2"])
        #expect(read("[i]Mae: Hi[/i]") == ["Mae: Hi", "character 0+5 name=Mae", "i 0+7"])
        #expect(read("[b]Mae[/b]: Hi") == ["Mae: Hi", "character 0+5 name=Mae", "b 0+3"])
        #expect(read("Hi [b]you[/b]") == ["Hi you", "b 3+3"])
        #expect(read("[character name=\"Mae\"]Mae: [/character]Hi") == ["Mae: Hi", "character 0+5 name=Mae"])
        #expect(
            read("Mae: Hi [character name=\"Bo\"]Bo[/character]")
                == ["Mae: Hi Bo", "character 0+5 name=Mae", "character 8+2 name=Bo"])
        #expect(read("10\\:30 [b]sharp[/b]") == ["10:30 sharp", "b 6+5"])
    }

    @Test("positions count characters, or 16-bit units on demand")
    func units() {
        #expect(read("👍🏽 [b]é👍🏽[/b][x/]") == ["👍🏽 é👍🏽", "b 2+2", "x 4+0 trimwhitespace=True"])
        #expect(read("👍🏽 [b]é👍🏽[/b][x/]", .utf16) == ["👍🏽 é👍🏽", "b 5+5", "x 10+0 trimwhitespace=True"])
    }

    @Test("whatever stands in a line, attributes lie inside the text")
    func hostile() {
        let pieces = [
            "[", "]", "[b]", "[/b]", "[/]", "[x/]", "[character name=\"A\"]", "[/character]", ":", "\\", "é", "👍🏽",
            "\u{301}",
            "[nomarkup]", "[/nomarkup]", "[select value=1 1=\"%\"/]", " ", "A", "\u{0}", "\u{200D}", "\n", "=", "\"",
        ]
        var random = RandomGenerator(seed: 21)
        for _ in 0..<3_000 {
            let text = (0..<random.next(below: 14)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            for unit in LineMarkup.Unit.allCases {
                let markup = LineMarkup(of: text, countedIn: unit)
                let count = unit == .utf16 ? markup.text.utf16.count : markup.text.count
                for attribute in markup.attributes {
                    let end = attribute.start + attribute.length
                    #expect(attribute.start >= 0 && attribute.length >= 0 && end <= count, "\(text.debugDescription)")
                }
                if !markup.problems.isEmpty { #expect(markup.text == text && markup.attributes.isEmpty) }
            }
        }
    }

    @Test("markup that is wrong leaves the text as it is")
    func problems() {
        #expect(read("Mae: [b]Hi") == ["Mae: [b]Hi", "`[b]` is not closed."])
    }
}
