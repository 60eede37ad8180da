import SeededChance
import Testing
import Yarn

@testable import Conversation

@Suite("A Twee story becomes a scenario")
struct TweeTests {
    private func story(_ text: String) -> TweeStory {
        TweeStory(parsing: SourceFile(name: "s.twee", text: text))
    }

    private func scenario(_ text: String) -> TweeScenario { TweeScenario(story(text), name: "s") }

    private func load(_ scenario: TweeScenario) -> LoadedScenario {
        Scenario.load(
            slug: scenario.slug, files: [SourceFile(name: "scenario.yarn", text: scenario.text)],
            vocabulary: Vocabulary())
    }

    /// The lines of a node's body.
    private func body(_ scenario: TweeScenario, of title: String) -> [String] {
        let lines = scenario.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = lines.firstIndex(of: "title: \(title)"),
            let from = lines[start...].firstIndex(of: "---"), let to = lines[from...].firstIndex(of: "===")
        else { return [] }
        return lines[(from + 1)..<to].filter { !$0.hasPrefix("//") }.map {
            String($0[..<($0.firstRange(of: " #line:")?.lowerBound ?? $0.endIndex)])
        }
    }

    @Test("headers have names, tags and metadata, and signs behind a backslash are ordinary")
    func headers() {
        let story = story(
            """
            :: StoryTitle
            Two
              words

            :: StoryData
            {"ifid": "D674", "format": "Harlowe", "start": "B", "zoom": 1, "tag-colors": {"a": "red"}}

            ::A[x  y]{"position":"1,2","size":"100,200","n":[1]}
            text

            more

            :: B \\[b\\] \\{c\\} \\\\ d [t\\]g]
            :: C {"n": 3, "f": 1.5, "t": true}
            """)
        #expect(story.title == "Two words")
        #expect(story.ifid == "D674")
        #expect(story.format == "Harlowe")
        #expect(story.start == "B")
        #expect(story.passages.map(\.name) == ["A", "B [b] {c} \\ d", "C"])
        #expect(story.passages.map(\.tags) == [["x", "y"], ["t]g"], []])
        #expect(story.passages[0].metadata == ["position": "1,2", "size": "100,200", "n": "…"])
        #expect(story.passages[2].metadata == ["n": "3", "f": "1.5", "t": "true"])
        #expect(story.passages[0].lines.map(\.text) == ["text", "", "more"])
        #expect(story.passages.map(\.line) == [8, 13, 14])
        #expect(story.remarks == [])
    }

    @Test("what is not as it should be is remarked upon, with its line")
    func remarks() {
        let story = story("lost\r\n:: A [x\r\n:: B {nonsense\r\n:: C [t] junk\r\n::\r\n:: StoryData\r\n[1]\r\n")
        #expect(story.remarks.map(\.line) == [1, 2, 3, 4, 5, 6])
        #expect(story.passages.map(\.name) == ["A", "B", "C", "Passage on line 5"])
    }

