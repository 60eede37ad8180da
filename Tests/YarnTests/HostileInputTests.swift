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

    @Test("deep nesting is refused, not followed", arguments: [100, 2_000, 20_000])
    func nesting(_ depth: Int) {
        let isTooDeep = depth > Language.nestingLimit
        let ifs =
            String(repeating: "<<if true>>\n", count: depth) + "x\n" + String(repeating: "<<endif>>\n", count: depth)
        let parentheses = "{" + String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth) + "}"
        let chain = "{" + String(repeating: "1+", count: depth) + "1}"
        let signs = "{" + String(repeating: "- ", count: depth) + "1}"
        var options = ""
        for level in 0..<min(depth, 1_000) { options += String(repeating: " ", count: level) + "-> o\n" }
        for body in [ifs, parentheses, chain, signs, options] {
            let errors = compile("title: Start\n---\n\(body)\n===\n").diagnostics.filter { $0.severity == .error }
            #expect(errors.map(\.code) == (isTooDeep ? ["RP0903"] : []))
        }
    }

    @Test("long lines and many lines take no time to speak of", .timeLimit(.minutes(1)))
    func size() {
        _ = compile("title: Start\n---\n" + String(repeating: "é{1}", count: 5_000) + "\n===\n")
        _ = compile("title: Start\n---\n" + String(repeating: "Mae: hello {$x} #tag\n", count: 5_000) + "===\n")
        _ = compile(String(repeating: "title: Start\n", count: 2_000))
        _ = MarkupParser.parse(String(repeating: "[b]", count: 20_000))
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
