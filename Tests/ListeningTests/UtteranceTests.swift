import Testing

@testable import Listening

/// Words as they are heard, however they are written.
struct UtteranceTests {
    private func forms(_ text: String) -> [String] {
        Utterance(text, spelling: Spelling(variants: ["u": "you", "gonna": "going to"])).words.map(\.form)
    }

    @Test("contractions, shorthand, curly apostrophes and American endings are one spelling")
    func oneSpelling() {
        #expect(forms("I'm gonna apologize") == ["i", "am", "going", "to", "apologise"])
        #expect(forms("I’m going to APOLOGISE!") == ["i", "am", "going", "to", "apologise"])
        #expect(forms("u can't, we won't") == ["you", "can", "not", "we", "will", "not"])
    }

    @Test("numbers, clocks, money and addresses are what they are")
    func numbers() {
        let words = Utterance(
            "By 4pm or 10:30, £20 for 15 minutes, to ana@shop.com", spelling: Spelling(variants: [:])
        ).words
        #expect(
            words.map(\.kind) == [
                .word, .clock, .word, .clock, .money, .word, .number, .word, .word, .address,
            ])
        #expect(words.compactMap(\.value) == [960, 630, 20, 15])
    }

    @Test("sentences end where they end, and a span is where the words are written")
    func sentences() {
        let text = "It costs 1,200.50 a.m. or not. Did you see it?? Yes"
        let utterance = Utterance(text, spelling: Spelling(variants: [:]))
        #expect(utterance.sentences.count == 3)
        #expect(utterance.sentences.map(\.isAsked) == [false, true, false])
        let scalars = Array(text.unicodeScalars)
        let last = utterance.words[utterance.words.count - 1]
        #expect(String(String.UnicodeScalarView(scalars[last.span])) == "Yes")
    }
}
