import Testing

@testable import Yarn

@Suite("§ 10 Expressions and functions")
struct Section10ExpressionTests {
    @Test(
        "operators bind as in Yarn: and, or and xor on one level, unary ones tightest",
        arguments: [
            ("true || false && false", "False"), ("false and false or true", "True"),
            ("true or true xor true", "False"),
            ("not true == false", "True"), ("!true != !false", "True"), ("-2 * -3", "6"), ("- - 2", "2"),
            ("not not true", "True"), ("1 + 2 * 3 - 4 / 2", "5"), ("7 % 4 * 2", "6"), ("1 < 2 == 3 > 2", "True"),
            ("1 == 1 and 2 != 3", "True"), ("(1 + 2) * (3 - 1)", "6"), ("10 / 2 / 5", "1"), ("2 - 1 - 1", "0"),
            ("1-1", "0"), ("max(1,2)-1", "1"), ("2--1", "3"), ("- -2", "2"), ("2 -1", "1"), ("2+-1", "1"),
            ("\"a\"+\"b\" == \"ab\"", "True"), ("1 lt 2", "True"), ("2 lte 2", "True"), ("1 gt 2", "False"),
            ("2 gte 3", "False"), ("1 is 1", "True"), ("1 eq 2", "False"), ("1 neq 2", "True"),
            ("true ^ true", "False"),
            ("true xor false", "True"), ("\"\\\\\"", "\\"), ("\"a \\\"b\\\"\"", "a \"b\""),
            ("\"{1} // #x <<\"", "{1} // #x <<"),
            ("\"é👍🏽\"", "é👍🏽"),
        ])
    func operators(_ expression: String, _ expected: String) throws {
        #expect(try playedBody("{\(expression)}") == [expected, "."])
    }

    @Test("both sides are always evaluated")
    func noShortCircuit() throws {
        struct Counter: FunctionHost {
            final class Count {
                var calls = 0
            }
            let count = Count()

            func call(_ function: String, _ arguments: [Value]) throws(FunctionFault) -> Value {
                count.calls += 1
                return arguments[0]
            }
        }
        let counter = Counter()
        let f = FunctionSignature(name: "f", parameters: [.bool], result: .bool)
        var talk = try Conversation(body: "{f(false) and f(true)} {f(true) or f(true)}", functions: [f])
        #expect(try talk.play(host: counter) == ["False True", "."])
        #expect(counter.count.calls == 4)
    }

    @Test(
        "numbers are 32-bit floats and print with the fewest digits that say which",
        arguments: [
            ("1/3", "0.33333334"), ("0.1+0.2", "0.3"), ("16777217", "16777216"), ("123456789", "123456790"),
            ("0.00001", "1E-05"), ("1.50", "1.5"), ("100.0", "100"), ("1/0", "Infinity"), ("-1/0", "-Infinity"),
            ("0/0", "NaN"), ("007", "7"), ("0.5", "0.5"), ("2/3", "0.6666667"), ("1000000000", "1E+09"),
            ("12345678900", "1.2345679E+10"), ("0.0001", "0.0001"), ("-0.00002", "-2E-05"), ("3 - 3", "0"),
        ])
    func numbers(_ expression: String, _ expected: String) throws {
        #expect(try playedBody("{\(expression)}") == [expected, "."])
    }

    @Test(
        "% makes whole numbers of both sides first, halves to the even one",
        arguments: [
            ("5.5 % 2", "0"), ("-7 % 3", "-1"), ("7 % -3", "1"), ("6.5 % 4", "2"), ("7.5 % 5", "3"), ("7 % 2.5", "1"),
            ("-6 % 3", "0"),
        ])
    func remainders(_ expression: String, _ expected: String) throws {
        #expect(try playedBody("{\(expression)}") == [expected, "."])
    }

    @Test(
        "functions",
        arguments: [
            ("round(2.5)", "2"), ("round(3.5)", "4"), ("round(-2.5)", "-2"), ("round(1.4)", "1"),
            ("round_places(2.675, 2)", "2.67"), ("round_places(1.25, 1)", "1.2"), ("round_places(12, 2)", "12"),
            ("floor(1.9)", "1"), ("floor(-1.1)", "-2"), ("ceil(1.1)", "2"), ("ceil(-1.9)", "-1"), ("int(1.9)", "1"),
            ("int(-1.9)", "-1"), ("decimal(1.25)", "0.25"), ("decimal(-1.25)", "-0.25"), ("inc(1.5)", "2"),
            ("inc(2)", "3"), ("inc(-0.5)", "0"), ("dec(2)", "1"), ("dec(1.5)", "1"), ("dec(-0.5)", "-1"),
            ("min(1, 2)", "1"), ("max(1, 2)", "2"), ("string(1.50)", "1.5"), ("string(true)", "True"),
            ("number(\"2.5\")", "2.5"), ("number(\"-1\")", "-1"), ("number(false)", "0"), ("bool(\"true\")", "True"),
            ("bool(\"False\")", "False"), ("bool(2)", "True"), ("bool(0)", "False"), ("format(\"{0}!\", 1.5)", "1.5!"),
            ("format_invariant(0.5)", "0.5"), ("string(\"a\" + 1)".replacing("1", with: "\"1\""), "a1"),
        ])
    func functions(_ call: String, _ expected: String) throws {
        // A number may be printed as -0 in between; what matters is the value.
        #expect(try playedBody("{\(call)}").map { $0 == "-0" ? "0" : $0 } == [expected, "."])
    }

