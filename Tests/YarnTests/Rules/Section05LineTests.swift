import Testing

@testable import Yarn

@Suite("§§ 4, 5 Statements and lines")
struct Section05LineTests {
    @Test("white space before a statement does not matter")
    func indentation() throws {
        #expect(try playedBody("  a\n      <<if true>>\n b\n\t\t<<endif>>\nc") == ["a", "b", "c", "."])
    }

    @Test(
        "a line is what begins with nothing else",
        arguments: [
            ("// note", []), ("a // note", ["a"]), ("{1} b", ["1 b"]), ("\\{1\\} b", ["{1} b"]),
            ("a } > b", ["a } > b"]), ("a < b / c", ["a < b / c"]), ("--- a", ["--- a"]), ("= a", ["= a"]),
            ("- a", ["- a"]), ("> a", ["> a"]), ("$x", ["$x"]), ("http://x", ["http:"]),
            ("http:\\/\\/x", ["http://x"]), ("a\t b", ["a\t b"]), ("  a  ", ["a"]),
        ])
    func kinds(_ body: String, _ expected: [String]) throws {
        #expect(try playedBody(body + "\nz") == expected + ["z", "."])
    }

    @Test("a line that begins with a hashtag is an error, and so is one that ends its node early")
    func badBeginnings() {
        #expect(codes(body: "#tag") == ["3 YS0005"])
        #expect(codes(body: "a\n===\nb") == ["5 YS0005"])
    }

    @Test("text, then one condition, then hashtags; anything else is an error")
    func order() throws {
        #expect(try playedBody("a <<if true>> #t\nb <<if false>> #t") == ["a", "."])
        #expect(codes(body: "a #t <<if true>>") == ["3 YS0005"])
        #expect(codes(body: "a <<if true>> <<if true>>") == ["3 YS0005"])
        #expect(codes(body: "a <<if true>> b") == ["3 YS0005"])
        #expect(codes(body: "a #t b") == ["3 YS0005"])
        #expect(codes(body: "a <<wait 1>>") == ["3 YS0020"])
        #expect(codes(body: "a <<set $x = 1>>") == ["3 YS0020"])
    }

