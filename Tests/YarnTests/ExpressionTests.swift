import Testing

@testable import Yarn

@Suite("Expressions")
struct ExpressionTests {
    @Test(
        "print as in Yarn",
        arguments: [
            ("1 / 3", "0.33333334"), ("0.1 + 0.2", "0.3"), ("16777217", "16777216"), ("123456789", "123456790"),
            ("0.00001", "1E-05"), ("0.0001", "0.0001"), ("1.50", "1.5"), ("100.0", "100"), ("1/0", "Infinity"),
            ("-1/0", "-Infinity"), ("0/0", "NaN"), ("5.5 % 2", "0"), ("-7 % 3", "-1"), ("2--1", "3"), ("- -2", "2"),
            ("true || false && false", "False"), ("not true == false", "True"), ("1 + 2 * 3", "7"),
            ("(1 + 2) * 3", "9"),
            ("1 lt 2", "True"), ("2 gte 3", "False"), ("1 is 1", "True"), ("1 neq 1", "False"),
            ("true xor true", "False"),
            ("true ^ false", "True"), ("!false", "True"), ("\"a\" + \"b\"", "ab"), ("\"a \\\"b\\\"\"", "a \"b\""),
            ("12345678900", "1.2345679E+10"), ("max(1,2)-1", "1"), ("10 - 2 - 3", "5"),
        ])
    func prints(_ expression: String, _ expected: String) throws {
        var talk = try Conversation(body: "{\(expression)}")
        #expect(try talk.play() == [expected, "."])
    }

    @Test(
        "functions of the language",
        arguments: [
            ("round(2.5)", "2"), ("round(3.5)", "4"), ("round(-2.5)", "-2"), ("round_places(2.675, 2)", "2.67"),
            ("floor(-1.5)", "-2"), ("ceil(1.2)", "2"), ("int(-1.9)", "-1"), ("decimal(1.25)", "0.25"),
            ("inc(1.5)", "2"),
            ("inc(2)", "3"), ("dec(2)", "1"), ("dec(1.5)", "1"), ("string(true)", "True"), ("number(\"12.5\")", "12.5"),
            ("number(true)", "1"), ("bool(\"true\")", "True"), ("bool(2)", "True"), ("bool(0)", "False"),
            ("format(\"<{0}>\", 3)", "<3>"), ("format_invariant(1.5)", "1.5"), ("min(3, 2)", "2"), ("dice(1)", "1"),
            ("random_range(4, 4)", "4"),
        ])
    func functions(_ call: String, _ expected: String) throws {
        var talk = try Conversation(body: "{\(call)}")
        #expect(try talk.play() == [expected, "."])
    }

    @Test("chance stays in range and follows the seed")
    func chance() throws {
        let script = String(repeating: "{dice(6)} {random_range(-2, 2)} {random()}\n", count: 50)
        var talk = try Conversation(body: script, seed: 42)
        let seen = try talk.play()
        for line in seen.dropLast() {
            let numbers = line.split(separator: " ").compactMap { Float($0) }
            #expect(numbers.count == 3)
            #expect((1...6).contains(numbers[0]) && (-2...2).contains(numbers[1]) && (0..<1).contains(numbers[2]))
        }
        var same = try Conversation(body: script, seed: 42)
        #expect(try same.play() == seen)
        var other = try Conversation(body: script, seed: 43)
        #expect(try other.play() != seen)
    }

    @Test(
        "what cannot be computed is a fault with its place, not a crash",
        arguments: ["number(\"abc\")", "1 % 0", "bool(\"x\")"])
    func faults(_ expression: String) throws {
        var talk = try Conversation(body: "{\(expression)}")
        let fault = #expect(throws: MachineFault.self) { try talk.play() }
        #expect(fault?.kind == .badValue)
        #expect(fault?.span?.start.line == 3)
    }

    @Test("an expression can be computed beside the script, with its variables and functions")
    func evaluation() throws {
        struct Trust: FunctionHost {
            func call(_ function: String, _ arguments: [Value]) throws(FunctionFault) -> Value { .number(60) }
        }
        let trust = FunctionSignature(name: "trust", parameters: [], result: .number)
        let talk = try Conversation(
            body: "<<declare $n = 2>>\n<<declare $m = $n + 1>>\n{$m} {trust()}", functions: [trust])
        let program = talk.program
        #expect(try program.evaluate("trust() >= 50 && $m == 3", memory: talk.memory, host: Trust()) == .bool(true))
        #expect(throws: Diagnostic.self) { try program.evaluate("tust() > 1", memory: talk.memory, host: Trust()) }
        #expect(throws: Diagnostic.self) { try program.evaluate("1 +", memory: talk.memory, host: Trust()) }
        #expect(throws: Diagnostic.self) { try program.evaluate("$q == 1", memory: talk.memory, host: Trust()) }
    }
}
