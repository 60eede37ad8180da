import Testing

@testable import Yarn

@Suite("§ 6 Options and line groups")
struct Section06OptionTests {
    @Test("white space behind the arrow is free; the line behind it is a full line")
    func arrows() throws {
        #expect(try playedBody("->A {1} <<if false>> #t\n->   B\nend", 1) == ["~A 1 | B", "end", "."])
        #expect(codes(body: "->\n-> B") == ["3 YS0005"])
        #expect(codes(body: "=>") == ["3 YS0005"])
    }

    @Test(
        "bodies and groups end where the rules of indentation say",
        arguments: [
            // Deeper lines are the body; shallower ones are behind the group.
            ("-> A\n    a1\n    a2\n-> B\n    b\nend", [0], ["A | B", "a1", "a2", "end"]),
            // A blank line behind an option, or behind its body, ends the group.
            ("-> A\n\n-> B\nend", [0, 0], ["A", "B", "end"]),
            ("-> A\n    a\n\n-> B\nend", [0, 0], ["A", "a", "B", "end"]),
            ("-> A\n  \n-> B\nend", [], []),
            // An empty line inside a body ends the body and the group.
            ("-> A\n    a1\n\n    a2\n-> B", [0, 0], ["A", "a1", "a2", "B"]),
            // One that keeps the body's indentation does not.
            ("-> A\n    a1\n    \n    a2\n-> B", [0], ["A | B", "a1", "a2"]),
            ("-> A\n    a1\n      \n    a2\n-> B", [0], ["A | B", "a1", "a2"]),
            // Less than the body but more than the arrow ends both.
            ("-> A\n        a\n    half\n-> B", [0, 0], ["A", "a", "half", "B"]),
            // A comment at the margin between options is nothing; between body lines it ends the body.
            ("-> A\n// note\n-> B", [1], ["A | B"]),
            ("-> A\n    a\n// note\n-> B", [0], ["A | B", "a"]),
            ("-> A\n    a1\n// note\n    a2\n-> B", [0, 0], ["A", "a1", "a2", "B"]),
            ("-> A\n    a1\n    // note\n    a2\n-> B", [0], ["A | B", "a1", "a2"]),
            // Deeper lines that follow no arrow do not nest.
            ("-> A\n    a1\n        a2\n    a3\n-> B", [0], ["A | B", "a1", "a2", "a3"]),
            // Groups inside groups, and back.
            ("-> A\n    -> A1\n        x\n    -> A2\n    y\n-> B", [0, 1], ["A | B", "A1 | A2", "y"]),
            ("-> A\n    -> A1\n        x\n-> B\nend", [0, 0], ["A | B", "A1", "x", "end"]),
            // A tab counts eight.
            ("-> A\n\ta1\n        a2\n-> B", [0], ["A | B", "a1", "a2"]),
            ("  -> A\n    a\n  -> B", [0], ["A | B", "a"]),
            // A blank line at the end of a deeper body ends all groups around it.
            ("-> A\n    -> A1\n        x\n\n-> B\nend", [0, 0, 0], ["A", "A1", "x", "B", "end"]),
            // Anything else between arrows ends the group.
            ("-> A\nmiddle\n-> B", [0, 0], ["A", "middle", "B"]),
            ("-> A\n<<wait 1>>\n-> B", [0, 0], ["A", "<<wait 1>>", "B"]),
            ("-> A\n=> x\n-> B", [0, 0], ["A", "x", "B"]),
        ] as [(String, [Int], [String])])
    func indentation(_ body: String, _ choices: [Int], _ expected: [String]) throws {
        if expected.isEmpty {
            #expect(codes(body: body).filter { $0.contains("YS0005") } == ["4 YS0005"])
        } else {
            #expect(try played(["title: Start\n---\n\(body)\n===\n"], choices) == expected + ["."])
        }
    }

    @Test("an arrow above an indented but empty line is an error")
    func emptyBody() {
        #expect(codes(body: "-> A\n    \n-> B") == ["4 YS0005"])
    }

