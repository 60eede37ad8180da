import SampleScenarios
import Testing
import Yarn

@testable import Conversation

@Suite("A curveball that is thrown into an open moment")
struct StrikeTests {
    private typealias Play = ThrownScenario.Play

    /// What an offer says, without when.
    private func words(_ offer: Offer?) -> Offer? {
        guard var offer else { return nil }
        (offer.sequence, offer.opens) = (0, 0)
        return offer
    }

    @Test("it is told, answered, and the same question is open again with the same replies")
    func comesBack() throws {
        var play = try Play()
        let before = try #require(play.offer)
        try play.act(.strike("Her phone rings"), after: 4_000)
        #expect(play.moment == "On the phone")
        #expect(play.session.curveballs.map(\.node) == ["Phone"])
        try play.act(.reply(0))
        #expect(words(play.offer) == words(before))
        // What was not on offer when it was asked is not on offer now.
        #expect(play.offer?.options[2].isAvailable == false)
        #expect(
            play.said == [
                "hello", "Curveball: Her phone rings.", "sorry, my phone", "Take it.", "thanks",
            ])
        try play.act(.reply(0))
        #expect(play.said.contains(before.options[0].text))
        try play.act(.reply(0))
        try play.act(.send)
        #expect(play.said.suffix(2) == ["that was the phone", "bye"])
        #expect(play.session.front.trust == 53)
        #expect(play.session.moments.map(\.isHeld) == [true, false, false, false])
        #expect(play.session.moments.compactMap(\.reply).count == 3)
    }

    @Test("the clock stands while it is told, and runs as long as before when the question is open again")
    func clock() throws {
        var play = try Play()
        #expect(play.session.front.clock?.lasting == 60_000)
        try play.act(.strike("Phone"), after: 45_000)
        #expect(play.session.front.clock?.lasting == 20_000)
        // Its own clock runs out, and that is its own silence.
        try play.act(.timePassed, after: 21_000)
        #expect(play.moment == "First words")
        #expect(play.session.front.clock?.lasting == 60_000)
        #expect(play.session.front.clock?.starts == play.offer?.opens)
        #expect(play.session.front.trust == 49)
        try play.act(.timePassed, after: 61_000)
        #expect(play.moment == "In writing")
        #expect(
            play.session.memory.flatMap {
                try? play.engine.scenario.program.evaluate("$late", memory: $0, host: EmptyHost())
            } == .bool(true))
    }

    @Test("one that only tells something opens the question again at once, behind what is still being said")
    func noMoment() throws {
        var play = try Play()
        let before = try #require(play.offer)
        // Thrown while the customer is still writing.
        play.apply(try play.engine.handle(.strike("Dog"), in: play.session, at: 0))
        #expect(words(play.offer) == words(before))
        let heard = play.session.front.transcript.map(\.heard)
        #expect(heard == heard.sorted())
        #expect(play.said == ["hello", "Curveball: A dog barks.", "thats the dog"])
        #expect(try #require(play.offer).opens > before.opens)
        #expect(play.session.front.clock?.lasting == 60_000)
    }

    @Test("several can be thrown into each other, and each question comes back")
    func nested() throws {
        var play = try Play()
        let first = play.offer
        try play.act(.strike("Phone"))
        let second = play.offer
        try play.act(.strike("Mailer"))
        #expect(play.moment == "A word in between")
        try play.act(.strike("Dog"))
        #expect(play.moment == "A word in between")
        try play.act(.reply(0))
        #expect(words(play.offer) == words(second))
        try play.act(.reply(0))
        #expect(words(play.offer) == words(first))
        #expect(play.engine.curveballsAtHand(in: play.session).map(\.node) == ["Fire"])
        // One after the other in the same moment.
        try play.act(.rewind(to: try #require(first).sequence))
        try play.act(.strike("Dog"))
        try play.act(.strike("Phone"))
        try play.act(.reply(0))
        #expect(play.moment == "First words")
        #expect(play.session.front.machine?.detourDepth == 0)
    }

    @Test("what it cannot be thrown into, and what cannot be thrown, is refused in whole sentences")
    func refused() throws {
        var play = try Play()
        func refusal(_ name: String) -> String? {
            do throws(EngineRefusal) {
                _ = try play.engine.handle(.strike(name), in: play.session, at: play.session.time)
                return nil
            } catch {
                return error.description
            }
        }
        #expect(refusal("Phnoe") == "This scenario has no curveball of that name. Did you mean “Phone”?")
        #expect(refusal("Start") == "This scenario has no curveball of that name.")
        try play.act(.strike("Dog"))
        #expect(refusal("Dog") == "“A dog barks” has struck already: each curveball strikes once.")
        try play.act(.reply(0))
        try play.act(.reply(0))
        #expect(play.offer?.isSend == true)
        #expect(refusal("Phone")?.hasPrefix("The mail is finished") == true)
        #expect(play.engine.curveballsAtHand(in: play.session).isEmpty)
        try play.act(.send)
        #expect(refusal("Phone") == "This conversation is over.")
        let none = try Play(SmallScenario.source)
        #expect(throws: EngineRefusal(description: "This scenario has no curveball.")) {
            try none.engine.handle(.strike("Phone"), in: none.session, at: none.session.time)
        }
    }

    @Test("what is at hand is told in source order, with whether it may also come by itself")
    func atHand() throws {
        var play = try Play()
        var engine = play.engine
        engine.curveballs = .chance
        #expect(
            engine.curveballsAtHand(in: play.session).map { "\($0.node) \($0.label) \($0.comesByItself)" } == [
                "Phone Her phone rings false", "Dog A dog barks true",
                "Mailer Somebody writes in the chat false", "Fire The alarm goes off false",
            ])
        #expect(play.engine.curveballsAtHand(in: play.session).allSatisfy { !$0.comesByItself })
        try play.act(.strike("Mailer"))
        #expect(engine.curveballsAtHand(in: play.session).map(\.node) == ["Phone", "Dog", "Fire"])
        #expect(engine.curveballsAtHand(in: Session()).isEmpty)
    }

    @Test("what was thrown does not strike again at its place")
    func once() throws {
        var play = try Play()
        play.engine.curveballs = .named(["Dog"])
        try play.act(.strike("Dog"))
        try play.act(.reply(0))
        #expect(play.moment == "In writing")
        #expect(play.session.curveballs.count == 1)
    }

    @Test("a mail goes on being written where it was, and the chat in between is no part of it")
    func mail() throws {
        var play = try Play()
        try play.act(.reply(0))
        let before = play.offer
        try play.act(.strike("Mailer"))
        #expect(play.session.front.channel == .chat)
        try play.act(.reply(0))
        #expect(play.session.front.channel == .email)
        #expect(words(play.offer) == words(before))
        #expect(play.session.front.draft.paragraphs.isEmpty)
        try play.act(.reply(0))
        #expect(play.session.front.draft.texts == ["Dear Ana."])
    }

    @Test("one that jumps elsewhere takes the story there, and never comes back")
    func jumps() throws {
        var play = try Play()
        try play.act(.strike("Fire"))
        try play.act(.reply(0))
        #expect(play.moment == "The street")
        // What comes into this moment comes back to this one, not to the one that was left.
        try play.act(.strike("Dog"))
        #expect(play.moment == "The street")
        try play.act(.reply(0))
        #expect(play.session.front.ending == "done")
    }

    @Test("going back before it takes it back; going back into it does not; attempts are counted once")
    func rewinding() throws {
        var play = try Play()
        let first = try #require(play.offer).sequence
        // At the very time at which the moment was written down.
        play.apply(try play.engine.handle(.strike("Phone"), in: play.session, at: play.session.time))
        let second = try #require(play.offer).sequence
        try play.act(.rewind(to: first))
        #expect(play.moment == "First words")
        #expect(play.session.curveballs.isEmpty)
        #expect(play.offer?.attempt == 1, "nobody has tried it yet")
        try play.act(.strike("Phone"))
        try play.act(.reply(0))
        let again = try #require(play.offer).sequence
        #expect(play.offer?.attempt == 1)
        try play.act(.reply(1))
        try play.act(.rewind(to: again))
        #expect(play.offer?.attempt == 2)
        #expect(play.session.curveballs.map(\.node) == ["Phone"])
        try play.act(.reply(0))
        try play.act(.rewind(to: first))
        #expect(play.offer?.attempt == 3)
        #expect(play.session.curveballs.isEmpty)
        #expect(second > first)
        // Into its own moment, and through it again.
        try play.act(.strike("Phone"))
        let inside = try #require(play.offer).sequence
        try play.act(.reply(0))
        #expect(play.offer?.attempt == 3)
        try play.act(.rewind(to: inside))
        #expect(play.moment == "On the phone")
        #expect(play.offer?.attempt == 3, "it was answered before each time that was taken back")
        try play.act(.reply(0))
        #expect(play.moment == "First words")
        try play.act(.reply(0))
        #expect(play.moment == "In writing")
    }

    @Test("stepping back inside it hands over, and nothing opens again")
    func steppingBack() throws {
        var play = try Play()
        try play.act(.strike("Phone"))
        try play.act(.stepBack)
        #expect(play.session.front.ending == "handed-over")
        #expect(play.offer == nil)
    }

    @Test("it comes into the conversation in front, and the other one waits where it was")
    func conversations() throws {
        let source =
            TwoChatsScenario.source + """

                title: Door
                curveball: The door
                ---
                Scene: The door falls shut. #line:t203
                ===
                title: Phone
                curveball: The phone rings
                thread: ben
                moment: On the phone
                easy: yes
                ---
                Scene: The phone rings. #line:t200
                -> Not now. #move:timeboxed-next-step #line:t201
                    Coach: Good. #line:t202
                ===

                """
        var play = try Play(source)
        #expect(play.engine.curveballsAtHand(in: play.session).map(\.node) == ["Door"])
        #expect(
            throws: EngineRefusal(
                description: "“The phone rings” belongs to another conversation, ben. Turn there first.")
        ) { try play.engine.handle(.strike("Phone"), in: play.session, at: play.session.time) }
        try play.act(.turn(to: "ben"))
        #expect(play.engine.curveballsAtHand(in: play.session).map(\.node) == ["Phone"])
        let ben = play.offer
        let ana = play.session.thread("main").offer
        try play.act(.strike("Phone"))
        #expect(play.session.curveballs.map(\.thread) == ["ben"])
        #expect(play.session.thread("main").offer == ana)
        try play.act(.turn(to: "main"))
        try play.act(.reply(0))
        try play.act(.turn(to: "ben"))
        #expect(play.moment == "On the phone")
        try play.act(.reply(0))
        #expect(words(play.offer) == words(ben))
        try play.act(.reply(0))
        try play.act(.turn(to: "main"))
        try play.act(.reply(0))
        #expect(play.session.front.ending == "both-held")
    }

    @Test("a plan throws one now, and a session in which one was thrown is such a plan")
    func plans() throws {
        var play = try Play()
        try play.act(.strike("Phone"), after: 2_000)
        try play.act(.reply(0), after: 1_000)
        try play.act(.strike("Dog"), after: 1_000)
        try play.act(.reply(0), after: 3_000)
        try play.act(.reply(0))
        try play.act(.send)
        let scenario = play.engine.scenario
        let text = try RecordedRun(play.session).plan(for: scenario)
        #expect(text.contains("throw: Her phone rings\n"))
        func run(_ text: String) throws -> ScenarioTest.RunResult {
            let plan = TestPlan(parsing: SourceFile(name: "scenario.testplan", text: text))
            return try #require(ScenarioTest(scenario: scenario, plan: plan).run().first)
        }
        let result = try run(text)
        #expect(result.failure == nil, "\(text)")
        #expect(result.session.curveballs.map(\.node) == ["Phone", "Dog"])
        let wrong = try #require(try run("throw: Her phone ring\nselect: 1").failure)
        #expect(wrong.message.contains("Did you mean “Her phone rings”?"))
        #expect(
            try run("throw: A dog barks\nline: `Ana: thats the dog`\nselect: 1\nselect: 1\nending: done").failure == nil
        )
    }

    @Test("typed words that were none of the replies are still marked as near behind it")
    func typed() throws {
        var play = try Play(
            TypedScenario.source + """

                title: Dog
                curveball: A dog barks
                ---
                Scene: A dog barks. #line:d1
                ===

                """, vocabulary: TypedScenario.vocabulary, listener: TypedScenario.listener)
        try play.act(.say("The weather is lovely on the coast"))
        let asked = try #require(play.offer)
        #expect(!asked.nearest.isEmpty)
        try play.act(.strike("Dog"))
        #expect(words(play.offer) == words(asked))
    }
}
