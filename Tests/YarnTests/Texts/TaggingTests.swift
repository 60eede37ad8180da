import Testing

@testable import Yarn

@Suite("Giving lines their ids")
struct TaggingTests {
    private func tag(
        _ text: String..., style: LineTagger.Style = .numbered(fallback: "ld"), seed: UInt64 = 1
    ) throws -> LineTagger.Tagged {
        var random = RandomGenerator(seed: seed)
        let files = text.enumerated().map { SourceFile(name: "\($0.offset).yarn", text: $0.element) }
        return try LineTagger(style: style).tagged(files, using: &random)
    }

    private func body(_ text: String, style: LineTagger.Style = .numbered(fallback: "ld")) throws -> String {
        let tagged = try tag("title: A\n---\n\(text)\n===\n", style: style)
        return String(tagged.files[0].text.dropFirst("title: A\n---\n".count).dropLast("\n===\n".count))
    }

    @Test("the id stands at the end, behind condition and hashtags, before a comment")
    func place() throws {
        #expect(try body("Hello") == "Hello #line:ld001")
        #expect(
            try body("-> Go <<if true>> #move:a \t// why\n    Body {1}") == """
                -> Go <<if true>> #move:a #line:ld001 \t// why
                    Body {1} #line:ld002
                """)
        #expect(try body("Hi//note") == "Hi #line:ld001 //note")
        #expect(try body("=> one <<once>>\n=> two") == "=> one <<once>> #line:ld001\n=> two #line:ld002")
        #expect(try body("<<if true>>text\n<<endif>>") == "<<if true>>text #line:ld001\n<<endif>>")
    }

    @Test("tagged lines, shadow lines and commands are not touched; tagging twice changes nothing")
    func idempotent() throws {
        let text = "title: A\n---\nOne #line:x9\nTwo\nOne #shadow:x9\n<<wait 1>>\n-> Go #line:go\n===\n"
        let once = try tag(text)
        #expect(once.files[0].text == text.replacing("Two", with: "Two #line:x10"))
        #expect(once.insertions.map(\.line) == [4])
        let twice = try tag(once.files[0].text)
        #expect(twice.files == [SourceFile(name: "0.yarn", text: once.files[0].text)])
        #expect(twice.insertions == [])
    }

    @Test("everything else stays: BOM, CRLF, tabs, trailing white space, a missing last line break")
    func bytes() throws {
        let text = "\u{FEFF}title: A  \r\n---\r\n\tÄhm 👍🏽 one  \t\r\n  \r\nTwo\r\n=== "
        let tagged = try tag(text)
        #expect(
            tagged.files[0].text.unicodeScalars.elementsEqual(
                "\u{FEFF}title: A  \r\n---\r\n\tÄhm 👍🏽 one #line:ld001  \t\r\n  \r\nTwo #line:ld002\r\n=== "
                    .unicodeScalars))
    }

    @Test("numbers go on behind the highest of the project, with the file's own prefix")
    func numbered() throws {
        let first = "title: A\n---\nOne #line:ld010\nTwo #line:ld020\nThree\n===\n"
        let second = "title: B\n---\nOne\nTwo #line:zz7\n===\n"
        let third = "title: C\n---\nOne\n===\n"
        let tagged = try tag(first, second, third)
        #expect(tagged.insertions.map(\.id) == ["line:ld021", "line:zz8", "line:ld022"])
        #expect(tagged.insertions.map(\.file) == ["0.yarn", "1.yarn", "2.yarn"])
    }

    @Test("random ids are seven hexadecimal digits, the same for the same seed")
    func random() throws {
        let text = "title: A\n---\n" + (0..<200).map { "Line \($0)\n" }.joined() + "===\n"
        let ids = try tag(text, style: .random).insertions.map(\.id)
        #expect(Set(ids).count == 200)
        #expect(ids.allSatisfy { $0.count == 12 && $0.dropFirst(5).allSatisfy(\.isHexDigit) })
        #expect(try tag(text, style: .random).insertions.map(\.id) == ids)
        #expect(try tag(text, style: .random, seed: 2).insertions.map(\.id) != ids)
    }

    @Test("descriptive ids are node and number, and lines between neighbours get numbers between theirs")
    func descriptive() throws {
        #expect(try body("a\nb", style: .descriptive) == "a #line:A_100\nb #line:A_200")
        #expect(
            try body("a #line:A_100\nb\nc\nd #line:A_200\ne", style: .descriptive)
                == "a #line:A_100\nb #line:A_133\nc #line:A_166\nd #line:A_200\ne #line:A_300")
        #expect(
            try body("a #line:A_100\nb\nc #line:A_101", style: .descriptive)
                == "a #line:A_100\nb #line:A_100_1\nc #line:A_101")
        #expect(try body("a\nb #line:A_50", style: .descriptive) == "a #line:A_25\nb #line:A_50")
        let group = "title: A\nwhen: always\n---\na\n===\ntitle: A\nwhen: once\n---\nb\n===\n"
        #expect(try tag(group, style: .descriptive).insertions.map(\.id) == ["line:A_100", "line:A_200"])
    }

    @Test("a script that cannot be read is not touched")
    func unreadable() {
        #expect(throws: UnreadableScript.self) { try tag("title: A\n---\n<<if true>>\nHi\n===\n") }
        #expect(throws: UnreadableScript.self) { try tag("no node here") }
    }

    @Test("the corpus behaves the same when tagged, and is the same when the tags are taken out", arguments: [0, 1, 2])
    func corpus(_ number: Int) throws {
        let style = [LineTagger.Style.numbered(fallback: "q"), .random, .descriptive][number]
        var count = 0
        for original in Corpus.scripts {
            let bare = SourceFile(name: original.name, text: Self.withoutIDs(original))
            for file in [original, bare] {
                guard let program = Corpus.program([file]) else { continue }
                var random = RandomGenerator(seed: 3)
                let tagged = try LineTagger(style: style).tagged([file], using: &random)
                let result = try #require(Corpus.program(tagged.files), "\(file.name)")
                #expect(result.behaves(like: program, ignoringLineIDs: true), "\(file.name)")
                #expect(result.lines.allSatisfy { !$0.isImplicit || $0.shadows != nil })
                count += tagged.insertions.count
                var text = tagged.files[0].text
                for insertion in tagged.insertions.reversed() {
                    guard let range = text.firstRange(of: insertion.text) else { continue }
                    text.replaceSubrange(range, with: "")
                }
                #expect(text.utf8.elementsEqual(file.text.utf8), "\(file.name)")
                var other = RandomGenerator(seed: 4)
                #expect(try LineTagger(style: style).tagged(tagged.files, using: &other).files == tagged.files)
            }
        }
        #expect(count > 100)
    }

    /// A script with its `#line:` tags taken out, where that leaves the shadow lines their sources.
    private static func withoutIDs(_ file: SourceFile) -> String {
        guard !file.text.contains("#shadow:") else { return file.text }
        return file.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard let tag = line.firstRange(of: " #line:") else { return String(line) }
            let rest = line[tag.upperBound...].drop { !$0.isWhitespace }
            return String(line[..<tag.lowerBound]) + rest
        }.joined(separator: "\n")
    }
}
