import Testing

@testable import Yarn

@Suite("Laying scripts out")
struct FormattingTests {
    private func format(_ text: String) throws -> String {
        let file = SourceFile(name: "f.yarn", text: text)
        let outcome = try Formatter().format([file])[0]
        let result = outcome.file ?? file
        #expect(try Formatter().format([result]) == [.unchanged])
        return result.text
    }

    private func body(_ text: String) throws -> String {
        let formatted = try format("title: A\n---\n\(text)\n===\n")
        return String(formatted.dropFirst("title: A\n---\n".count).dropLast("\n===\n".count))
    }

    @Test(
        "headers have one space behind the colon, nodes one blank line between them, the file one line break at its end"
    )
    func frame() throws {
        #expect(
            try format(
                "\u{FEFF}#tag  \r\ntitle:A\r\ntags  :   a  b // why \r\nempty:  \r\n---  \r\nHi  \r\n===\r\ntitle: B\r\n---\r\nHo\r\n=== \r\n\r\n\r\n\r\n// about C\r\ntitle: C\r\n---\r\nHa\r\n==="
            )
                == """
                #tag
                title: A
                tags: a  b // why
                empty:
                ---
                Hi
                ===

                title: B
                ---
                Ho
                ===

                // about C
                title: C
                ---
                Ha
                ===

                """)
    }

    @Test("option bodies and blocks are indented by four spaces a level")
    func indentation() throws {
        #expect(
            try body(
                "\t-> One <<if  true >>\n\t\ta\n\t\t<<if true>>\n\t\tb\n\t\t<<else>>\n\t\t  c\n\t\t<<endif>>\n\t\t-> Inner\n\t\t\td\n\t-> Two\n<<once>>\ne\n<<endonce>>"
            ) == """
                -> One <<if true>>
                    a
                    <<if true>>
                        b
                    <<else>>
                        c
                    <<endif>>
                    -> Inner
                        d
                -> Two
                <<once>>
                    e
                <<endonce>>
                """)
    }

    @Test("commands lose the blanks inside their chevrons, and nothing else")
    func commands() throws {
        #expect(
            try body("<<  wait   1  >>\n<< set   $a  =  \"x  y\" >>\n{$a}  two  words <<once>>")
                == "<<wait   1>>\n<<set $a = \"x  y\">>\n{$a}  two  words <<once>>")
    }

    @Test("comments and blank lines stay, also those that keep the body of an option together")
    func blankLines() throws {
        #expect(try body("a   \n\n\n// note  \nb\n   \nc") == "a\n\n\n// note\nb\n\nc")
        #expect(try body("-> A\n  a1\n  \n  a2\n-> B") == "-> A\n    a1\n    \n    a2\n-> B")
        #expect(try body("-> A\n  a1\n\n-> B") == "-> A\n    a1\n\n-> B")
        #expect(try body("-> A\n  a\n// note\n-> B") == "-> A\n    a\n// note\n-> B")
        #expect(try body("<<if true>>\n  \na\n<<endif>>") == "<<if true>>\n\n    a\n<<endif>>")
    }

    @Test("a body that was cut stays cut")
    func meaning() throws {
        #expect(try body("-> A\n        a\n    half\n-> B") == "-> A\n    a\nhalf\n-> B")
        #expect(try body("-> A\n    a1\n\n    a2\n-> B") == "-> A\n    a1\n\na2\n-> B")
    }

    @Test("a project with an error is left alone")
    func errors() {
        #expect(throws: UnreadableScript.self) {
            try Formatter().format([SourceFile(name: "a", text: "title: A\n---\n<<if 1>>\nHi\n<<endif>>\n===\n")])
        }
    }

    @Test("files are laid out as one project")
    func project() throws {
        let first = SourceFile(name: "a", text: "title: A\n---\n<<jump B>>\n===\n")
        let second = SourceFile(name: "b", text: "title:  B\n---\nHi\n===\n")
        #expect(
            try Formatter().format([first, second]) == [
                .unchanged, .formatted(SourceFile(name: "b", text: "title: B\n---\nHi\n===\n")),
            ])
    }

    @Test("the corpus means the same laid out, and is laid out once")
    func corpus() throws {
        var count = 0
        for file in Corpus.scripts {
            let formatter = Formatter(functions: ConformanceHost.signatures)
            guard let program = Corpus.program([file]) else { continue }
            let outcome = try formatter.format([file])[0]
            #expect(outcome != .refused, "\(file.name)")
            guard let result = outcome.file else { continue }
            count += 1
            #expect(try #require(Corpus.program([result])).behaves(like: program), "\(file.name)")
            #expect(try formatter.format([result]) == [.unchanged], "\(file.name)")
            #expect(Self.words(result.text) == Self.words(file.text), "\(file.name)")
        }
        #expect(count > 0 || !ReferenceData.isPresent)
    }

    @Test("scripts that were mangled mean the same laid out and tagged, or are left alone")
    func mangled() throws {
        var random = RandomGenerator(seed: 11)
        let pieces = [
            "", "", "  ", "\t", "    ", "// note", "-> A", "    -> B", "=> c", "<<if true>>", "<<else>>", "<<endif>>",
            "<<once>>", "<<endonce>>", "text", "        deep", "<<  wait  1 >>", "\ttabbed <<once>>", "===", "---",
            "title: X", "<<set  $q =  1 >>", "-> C <<if $q  == 1 >> #tag",
        ]
        var count = 0
        for round in 0..<4_000 {
            var lines: [String] = []
            if round % 3 == 0, let file = Corpus.scripts.randomElement(using: &random), file.text.utf8.count < 20_000 {
                lines = file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
                for _ in 0..<3 {
                    let index = Int.random(in: lines.indices, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: lines[index] = "  " + lines[index]
                    case 1: lines[index] = String(lines[index].drop { $0 == " " })
                    case 2: lines.insert(pieces.randomElement(using: &random) ?? "", at: index)
                    default: lines.remove(at: index)
                    }
                }
            } else {
                lines = ["title: Start", "---", "<<declare $q = 1>>"]
                for _ in 0..<Int.random(in: 1..<14, using: &random) {
                    let indent = String(repeating: " ", count: Int.random(in: 0..<3, using: &random) * 3)
                    lines.append(indent + (pieces.randomElement(using: &random) ?? ""))
                }
                lines.append("===")
            }
            let file = SourceFile(name: "m.yarn", text: lines.joined(separator: "\n"))
            let formatter = Formatter(functions: ConformanceHost.signatures)
            guard let program = Corpus.program([file]) else { continue }
            count += 1
            let outcome = try formatter.format([file])[0]
            if let result = outcome.file {
                #expect(try #require(Corpus.program([result])).behaves(like: program), "\(file.text)")
                #expect(try formatter.format([result]) == [.unchanged], "\(file.text)")
                #expect(Self.words(result.text) == Self.words(file.text), "\(file.text)")
            } else if outcome == .refused {
                Issue.record("refused: \(file.text)")
            }
            let tagged = try LineTagger(style: .descriptive).tagged([file], using: &random)
            let twin = try #require(Corpus.program(tagged.files), "\(tagged.files[0].text)")
            #expect(twin.behaves(like: program, ignoringLineIDs: true), "\(file.text)")
        }
        #expect(count > 300)
    }

    /// A text without its white space: what formatting never changes.
    private static func words(_ text: String) -> [UInt8] {
        text.utf8.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    }
}
