import Testing

@testable import Conversation

@Suite("When each word is heard")
struct SpokenWordsTests {
    @Test("a hundred and sixty usual words take a minute; faster speech takes less", arguments: [80, 160, 200, 300])
    func rate(wordsPerMinute: Int) {
        // Four and five letters in turn are the usual word.
        let text = Array(repeating: "four horse", count: wordsPerMinute / 2).joined(separator: " ")
        let lasting = SpokenWords(text, wordsPerMinute: wordsPerMinute).lasting
        #expect((58_500...61_500).contains(lasting), "\(lasting)")
    }

    @Test("words come in order, commas and full stops take their time, and a line ends with its last word")
    func order() {
        let plain = SpokenWords("I have four hundred people")
        let halting = SpokenWords("I have, four. hundred people.")
        #expect(plain.words.map(\.text) == ["I", "have", "four", "hundred", "people"])
        #expect(zip(plain.words, plain.words.dropFirst()).allSatisfy { $0.at + $0.lasting == $1.at })
        #expect(plain.words[0].at == 0)
        #expect(halting.lasting == plain.lasting + 150 + 300)
    }

    @Test("a silence is no word: dots, dashes, and the author's own")
    func silences() {
        let plain = SpokenWords("have four people")
        let dots = SpokenWords("have … four — people")
        #expect(dots.words.map(\.text) == ["have", "four", "people"])
        #expect(dots.words.map(\.silence) == [0, 700, 300])
        #expect(dots.lasting == plain.lasting + 1_000)
        let own = SpokenWords("have four people", pauses: [SpokenPause(at: 5, lasting: 1_200)])
        #expect(own.words.map(\.silence) == [0, 1_200, 0])
        #expect(SpokenWords("have … four", wordsPerMinute: 300).words[1].silence < 700)
    }

    @Test("numbers are said, so they take longer than they look")
    func numbers() {
        #expect(SpokenWords("48213").lasting > 2 * SpokenWords("abcde").lasting)
    }

    @Test("nothing, only signs, a rate nobody has: never a trap", arguments: ["", " ", "…", "— —", "👍🏽", "\u{301}"])
    func odd(text: String) {
        for rate in [Int.min, 0, 60, 300, Int.max] {
            let pauses = [SpokenPause(at: .min, lasting: .max), SpokenPause(at: 9, lasting: .min)]
            #expect(SpokenWords(text, wordsPerMinute: rate, pauses: pauses).lasting >= 0)
        }
    }

    @Test("what was heard of a line ends with a dash, behind the last word of it")
    func cut() {
        let text = "Listen. I have four, five people"
        let words = SpokenWords(text)
        let cuts = (0...6).map { SpokenWords.cut(text, to: $0, of: words) }
        #expect(
            cuts == [
                "", "Listen. —", "Listen. I—", "Listen. I have—", "Listen. I have four—", "Listen. I have four, five—",
                "Listen. I have four, five people—",
            ])
    }
}
