import Testing

@testable import Yarn

@Suite("Translations")
struct TranslationTests {
    private static let script = """
        title: Start
        ---
        <<declare $n = 2>>
        Mae: Hello {$n}, {$n + 1} #line:a #mood:x
        -> Go [b]now[/b] #line:b
            Mae: Went #line:c
        -> Stay #line:d
            Mae: Went #shadow:c
        ===
        """

    private static func program(_ text: String = script) throws -> Program {
        try #require(Corpus.program([SourceFile(name: "s.yarn", text: text)]))
    }

    private static func read(_ text: String) -> (translation: Translation?, complaints: [String]) {
        let (translation, diagnostics) = Translation.read(SourceFile(name: "de.csv", text: text), language: "de")
        return (translation, diagnostics.map(place))
    }

    private static func place(_ diagnostic: Diagnostic) -> String {
        let span = diagnostic.span
        return "\(span.file):\(span.start.line):\(span.start.column) \(diagnostic.code) \(diagnostic.message)"
    }

    private static let header = "language,id,text,file,node,lineNumber,lock,comment\n"

    @Test("the table is in source order, shadow lines have no text of their own")
    func table() throws {
        let table = StringTable(of: try Self.program())
        #expect(
            table.linesCSV() == """
                id,text,file,node,lineNumber\r
                line:a,"Mae: Hello {0}, {1}",s.yarn,Start,4\r
                line:b,Go [b]now[/b],s.yarn,Start,5\r
                line:c,Mae: Went,s.yarn,Start,6\r
                line:d,Stay,s.yarn,Start,7\r
                line:sh_Start-1,,s.yarn,Start,8\r

                """)
        #expect(
            table.metadataCSV() == """
                id,node,lineNumber,tags\r
                line:a,Start,4,mood:x lastline\r
                line:sh_Start-1,Start,8,shadow:c\r

                """)
        #expect(table.entries.map(\.isImplicit) == [false, false, false, false, true])
        #expect(table.entries.map(\.shadows) == [nil, nil, nil, nil, "line:c"])
        #expect(table.entry("line:a")?.tags == ["line:a", "mood:x", "lastline"])
    }

    @Test("a new table has every line, marked, with the checksum of its text")
    func export() throws {
        let table = StringTable(of: try Self.program())
        let csv = Translation(language: "de").csv(for: table)
        #expect(
            csv.hasPrefix(
                "language,id,text,file,node,lineNumber,lock,comment\r\n"
                    + "de,line:a,\"(NEEDS TRANSLATION) Mae: Hello {0}, {1}\",s.yarn,Start,4,"
                    + Checksum.crc32("Mae: Hello {0}, {1}".utf8) + ",\r\n"))
        let (translation, complaints) = Self.read(csv)
        #expect(complaints == [])
        #expect(try #require(translation).texts == [:])
        #expect(
            try #require(translation).diagnostics(against: table).map(\.code) == Array(repeating: "RP0706", count: 4))
        #expect(try #require(translation).csv(for: table) == csv)
    }

    @Test("exporting again keeps translations and comments, and marks what is stale until the mark is removed")
    func update() throws {
        let before = StringTable(of: try Self.program())
        let first = Translation(
            language: "de",
            rows: [
                .init(id: "line:d", text: "Bleiben", lock: Checksum.crc32("Stay".utf8), comment: "kurz"),
                .init(id: "line:c", text: "Mae: Ging", lock: Checksum.crc32("Mae: Went".utf8).uppercased()),
                .init(id: "line:gone", text: "Weg", lock: "00000000", comment: "alt"),
            ]
        ).csv(for: before)
        #expect(first.contains("de,line:c,Mae: Ging,s.yarn,Start,6,"))
        #expect(first.hasSuffix("de,line:gone,Weg,,,,00000000,alt\r\n"))
        let after = StringTable(of: try Self.program(Self.script.replacing("Stay", with: "Stay, please")))
        let old = try #require(Self.read(first).translation)
        #expect(
            old.diagnostics(against: after).filter { $0.code != "RP0706" }.map(Self.place) == [
                "de.csv:5:11 RP0707 The source of `line:d` has changed since this was translated: Stay, please",
                "de.csv:6:4 RP0705 No line of the script has the id `line:gone`.",
            ])
        let second = old.csv(for: after)
        let lock = Checksum.crc32("Stay, please".utf8)
        #expect(
            second.contains(
                "de,line:d,(NEEDS UPDATE) Bleiben,s.yarn,Start,7,\(lock),\"kurz [source] Stay, please\"\r\n"))
        let marked = try #require(Self.read(second).translation)
        #expect(marked.texts["line:d"] == "Bleiben", "the old translation is still said")
        #expect(marked.diagnostics(against: after).contains { $0.code == "RP0707" })
        #expect(marked.csv(for: after) == second)
        let mended = second.replacing("(NEEDS UPDATE) Bleiben", with: "\"Bleib, bitte\"")
        let third = try #require(Self.read(mended).translation)
        #expect(!third.diagnostics(against: after).contains { $0.code == "RP0707" })
        #expect(third.csv(for: after).contains("\"Bleib, bitte\",s.yarn,Start,7,\(lock),kurz\r\n"))
        #expect(!third.csv(for: after, keepsUnknown: false).contains("line:gone"))
    }

    @Test("placeholders, markup and speakers are compared with the line's")
    func checking() throws {
        let table = StringTable(of: try Self.program())
        let rows = """
            de,line:a,"Mae: {1} vor {2}",,,,,
            de,line:b,Geh [b]jetzt,,,,,
            de,line:c,Anna: Ging,,,,,
            de,line:d,Bleib,,,,,
            """
        let translation = try #require(Self.read(Self.header + rows).translation)
        #expect(
            translation.diagnostics(against: table).map(Self.place) == [
                "de.csv:2:11 RP0708 The translation of `line:a` lacks `{0}` and has `{2}`, which the line has not.",
                "de.csv:3:11 RP0709 `[b]` is not closed.",
                "de.csv:4:11 RP0710 The translation of `line:c` is said by `Anna`, and the line by `Mae`.",
            ])
        #expect(translation.diagnostics(against: table).map(\.severity) == [.error, .warning, .warning])
    }

    @Test("a table with wrong columns, doubled rows or another language is refused with the place")
    func structure() {
        #expect(
            Self.read("language,id,txt,file,node,lineNumber,lock,comment\n").complaints == [
                "de.csv:1:13 RP0702 There is no column `txt`."
            ])
        #expect(
            Self.read("id,text\n").complaints == [
                "de.csv:1:1 RP0702 The first row does not name `language`, `file`, `node`, `lineNumber`, `lock`, `comment`."
            ])
        #expect(
            Self.read(Self.header.replacing(",", with: ";")).complaints == [
                "de.csv:1:1 RP0702 The fields of this table are divided by semicolons."
            ])
        #expect(Self.read("").complaints == ["de.csv:1:1 RP0702 The table is empty."])
        #expect(
            Self.read(Self.header + "de,line:a,x,,,,,\nfr,line:b,y,,,,,\nde,line:a,z,,,,,\n").complaints == [
                "de.csv:3:1 RP0704 This row is in `fr`, and the table in `de`.",
                "de.csv:4:4 RP0703 `line:a` has a row already.",
            ])
        #expect(Self.read(Self.header + "de,line:a,\"x,,,,,\n").translation == nil)
    }

    @Test("a table is checked in itself and against the script at once")
    func everything() throws {
        let file = SourceFile(name: "de.csv", text: Self.header + "fr,line:x,x,,,,,\n")
        let found = Translation.diagnostics(of: file, language: "de", against: StringTable(of: try Self.program()))
        #expect(found.map(\.code) == ["RP0704", "RP0705", "RP0706", "RP0706", "RP0706", "RP0706"])
        let broken = SourceFile(name: "de.csv", text: "\"")
        #expect(
            Translation.diagnostics(of: broken, language: "de", against: StringTable(of: try Self.program()))
                .map(\.code) == ["RP0701"])
    }

    @Test("the examples of the rules break them, and mended keep them", arguments: TranslationRule.allCases)
    func examples(_ rule: TranslationRule) throws {
        let table = StringTable(of: try Self.program(TranslationRule.script))
        let entry = rule.entry
        #expect(entry.code == rule.rawValue)
        func codes(_ text: String) -> Set<String> {
            let file = SourceFile(name: "de.csv", text: text)
            return Set(Translation.diagnostics(of: file, language: "de", against: table).map(\.code))
        }
        #expect(codes(entry.wrong) == [rule.rawValue])
        #expect(codes(entry.right) == [])
    }

    @Test("a translated program says the translation, values where it wants them, and shadows along")
    func playing() throws {
        let translation = Translation(
            language: "de",
            rows: [
                .init(id: "line:a", text: "Mae: {1} nach {0}, {1}"), .init(id: "line:b", text: "Los [b]jetzt[/b]"),
                .init(id: "line:c", text: "(NEEDS UPDATE) Mae: Ging"),
                .init(id: "line:d", text: "(NEEDS TRANSLATION) Stay"),
            ])
        let program = try Self.program()
        let translated = program.translated(by: translation)
        #expect(try Self.play(translated, choosing: 1) == ["Mae: 3 nach 2, 3", "Los jetzt | Stay", "Mae: Ging"])
        #expect(try Self.play(program, choosing: 1) == ["Mae: Hello 2, 3", "Go now | Stay", "Mae: Went"])
        #expect(translated.lines.map(\.tags) == program.lines.map(\.tags))
        #expect(StringTable(of: translated).entry("line:b")?.text == "Los [b]jetzt[/b]")
    }

    @Test("hostile translations change the text and nothing else")
    func hostile() throws {
        let program = try Self.program()
        for text in ["{9999999999999999999}", "{0", "{}", "}{", "{00}", "{-1}", "[b", "\u{0}\u{1B}[31m", "{7}", "::::"]
        {
            let translation = Translation(language: "xx", rows: [.init(id: "line:a", text: text)])
            _ = translation.diagnostics(against: StringTable(of: program))
            let lines = try Self.play(program.translated(by: translation), choosing: 0)
            #expect(lines.count == 3)
        }
        let literal = try Self.program("title: Start\n---\nSay \\{0\\} {1 + 1} #line:a\n===\n")
        let same = Translation(language: "xx", rows: [.init(id: "line:a", text: "Say {0} {0}")])
        #expect(try Self.play(literal.translated(by: same), choosing: 0) == ["Say {0} 2"])
    }

    @Test("a table that repeats its source changes no program of the corpus")
    func identity() throws {
        for file in Corpus.scripts {
            guard let program = Corpus.program([file]) else { continue }
            let table = StringTable(of: program)
            let rows = table.entries.compactMap { entry in
                entry.text.map { Translation.Row(id: entry.id, text: $0, lock: entry.lock) }
            }
            let csv = Translation(language: "en", rows: rows).csv(for: table)
            let (translation, diagnostics) = Translation.read(
                SourceFile(name: "en.csv", text: csv), language: "en")
            #expect(diagnostics == [])
            let read = try #require(translation)
            #expect(program.translated(by: read).behaves(like: program))
            #expect(read.diagnostics(against: table).filter { $0.code != "RP0706" } == [])
            #expect(table.entries.map(\.span.start) == table.entries.map(\.span.start).sorted())
        }
    }

    private static func play(_ program: Program, choosing choice: Int) throws -> [String] {
        var memory = Memory(program: program, seed: 1)
        var machine = try Machine(startingAt: "Start", in: program)
        var input = MachineInput.proceed
        var seen: [String] = []
        while true {
            let event = try machine.step(input, in: program, memory: &memory, host: EmptyHost())
            input = .proceed
            switch event {
            case .line(let line): seen.append(line.fullText)
            case .options(let options):
                seen.append(options.map(\.line.fullText).joined(separator: " | "))
                input = .choose(choice)
            case .finished: return seen
            case .nodeEntered, .command: break
            }
        }
    }
}
