import Testing

@testable import Yarn

@Suite("§ 2 File and node structure")
struct Section02FileTests {
    private func node(_ headers: String, _ body: String = "a") -> String {
        "\(headers)\n---\n\(body)\n===\n"
    }

    private func tree(_ text: String) throws -> SyntaxTree {
        try #require(Compiler.compile([SourceFile(name: "t", text: text)], functions: []).trees.first)
    }

    @Test("hashtags of a file stand before its first node, one a line")
    func fileTags() throws {
        let tree = try tree("#one\n#two // why\n\n" + node("title: Start"))
        #expect(tree.tags.map(\.text) == ["one", "two"])
        #expect(tree.nodes.map(\.title) == ["Start"])
        #expect(codes(node("title: Start") + "#late\n" + node("title: B")) == ["5 YS0005"])
    }

    @Test("a file without a node, and a node without its end, are errors")
    func missing() {
        #expect(codes("") == ["1 YS0005"])
        #expect(codes("// only a comment\n") == ["1 YS0005"])
        #expect(codes("title: Start\n---\na\n") == ["2 YS0004"])
        #expect(codes("title: Start\n") == ["1 YS0004"])
    }

    @Test("blank lines and comments are free between nodes and between headers")
    func freeLines() throws {
        let text =
            "\n// note\n\ntitle: Start\n\n// note\ntags: x\n\n---\na\n===\n\n// note\n\ntitle: B\n---\nb\n===\n\n"
        #expect(codes(text) == [])
        #expect(try tree(text).nodes.map(\.title) == ["Start", "B"])
    }

    @Test(
        "a node has one title, and a title is one identifier",
        arguments: [
            ("tags: a", "1 YS0051"), ("title: A\ntitle: B", "2 YS0052"), ("title: My Node", "1 YS0005"),
            ("title: A.b", "1 YS0027"), ("title: 1st", "1 YS0027"), ("title:", "1 YS0005"),
            ("title: A\nsubtitle: b c\nwhen: always", "2 YS0005"),
            ("title: A\nsubtitle: b.c\nwhen: always", "2 YS0027"),
        ])
    func titles(_ headers: String, _ expected: String) {
        #expect(codes(node(headers)) == [expected])
    }

    @Test("white space around a header's value does not belong to it, nor does a comment")
    func trimming() throws {
        let text = node("title:  Start \t\nsummary:   two  words   // why\ntags:\nempty: // nothing")
        #expect(try played(text) == ["a", "."])
        let headers = try tree(text).nodes[0].headers
        #expect(headers.map { "\($0.name)=\($0.value)" } == ["title=Start", "summary=two  words", "tags=", "empty="])
    }

    @Test("two slashes inside the quotes of a `when:` are no comment")
    func slashesInWhen() throws {
        let start = node("title: Start", "<<declare $u = \"a//b\">>\n<<detour G>>")
        #expect(try played(start + node("title: G\nwhen: $u == \"a//b\" // why", "g")) == ["g", "."])
    }

    @Test("tags are a list of words")
    func tags() throws {
        let nodes = try tree(node("title: A\ntags: one  two") + node("title: B\ntags:") + node("title: C")).nodes
        #expect(nodes.map(\.tags) == [["one", "two"], [], []])
    }

    @Test("headers nobody knows are kept for the host")
    func unknownHeaders() throws {
        let file = SourceFile(name: "t", text: node("title: Start\nchannel: phone\ntimer: 30"))
        let program = try #require(Compiler.compile([file], functions: []).program)
        #expect(program.node(named: "Start")?.header("channel") == "phone")
        #expect(program.node(named: "Start")?.header("timer") == "30")
    }

    @Test("an empty node is left out: a warning, and a jump to it fails")
    func emptyNode() throws {
        let text = node("title: Start", "<<jump B>>") + "title: B\n---\n// nothing\n\n===\n"
        #expect(codes(text) == ["3 YS0012", "5 YS0033"])
        #expect(throws: MachineFault.self) { try played(text) }
    }

    @Test("a byte order mark is accepted, and so are LF, CRLF and CR, also mixed")
    func lineBreaks() throws {
        #expect(
            try played("\u{FEFF}title: Start\r\n---\n-> A\r    a\r\n-> B\rend\n===\r", 0) == ["A | B", "a", "end", "."])
    }
}