    @Test("blocks opened in the body of an option are closed in it")
    func straddling() {
        #expect(codes(body: "-> A\n    <<if true>>\n    a\n-> B\n    <<endif>>").contains("4 YS0007"))
        #expect(codes(body: "-> A\n    <<once>>\n    a\nb") == ["4 YS0007"])
        #expect(codes(body: "<<if true>>\n-> A\n    a\n    <<endif>>") == ["6 YS0005"])
        #expect(codes(body: "<<if true>>\n-> A\n    a\n<<endif>>") == [])
    }

    @Test("conditions come before values, option by option; what is unavailable is offered all the same")
    func evaluation() throws {
        struct Recorder: FunctionHost {
            final class Log {
                var calls: [String] = []
            }
            let log = Log()

            func call(_ function: String, _ arguments: [Value]) throws(FunctionFault) -> Value {
                log.calls.append(arguments.map(\.description).joined())
                return .bool(false)
            }
        }
        let recorder = Recorder()
        let note = FunctionSignature(name: "note", parameters: [.string], result: .bool)
        var talk = try Conversation(
            body: "-> A {note(\"2\")} <<if note(\"1\")>>\n-> B {note(\"4\")} <<if note(\"3\")>>", functions: [note])
        #expect(try talk.play(host: recorder) == ["~A False | ~B False"])
        #expect(recorder.log.calls == ["1", "2", "3", "4"])
    }

    @Test("when nothing is available the host says so and the talk goes on behind the group")
    func none() throws {
        #expect(try playedBody("-> A <<if false>>\n    a\nend", -1) == ["~A", "end", "."])
    }

    @Test("an index that is not there, an unavailable one, and answers nobody asked for are faults")
    func badChoices() throws {
        for choice in [2, 0] {
            #expect(throws: MachineFault.self) { try playedBody("-> A <<if false>>\n-> B", choice) }
        }
        var talk = try Conversation(body: "a")
        _ = try talk.machine.step(.proceed, in: talk.program, memory: &talk.memory, host: EmptyHost())
        #expect(throws: MachineFault.self) {
            _ = try talk.machine.step(.choose(0), in: talk.program, memory: &talk.memory, host: EmptyHost())
        }
    }

    @Test("`<<once>>` on an option lasts until it is chosen, not until it is shown")
    func once() throws {
        let text = "title: Start\n---\n-> A <<once>>\n-> B <<once if true>>\n-> C\n<<jump Start>>\n===\n"
        #expect(
            try played(text, 2, 0, 1, 2)
                == ["A | B | C", "A | B | C", "~A | B | C", "~A | ~B | C", "~A | ~B | C"])
    }

    @Test("line groups say one item and its body, or nothing")
    func lineGroups() throws {
        #expect(try playedBody("=> a <<if false>>\n    never\n=> b\n    body\n=> c\nend") == ["b", "body", "end", "."])
        #expect(try playedBody("=> a <<if false>>\n=> b <<if 1 > 2>>\nend") == ["end", "."])
        #expect(try playedBody("=>a\n\n=>b\nend") == ["a", "b", "end", "."])
    }

    @Test("`once` on an item is used up when it is chosen")
    func onceItems() throws {
        let text =
            "title: Start\n---\n<<detour A>>\n<<detour A>>\n<<detour A>>\n===\n"
            + "title: A\n---\n=> a <<once>>\n=> b <<once if true>>\n=> c\n===\n"
        #expect(try played(text) == ["a", "b", "c", "."])
    }

    @Test(
        "how much a condition asks for",
        arguments: [
            ("", 0), (" <<if true>>", 1), (" <<if true and false>>", 2), (" <<if true or false xor true>>", 3),
            (" <<once>>", 1), (" <<once if true>>", 2), (" <<once if true && true>>", 3),
            (" <<if not (true or false)>>", 2),
        ])
    func complexity(_ condition: String, _ expected: Int) throws {
        let file = SourceFile(name: "t", text: "title: Start\n---\n=> a\(condition)\n===\n")
        let tree = try #require(Compiler.compile([file], functions: []).trees.first)
        guard case .lineGroup(let group) = tree.nodes[0].body.first else {
            Issue.record("no line group")
            return
        }
        #expect((group.items[0].line.condition?.complexity ?? 0) == expected)
    }
}