    @Test("escapes give their character; those of markup are left to markup; others are errors")
    func escapes() throws {
        #expect(try playedBody(##"\\ \< \> \{ \} \# \/"##) == [##"\ < > { } # /"##, "."])
        #expect(try playedBody(#"\[b\] Mae\: x"#) == ["[b] Mae: x", "."])
        #expect(try playedBody(#"\-> a"#.replacing("-", with: "<")) == ["<> a", "."])
        for wrong in [#"\q"#, #"\n"#, #"\%"#, #"\-"#, "\\"] { #expect(codes(body: wrong) == ["3 YS0005"]) }
        #expect(try lines(#"Mae\: x"#)[0].speaker == nil)
    }

    @Test("values are put in by one pass: what they say is never looked into again")
    func substitution() throws {
        #expect(try playedBody("<<declare $a = \"{1}\">>\n{$a}{2}") == ["{1}2", "."])
        let talk = try Conversation(body: "  a {1 + 1}  b {\"x\"} ")
        #expect(talk.program.lines[0].template == "a {0}  b {1}")
        #expect(try playedBody("{true} {false} {-1.50} {\"t\"}") == ["True False -1.5 t", "."])
    }

    @Test("all hashtags are kept, in source order, up to white space or one of # $ <")
    func hashtags() throws {
        #expect(try lines("a #one#two  #line:x #tag//x // note")[0].tags == ["one", "two", "line:x", "tag//x"])
        #expect(try lines("a #x:y-z.1")[0].tags == ["x:y-z.1"])
        #expect(codes(body: "a #") == ["3 YS0005"])
        #expect(codes(body: "a #x$y") == ["3 YS0005"])
    }

    @Test("line ids are `line:` and what the tag says; made-up ones are unique and marked")
    func ids() throws {
        let talk = try Conversation(body: "a #line:x\nb\nc")
        #expect(talk.program.lines.map(\.isImplicit) == [false, true, true])
        #expect(talk.program.lines[0].id == "line:x")
        #expect(Set(talk.program.lines.map(\.id)).count == 3)
        #expect(talk.program.lines.allSatisfy { $0.id.hasPrefix("line:") })
        #expect(codes(body: "a #line:x #line:y") == ["3 YS0062"])
        #expect(codes(body: "a #line:x #shadow:x") == ["3 YS0017"])
        #expect(codes(body: "a #line:x\n-> b #line:x") == ["4 YS0018"])
        let other = "title: B\n---\nb #line:x\n===\n"
        #expect(codes("title: Start\n---\na #line:x\n===\n", other) == ["3 YS0018"])
    }

    @Test(
        "`lastline` marks the line right before options, in every list but those of once and line groups",
        arguments: [
            ("a\n-> b", ["a"]), ("a\n\n// note\n-> b", ["a"]), ("a\n<<wait 1>>\n-> b", []),
            ("a\n<<if true>>\n-> b\n<<endif>>", []), ("<<if true>>\na\n-> b\n<<endif>>", ["a"]),
            ("-> b\n    a\n    -> c", ["a"]), ("a <<if true>> #t\n-> b", ["a"]),
            ("<<once>>\na\n-> b\n<<endonce>>", []), ("=> x\n    a\n    -> b", []),
            ("<<once>>\n<<if true>>\na\n-> b\n<<endif>>\n<<endonce>>", []),
        ])
    func lastLine(_ body: String, _ expected: [String]) throws {
        let talk = try Conversation(body: body)
        #expect(talk.program.lines.filter { $0.tags.contains("lastline") }.map(\.template) == expected)
    }

    @Test("a line with `<<once>>` is said once, with `<<once if>>` when its condition first holds")
    func onceLines() throws {
        let text = """
            title: Start
            ---
            <<declare $n = 0>>
            <<detour A>>
            <<detour A>>
            <<set $n = 1>>
            <<detour A>>
            <<detour A>>
            ===
            title: A
            ---
            first <<once>>
            later <<once if $n == 1>>
            always
            ===
            """
        #expect(try played(text) == ["first", "always", "always", "later", "always", "always", "."])
    }

    @Test("a shadow line borrows text and id, and keeps its own tags")
    func shadows() throws {
        let talk = try Conversation(body: "hello #line:x #one\nhello #shadow:x #two\n-> hello #shadow:x")
        let lines = talk.program.lines
        #expect(lines.map(\.shadows) == [nil, "line:x", "line:x"])
        #expect(lines[1].id.hasPrefix("line:sh_") && lines[2].id.hasPrefix("line:sh_") && lines[1].id != lines[2].id)
        #expect(lines[1].tags == ["shadow:x", "two", "lastline"])
        #expect(codes(body: "hello #line:x\nhello #shadow:y") == ["4 YS0042"])
        #expect(codes(body: "hello #line:x\nhullo #shadow:x") == ["4 YS0044"])
        #expect(codes(body: "hello {1} #line:x\nhello {1} #shadow:x") == ["4 YS0043"])
        #expect(codes(body: "hello #line:x\nhello {1} #shadow:x") == ["4 YS0044"])
        #expect(codes(body: "a #shadow:x #shadow:y") == ["3 YS0062"])
    }

    @Test("the speaker is what stands before the first colon")
    func speakers() throws {
        let line = try lines("Mae Smith : Hi: you")[0]
        #expect(line.speaker == "Mae Smith")
        #expect(line.text.string == "Hi: you")
        #expect(line.fullText == "Mae Smith : Hi: you")
    }

    @Test("blanks may stand between the hash sign and its word")
    func looseHashtags() throws {
        let first = try #require(lines("Hello # far  #near").first)
        #expect(first.tags == ["far", "near"])
        #expect(codes(body: "Hello #") == ["3 YS0005"])
    }
}
