import Testing

@testable import Yarn

@Suite("§ 8 Flow")
struct Section08FlowTests {
    private func node(_ title: String, _ body: String, headers: String = "") -> String {
        "title: \(title)\n\(headers)---\n\(body)\n===\n"
    }

    @Test("the first branch that is true wins")
    func branches() throws {
        let text = "<<if false>>\na\n<<elseif 1 < 2>>\nb\n<<elseif true>>\nc\n<<else>>\nd\n<<endif>>"
        #expect(try playedBody(text) == ["b", "."])
        #expect(try playedBody("<<if false>>\na\n<<else>>\nd\n<<endif>>") == ["d", "."])
        #expect(try playedBody("<<if false>>\na\n<<endif>>\nz") == ["z", "."])
        #expect(try playedBody("<<if true>><<endif>>\nz") == ["z", "."])
    }

    @Test(
        "blocks that do not hold together are errors, one a mistake",
        arguments: [
            ("<<if 1>>\na\n<<endif>>", ["3 YS0050"]), ("<<if true>>\na", ["3 YS0007"]),
            ("<<once>>\na", ["3 YS0007"]), ("<<once if 1>>\na\n<<endonce>>", ["3 YS0050"]),
            ("<<if true>>\na\n<<else if true>>\nb\n<<endif>>", ["5 YS0005"]),
            ("<<else>>", ["3 YS0005"]), ("<<elseif true>>", ["3 YS0005"]), ("<<endif>>", ["3 YS0005"]),
            ("<<endonce>>", ["3 YS0005"]), ("<<if>>\na\n<<endif>>", ["3 YS0005"]),
            ("<<if true>>\na\n<<else>>\nb\n<<else>>\nc\n<<endif>>", ["7 YS0005"]),
            ("<<if true>>\na\n<<else>>\nb\n<<elseif true>>\nc\n<<endif>>", ["7 YS0005"]),
            ("<<once>>\na\n<<endif>>", ["5 YS0005"]),
            ("<<if true>>\n<<once>>\na\n<<endif>>", ["4 YS0007"]),
        ])
    func mistakes(_ body: String, _ expected: [String]) {
        #expect(codes(body: body) == expected)
    }

    @Test("text behind a keyword's `>>` is a line, with a warning")
    func textBehind() throws {
        #expect(codes(body: "<<if true>>text\n<<endif>>after") == ["3 YS0019", "4 YS0019"])
        #expect(try playedBody("<<if true>>text\n<<endif>>after") == ["text", "after", "."])
    }

    @Test("a once block runs once for ever; its else when it does not, for whichever reason")
    func once() throws {
        let start = node("Start", "<<declare $x = false>>\n<<detour A>>\n<<set $x = true>>\n<<detour A>>\n<<detour A>>")
        let body = "<<once if $x>>\nnow\n<<else>>\nelse\n<<endonce>>\n<<once>>\nfirst\n<<endonce>>"
        #expect(try played(start + node("A", body)) == ["else", "first", "now", "else", "."])
    }

    @Test("a jump leaves the node and all that wait; each counts as left, innermost first")
    func jumps() throws {
        let text =
            node("Start", "<<detour A>>\nnever") + node("A", "<<detour B>>\nnever") + node("B", "<<jump C>>\nnever")
            + node("C", "{visited_count(\"Start\")} {visited_count(\"A\")} {visited_count(\"B\")} {visited(\"C\")}")
        #expect(try played(text) == ["1 1 1 False", "."])
    }

