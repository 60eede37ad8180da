import Testing

@testable import Listening

@Suite("Hearing a reply")
struct EarTests {
    private let ear: Ear

    init() throws { ear = try SmallEar.shared.get() }

    @Test("a reply of two sentences is heard for both moves, each in its own words")
    func bothSentences() {
        let text = "I'm sorry the parcel went to the wrong shop. May I put you on hold for a moment?"
        let hearing = ear.hear(text)
        #expect(Set(hearing.heard.map(\.move)) == ["specific-apology", "ask-permission"])
        for move in hearing.heard {
            let words = SmallEar.words(move.span, of: text)
            let sentence = move.move == "ask-permission" ? "May I put you on hold" : "sorry the parcel went"
            let part = text.split(separator: ". ").first { $0.contains(sentence) } ?? ""
            #expect(part.contains(words), "\(move.move) is shown by “\(words)”")
        }
    }

    @Test("a span stands on the very words, behind emoji and marks of many scalars too")
    func spans() throws {
        let text = "👩🏽‍💻🇬🇧 é — Hello. It's only a tiny delay 🙂"
        let move = try #require(ear.hear(text).heard.first)
        #expect(move.move == "minimise")
        let words = SmallEar.words(move.span, of: text)
        #expect("It's only a tiny delay".contains(words))
        #expect(words.contains("only") || words.contains("tiny"))
    }

    @Test("plain lines make no move, and all moves are told, the surest first")
    func plain() {
        let hearing = ear.hear("Good morning, the shop is open.")
        #expect(hearing.heard.isEmpty)
        #expect(hearing.moves.count == SmallEar.moves.count)
        #expect(hearing.moves.map(\.confidence) == hearing.moves.map(\.confidence).sorted(by: >))
        #expect(hearing.moves.allSatisfy { (0...1).contains($0.confidence) })
    }

    @Test("how sure it is has a word")
    func certainty() {
        func word(_ confidence: Double) -> String {
            HeardMove(move: "m", harms: false, confidence: confidence, span: 0..<0).certainty
        }
        let said = [0.2, 0.4999, 0.5, 0.74, 0.75, 1].map(word)
        #expect(said == ["maybe", "maybe", "looks like", "looks like", "sounds like", "sounds like"])
    }

    @Test("the same lines and seed learn the same bytes; another seed learns others")
    func determinism() throws {
        let first = try SmallEar.table()
        #expect(try SmallEar.table().bytes() == first.bytes())
        #expect(try SmallEar.table(seed: 8).bytes() != first.bytes())
    }

    // MARK: What the learner said was meant

    @Test("a correction is heard the next time, and leaves other lines alone")
    func corrected() {
        let text = "Could I pop you in the queue for a tick while I ask?"
        let other = "I'm sorry the parcel went to the wrong shop."
        let own = Ear(table: ear.table, own: [OwnExemplar(text: text, move: "ask-permission")])
        #expect(own.hear(text).heard.map(\.move) == ["ask-permission"])
        #expect(own.hear("could i pop u in the queue for a tick while i ask").heard.map(\.move) == ["ask-permission"])
        #expect(own.hear(other) == ear.hear(other))
    }

    @Test("what was meant as none is heard as none, and an unknown move counts as none")
    func correctedToNone() {
        let text = "It's only a day late."
        #expect(ear.hear(text).heard.map(\.move) == ["minimise"])
        for move in [nil, "no-such-move"] {
            #expect(Ear(table: ear.table, own: [OwnExemplar(text: text, move: move)]).hear(text).heard.isEmpty)
        }
        #expect(Ear(table: ear.table, own: [OwnExemplar(text: "", move: "minimise")]).hear("Hello.").heard.isEmpty)
    }

    // MARK: Hostile words

    /// What somebody may paste, and what is not heard in it.
    static let pasted: [(name: String, text: String)] = [
        ("nothing", ""), ("one letter", "a"), ("one mark", "?"), ("a null", "\0"),
        ("a mebibyte without a blank", String(repeating: "x", count: 1 << 20)),
        ("all emoji", String(repeating: "👩🏽‍💻", count: 5_000)), ("question marks", String(repeating: "?", count: 300_000)),
        ("control characters", String(repeating: "\u{1B}[31m\u{0}\u{7}\u{202E}", count: 9_000)),
        ("right to left", String(repeating: "أنا هنا اليوم. ", count: 1_000)),
        ("accents on accents", "a" + String(repeating: "\u{301}", count: 40_000)),
        ("apostrophes", String(repeating: "'’`", count: 10_000)),
        ("letters alone", String(repeating: "z ", count: 4_000)),
        ("breaks", String(repeating: "\n\r\u{2028}", count: 20_000)), ("dots", String(repeating: "a.", count: 20_000)),
    ]

    @Test("whatever is pasted is answered, and harmless things are not heard as harm", arguments: pasted.map(\.name))
    func hostile(name: String) throws {
        let text = try #require(Self.pasted.first { $0.name == name }?.text)
        let hearing = ear.hear(text, context: HearingContext(customer: text))
        let count = text.unicodeScalars.count
        #expect(hearing.moves.count == SmallEar.moves.count)
        #expect(hearing.moves.allSatisfy { (0...1).contains($0.confidence) })
        #expect(hearing.moves.allSatisfy { $0.span.lowerBound >= 0 && $0.span.upperBound <= count })
        #expect(hearing.isCut == (text.utf8.count > Utterance.longest))
    }

    @Test("64 KiB are heard to the last byte; one more is said to be cut")
    func longest() {
        let end = " It's only a tiny delay."
        let whole = String(repeating: "Hello there. ", count: 300) + end
        let text = String(repeating: ".", count: Utterance.longest - whole.utf8.count) + whole
        #expect(text.utf8.count == Utterance.longest)
        let hearing = ear.hear(text)
        #expect(!hearing.isCut)
        #expect(hearing.heard.map(\.move) == ["minimise"])
        #expect(ear.hear("." + text).isCut)
        #expect(ear.hear("." + text).wordCount == hearing.wordCount)
        // A letter of several bytes that stands across the line is left out whole.
        #expect(ear.hear(String(repeating: "a", count: Utterance.longest - 1) + "é").isCut)
    }

    @Test("a sentence without an end is heard in pieces, and a move in the middle of it still")
    func endless() {
        let filler = String(repeating: "the shop is in the high street and ", count: 60)
        let hearing = ear.hear(filler + ". It's only a tiny delay. " + filler)
        #expect(hearing.heard.contains { $0.move == "minimise" })
        let utterance = SmallEar.utterance(filler)
        #expect(utterance.sentences.allSatisfy { $0.words.count <= Utterance.longestSentence + 1 })
        #expect(utterance.sentences.map(\.words.count).reduce(0, +) == utterance.words.count)
    }

    @Test("another language is heard as nothing, whatever its words look like")
    func otherLanguage() throws {
        let ear = try SmallEar.shared.get()
        for text in ["שלום עולם שלום עולם", "Wo ist mein Paket geblieben, bitte schön", "xqz vvk prr zzt llm"] {
            #expect(ear.hear(text).heard.isEmpty, "\(text)")
        }
    }
}
