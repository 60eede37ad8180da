import Testing

@testable import Yarn

@Suite("Mistakes of authors")
struct MistakeTests {
    /// The body of the node, and everything that is said about it. Line 3 is the first of the body.
    static let mistakes: [(String, [String])] = [
        (
            "Hello #tag <<if true>>",
            [
                "3:12-14 YS0005 The condition stands behind a hashtag. expected: text, then one condition, then hashtags hint: Move `<<if …>>` in front of the hashtags."
            ]
        ),
        (
            "<<if true>>\na\n<<else if false>>\nb\n<<endif>>",
            ["5:3-10 YS0005 `else if` is written as one word. expected: <<elseif …>>"]
        ),
        ("<<if true>>\na", ["3:1-12 YS0007 `<<if>>` has no `<<endif>>`. expected: <<endif>>"]),
        (
            "<<once>>\na\n<<endif>>",
            [
                "5:1-10 YS0005 `<<once>>` does not end with `<<endif>>`. expected: <<endonce>> hint: The block began on line 3."
            ]
        ),
        (
            "a\n<<endif>>",
            [
                "4:1-10 YS0005 There is no `<<if>>` that this `<<endif>>` could belong to. hint: Remove it, or write the beginning of its block above."
            ]
        ),
        (
            "-> A\n    <<if true>>\n    a\n-> B",
            [
                "4:5-16 YS0007 `<<if>>` has no `<<endif>>`. expected: <<endif>> before the body of the option ends hint: A line that is indented less, or empty, ends the body of an option."
            ]
        ),
        (
            "<<if true>>\n-> A\n    a\n    <<endif>>",
            [
                "6:5-14 YS0005 This `<<endif>>` stands inside the body of an option, but its block began outside, on line 3. hint: Indent it like the arrow of the option, or less."
            ]
        ),
        (
            "-> A\n\n-> B",
            [
                "5:1-3 RP0901 The blank line above makes this a second group of options, asked after the first. hint: Remove the blank line if it is one choice."
            ]
        ),
        (
            "-> A\n    a\n\n    b\n-> B",
            [
                "6:5-6 RP0902 The empty line above ended the body of the option: this is outside it. hint: Remove the empty line."
            ]
        ),
        (
            "<<jump Strat>>",
            ["3:8-13 YS0012 There is no node `Strat`. hint: Did you mean `Start`?"]
        ),
        ("<<jump My Node>>", ["3:11-15 YS0005 The title of a node is one word. expected: `>>`"]),
        (
            "{visted(\"Start\")}",
            ["3:2-17 YS0013 There is no function `visted`. hint: Did you mean `visited`?"]
        ),
        ("{\"a\" + 1}", ["3:2-9 YS0050 `+` cannot add a string and a number. expected: two numbers, or two texts"]),
        ("<<if 1>>\na\n<<endif>>", ["3:6-7 YS0050 A condition is a bool, not a number. expected: a bool"]),
        ("<<if $a = 1>>\na\n<<endif>>", ["3:9-10 YS0005 `=` does not compare. expected: `==`"]),
        ("{dice(1, 2)}", ["3:2-12 YS0014 `dice` takes one argument, not 2."]),
        (
            "Hello <<wait 1>>",
            ["3:7-9 YS0020 Only `<<if>>` and `<<once>>` may follow text. hint: Put the command on a line of its own."]
        ),
        ("<<wait 1", ["3:1-9 YS0006 The command has no end. expected: `>>` on the same line"]),
        (
            "<<set $x 5>>",
            ["3:10-11 YS0005 `$x` is not given a value. expected: `=`, `to`, `+=`, `-=`, `*=`, `/=` or `%=`"]
        ),
        (
            "<<set x = 5>>",
            [
                "3:7-8 YS0005 `<<set>>` needs a variable, not `x`. expected: a variable, such as `$name` hint: Variables begin with a dollar sign: `$x`."
            ]
        ),
        (
            "a \\q",
            [
                "3:3-5 YS0005 `\\q` is no escape. expected: one of `\\\\ \\< \\> \\{ \\} \\# \\/ \\[ \\] \\:` hint: A backslash itself is written twice."
            ]
        ),
        (
            "a {1",
            [
                "3:3-4 YS0005 The brace is not closed. expected: `}` on the same line hint: Write `\\{` if it is part of the text."
            ]
        ),
        (
            "<<enum Mood>>\n<<case Calm>>\n<<case Angry>>\n<<endenum>>\n{Mood.Angy}",
            ["7:2-11 YS0038 `Mood` has no case `Angy`. hint: Did you mean `Mood.Angry`?"]
        ),
        (
            "<<declare $a = 1>>\n<<set $a = \"x\">>",
            [
                "4:12-15 YS0002 The value of `$a` is a number, not a string. expected: a number hint: It is declared in t.yarn, line 3."
            ]
        ),
        (
            "<<declare $s = 1 + 1>>\n<<set $s = 2>>",
            [
                "4:7-9 YS0030 `$s` is computed and cannot be set. hint: It is declared as an expression in t.yarn, line 3."
            ]
        ),
        (
            "<<declare $a = $b + 1>>\n<<declare $b = $a + 1>>",
            ["3:16-22 YS0045 `$a` needs itself: $a → $b → $a."]
        ),
        (
            "<<declare $a = 1>>\n<<declare $a = 2>>",
            ["4:11-13 YS0039 `$a` is declared already. hint: It is declared in t.yarn, line 3."]
        ),
        (
            "a #line:1\nb #line:1",
            ["4:3-10 YS0018 The id `line:1` is taken. hint: It stands in t.yarn, line 3 already."]
        ),
        (
            "👍🏽é <<x>>",
            ["3:4-6 YS0020 Only `<<if>>` and `<<once>>` may follow text. hint: Put the command on a line of its own."]
        ),
        (
            "Mae: [b]oh",
            [
                "3:1-11 YS0063 `[b]` is not closed. hint: Until it is right the text is shown with its brackets. A bracket as text is written `\\[`."
            ]
        ),
        (
            "[plural value={1} one=\"day\" other=\"days\"/] late",
            [
                "3:1-48 YS0063 The space behind `[plural …/]` is removed: a tag that closes itself takes it along. hint: Write `trimwhitespace=false` before `/]`, or `trimwhitespace=true` if it is meant."
            ]
        ),
        (
            "<<if(true)>>\na\n<<endif>>",
            ["3:3-6 YS0005 `if(` is taken as one word. expected: a space behind `if`"]
        ),
    ]

