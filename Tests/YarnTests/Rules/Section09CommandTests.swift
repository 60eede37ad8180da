import Testing

@testable import Yarn

@Suite("§ 9 Commands")
struct Section09CommandTests {
    @Test(
        "a keyword followed by more letters is a command like any other",
        arguments: [
            "settings", "iffy x", "oncee", "p", "else_ 1", "jumping", "returned", "endifs", "caseful", "stopwatch 3",
            "localised",
        ])
    func names(_ text: String) throws {
        #expect(try playedBody("<<\(text)>>") == ["<<\(text)>>", "."])
    }

    @Test("white space around a command's text does not belong to it")
    func trimming() throws {
        #expect(try playedBody("<<  wait   1  >>") == ["<<wait   1>>", "."])
    }

    @Test("values are put in once, and never looked into again")
    func values() throws {
        #expect(try playedBody("<<a {\"{0}\"} {5}>>") == ["<<a {0} 5>>", "."])
        #expect(try playedBody("<<a{1 + 1}b {true}>>") == ["<<a2b True>>", "."])
    }

    @Test("words are split at white space; double quotes group")
    func words() {
        let place = SourceSpan.nowhere
        let command = IssuedCommand(text: "give  \"Mae Smith\" 3 \"\" a\"b c\"", span: place)
        #expect(command.name == "give")
        #expect(command.arguments.first == "Mae Smith")
        #expect(command.arguments.last == "ab c")
    }

    @Test("a command ends on its line, and holds no single `>`")
    func endings() {
        #expect(codes(body: "<<wait\n1>>").first == "3 YS0006")
        #expect(codes(body: "<<wait 1") == ["3 YS0006"])
        #expect(codes(body: "<<if true").first == "3 YS0006")
        #expect(codes(body: "<<a > b>>") == ["3 YS0005"])
        #expect(codes(body: "<<>>") == ["3 YS0005"])
        #expect(codes(body: "<<local $x = 1>>") == ["3 YS0005"])
    }

    @Test("hashtags may follow a command")
    func hashtags() throws {
        #expect(try playedBody("<<wait 1>> #fast #x") == ["<<wait 1>>", "."])
    }

    @Test("chevrons that are too many, too few or in the wrong place are warned of, and read as well as can be")
    func chevrons() throws {
        #expect(codes(body: "<<<wait 1>>>") == ["3 YS0064"])
        #expect(codes(body: "<<wait 1>> text") == ["3 YS0019"])
        #expect(codes(body: "<wait 1>") == ["3 YS0048"])
        #expect(codes(body: "wait 1>>") == ["3 YS0021"])
        #expect(codes(body: "endif") == ["3 YS0022"])
        #expect(codes(body: "set $x to 1") == ["3 YS0022"])
        #expect(codes(body: "set the table\nelse it rains\n\\<b\\>") == [])
        #expect(try playedBody("<<<wait 1>>>") == ["<<wait 1>>", "."])
        #expect(try playedBody("<wait 1>") == ["<wait 1>", "."])
    }

    @Test("`stop` ends the dialogue only when it stands alone; with more words it is a command")
    func stopping() throws {
        #expect(try playedBody("<<stop music>>\na\n<<stop >>\nb") == ["<<stop music>>", "a", "."])
    }
}