    @Test("links of every form become replies with jumps")
    func links() {
        let scenario = scenario(
            """
            :: Start
            You can [[go->Away]] or wait.
            [[Away]]
            [[leave|Away]] [[Away<-run]]
            [[a->b->Away]]
            [[set|Away][$x to 1]]
            :: Away
            Bye.
            """)
        #expect(
            body(scenario, of: "Start").filter { !$0.contains("Coach:") } == [
                "<<channel chat>>", "Customer: You can go or wait.", "-> go", "    <<jump Away>>", "-> Away",
                "    <<jump Away>>", "-> leave", "    <<jump Away>>", "-> run", "    <<jump Away>>", "-> a-\\>b",
                "    <<jump Away>>", "-> set", "    <<jump Away>>",
            ])
        #expect(body(scenario, of: "Away") == ["Customer: Bye."])
        #expect(
            scenario.remarks == [
                .init(line: 6, message: "What the link does to variables is not carried over: $x to 1")
            ])
        #expect(scenario.nodeCount == 2)
        #expect(scenario.optionCount == 6)
        #expect(load(scenario).errors == [])
    }

    @Test("macros, variables and styles are listed with their lines and leave the words")
    func losses() {
        let sugar = scenario(
            """
            :: StoryData
            {"format": "SugarCube"}
            :: Style [stylesheet]
            body {}
            :: StoryInit
            <<set $a to 1>>
            :: Start
            <<if $a is 1>>Hello<<else>>Hi<</if>> $name, <b>you</b>. (note: kept) It''s'' //so// late
            <<link "Go on" "Start">><</link>>
            <<set $b to
              2>>Done.
            """)
        #expect(
            body(sugar, of: "Start").prefix(3) == [
                "<<channel chat>>", "Customer: HelloHi $name, you. (note: kept) Its so late", "Customer: Done.",
            ])
        #expect(sugar.remarks.map(\.line) == [3, 5, 7, 8, 8, 8, 8, 8, 10])
        #expect(load(sugar).errors == [])
        let harlowe = scenario(
            """
            :: StoryData
            {"format": "Harlowe"}
            :: Start
            (set: $a to "x)")(if: $a is 1)[Hello [[there->End]]] (link-goto: "Leave", "End")
            :: End
            Bye
            """)
        #expect(
            body(harlowe, of: "Start").filter { !$0.contains("Coach:") } == [
                "<<channel chat>>", "Customer: Hello there", "-> there", "    <<jump End>>", "-> Leave",
                "    <<jump End>>",
            ])
        #expect(harlowe.remarks.map(\.line) == [4, 4])
    }

    @Test("signs of the language are escaped, and said as they were written")
    func escapes() throws {
        let text = "Costs {a} #1 < x > http://y.z \\ [b] -> => <<x"
        let scenario = scenario(":: Start\n\(text)\n[[-> [odd] #2 {c}: // d->Start]]\n")
        let loaded = load(scenario)
        #expect(loaded.errors == [])
        let program = try #require(loaded.scenario?.program)
        let spoken = try Self.first(of: program)
        #expect(spoken.line == text)
        #expect(spoken.options.first == "→ [odd] #2 {c}: // d")
    }

    @Test("the start comes first, missing passages and endings are made, unreachable ones are named")
    func structure() {
        let scenario = scenario(
            """
            :: StoryTitle
            What matters?
            :: StoryData
            {"start": "Second one"}
            :: First
            [[Second one]]
            :: Second one [calm] {"position":"3,4"}
            [[First]] [[Nobody wrote this]]
            :: Second one
            Again
            :: 1st
            """)
        #expect(scenario.slug == "what-matters")
        #expect(scenario.text.hasPrefix("title: SecondOne\nscenario: What matters?\n"))
        #expect(scenario.text.contains("moment: Second one\ntags: calm\nposition: 3,4\n---\n"))
        #expect(scenario.text.contains("title: SecondOne_2\nending: second-one-2\n"))
        #expect(scenario.text.contains("title: NobodyWroteThis\nending: nobody-wrote-this\n"))
        #expect(scenario.text.contains("title: P1st\n"))
        #expect(scenario.remarks.map(\.line) == [8, 9, 9, 11])
        #expect(load(scenario).errors == [])
        let circle = self.scenario(":: A\n[[B]]\n:: B\n[[A]]\n")
        #expect(circle.text.contains("ending: an-ending"))
        #expect(load(circle).errors == [])
    }

    @Test("a story without anything in it still loads")
    func empty() {
        for text in ["", "\n", "::", ":: \u{0}", "\u{FEFF}:: Start", ":: StoryTitle\n\u{1B}[31m\n"] {
            let scenario = scenario(text)
            #expect(load(scenario).errors.map { $0.rendered(in: load(scenario).files) } == [], "\(text)")
            #expect(load(scenario).diagnostics.filter { $0.code == "RP0204" } == [], "every line has an id")
        }
    }

    @Test("whatever is in the file, the scenario loads")
    func hostile() {
        let pieces = [
            ":: ", "::", "\n", "\r\n", "\r", "[[", "]]", "->", "<-", "|", "][", "[", "]", "{", "}", "\"", "(if: ", "(",
            ")",
            "<<", ">>", "<%", "%>", "<b>", "$x", "\\", "//", "#", "#line:a", "===", "---", "title: X", "=>", "A", "b c",
            "é👍🏽", "\u{0}", "\u{1B}", "\u{2028}", "\u{202E}", "\u{301}", "StoryTitle", "StoryData\n",
            "{\"start\":\"A\"}",
            "Start", ":", " ", "\t", "[script]", "{\"position\":", "<<link \"a\" \"b\">>", "(link-goto: \"A\")", "日本",
        ]
        var random = Chance(seed: 9)
        for round in 0..<300 {
            var text = round % 2 == 0 ? ":: Start\n" : ""
            for _ in 0..<Int.random(in: 0..<60, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
            let scenario = scenario(text)
            let loaded = load(scenario)
            #expect(loaded.errors.map { $0.rendered(in: loaded.files) } == [], "\(text.debugDescription)")
            if !loaded.errors.isEmpty { return }
        }
        for text in [
            String(repeating: "[", count: 20_000), String(repeating: "(if: ", count: 5_000),
            String(repeating: "<<", count: 10_000), ":: A {" + String(repeating: "[", count: 20_000),
            String(repeating: "<", count: 10_000) + "b", String(repeating: "<b", count: 5_000),
        ] {
            #expect(load(scenario(":: Start\n\(text)\n\(text)")).errors == [])
        }
    }

    private static func first(of program: Program) throws -> (line: String, options: [String]) {
        var memory = Memory(program: program, seed: 1)
        var machine = try Machine(startingAt: "Start", in: program)
        var line = ""
        while true {
            switch try machine.step(.proceed, in: program, memory: &memory, host: EmptyHost()) {
            case .line(let spoken): line = spoken.text.string
            case .options(let options): return (line, options.map(\.line.fullText))
            case .finished: return (line, [])
            case .nodeEntered, .command: break
            }
        }
    }
}