    @Test("are said once, at the exact place, in plain words", arguments: mistakes)
    func mistakesInBodies(_ body: String, _ expected: [String]) {
        #expect(complaints(body) == expected)
    }

    @Test(
        "in headers",
        arguments: [
            (
                "title: My Node\n---\na\n===\n",
                ["1:8-15 YS0005 A title is one word, without spaces. expected: title: My_Node"]
            ),
            (
                "tilte: Start\n---\na\n===\n",
                [
                    "1:1-6 YS0051 The node has no title. expected: title: Name hint: Did you mean `title` instead of `tilte`?"
                ]
            ),
            (
                "title: A.b\n---\na\n===\n",
                [
                    "1:8-11 YS0027 `A.b` is no title. expected: letters, digits and underscores, not beginning with a digit"
                ]
            ),
            (
                "title: A\ntitle: B\n---\na\n===\n",
                ["2:1-6 YS0052 The node has a title already. hint: Remove one of them."]
            ),
            (
                "title: A\n---\na\ntitle: B\n---\nb\n===\n",
                [
                    "4:1-9 YS0004 The node before this title has no end. expected: a line `===` before the next node"
                ]
            ),
            (
                "title: A\n---\na\n",
                ["2:1-4 YS0004 The body that begins here has no end. expected: a line `===` at the end of the body"]
            ),
            ("title: A   \n---\na\n===\n", []),
            (
                "title: A\nwhen: 1 +\n---\na\n===\n",
                [
                    "2:10-10 YS0005 The end of the line stands where a value should be. expected: a number, a text in quotes, true, false, a variable or a function"
                ]
            ),
            (
                "",
                [
                    "1:1-1 YS0005 The file has no node. expected: title: Start hint: A node is headers, a line `---`, a body and a line `===`."
                ]
            ),
        ])
    func mistakesInHeaders(_ file: String, _ expected: [String]) {
        #expect(complaints(file, isWholeFile: true) == expected)
    }

    @Test("all mistakes of a file are said at once")
    func recovery() {
        let found = complaints("a \\q\n<<jump>>\n-> \n    {1 +}\n<<set x = 1>>\nfine\n<<if>>\n<<endif>>")
        #expect(found.map { $0.prefix { $0 != ":" } } == ["3", "4", "5", "6", "7", "9"])
    }

    @Test("a rendered diagnostic shows the line, the spot and the way out, and no control characters")
    func rendering() {
        let file = SourceFile(name: "t.yarn", text: "title: Start\n---\n\t\u{1B}[31mHello <<wait 1>>\n===\n")
        let compilation = Compiler.compile([file], functions: [])
        #expect(
            compilation.diagnostics.map { $0.rendered(in: [file]) } == [
                """
                t.yarn:3:13: error YS0020: Only `<<if>>` and `<<once>>` may follow text.
                 3 | \t␛[31mHello <<wait 1>>
                   | \t           ^^
                   hint: Put the command on a line of its own.
                """
            ])
    }

    @Test("of a very long line only the part around the spot is shown")
    func longLines() throws {
        let text =
            "title: Start\r\n---\r\n" + String(repeating: "é", count: 100_000) + "\\q"
            + String(repeating: "b", count: 500) + "\r\n===\r\n"
        let file = SourceFile(name: "t.yarn", text: text)
        let diagnostic = try #require(Compiler.compile([file], functions: []).diagnostics.first)
        let rows = diagnostic.rendered(in: [file]).split(separator: "\n")
        #expect(rows[0].hasPrefix("t.yarn:3:100001: error YS0005"))
        #expect(rows[1].count < 320 && rows[1].hasPrefix(" 3 | …éé") && rows[1].hasSuffix("bb…"))
        let spot = rows[2].distance(from: rows[2].startIndex, to: try #require(rows[2].firstIndex(of: "^")))
        #expect(rows[1].dropFirst(spot).hasPrefix("\\q"))
    }

    @Test("a line knows its speaker and where the name stands")
    func speakers() throws {
        let file = SourceFile(name: "t", text: "title: S\n---\n  Priya : hi\nBack\\: no\n[b]Mae[/b]: x\n{1}: y\n===\n")
        let tree = try #require(Compiler.compile([file], functions: []).trees.first)
        var seen: [String] = []
        tree.walk { statement, _ in
            guard case .line(let line) = statement else { return }
            seen.append(line.speaker.map { "\($0.name)@\($0.span.start.column)-\($0.span.end.column)" } ?? "-")
        }
        #expect(seen == ["Priya@3-8", "-", "Mae@1-4", "-"])
    }

    @Test("suggestions are near, or none")
    func spelling() {
        #expect(Spelling.nearest(to: "Prya", in: ["Marco", "Priya"]) == "Priya")
        #expect(Spelling.nearest(to: "tsart", in: ["Start"]) == "Start")
        #expect(Spelling.nearest(to: "x", in: ["y"]) == nil)
        #expect(Spelling.nearest(to: "trust", in: ["heat", "effort"]) == nil)
    }
}
