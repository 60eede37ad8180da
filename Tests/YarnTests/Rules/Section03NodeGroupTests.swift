import Testing

@testable import Yarn

@Suite("§ 3 Node groups")
struct Section03NodeGroupTests {
    private let start = "title: Start\n---\n<<detour G>>\nback\n===\n"

    private func member(_ headers: String, _ body: String) -> String {
        "title: G\n\(headers)\n---\n\(body)\n===\n"
    }

    @Test("nodes share a title only if each has a `when:`")
    func membership() {
        #expect(codes(member("when: always", "a") + member("when: always", "b")) == [])
        #expect(codes(member("when: always", "a") + member("tags: x", "b")) == ["6 YS0031"])
        #expect(codes(member("tags: x", "a") + member("tags: x", "b")) == ["6 YS0011"])
    }

    @Test("subtitles name members, and are unique in their group")
    func subtitles() throws {
        let twice = member("when: always\nsubtitle: one", "a") + member("when: always\nsubtitle: one", "b")
        #expect(codes(twice) == ["9 YS0032"])
        let text =
            "title: Start\n---\n<<detour {\"G.two\"}>>\n{visited(\"G.two\")} {visited(\"G.one\")} {visited(\"G\")}\n===\n"
            + member("when: always\nsubtitle: one", "a") + member("when: always\nsubtitle: two", "b")
        #expect(try played(text) == ["b", "True False False", "."])
    }

    @Test("members without a subtitle have unique names of their own")
    func names() throws {
        let file = SourceFile(name: "t", text: start + member("when: always", "a") + member("when: always", "b"))
        let program = try #require(Compiler.compile([file], functions: []).program)
        let names = program.nodes.map(\.name)
        #expect(Set(names).count == 4)
        #expect(names.filter { $0.hasPrefix("G.") }.count == 2)
    }

    @Test("a member can run when all its `when:` headers hold")
    func allConditions() throws {
        let group = member("when: 1 < 2\nwhen: 2 < 1", "never") + member("when: 1 < 2\nwhen: true", "this")
        #expect(try played(start + group) == ["this", "back", "."])
    }

    @Test("the hub comes back after a detour; when nobody can run it simply returns")
    func hubReturns() throws {
        #expect(try played(start + member("when: false", "never")) == ["back", "."])
        let jump = "title: Start\n---\n<<jump G>>\nnever\n===\n"
        #expect(try played(jump + member("when: false", "never")) == ["."])
        #expect(try played(jump + member("when: true", "g")) == ["g", "."])
    }

    @Test("`once` members run once, and their flag is set before they run")
    func once() throws {
        let again = "title: Start\n---\n<<detour G>>\n<<detour G>>\n<<detour G>>\nend\n===\n"
        let group = member("when: once", "first\n<<detour G>>") + member("when: once if 1 < 2", "second")
        #expect(try played(again + group) == ["first", "second", "end", "."])
    }

    @Test("`once if` is not used up while its condition fails")
    func onceIf() throws {
        let text =
            "title: Start\n---\n<<declare $x = false>>\n<<detour G>>\n<<set $x = true>>\n<<detour G>>\n<<detour G>>\n===\n"
        #expect(try played(text + member("when: once if $x", "g")) == ["g", "."])
    }

    @Test(
        "the score of a member is the sum over its headers",
        arguments: [
            ("when: always", 0), ("when: once", 1), ("when: true", 1), ("when: once if true", 2),
            ("when: true and false", 2), ("when: true and false or true", 3), ("when: true\nwhen: once", 2),
            ("when: always\nwhen: true xor true\nwhen: once if not true", 4),
        ])
    func complexity(_ headers: String, _ expected: Int) throws {
        let file = SourceFile(name: "t", text: member(headers, "a"))
        let tree = try #require(Compiler.compile([file], functions: []).trees.first)
        #expect(tree.nodes[0].whens.reduce(0) { $0 + $1.complexity } == expected)
    }

    @Test("a single node with a `when:` is a group of one")
    func groupOfOne() throws {
        let file = SourceFile(name: "t", text: start + member("when: once", "a"))
        let program = try #require(Compiler.compile([file], functions: []).program)
        #expect(program.node(named: "G")?.isHub == true)
        #expect(try played(start + member("when: once", "a")) == ["a", "back", "."])
    }

    @Test("Start may be a group: choosing happens when it is entered")
    func startGroup() throws {
        let text = "title: Start\nwhen: false\n---\na\n===\ntitle: Start\nwhen: always\n---\nb\n===\n"
        #expect(try played(text) == ["b", "."])
    }

    @Test("what a `when:` may say, and what it may not")
    func syntax() {
        #expect(codes(member("when:", "a")) == ["2 YS0005"])
        #expect(codes(member("when: 1 +", "a")) == ["2 YS0005"])
        #expect(codes(member("when: 1", "a")) == ["2 YS0050"])
        #expect(codes(member("when: once once", "a")) == ["2 YS0005"])
    }
}
