import Testing

@testable import Yarn

@Suite("§ 10 Variables and enums")
struct Section10VariableTests {
    private let mood = "<<enum Mood>>\n<<case Calm>>\n<<case Angry>>\n<<endenum>>\n"
    private let tone = "<<enum Tone>>\n<<case Warm = \"warm\">>\n<<case Cold = \"cold\">>\n<<endenum>>\n"

    @Test("a variable declared with a literal is stored and starts with it")
    func declared() throws {
        #expect(
            try playedBody(
                "<<declare $n = -5>>\n<<declare $s to \"x\" as string>>\n<<declare $b = true as bool>>\n{$n} {$s} {$b}")
                == ["-5 x True", "."])
        #expect(try playedBody(mood + "<<declare $m = Mood.Angry as Mood>>\n{$m}") == ["1", "."])
    }

    @Test(
        "anything else declares a smart variable, computed at each read",
        arguments: ["$n + 1", "max($n, 1) + 1", "($n + 1)", "- -$n + 1"])
    func smart(_ value: String) throws {
        #expect(
            try playedBody("<<declare $n = 1>>\n<<declare $s = \(value)>>\n{$s}\n<<set $n = 5>>\n{$s}")
                == ["2", "6", "."])
        #expect(codes(body: "<<declare $n = 1>>\n<<declare $s = \(value)>>\n<<set $s = 2>>") == ["5 YS0030"])
    }

    @Test("smart variables may need each other, but not in a circle")
    func circles() throws {
        #expect(
            try playedBody("<<declare $a = $b * 2>>\n<<declare $b = $c + 1>>\n<<declare $c = 3>>\n{$a}") == ["8", "."])
        #expect(codes(body: "<<declare $a = $a + 1>>") == ["3 YS0045"])
        #expect(
            codes(body: "<<declare $a = $b + 1>>\n<<declare $b = $c + 1>>\n<<declare $c = $a + 1>>") == ["3 YS0045"])
    }

    @Test("declarations are global, may come after use and stand in any file; twice is an error")
    func declarations() throws {
        let first = "title: Start\n---\n<<set $n += 1>>\n{$n}\n<<jump B>>\n===\n"
        let second = "title: B\n---\n{$n + 1}\n<<declare $n = 41>>\n===\n"
        #expect(try played([first, second]) == ["42", "43", "."])
        #expect(codes(body: "<<declare $a = 1>>\n<<declare $a = 1>>") == ["4 YS0039"])
        #expect(codes(second, second.replacing("title: B", with: "title: C")) == ["4 YS0039"])
    }

    @Test(
        "values fit their types",
        arguments: [
            ("<<declare $a = 1 as string>>", ["3 YS0053"]), ("<<declare $a = \"\" as Moo>>", ["3 YS0050"]),
            ("<<declare $a = 1>>\n<<set $a = \"x\">>", ["4 YS0002"]),
            ("<<set $a = 1>>\n<<set $a = \"x\">>", ["4 YS0001"]), ("<<declare $a = null>>", ["3 YS0046"]),
            ("<<declare $a>>", ["3 YS0005"]), ("<<set $a>>", ["3 YS0005"]), ("<<set $a = >>", ["3 YS0005"]),
            ("<<declare $a = 1 as>>", ["3 YS0005"]), ("<<set a = 1>>", ["3 YS0005"]),
            ("<<declare $a = true>>\n<<set $a += 1>>", ["4 YS0050"]),
        ])
    func types(_ body: String, _ expected: [String]) {
        #expect(codes(body: body) == expected)
    }

    @Test(
        "an undeclared variable takes its type from use and starts as 0, nothing, false or the first case",
        arguments: [
            ("{$x + 1}", "1"), ("{$x + \"a\"}", "a"), ("<<if $x>>\n<<endif>>\n{$x}", "False"), ("{not $x}", "True"),
            ("{$x < 3}", "True"), ("{$x == 0}", "True"), ("{$x}\n<<set $x = \"a\">>", ""), ("{dice($x + 1)}", "1"),
            ("<<set $y = $x>>\n{$y}\n<<set $x = 3>>", "0"), ("{visited($x)}", "False"),
        ])
    func inference(_ body: String, _ expected: String) throws {
        #expect(try playedBody(body).first == expected)
    }

    @Test("types are found over all files, also through variables that are only used later")
    func inferenceOverFiles() throws {
        let first = "title: Start\n---\n<<set $a = $b>>\n<<set $b = $c>>\n{$a}\n===\n"
        #expect(codes(first) == ["3 YS0029"])
        #expect(try played([first, "title: Z\n---\n<<if $c == \"x\">>\n<<endif>>\n===\n"]) == ["", "."])
        #expect(codes(body: "{$x}") == ["3 YS0029"])
    }

    @Test("an undeclared variable is warned of, an unused one worth knowing")
    func undeclared() {
        let compilation = Compiler.compile(
            [SourceFile(name: "t", text: "title: Start\n---\n<<set $a = 1>>\n<<declare $b = 1>>\n===\n")], functions: []
        )
        #expect(compilation.diagnostics.map(\.code) == ["YS0003", "YS0010"])
        #expect(compilation.diagnostics.map(\.severity) == [.warning, .info])
    }

    @Test(
        "`set` with an operator computes with the old value",
        arguments: [
            ("+= 3", "10"), ("-= 3", "4"), ("*= 3", "21"), ("/= 2", "3.5"), ("%= 4", "3"), ("to 1", "1"), ("= 1", "1"),
        ])
    func assignment(_ operation: String, _ expected: String) throws {
        #expect(try playedBody("<<declare $x = 7>>\n<<set $x \(operation)>>\n{$x}") == [expected, "."])
    }

    @Test("a set is checked as the sum it stands for")
    func assignedSum() throws {
        #expect(try playedBody("<<set $x += \"a\">>\n<<set $x += \"b\">>\n{$x}") == ["ab", "."])
        #expect(codes(body: "<<set $x -= \"a\">>") == ["3 YS0050"])
    }

    @Test(
        "an enum has cases, all different, with raw values for all or none, of one kind",
        arguments: [
            ("", "YS0035"), ("<<case A>>\n<<case A>>", "YS0035"), ("<<case A = 1>>\n<<case B>>", "YS0035"),
            ("<<case A = 1>>\n<<case B = \"x\">>", "YS0035"), ("<<case A = 1>>\n<<case B = 1>>", "YS0035"),
            ("<<case A = 1.5>>", "YS0035"), ("<<case A = 1 + 1>>", "YS0037"), ("<<case A = true>>", "YS0037"),
            ("<<case A = $x>>", "YS0037"),
        ])
    func badEnums(_ cases: String, _ expected: String) {
        let found = codes(body: "<<enum E>>\n\(cases)\n<<endenum>>").map { $0.suffix(6) }
        #expect(found == [expected[...]])
    }

    @Test("cases print their raw values, counted from 0 without one")
    func rawValues() throws {
        #expect(try playedBody(mood + "{Mood.Calm} {Mood.Angry}") == ["0 1", "."])
        #expect(try playedBody(tone + "{Tone.Cold}") == ["cold", "."])
        #expect(
            try playedBody("<<enum N>>\n<<case A = 5>>\n<<case B = -3>>\n<<endenum>>\n{N.A} {N.B}") == ["5 -3", "."])
    }

    @Test("`.Case` is enough when one enum has it, or the context says which")
    func shortCases() throws {
        #expect(try playedBody(mood + tone + "<<declare $m = .Angry>>\n{$m == .Angry} {.Cold}") == ["True cold", "."])
        let other = "<<enum Other>>\n<<case Angry>>\n<<case Calm>>\n<<endenum>>\n"
        #expect(
            try playedBody(mood + other + "<<declare $m = Other.Calm>>\n{$m == .Calm} {$m}\n<<set $m = .Angry>>\n{$m}")
                == ["True 1", "0", "."])
        #expect(codes(body: mood + other + "<<declare $m = .Calm>>").map { $0.suffix(6) } == ["YS0028"])
        #expect(try playedBody(mood + other + "<<declare $m = .Calm as Other>>\n{$m}") == ["1", "."])
    }

    @Test("unknown cases and types, and a name that is taken, are errors")
    func unknownNames() {
        #expect(codes(body: mood + "{Mood.Sad}") == ["7 YS0038"])
        #expect(codes(body: "{.Sad == .Sad}").allSatisfy { $0 == "3 YS0038" })
        #expect(codes(body: "{Mod.Calm}") == ["3 YS0050"])
        #expect(codes(body: mood + mood) == ["7 YS0040"])
        #expect(codes(body: mood.replacing("Mood", with: "number")) == ["3 YS0040"])
        #expect(codes(body: mood + tone + "{Mood.Calm == Tone.Warm}") == ["11 YS0050"])
        #expect(codes(body: "<<enum E>>\n<<case A>>\nx") == ["5 YS0005", "3 YS0007"].sorted())
    }

    @Test("an enum becomes its raw value where a function or variable wants that")
    func conversion() throws {
        let talk = tone + mood + "<<declare $s = \"\">>\n<<set $s = Tone.Cold>>\n{$s} {visited(Tone.Warm)}"
        #expect(try playedBody(talk) == ["cold False", "."])
        #expect(
            try playedBody(mood + "<<declare $n = 0>>\n<<set $n = Mood.Angry>>\n{$n} {max(Mood.Angry, 0)}") == [
                "1 1", ".",
            ])
        #expect(codes(body: mood + "{visited(Mood.Calm)}") == ["7 YS0050"])
        #expect(codes(body: tone + "{dice(Tone.Warm)}") == ["7 YS0050"])
        #expect(try playedBody(mood + "{string(Mood.Angry)} {number(Mood.Angry) + 1}") == ["1 2", "."])
        #expect(codes(body: mood + "<<declare $m = Mood.Calm>>\n<<set $m = 1>>") == ["8 YS0002"])
    }

    @Test("an undeclared variable of an enum starts as its first case")
    func enumDefault() throws {
        let odd = "<<enum N>>\n<<case A = 5>>\n<<case B = 3>>\n<<endenum>>\n"
        #expect(try playedBody(odd + "{$n == .A} {$n == .B} {$n}\n<<set $n = N.B>>") == ["True False 5", "."])
    }

    @Test("enums of other files are known")
    func enumsElsewhere() throws {
        let user = "title: Start\n---\n<<declare $m = Mood.Angry>>\n{$m}\n===\n"
        #expect(try played([user, "title: Z\n---\n\(mood)z\n===\n"]) == ["1", "."])
    }

    @Test("a case is given its value by `=` or `to`, and named with or without white space at its dot")
    func caseValues() throws {
        let body = "<<enum E>>\n<<case A to 5>>\n<<case B = 6>>\n<<endenum>>\n{E.A} {E . B} {. B}"
        #expect(try playedBody(body) == ["5 6 6", "."])
    }
}
