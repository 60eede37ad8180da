import Testing

@testable import Yarn

@Suite("Playing a script")
struct PlayingTests {
    @Test("an option says its body, then what follows the group")
    func optionBodies() throws {
        var talk = try Conversation(body: "-> A\n    a\n    -> A1\n        deep\n    -> A2\n-> B\n    b\nafter")
        #expect(try talk.play(0, 0) == ["A | B", "a", "A1 | A2", "deep", "after", "."])
        try talk.restart()
        #expect(try talk.play(1) == ["A | B", "b", "after", "."])
    }

    @Test("a blank line splits a group, a comment does not")
    func blankLines() throws {
        var split = try Conversation(body: "-> A\n\n-> B\nend")
        #expect(try split.play(0, 0) == ["A", "B", "end", "."])
        var comment = try Conversation(body: "-> A\n// note\n-> B\nend")
        #expect(try comment.play(1) == ["A | B", "end", "."])
    }

    @Test("an empty line inside a body ends it, one that keeps the indentation does not")
    func emptyLineInBody() throws {
        var cut = try Conversation(body: "-> A\n    a1\n\n    a2\n-> B")
        #expect(try cut.play(0, 0) == ["A", "a1", "a2", "B", "."])
        var kept = try Conversation(body: "-> A\n    a1\n    \n    a2\n-> B")
        #expect(try kept.play(0) == ["A | B", "a1", "a2", "."])
    }

    @Test("a line indented less than its body, but more than the arrow, ends body and group")
    func halfDedent() throws {
        var talk = try Conversation(body: "-> A\n        a\n    half\n-> B\nend")
        #expect(try talk.play(0, 0) == ["A", "a", "half", "B", "end", "."])
    }

    @Test("tabs count eight")
    func tabs() throws {
        var talk = try Conversation(body: "-> A\n\ta\n        b\n-> B\nend")
        #expect(try talk.play(0) == ["A | B", "a", "b", "end", "."])
    }

