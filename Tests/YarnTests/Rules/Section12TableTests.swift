import Testing

@testable import Yarn

@Suite("§§ 12, 14 The line table, identifiers")
struct Section12TableTests {
    @Test("an entry knows id, text, file, node, line, tags and what it shadows")
    func entries() throws {
        let file = SourceFile(name: "f.yarn", text: "title: Start\n---\n\nhi {1 + 1} #line:a #t\n-> yes #line:b\n===\n")
        let program = try #require(Compiler.compile([file], functions: []).program)
        #expect(program.lines.map(\.id) == ["line:a", "line:b"])
        #expect(program.lines.map(\.template) == ["hi {0}", "yes"])
        #expect(program.lines.map(\.node) == ["Start", "Start"])
        #expect(program.lines.map(\.span.file) == ["f.yarn", "f.yarn"])
        #expect(program.lines.map(\.span.start.line) == [4, 5])
        #expect(program.lines.map(\.tags) == [["line:a", "t", "lastline"], ["line:b"]])
        #expect(program.lines.map(\.kind) == [.line, .option])
        #expect(program.lines.map(\.isImplicit) == [false, false])
        #expect(program.line(id: "line:b")?.template == "yes")
    }

    @Test("made-up ids are the same whenever the same file is compiled, and avoid ids that are taken")
    func implicitIDs() throws {
        let file = SourceFile(name: "f", text: "title: S\n---\na\nb #line:S-1\nc\n===\n")
        let first = try #require(Compiler.compile([file], functions: []).program)
        let second = try #require(Compiler.compile([file], functions: []).program)
        #expect(first.lines.map(\.id) == second.lines.map(\.id))
        #expect(Set(first.lines.map(\.id)).count == 3)
    }

    @Test(
        "identifiers begin and go on with these characters",
        arguments: [
            (0x41, true, true), (0x5F, true, true), (0x30, false, true), (0x2D, false, false), (0x24, false, false),
            (0xA7, false, false), (0xA8, true, true), (0xB6, false, false), (0xD7, false, false), (0xE9, true, true),
            (0x300, false, true), (0x36F, false, true), (0x370, true, true), (0x1680, false, false),
            (0x180E, false, false),
            (0x1DC0, false, true), (0x200B, true, true), (0x2010, false, false), (0x203F, true, true),
            (0x20D0, false, true),
            (0x2190, false, false), (0x2460, true, true), (0x2776, true, true), (0x2E80, true, true),
            (0x3000, false, false),
            (0x4E2D, true, true), (0xE000, false, false), (0xFE20, false, true), (0xFFFD, true, true),
            (0xFFFE, false, false),
            (0x1F44D, true, true), (0x1FFFE, false, false), (0xEFFFD, true, true), (0xF0000, false, false),
        ] as [(UInt32, Bool, Bool)])
    func identifiers(_ value: UInt32, _ begins: Bool, _ continues: Bool) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(scalar.beginsIdentifier == begins)
        #expect(scalar.continuesIdentifier == continues)
    }

    @Test("names may be of any script")
    func names() throws {
        let text =
            "title: Start\n---\n<<declare $größe = 1>>\n<<jump 終わり>>\n===\ntitle: 終わり\n---\n{$größe} {$größe👍}\n<<declare $größe👍 = 2>>\n===\n"
        #expect(try played(text) == ["1 2", "."])
    }
}
