import Listening
import Testing

@testable import Conversation

@Suite("Promises in one's own words")
struct TypedPromiseTests {
    /// The scenario where it can be said what will be done by when.
    private func asked() throws -> Play {
        var play = try TypedScenario.play()
        try play.say("What has to be")
        return play
    }

    private static let promise = "I am looking into the order with the bakery now. I will write to you in ten minutes."

    @Test("a promise with a time is one, due when it says, in the words it was made with")
    func made() throws {
        var play = try asked()
        try play.type(Self.promise)
        #expect(play.session.front.offer?.moment == "As it stands")
        let promise = try #require(play.session.commitments.first)
        #expect(play.session.commitments.count == 1)
        #expect(promise.due - promise.made == 600_000)
        #expect(promise.words.hasPrefix("I will write to you in ten minutes"))
        // What looks back sees it at the reply that made it.
        #expect(Attempts(play.log).all.last?.promised == [promise.words])
        #expect(SessionMetrics(play.session, harmful: []).promises == 1)
    }

    @Test("speaking again before it is due keeps it; silence breaks it")
    func keptOrMissed() throws {
        var kept = try asked()
        try kept.type(Self.promise)
        try kept.say("Come back", after: 60_000)
        try kept.wait(600_000)
        #expect(kept.session.commitments.map(\.state) == [.kept])
        var missed = try asked()
        try missed.type(Self.promise)
        try missed.wait(600_001)
        #expect(missed.session.commitments.map(\.state) == [.missed])
        try missed.say("Come back")
        #expect(missed.session.commitments.map(\.state) == [.missed])
    }

    @Test("speaking again keeps it also where the story then leaps over the time")
    func leapt() throws {
        var play = try asked()
        try play.type("I am looking into the order with the bakery now. I will write to you in ten minutes.")
        try play.say("Stay away")
        #expect(play.session.commitments.map(\.state) == [.kept])
    }

    @Test("where the story leaps over the time at once, there is nothing left to keep, and clocks run on")
    func leaptAtOnce() throws {
        var play = try Play(
            TypedScenario.source.replacing("typed: no\n", with: ""), vocabulary: TypedScenario.vocabulary,
            listener: TypedScenario.listener)
        try play.say("What has to be")
        try play.type("I am looking into the order with the bakery now.")
        try play.type("We apologise for any inconvenience. I will write to you in ten minutes.")
        #expect(play.session.commitments.isEmpty)
        let deadline = play.engine.nextDeadline(in: play.session) ?? Int.max
        #expect(deadline > play.session.time)
    }

    @Test("where the story makes the promise itself, there is one and not two")
    func notDoubled() throws {
        var play = try asked()
        try play.type("You have an answer from me within twenty minutes.")
        #expect(play.session.commitments.map(\.id) == ["status"])
    }

    @Test("a time of day is meant in the story's day")
    func timeOfDay() throws {
        var play = try asked()
        try play.type("I am opening your order now, and I will ring you by 11 am.")
        let promise = try #require(play.session.commitments.first)
        // It is two minutes to ten.
        #expect(promise.due - promise.made > 60 * 60_000 && promise.due - promise.made <= 62 * 60_000)
    }

    @Test("a typed promise in a public thread is one that everybody has read")
    func publicly() throws {
        let listener = try #require(TypedScenario.listener)
        var play = try Play(SocialScenario.source, vocabulary: TypedScenario.vocabulary, listener: listener)
        try play.type("Forty people stood in the rain because of us. I will write here within ten minutes.")
        let promise = try #require(play.session.commitments.first)
        #expect(promise.isMadePublicly)
        #expect(!promise.isMadePrivately)
    }
}

