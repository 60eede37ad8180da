import Testing

@testable import Yarn

@Suite("Plural rules")
struct PluralRulesTests {
    /// The categories of these numbers in a language, each by its first letter (`z o t f m -`).
    private func categories(_ locale: String, _ numbers: [String], ordinal: Bool = false) throws -> String {
        let rules = try #require(PluralRules(locale: locale))
        return numbers.map { number in
            let category = ordinal ? rules.ordinal(of: number) : rules.cardinal(of: number)
            return category == .other ? "-" : String(category.rawValue.prefix(1))
        }.joined()
    }

    /// As the CLDR has it, computed with another implementation (Babel 2.18).
    @Test(
        "cardinals",
        arguments: [
            ("en", "-o-----------"), ("de", "-o-----------"), ("fr", "oo----------o"), ("es", "-o-----------"),
            ("da", "-o----------o"),
            ("pl", "mofffmmmmmmf-"), ("ru", "mofffmmmmomf-"),
        ])
    func cardinals(_ locale: String, _ expected: String) throws {
        let numbers = ["0", "1", "2", "3", "4", "5", "10", "11", "20", "21", "100", "22", "1.5"]
        #expect(try categories(locale, numbers) == expected)
    }

    @Test(
        "languages with many forms",
        arguments: [
            ("pl", ["1", "2", "5", "12", "22", "1.5"], "ofmmf-"), ("ru", ["1", "2", "5", "11", "21", "1.5"], "ofmmo-"),
            ("uk", ["1", "3", "7", "12", "101", "0.1"], "ofmmo-"), ("cs", ["1", "3", "5", "1.5"], "of-m"),
            ("ar", ["0", "1", "2", "5", "15", "100"], "zotfm-"), ("he", ["1", "2", "3", "0.5"], "ot-o"),
            ("cy", ["0", "1", "2", "3", "6", "7"], "zotfm-"), ("ga", ["1", "2", "4", "8", "11"], "otfm-"),
            ("lt", ["1", "3", "11", "1.5", "21"], "of-mo"), ("lv", ["0", "1", "2", "11", "1.1"], "zo-zo"),
            ("sl", ["1", "102", "3", "5", "1.5"], "otf-f"), ("ro", ["1", "0", "19", "20", "1.5"], "off-f"),
            ("ja", ["0", "1", "2"], "---"), ("es", ["1", "1000000", "2"], "om-"), ("pt", ["0", "1", "2"], "oo-"),
            ("pt-PT", ["0", "1", "2"], "-o-"), ("mt", ["0", "2", "11", "20"], "ftm-"),
        ])
    func manyForms(_ locale: String, _ numbers: [String], _ expected: String) throws {
        #expect(try categories(locale, numbers) == expected)
    }

    @Test(
        "ordinals",
        arguments: [
            ("en", ["1", "2", "3", "4", "11", "12", "13", "21", "112", "1.5"], "otf----o--"), ("fr", ["1", "2"], "o-"),
            ("it", ["8", "11", "80", "800", "1"], "mmmm-"), ("sv", ["1", "2", "3", "11", "22"], "oo--o"),
            ("hu", ["1", "5", "2"], "oo-"),
            ("uk", ["3", "13", "23"], "f-f"), ("cy", ["0", "1", "2", "3", "5", "10"], "zotfm-"),
            ("de", ["1", "2", "3"], "---"),
            ("ca", ["1", "2", "3", "4", "5"], "otof-"),
        ])
    func ordinals(_ locale: String, _ numbers: [String], _ expected: String) throws {
        #expect(try categories(locale, numbers, ordinal: true) == expected)
    }

    @Test("printed digits matter, and signs do not")
    func digits() throws {
        #expect(try categories("en", ["1", "1.0", "-1", "1E+00", "NaN", "Infinity", "x"]) == "o-oo---")
    }

    @Test("a longer tag has the rules of its language; an unknown one has none")
    func lookup() {
        #expect(PluralRules(locale: "de-AT")?.cardinal(of: "1") == .one)
        #expect(PluralRules(locale: "pt_BR")?.cardinal(of: "0") == .one)
        #expect(PluralRules(locale: "tlh") == nil)
        #expect(PluralRules(locale: "") == nil)
        #expect(PluralRules(unknown: "tlh").cardinal(of: "1") == .other)
    }

    @Test("every rule of the table can be read")
    func table() {
        #expect(PluralRules.table.count > 85)
        for locale in PluralRules.table.keys { #expect(PluralRules(locale: locale)?.locale == locale) }
    }

    @Test("rules can be handed in, and mistakes in them are said")
    func ownRules() throws {
        let rules = try PluralRules(locale: "x", cardinal: [.two: "n % 10 = 2 and n != 12 or n = 0..1,7"])
        #expect(["2", "12", "22", "1", "7", "8"].map(rules.cardinal(of:)) == [.two, .other, .two, .two, .two, .other])
        for wrong in [
            "", "n", "n =", "q = 1", "n % = 1", "n = a", "n = 1 and", "n = 1 xor n = 2", "n = 3..1", "n is 1",
        ] {
            #expect(throws: PluralRules.Mistake.self) { try PluralRules(locale: "x", cardinal: [.one: wrong]) }
        }
        #expect(throws: PluralRules.Mistake.self) { try PluralRules(locale: "x", cardinal: [.other: "n = 1"]) }
    }

    @Test("a program speaks by the rules of the language it is compiled in, or is given")
    func programs() throws {
        let body = "[plural value={$n} one=\"jeden\" few=\"kilka\" many=\"wiele\" other=\"inne\"/]!\n"
        let text = "title: Start\n---\n<<declare $n = 3>>\n\(body)<<set $n = 5>>\n\(body)===\n"
        let file = SourceFile(name: "t", text: text)
        func heard(_ program: Program) throws -> [String] {
            var talk = Conversation(
                program: program, memory: Memory(program: program, seed: 1),
                machine: try Machine(startingAt: "Start", in: program))
            return try talk.play()
        }
        let polish = Compiler.compile([file], functions: [], locale: "pl")
        #expect(polish.diagnostics.isEmpty)
        #expect(try heard(try #require(polish.program)) == ["kilka!", "wiele!", "."])
        var english = try #require(Compiler.compile([file], functions: []).program)
        #expect(try heard(english) == ["inne!", "inne!", "."])
        english.plurals = try #require(PluralRules(locale: "pl"))
        #expect(try heard(english) == ["kilka!", "wiele!", "."])
        let klingon = Compiler.compile([file], functions: [], locale: "tlh")
        #expect(klingon.diagnostics.map { "\($0.span.start.line) \($0.code)" } == ["4 RP0906"])
        #expect(try heard(try #require(klingon.program)) == ["inne!", "inne!", "."])
    }
}
