import Testing
import Yarn

@testable import Conversation

/// Sentences that two scenarios share.
struct SharedSentencesTests {
    private let place = SourceSpan(
        file: "scenario.yarn", start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 2))

    private func pairs(_ texts: [(slug: String, text: String)]) -> [SharedSentences.Pair] {
        var sentences = SharedSentences()
        for (slug, text) in texts { sentences.add(text, at: place, slug) }
        return sentences.pairs
    }

    @Test("six words and more that two scenarios have are found, whatever stands around them, in whatever case")
    func same() {
        let found = pairs([
            ("one", "No. You can take it down yourself now! Really."),
            ("two", "Well, ok. you can take it down yourself now"),
        ])
        #expect(found.count == 1)
        #expect(found.first?.isSame == true)
        #expect(found.first?.first.scenario == "one")
    }

    @Test("one word in six may differ: another word, one more, one less")
    func nearly() {
        #expect(
            pairs([
                ("one", "She hears the clock and not you"), ("two", "He hears the clock and not you"),
            ]).first?.isSame == false)
        #expect(
            pairs([("one", "Put the kettle on for the two of us"), ("two", "Put the kettle on for two of us")]).count
                == 1)
        #expect(
            pairs([("one", "She hears the clock and not you"), ("two", "He hears the bell and not you")]).isEmpty)
    }

    @Test("shorter sentences are nobody's own, and a scenario may repeat itself")
    func allowed() {
        #expect(pairs([("one", "I am here with you."), ("two", "I am here with you.")]).isEmpty)
        #expect(
            pairs([
                ("one", "That was five to six by my clock."), ("one", "That was five to six by my clock."),
            ]).isEmpty)
    }

    @Test("apostrophes of either kind are the same")
    func apostrophes() {
        #expect(
            pairs([("one", "It’s on the shelf by the door"), ("two", "It's on the shelf by the door")]).first?.isSame
                == true)
    }
}
