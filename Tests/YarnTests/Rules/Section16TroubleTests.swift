import Testing

@testable import Yarn

@Suite("§§ 15, 16 Mistakes together, trouble at run time")
struct Section16TroubleTests {
    @Test("all mistakes of a file are said at once, each once, each at its place")
    func recovery() {
        let file = """
            title: My Node
            ---
            Hello {1 +} there
            <<set x = 5>>
            fine
            -> an option <<wait 1>>
                <<if $a>>
                    a \\q
                <<else if $b>>
                    <<jump>>
                <<endif>>
            -> another {"a}
                <<declare $c = >>
            fine #tag <<if true>>
            <<enum E>>
            <<case>>
            <<endenum>>
            ===
            title: Second
            when: 1 +
            ---
            <<endif>>
            {visted("Second")}
            """
        #expect(
            codes(file, acceptsUnknownFunctions: false) == [
                "1 YS0005", "3 YS0005", "4 YS0005", "6 YS0020", "8 YS0005", "9 YS0005", "10 YS0005", "12 YS0005",
                "13 YS0005",
                "14 YS0005", "15 YS0035", "16 YS0005", "20 YS0005", "21 YS0004", "22 YS0005", "23 YS0013",
            ])
    }

    @Test("a block without its end does not swallow the mistakes behind it")
    func openBlocks() {
        #expect(
            codes(body: "<<if true>>\na\n<<once>>\nb \\q\n{1 +}")
                == ["3 YS0007", "5 YS0007", "6 YS0005", "7 YS0005"])
    }

    @Test("types: one message a mistake, also when the wrong value goes on")
    func types() {
        let body = """
            <<declare $n = 1>>
            <<declare $s = "x">>
            <<set $n = $s>>
            <<set $s = $n + 1>>
            {$n + $s}
            <<if $n>>
            <<endif>>
            {max($s, 1) + ("a" + 1)}
            {not ($n == $s)}
            <<jump {$n}>>
            """
        #expect(
            codes(body: body) == [
                "5 YS0002", "6 YS0002", "7 YS0050", "8 YS0050", "10 YS0050", "10 YS0050", "11 YS0050", "12 YS0050",
            ])
    }

    @Test("every file of a project is reported, in the order of the files")
    func files() {
        let first = SourceFile(name: "b.yarn", text: "title: Start\n---\n{1 +}\n===\n")
        let second = SourceFile(name: "a.yarn", text: "title: Start\n---\na \\q\n===\n")
        let found = Compiler.compile([first, second], functions: []).diagnostics
        #expect(found.map { "\($0.span.file) \($0.code)" } == ["b.yarn YS0005", "a.yarn YS0011", "a.yarn YS0005"])
    }

    @Test(
        "trouble at run time is a fault with its place; the machine stays where it was",
        arguments: [
            ("<<jump {\"X\"}>>", MachineFault.Kind.unknownNode), ("<<detour {\"X\"}>>", .unknownNode),
            ("{number(\"abc\")}", .badValue),
            ("<<jump Start>>", .budgetExceeded), ("<<detour Start>>", .detourTooDeep), ("{1 % 0}", .badValue),
        ])
    func faults(_ body: String, _ kind: MachineFault.Kind) throws {
        let fault = #expect(throws: MachineFault.self) { try playedBody(body) }
        #expect(fault?.kind == kind)
        if kind != .budgetExceeded { #expect(fault?.span?.start.line == 3) }
    }

    @Test("division by zero is a number")
    func division() throws {
        #expect(try playedBody("{1 / 0} {-1 / 0}") == ["Infinity -Infinity", "."])
    }

    @Test("code nobody reaches and nodes nobody names are said on request")
    func requested() {
        let text =
            "title: Start\n---\n<<jump B>>\nnever\n<<declare $x = \"C.one\">>\n===\n"
            + "title: B\n---\n<<if $x == \"\">>\n<<stop>>\nnever\n<<else>>\n<<return>>\n<<endif>>\nnever\n===\n"
            + "title: C\nwhen: true\nsubtitle: one\n---\nc\n===\ntitle: D\n---\nd\n===\n"
        let file = SourceFile(name: "t", text: text)
        func found(_ checks: RequestedChecks) -> [String] {
            Compiler.compile([file], functions: [], requested: checks).diagnostics.map {
                "\($0.span.start.line) \($0.code)"
            }
        }
        #expect(found([]) == [])
        #expect(found(.unreachableCode) == ["4 YS0008", "11 YS0008", "15 YS0008"])
        #expect(found(.unreachedNodes) == ["23 YS0009"])
    }
}