    @Test("random functions stay in their ranges and draw from one seed")
    func chance() throws {
        let body = String(
            repeating: "{random()} {dice(6)} {random_range(-1, 1)} {random_range_float(1, 2)}\n", count: 60)
        var talk = try Conversation(body: body, seed: 9)
        let heard = try talk.play().dropLast().map { $0.split(separator: " ").compactMap { Float($0) } }
        #expect(heard.allSatisfy { (0..<1).contains($0[0]) && (1...6).contains($0[1]) && $0[1] == $0[1].rounded() })
        #expect(Set(heard.map { $0[1] }).count == 6)
        #expect(Set(heard.map { $0[2] }) == [-1, 0, 1])
        #expect(heard.allSatisfy { (1..<2).contains($0[3]) } && heard.contains { $0[3] != $0[3].rounded() })
        var again = try Conversation(body: body, seed: 9)
        var first = try Conversation(body: body, seed: 9)
        #expect(try again.play() == first.play())
    }

    @Test(
        "what cannot be computed is a fault, not a crash",
        arguments: [
            "number(\"abc\")", "number(\"\")", "1 % 0", "5 % 0.5", "bool(\"yes\")", "random_range(2, 1)", "1 % (1/0)",
            "number(\"nan\")",
        ])
    func faults(_ expression: String) throws {
        let fault = #expect(throws: MachineFault.self) { try playedBody("{\(expression)}") }
        #expect(fault?.kind == .badValue)
    }

    @Test(
        "what is no expression, or of the wrong type, is said once",
        arguments: [
            ("{}", "YS0005"), ("{1 +}", "YS0005"), ("{+ 1}", "YS0005"), ("{.5}", "YS0005"), ("{1.}", "YS0005"),
            ("{1e3}", "YS0005"), ("{(1}", "YS0005"), ("{1)}", "YS0005"), ("{1 2}", "YS0005"), ("{\"a}", "YS0005"),
            ("{a}", "YS0005"), ("{null}", "YS0046"), ("{max(1 2)}", "YS0005"),
            ("{1 = 1}", "YS0005"), ("{$}", "YS0005"), ("{'a'}", "YS0005"), ("{1", "YS0005"), ("{True}", "YS0005"),
            ("{\"a\" + 1}", "YS0050"), ("{true + true}", "YS0050"), ("{\"a\" - \"b\"}", "YS0050"),
            ("{-\"a\"}", "YS0050"),
            ("{not 1}", "YS0050"), ("{1 and true}", "YS0050"), ("{1 == \"a\"}", "YS0050"), ("{1 < \"a\"}", "YS0050"),
            ("{\"a\" < \"b\"}", "YS0050"), ("{dice(\"a\")}", "YS0050"), ("{dice()}", "YS0014"), ("{max(1)}", "YS0014"),
            ("{true < false}", "YS0050"),
        ])
    func mistakes(_ body: String, _ expected: String) {
        #expect(codes("title: Start\n---\n\(body)\n===\n", acceptsUnknownFunctions: false) == ["3 \(expected)"])
    }

    @Test("an unknown function is an error, unless the host vouches that it will come")
    func unknownFunctions() throws {
        let file = "title: Start\n---\n{visted(\"a\")}\n===\n"
        #expect(codes(file, acceptsUnknownFunctions: false) == ["3 YS0013"])
        #expect(codes(body: "<<declare $b = true>>\n<<set $b = some_bool()>>\n{some_number() + 1}") == [])
        #expect(try playedBody("{some_number() + 1} {not some_bool()} {\"a\" + some_string()}") == ["2 False as", "."])
        #expect(codes(body: "{f()}") == ["3 YS0029"])
    }

    @Test("the first use of an unknown function fixes its types")
    func firstUse() throws {
        #expect(codes(body: "{1 + f(1)}\n{f(\"a\") + 1}") == ["4 YS0050"])
        #expect(codes(body: "{1 + f(1)}\n{f(1, 2) + 1}") == ["4 YS0014"])
        #expect(codes(body: "{1 + f(1)}\n{\"a\" + f(1)}") == ["4 YS0050"])
        let mood = "<<enum Mood>>\n<<case Calm>>\n<<case Angry>>\n<<endenum>>\n"
        #expect(codes(body: mood + "{1 + f(Mood.Calm)}\n{1 + f(.Angry)}") == [])
        #expect(codes(body: mood + "{1 + f(Mood.Calm)}\n{1 + f(2)}") == ["8 YS0050"])
    }

    @Test("a newline ends an expression")
    func lines() {
        #expect(codes(body: "{1 +\n1}").first == "3 YS0005")
    }

    @Test("white space may stand before the parenthesis of a function")
    func looseCalls() throws {
        #expect(try playedBody("{max (1, 2)} {not (true)}") == ["2 False", "."])
    }
}
