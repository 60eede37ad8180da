import Testing

@testable import Yarn

@Suite("Hostile input gives diagnostics, never a crash")
struct HostileInputTests {
    private func compile(_ text: String) -> Compilation {
        let file = SourceFile(name: "f.yarn", text: text)
        let compilation = Compiler.compile([file], functions: [], acceptsUnknownFunctions: true)
        for diagnostic in compilation.diagnostics {
            expectValid(diagnostic.span, in: file)
            #expect(
                !diagnostic.rendered(in: [file]).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }
            )
        }
        return compilation
    }

    @Test("random bytes")
    func bytes() {
        var random = RandomGenerator(seed: 1)
        for _ in 0..<400 {
            let bytes = (0..<Int(random.next(below: 200))).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            _ = compile(String(decoding: bytes, as: UTF8.self))
            _ = compile("title: Start\n---\n" + String(decoding: bytes, as: UTF8.self) + "\n===")
            _ = MarkupParser.parse(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test("random tokens, and whatever compiles also runs")
    func tokens() throws {
        let words = [
            "<<", ">>", "{", "}", "->", "=>", "\n", "\n    ", "\n\t", "\n\n", "===", "---", "title:", "Start", "#tag",
            "#line:1",
            "#shadow:1", "if", "else", "elseif", "endif", "once", "endonce", "set", "declare", "jump", "detour",
            "return", "stop",
            "enum", "case", "endenum", "call", "$x", "$y", "=", "==", "+", "-", "*", "/", "%", "(", ")", ",", ".", "1",
            "2.5", "\"s\"",
            "true", "not", "and", "text", "Mae:", "[b]", "[/b]", "[select value=1", "/]", "\\", "//", " ", "👍🏽", "\u{0}",
            "\r", "visited",
            "when: once", "as", "number", "<<if true>>", "<<endif>>", "<<once>>", "<<endonce>>", "<<set $x = 1>>",
        ]
        var random = RandomGenerator(seed: 2)
        var running = 0
        for _ in 0..<3_000 {
            var text = "title: Start\n---\n"
            for _ in 0..<random.next(below: 40) { text += words[Int(random.next(below: UInt64(words.count)))] + " " }
            guard let program = compile(text + "\n===\n").program, program.node(named: "Start") != nil else { continue }
            running += 1
            var memory = Memory(program: program, seed: 3)
            var machine = try Machine(startingAt: "Start", in: program)
            for _ in 0..<50 {
                let input: MachineInput = machine.isAskingForChoice ? .chooseNone : .proceed
                guard (try? machine.step(input, in: program, memory: &memory, host: EmptyHost())) != nil else { break }
            }
        }
        #expect(running > 50)
    }

    /// A body that nests so deep, by its kind.
    private static func nested(_ kind: String, _ depth: Int) -> String {
        func repeated(_ text: String) -> String { String(repeating: text, count: depth) }
        switch kind {
        case "if": return repeated("<<if true>>\n") + "x\n" + repeated("<<endif>>\n")
        case "elseif": return repeated("<<if true>>\na\n<<elseif true>>\n") + "x\n" + repeated("<<endif>>\n")
        case "once": return repeated("<<once>>\n") + "x\n" + repeated("<<endonce>>\n")
        case "sum": return "{" + repeated("1+") + "1}"
        case "sign": return "{" + repeated("- ") + "1}"
        case "call": return "{" + repeated("round(") + "1" + repeated(")") + "}"
        case "parenthesis": return "{" + repeated("(") + "1" + repeated(")") + "}"
        default:
            let arrow = kind == "option" ? "-> o" : "=> o"
            return (0..<min(depth, 1_000)).map { String(repeating: " ", count: $0) + arrow + "\n" }.joined()
        }
    }

    @Test(
        "what nests too deep is refused, not followed, on the smallest of stacks",
        arguments: ["if", "elseif", "once", "sum", "sign", "call", "option", "item"], [99, 102, 10_000, 100_000])
    func nesting(_ kind: String, _ depth: Int) {
        let text = "title: Start\n---\n\(Self.nested(kind, depth))\n===\n"
        onSmallStack {
            let compilation = Compiler.compile([SourceFile(name: "f", text: text)], functions: [])
            #expect(compilation.diagnostics.map(\.code) == (depth > Language.nestingLimit ? ["RP0903"] : []))
        }
    }

    @Test("the deepest statements may hold the deepest expressions")
    func nestingTogether() {
        let depth = Language.nestingLimit - 1
        for (kind, inner) in [("if", "call"), ("option", "sign"), ("item", "call"), ("once", "sum")] {
            let deep = Self.nested(inner, depth)
            let body =
                kind == "if" || kind == "once"
                ? Self.nested(kind, depth).replacing("x\n", with: deep + "\n")
                : Self.nested(kind, depth) + String(repeating: " ", count: depth) + deep
            onSmallStack {
                let text = "title: Start\n---\n\(body)\n===\n"
                #expect(Compiler.compile([SourceFile(name: "f", text: text)], functions: []).program != nil)
            }
        }
    }

    @Test("parentheses may nest as they like")
    func parentheses() {
        onSmallStack {
            let text = "title: Start\n---\n\(Self.nested("parenthesis", 100_000))\n===\n"
            #expect(Compiler.compile([SourceFile(name: "f", text: text)], functions: []).diagnostics.isEmpty)
        }
    }

    @Test("long lines and many lines take no time to speak of", .timeLimit(.minutes(15)))
    func size() {
        _ = compile("title: Start\n---\n" + String(repeating: "é{1}", count: 5_000) + "\n===\n")
        _ = compile("title: Start\n---\n" + String(repeating: "Mae: hello {$x} #tag\n", count: 5_000) + "===\n")
        _ = compile(String(repeating: "title: Start\n", count: 2_000))
        _ = MarkupParser.parse(String(repeating: "[b]", count: 20_000))
    }

    @Test(
        "ten thousand mistakes, and types that follow from far away, take no time to speak of", .timeLimit(.minutes(15))
    )
    func manyMistakes() {
        func each(_ count: Int, _ line: (Int) -> String) -> String { (0..<count).map { line($0) + "\n" }.joined() }
        let bodies: [(String, Int)] = [
            (each(10_000) { "<<jump Nod\($0)>>" }, 10_000), (each(10_000) { _ in "{\"a\" + 1}" }, 10_000),
            (each(10_000) { _ in "a \\q" }, 10_000),
            (each(5_000) { "<<set $v\($0) = $v\($0 + 1)>>" } + "<<set $v5000 = 1>>", 0),
            (each(5_000) { "<<set $v\($0 + 1) = $v\($0)>>" } + "<<set $v0 = 1>>", 0),
            (
                "<<enum E>>\n" + each(3_000) { "<<case C\($0)>>" } + "<<endenum>>\n" + each(3_000) { "{E.C\($0)x}" },
                3_000
            ),
            (each(3_000) { "<<declare $warible\($0) = 1>>\n<<set $variable\($0) = 1>>" }, 0),
            (String(repeating: "\\\\", count: 500_000), 0),
            ("{max(" + String(repeating: "1,", count: 50_000) + "1)}", 1),
            ((0..<20_000).map { "[a\($0)]" }.joined() + (0..<20_000).map { "[/a\($0)]" }.joined(), 1),
        ]
        for (body, expected) in bodies {
            let file = SourceFile(name: "f", text: "title: Start\n---\n\(body)\n===\n")
            let found = Compiler.compile([file], functions: []).diagnostics.filter {
                $0.severity != .info && $0.code != "YS0003"
            }
            #expect(found.count == expected)
        }
    }

    @Test(
        "bytes that are no text are said once, with their place",
        arguments: [
            ([0x61, 0xFF, 0x62], "1:2 1"), ([0xEF, 0xBB, 0xBF, 0xFF], "1:1 1"),
            ([0x61, 0x0D, 0x0A, 0xC3, 0xA9, 0xED, 0xA0, 0x80], "2:2 3"),
            ([0x0A, 0x0D, 0xC0, 0x80], "3:1 2"), ([0xF0, 0x9F, 0x91], "1:1 1"),
        ] as [([UInt8], String)])
    func invalidBytes(_ bytes: [UInt8], _ expected: String) {
        let file = SourceFile(name: "f", utf8: bytes)
        #expect(file.damage.map { "\($0.first.line):\($0.first.column) \($0.count)" } == expected)
        let found = Compiler.compile([file], functions: []).diagnostics.filter { $0.code == "RP0905" }
        #expect(
            found.map { "\($0.span.start.line):\($0.span.start.column)" } == [
                expected.split(separator: " ")[0].description
            ])
        #expect(SourceFile(name: "f", utf8: Array("é👍🏽".utf8)).damage == nil)
    }

    @Test("test plans too")
    func plans() {
        var random = RandomGenerator(seed: 4)
        let words = [
            "line:", "`text`", "`", "select:", "1", "-1", "stop", "set:", "$x", "=", "true", "---", "\n", "node:", "#",
            "*", "x:",
        ]
        for _ in 0..<500 {
            let text = (0..<random.next(below: 20)).map { _ in words[Int(random.next(below: UInt64(words.count)))] }
            _ = TestPlan(parsing: SourceFile(name: "p.testplan", text: text.joined(separator: " ")))
        }
        let plan = TestPlan(
            parsing: SourceFile(name: "p", text: "select: x\ntime: 12s\nset: $a = 1\nline: `a` #t // x"))
        #expect(plan.diagnostics.map(\.span.start.line) == [1])
        #expect(
            plan.runs[0].map(\.step) == [
                .other(directive: "time", argument: "12s"), .set("$a", .number(1)), .line("a"),
            ])
    }
}