    @Test("unavailable options are offered, and cannot be chosen")
    func unavailable() throws {
        var talk = try Conversation(body: "-> A <<if false>>\n-> B <<if true>>\nend")
        #expect(try talk.play(1) == ["~A | B", "end", "."])
        try talk.restart()
        _ = try talk.play()
        let before = talk.machine
        #expect(throws: MachineFault.self) {
            _ = try talk.machine.step(.choose(0), in: talk.program, memory: &talk.memory, host: EmptyHost())
        }
        #expect(throws: MachineFault.self) {
            _ = try talk.machine.step(.choose(7), in: talk.program, memory: &talk.memory, host: EmptyHost())
        }
        #expect(throws: MachineFault.self) {
            _ = try talk.machine.step(.proceed, in: talk.program, memory: &talk.memory, host: EmptyHost())
        }
        #expect(talk.machine == before)
    }

    @Test("choosing none goes on after the group")
    func chooseNone() throws {
        var talk = try Conversation(body: "-> A <<if false>>\n    a\nend")
        #expect(try talk.play(-1) == ["~A", "end", "."])
    }

    @Test("once: lines and blocks once for ever, options until chosen")
    func once() throws {
        var talk = try Conversation(
            body: "hello <<once>>\n<<once>>\nfirst\n<<else>>\nagain\n<<endonce>>\n-> ask <<once>>\n-> leave")
        #expect(try talk.play(1) == ["hello", "first", "ask | leave", "."])
        try talk.restart()
        #expect(try talk.play(0) == ["again", "ask | leave", "."])
        try talk.restart()
        #expect(try talk.play(1) == ["again", "~ask | leave", "."])
    }

    @Test("`once if` keeps its chance until the condition holds")
    func onceIf() throws {
        var talk = try Conversation(body: "<<declare $ready = false>>\nnow <<once if $ready>>\n<<set $ready = true>>")
        #expect(try talk.play() == ["."])
        try talk.restart()
        #expect(try talk.play() == ["now", "."])
        try talk.restart()
        #expect(try talk.play() == ["."])
    }

    @Test("detours come back, jumps do not, visits count when a node is left")
    func detours() throws {
        var talk = try Conversation(
            """
            title: Start
            ---
            <<detour Side>>
            back {visited_count("Side")} {visited("Start")}
            <<jump End>>
            never
            ===
            title: Side
            ---
            side {visited_count("Side")}
            <<return>>
            never
            ===
            title: End
            ---
            end {visited("Start")} {visited("Nowhere")}
            ===
            """)
        #expect(try talk.play() == ["side 0", "back 1 False", "end True False", "."])
        #expect(talk.memory.visits(of: "End", in: talk.program) == 1)
    }

    @Test("stop ends everything, return outside a detour too")
    func stopping() throws {
        var talk = try Conversation(
            "title: Start\n---\n<<detour Side>>\nnever\n===\ntitle: Side\n---\n<<stop>>\nnever\n===\n")
        #expect(try talk.play() == ["."])
        #expect(talk.memory.visits(of: "Start", in: talk.program) == 1)
        var other = try Conversation(body: "a\n<<return>>\nb")
        #expect(try other.play() == ["a", "."])
    }

    @Test("commands are filled in, never scanned again, and split into words")
    func commands() throws {
        var talk = try Conversation(body: "<<a {\"{0}\"} {5} \"two words\" x\"y z\">>")
        var event = try talk.machine.step(.proceed, in: talk.program, memory: &talk.memory, host: EmptyHost())
        event = try talk.machine.step(.proceed, in: talk.program, memory: &talk.memory, host: EmptyHost())
        guard case .command(let command) = event else {
            Issue.record("no command: \(event)")
            return
        }
        #expect(command.name == "a")
        #expect(command.arguments == ["{0}", "5", "two words", "xy z"])
    }

    @Test("a smart variable is computed at each read")
    func smartVariables() throws {
        var talk = try Conversation(
            body:
                "<<declare $n = 1>>\n<<declare $twice = $n * 2>>\n<<declare $four = $twice * 2>>\n{$four}\n<<set $n += 2>>\n{$four}"
        )
        #expect(try talk.play() == ["4", "12", "."])
    }

    @Test("enums print their raw values")
    func enums() throws {
        var talk = try Conversation(
            body: """
                <<enum Mood>>
                <<case Calm = "calm">>
                <<case Angry = "angry">>
                <<endenum>>
                <<declare $mood = .Angry>>
                {$mood} {$mood == Mood.Angry}
                <<set $mood to .Calm>>
                {$mood}
                """)
        #expect(try talk.play() == ["angry True", "calm", "."])
    }

    @Test("the last line before options is tagged so, explicit ids and tags are kept in order")
    func tags() throws {
        var talk = try Conversation(body: "Priya: hello #emotion:sad #line:x1\n-> ok #move:ask #line:x2")
        _ = try talk.machine.step(.proceed, in: talk.program, memory: &talk.memory, host: EmptyHost())
        guard
            case .line(let line) = try talk.machine.step(
                .proceed, in: talk.program, memory: &talk.memory, host: EmptyHost())
        else {
            Issue.record("no line")
            return
        }
        #expect(line.tags == ["emotion:sad", "line:x1", "lastline"])
        #expect(line.id == "line:x1")
        #expect(line.speaker == "Priya")
        #expect(line.text.string == "hello")
        #expect(line.span.start == SourcePosition(line: 3, column: 1))
    }

    @Test("node groups choose by saliency, and by chance only from the seed")
    func nodeGroups() throws {
        let members = (1...5).map { "title: G\nwhen: always\n---\n\($0)\n===\n" }.joined()
        let script = "title: Start\n---\n<<detour G>>\n<<detour G>>\n<<detour G>>\n===\n" + members
        func run(_ strategy: SaliencyStrategy, seed: UInt64) throws -> [String] {
            var talk = try Conversation(script, seed: seed)
            talk.memory.saliency = strategy
            return try talk.play()
        }
        #expect(try run(.first, seed: 1) == ["1", "1", "1", "."])
        #expect(try run(.bestLeastRecentlySeen, seed: 1) == ["1", "2", "3", "."])
        #expect(try run(.random, seed: 7) == run(.random, seed: 7))
        let different = try Set((1...20).map { try run(.random, seed: $0) })
        #expect(different.count > 5)
    }

    @Test("has_any_content asks a node group without entering it")
    func hasAnyContent() throws {
        var talk = try Conversation(
            "title: Start\n---\n{has_any_content(\"G\")} {has_any_content(\"H\")} {has_any_content(\"Start\")} {has_any_content(\"X\")}\n===\n"
                + "title: G\nwhen: once\n---\ng\n===\ntitle: H\nwhen: 1 > 2\n---\nh\n===\n")
        #expect(try talk.play() == ["True False True False", "."])
    }

    @Test("LF, CRLF, CR and a byte order mark make no difference")
    func lineBreaks() throws {
        let script = "title: Start\n---\n-> A\n    a\n-> B\nend\n==="
        for ending in ["\n", "\r\n", "\r"] {
            let text = script.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending)
            var talk = try Conversation("\u{FEFF}" + text)
            #expect(try talk.play(0) == ["A | B", "a", "end", "."])
        }
    }
}
