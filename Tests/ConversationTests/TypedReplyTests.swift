import Listening
import SampleScenarios
import Testing
import Yarn

@testable import Conversation

@Suite("Replies in one's own words")
struct TypedReplyTests {
    @Test("typed words go the way of the reply whose move they make, and keep their own words")
    func option() throws {
        var play = try TypedScenario.play()
        try play.type("Which cake matters most for the party?", after: 4_000)
        let reply = try #require(play.reply)
        #expect(reply.isTyped && !reply.isAside)
        #expect(reply.text == "Which cake matters most for the party?")
        #expect(reply.taken == 4_000)
        #expect(reply.moves.contains("focusing-question"))
        #expect(reply.heard.first?.move == "focusing-question")
        #expect(reply.trust == 5)
        #expect(play.said.contains("the cake. only the cake"))
        #expect(play.session.front.offer?.moment == "What comes next")
        #expect(play.session.moves.contains("focusing-question"))
    }

    @Test("the coach quotes the learner's words, never those of a reply that nobody said")
    func coach() throws {
        var one = try TypedScenario.play()
        try one.type("Which cake matters most for the party?")
        let first = try #require(one.coach)
        #expect(first.text.hasSuffix("shows her that you heard the party."))
        #expect(!first.text.contains("on the table"))
        #expect(first.quotes.count == 1)
        let words = first.quotes[0].in(first.text)
        #expect(!words.isEmpty && "Which cake matters most for the party?".contains(words))

        // Two quotes, and one thing heard: a sentence of its own about that.
        var two = try TypedScenario.play()
        try two.type("Of course you are upset, anyone would be.")
        let second = try #require(two.coach)
        #expect(!second.text.contains("makes sense") && !second.text.contains("her word"))
        #expect(second.text.hasSuffix("Letting it be helps."))
        #expect(second.quotes.count == 1)

        // None: as it stands.
        var none = try TypedScenario.play()
        try none.type("Sorry about that.")
        #expect(none.coach?.text == "Hers is no inconvenience. It is a party.")
        #expect(none.coach?.quotes == [])
    }

    @Test("what harms and is no reply here costs, is answered, and leaves the moment open with the same clock")
    func harm() throws {
        var play = try TypedScenario.play()
        let events = try play.type("You need to calm down now.", after: 20_000)
        let reply = try #require(play.reply)
        #expect(reply.isAside && reply.isTyped)
        #expect(reply.trust == -6 && reply.heat == 7)
        #expect(play.session.front.trust == 34)
        #expect(play.coach?.text.contains("Ordering calm costs. Try it otherwise.") == true)
        #expect(play.coach?.quotes.count == 1)
        #expect(play.session.front.transcript.last?.text.hasSuffix("command-calm") == true)
        #expect(play.session.front.transcript.last?.kind == .customer)
        let offer = try #require(play.session.front.offer)
        #expect(offer.moment == "First words")
        #expect(offer.options.map(\.line) == ["line:t10", "line:t20", "line:t30", "line:t40"])
        let clocks = events.compactMap { if case .clockStarted(let clock) = $0.event { clock.lasting } else { nil } }
        #expect(clocks == [60_000])
        for event in events {
            if case .replied(let replied) = event.event {
                #expect(replied.option == -1)
                #expect(replied.line == "")
            }
        }
        // The story goes on from there, and time still runs out.
        var silent = play
        try silent.wait(60_000)
        #expect(silent.said.contains("hello?"))
        try play.type("Which cake matters most for the party?")
        #expect(play.session.front.offer?.moment == "What comes next")
    }

    @Test("what fits nothing is asked about once; then the nearest are marked and nothing else happens")
    func unclear() throws {
        var play = try TypedScenario.play()
        try play.type("My cat likes tea.")
        #expect(TypedScenario.vocabulary.unclear.contains(try #require(play.session.front.transcript.last?.text)))
        #expect(play.session.front.offer?.nearest.count == 3)
        #expect(play.session.front.trust == 40)
        let before = play.session
        let refusal = #expect(throws: EngineRefusal.self) { try play.type("Bananas are yellow.") }
        #expect(refusal?.description.contains("nearest") == true)
        #expect(play.session == before)
        try play.say("What has to be")
        #expect(play.session.front.offer?.moment == "What comes next")
    }

    @Test("a scenario's own question back is asked where it has one")
    func own() throws {
        var play = try TypedScenario.play()
        try play.say("What has to be")
        try play.type("The weather is fine.")
        #expect(play.said.last == "i asked when. what is that")
        #expect(play.session.front.offer?.moment == "What comes next")
        #expect(play.session.moments.last?.node == "Plan")
        #expect(play.session.front.offer?.nearest.isEmpty == false)
        #expect(throws: EngineRefusal.self) { try play.type("Bananas are yellow.") }
        // What harms in between does not make it ask again.
        try play.type("You need to calm down now.")
        #expect(play.session.moments.last?.node == "Plan")
        #expect(throws: EngineRefusal.self) { try play.type("Bananas are yellow.") }
    }