    @Test("a jump may be computed; a name nobody has is a warning when written out, and a fault when reached")
    func computedJumps() throws {
        #expect(
            try played(
                node("Start", "<<jump {\"A\" + 1 + \"\"}>>".replacing("1 + ", with: "\"1\" + ")) + node("A1", "a")) == [
                    "a", ".",
                ])
        #expect(codes(body: "<<jump {1}>>") == ["3 YS0050"])
        #expect(codes(body: "<<jump Nowhere>>") == ["3 YS0012"])
        #expect(codes(body: "<<detour Nowhere>>") == ["3 YS0012"])
        #expect(try playedBody("a\n-> stay\n-> go\n    <<jump Nowhere>>\nend", 0) == ["a", "stay | go", "end", "."])
        for body in ["<<jump Nowhere>>", "<<detour Nowhere>>", "<<jump {\"Nowhere\"}>>"] {
            let fault = #expect(throws: MachineFault.self) { try playedBody(body) }
            #expect(fault?.kind == .unknownNode)
            #expect(fault?.span?.start.line == 3)
        }
        #expect(codes(body: "<<jump>>") == ["3 YS0005"])
        #expect(codes(body: "<<jump $x>>") == ["3 YS0005"])
    }

    @Test("a detour comes back behind itself, at the end of the node or at return")
    func detours() throws {
        let text =
            node("Start", "<<detour A>>\n1\n<<detour {\"B\"}>>\n2") + node("A", "a\n<<return>>\nnever") + node("B", "b")
        #expect(try played(text) == ["a", "1", "b", "2", "."])
    }

    @Test("a detour inside a block or the body of an option comes back there")
    func nestedDetours() throws {
        let text = node("Start", "-> x\n    <<if true>>\n    <<detour A>>\n    in\n    <<endif>>\nout") + node("A", "a")
        #expect(try played(text, 0) == ["x", "a", "in", "out", "."])
    }

    @Test("return outside a detour, and stop anywhere, end the conversation")
    func endings() throws {
        #expect(try playedBody("a\n<<return>>\nb") == ["a", "."])
        var talk = try Conversation(node("Start", "<<detour A>>\nnever") + node("A", "a\n<<stop>>\nnever"))
        #expect(try talk.play() == ["a", "."])
        #expect(talk.memory.visits(of: "Start", in: talk.program) == 1)
        #expect(talk.memory.visits(of: "A", in: talk.program) == 1)
    }

    @Test("call evaluates a function and drops its value; only functions can be called")
    func call() throws {
        #expect(try playedBody("<<call max(1, 2)>>\na") == ["a", "."])
        #expect(codes(body: "<<call 1 + 2>>") == ["3 YS0005"])
        #expect(codes(body: "<<call>>") == ["3 YS0005"])
    }

    @Test("visits count when a node is left: not inside its first run, not while it waits")
    func visits() throws {
        let text =
            node(
                "Start",
                "{visited(\"Start\")}\n<<detour A>>\n{visited_count(\"A\")}\n<<detour A>>\n{visited_count(\"A\")}")
            + node("A", "{visited_count(\"A\")} {visited(\"Start\")}")
        #expect(try played(text) == ["False", "0 False", "1", "1 False", "2", "."])
        #expect(try playedBody("{visited(\"X\")} {visited_count(\"X\")}") == ["False 0", "."])
    }

    @Test("`tracking: never` counts nothing; a group is untracked only when all its members are")
    func tracking() throws {
        let text =
            node("Start", "<<detour A>>\n<<detour B>>\n{visited(\"A\")} {visited(\"B\")}")
            + node("A", "a", headers: "tracking: never\n") + node("B", "b", headers: "tracking: always\n")
        #expect(try played(text) == ["a", "b", "False True", "."])
        let ask = node("Start", "<<detour G>>\n{visited(\"G\")} {visited(\"G.x\")} {visited(\"G.y\")}")
        let first = node("G", "x", headers: "when: true\nsubtitle: x\ntracking: never\n")
        #expect(try played(ask + first) == ["x", "False False False", "."])
        let second = node("G", "y", headers: "when: true\nsubtitle: y\n")
        #expect(try played(ask + first + second) == ["x", "True False False", "."])
    }

    @Test("variables, visits and once flags live on into the next run")
    func memory() throws {
        var talk = try Conversation(
            body: "<<declare $n = 0>>\n<<set $n += 1>>\n{$n} {visited_count(\"Start\")}\nonce <<once>>")
        #expect(try talk.play() == ["1 0", "once", "."])
        try talk.restart()
        #expect(try talk.play() == ["2 1", "."])
    }
}