@Suite("Not what I meant")
struct TypedCorrectionTests {
    @Test("the moment opens again as corrected: the other way is taken, nothing of the first one stays")
    func corrected() throws {
        var play = try TypedScenario.play()
        try play.type("Of course you are upset, anyone would be.", after: 5_000)
        #expect(play.reply?.trust == 3)
        try play.perform(.meant("focusing-question"))
        let reply = try #require(play.reply)
        #expect(reply.text == "Of course you are upset, anyone would be.")
        #expect(reply.trust == 5)
        #expect(reply.taken == 5_000)
        #expect(reply.moves == ["focusing-question"])
        #expect(play.session.front.trust == 45)
        #expect(play.session.moments.count == 2)
        #expect(
            play.session.learner.corrections
                == [
                    HearingCorrected(
                        text: "Of course you are upset, anyone would be.", heard: ["validate"],
                        meant: "focusing-question")
                ])
        // The same words heard again are no second attempt.
        #expect(!play.said.contains("Once more."))
        #expect(play.session.front.offer?.attempt == 1)
        #expect(play.session.undone.isEmpty)
    }

    @Test("an aside can be corrected, into a reply or into another aside")
    func aside() throws {
        var play = try TypedScenario.play()
        try play.type("You need to calm down now.")
        #expect(play.session.front.trust == 34)
        try play.perform(.meant("validate"))
        #expect(play.session.front.trust == 43)
        #expect(play.reply?.isAside == false)
        var none = try TypedScenario.play()
        try none.type("You need to calm down now.")
        try none.perform(.meant(nil))
        #expect(none.session.front.trust == 40)
        #expect(none.reply?.isAside == true)
        #expect(none.session.front.offer?.nearest.isEmpty == false)
    }

    @Test("where it was asked already what was meant, a correction to nothing is kept and the moment waits")
    func keptAtLeast() throws {
        var play = try TypedScenario.play()
        try play.type("My cat likes tea.")
        try play.type("Of course you are upset, anyone would be.")
        #expect(play.session.front.offer?.moment == "What comes next")
        try play.perform(.meant(nil))
        #expect(play.session.learner.corrections.count == 1)
        #expect(play.session.front.offer?.moment == "First words")
        #expect(play.session.front.trust == 40)
        try play.say("What has to be")
        #expect(play.session.front.trust == 45)
    }

    @Test("also after the end")
    func afterTheEnd() throws {
        let short = TypedScenario.source.replacing("    <<jump Plan>>", with: "    <<jump Kept>>")
        var play = try TypedScenario.play(short)
        try play.type("Of course you are upset, anyone would be.")
        #expect(play.ending == "cake-on-the-table")
        try play.perform(.meant("command-calm"))
        #expect(play.ending == nil)
        #expect(play.session.front.trust == 34)
        try play.perform(.meant("focusing-question"))
        #expect(play.ending == "cake-on-the-table")
        #expect(play.session.front.trust == 45)
        #expect(play.session.learner.corrections.map(\.meant) == ["command-calm", "focusing-question"])
    }

    @Test("nothing that was chosen can be corrected")
    func chosen() throws {
        var play = try TypedScenario.play()
        #expect(throws: EngineRefusal.self) { try play.perform(.meant("validate")) }
        try play.say("What has to be")
        #expect(throws: EngineRefusal.self) { try play.perform(.meant("validate")) }
    }

    @Test("what was corrected is heard so the next time: in this session, and in later ones that know of it")
    func nextTime() throws {
        let words = "Tell me about the candles and the tablecloth."
        var play = try TypedScenario.play()
        try play.type(words)
        #expect(play.reply?.isAside == true)
        try play.perform(.meant("focusing-question"))
        #expect(play.reply?.isAside == false)
        let first = try #require(play.session.moments.first?.sequence)
        try play.perform(.rewind(to: first))
        try play.type("Tell me about the candles and the table cloth")
        #expect(play.reply?.moves == ["focusing-question"])
        #expect(play.session.front.offer?.moment == "What comes next")

        var later = try TypedScenario.play(own: [OwnExemplar(text: words, move: "focusing-question")])
        try later.type("tell me about the candles and the tablecloth")
        #expect(later.reply?.moves == ["focusing-question"])
    }

    @Test("another attempt at a moment that had an aside is the second, not the third")
    func rewindingOverAsides() throws {
        var play = try TypedScenario.play()
        try play.type("You need to calm down now.")
        try play.type("Which cake matters most for the party?")
        let moments = play.session.moments
        #expect(moments.count == 3)
        var over = play
        try over.perform(.rewind(to: moments[0].sequence))
        #expect(over.session.front.trust == 40)
        #expect(over.session.front.offer?.attempt == 2)
        #expect(over.session.front.transcript.map(\.text) == ["my cake did not come and the party is at four"])
        try over.say("What has to be")
        try over.say("I am reading")
        #expect(over.session.undone == ["line:t10": 1])
        var behind = play
        try behind.perform(.rewind(to: moments[1].sequence))
        #expect(behind.session.front.trust == 34)
        #expect(behind.session.front.offer?.attempt == 2)
        #expect(behind.session.front.transcript.contains { $0.text == "You need to calm down now." })
    }
}