    @Test("where a reply is said as it stands, typing is refused in words; so are words without a word")
    func refused() throws {
        var play = try TypedScenario.play()
        for words in ["", "   ", "?!…", "—\u{0}\u{7}\n", "🙂", "\u{202E}"] {
            let refusal = #expect(throws: EngineRefusal.self) { try play.type(words) }
            #expect(refusal?.description.hasSuffix(".") == true)
        }
        try play.say("What has to be")
        try play.say("I am reading")
        let refusal = #expect(throws: EngineRefusal.self) { try play.type("I am opening your order now.") }
        #expect(refusal?.description.contains("as it stands") == true)
        var deaf = try Play(TypedScenario.source, vocabulary: TypedScenario.vocabulary)
        #expect(throws: EngineRefusal.self) { try deaf.type("Which cake?") }
    }

    @Test("control characters are not kept, and more than can be heard is cut at a character")
    func hostile() throws {
        var play = try TypedScenario.play()
        try play.type("Which\u{1B}[31m cake\u{0} matters\tmost\r\nfor the party?")
        #expect(play.reply?.text == "Which[31m cake matters most\nfor the party?")
        var long = try TypedScenario.play()
        try long.type("Which cake matters most? " + String(repeating: "é🙂 word ", count: 12_000))
        let text = try #require(
            long.log.lazy.compactMap { if case .replied(let said) = $0.event { said.text } else { nil } }.first)
        #expect(text.utf8.count <= Utterance.longest)
        #expect(text.utf8.count > Utterance.longest - 64)
        #expect(!text.unicodeScalars.contains("\u{FFFD}"))
        #expect(long.reply?.remarks.contains("It was too long to hear to its end.") == true)
        let read = try long.log.map { try TimedEvent($0.record()) }
        #expect(Session(replaying: read) == long.session)
    }

    @Test(
        "in a mail, typed words are a paragraph with the moves that were heard; words that are no reply are not in it")
    func mail() throws {
        var play = try TypedScenario.play()
        try play.say("What has to be")
        try play.say("I am reading")
        try play.say("Come back")
        #expect(play.session.front.channel == .email)
        let trust = play.session.front.trust
        try play.type("My cat likes tea.")
        try play.type("You need to calm down now.")
        #expect(play.session.front.draft.paragraphs.isEmpty)
        #expect(play.session.front.trust == trust)
        #expect(play.session.front.transcript.last?.kind != .customer || play.said.last == "ok")
        try play.type("We are looking into the order with the bakery right now.")
        #expect(play.session.front.draft.paragraphs.map(\.origin) == [.written, .given])
        #expect(play.session.front.draft.paragraphs.first?.moves.contains("narrate-action") == true)
        try play.perform(.send)
        #expect(play.ending == "cake-on-the-table")
    }

    @Test("on the phone typed words take their time, and begin while somebody still speaks")
    func voice() throws {
        let listener = try #require(TypedScenario.listener)
        var vocabulary = TypedScenario.vocabulary
        vocabulary.sounds = ["door"]
        var play = try Play(CallScenario.source, vocabulary: vocabulary, listener: listener)
        try play.type("Which part of the order matters most to you?")
        let said = try #require(
            play.log.lazy.compactMap { if case .replied(let said) = $0.event { said } else { nil } }.first)
        #expect(said.lasting == SpokenWords(said.text).lasting)
        #expect(play.session.front.offer?.moment == "Before you look")
        #expect(play.said.contains("Go on."))

        var early = try Play(CallScenario.source, vocabulary: vocabulary, listener: listener)
        let time = try #require(early.session.time(after: 4))
        early.fold(
            try early.engine.handle(
                .say("Which part of the order matters most to you?"), in: early.session,
                at: max(early.session.time, time)))
        #expect(early.reply?.isInterruption == true)
        #expect(early.said.contains("I was not finished."))
    }

    @Test("beside a public thread, typed words are as private as the reply they are taken for")
    func social() throws {
        let listener = try #require(TypedScenario.listener)
        var play = try Play(SocialScenario.source, vocabulary: TypedScenario.vocabulary, listener: listener)
        try play.type("I have sent you a private message for your details.")
        #expect(play.reply?.isPrivate == true)
        #expect(play.session.front.transcript.last { $0.kind == .agent }?.isPrivate == true)
        var open = try Play(SocialScenario.source, vocabulary: TypedScenario.vocabulary, listener: listener)
        try open.type("Forty people stood in the rain because of us.")
        #expect(open.reply?.isPrivate == false)
        #expect(open.session.moments.last { $0.reply != nil }?.isReplyPublic == true)
    }
}
