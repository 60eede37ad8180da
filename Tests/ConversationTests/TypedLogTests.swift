import Listening
import SeededChance
import Testing
import Yarn

@testable import Conversation

@Suite("The log of a session that was typed")
struct TypedLogTests {
    /// A session with a harm, a question back, a correction, a promise and a mail, all typed.
    static func typed() throws -> Play {
        var play = try TypedScenario.play()
        try play.type("You need to calm down now.", after: 2_345)
        try play.type("Of course you are upset, anyone would be.", after: 3_001)
        try play.perform(.meant("focusing-question"), after: 1_200)
        try play.type("The weather is fine.", after: 900)
        try play.type("I am opening your order now, and I will write to you in ten minutes.", after: 4_000)
        try play.say("Come back", after: 30_000)
        try play.type("We are looking into the order with the bakery right now.", after: 77)
        try play.perform(.send, after: 1_500)
        return play
    }

    @Test("the same inputs give the same log, byte for byte")
    func sameBytes() throws {
        let play = try Self.typed()
        #expect(play.ending == "cake-on-the-table")
        #expect(try play.log.map { try $0.record() } == Self.typed().log.map { try $0.record() })
    }

    @Test("written down and read back it is the same session, at every event, and goes on alike")
    func everyPrefix() throws {
        let play = try Self.typed()
        var read = Session()
        var direct = Session()
        for event in play.log {
            direct.apply(event)
            read.apply(try TimedEvent(try event.record()))
            #expect(direct == read, "after \(event.type)")
            #expect(direct == Session(replaying: play.log.prefix(direct.sequence)))
        }
        #expect(direct == play.session)
        // Killed and taken up again after each input.
        var resumed = try TypedScenario.play()
        let inputs: [(SessionInput, Int)] = [
            (.say("You need to calm down now."), 2_345), (.say("Of course you are upset, anyone would be."), 3_001),
            (.meant("focusing-question"), 1_200), (.say("The weather is fine."), 900),
            (.say("I am opening your order now, and I will write to you in ten minutes."), 4_000), (.reply(0), 30_000),
            (.say("We are looking into the order with the bakery right now."), 77), (.send, 1_500),
        ]
        for (input, after) in inputs {
            resumed.session = Session(replaying: try resumed.log.map { try TimedEvent(try $0.record()) })
            try resumed.perform(input, after: after)
        }
        #expect(resumed.session == play.session)
    }

    @Test("a typed session recorded as a plan passes again, with asides and corrections in it")
    func recorded() throws {
        let play = try Self.typed()
        let listener = try #require(TypedScenario.listener)
        let text = try RecordedRun(play.session).plan(for: play.engine.scenario, listener: listener)
        #expect(text.contains(#"aside: "You need to calm down now.""#))
        #expect(text.contains(#"type: "Of course you are upset, anyone would be." as focusing-question"#))
        #expect(text.contains(#"aside: "The weather is fine.""#))
        let plan = TestPlan(parsing: SourceFile(name: "plan", text: text))
        let result = try #require(
            ScenarioTest(scenario: play.engine.scenario, plan: plan, listener: listener).run().first)
        #expect(result.failure == nil, "\(text)")
        #expect(result.ending == "cake-on-the-table")
        #expect(result.session.front.transcript.map(\.text) == play.session.front.transcript.map(\.text))
        #expect(result.session.front.trust == play.session.front.trust)
    }

    @Test(
        "a plan whose typed words go otherwise says what was heard",
        arguments: [
            (#"type: "You need to calm down now.""#, "taken for none of the replies; heard was command-calm"),
            (#"aside: "Which cake matters most for the party?""#, "taken for one of the replies: focusing-question"),
            (#"type: "Which cake?" as focussing-question"#, "There is no move `focussing-question`."),
            (#"type: "Which cake?" like this"#, "cannot be read behind the words"),
            (#"type: """#, "types nothing"), ("type: cake", "types nothing"), (#"type: ""#, "types nothing"),
        ])
    func otherwise(step: String, says: String) throws {
        let scenario = try SmallScenario.load(TypedScenario.source, vocabulary: TypedScenario.vocabulary)
        let plan = TestPlan(parsing: SourceFile(name: "plan", text: step + "\n"))
        let result = try #require(
            ScenarioTest(scenario: scenario, plan: plan, listener: TypedScenario.listener).run().first)
        #expect(result.failure?.message.contains(says) == true, "\(result.failure?.message ?? "passed")")
    }

    @Test("attempts, comparing, counting and looking back take asides as what they are")
    func lookingBack() throws {
        let play = try Self.typed()
        let attempts = Attempts(play.log)
        #expect(attempts.session == play.session)
        #expect(attempts.all.allSatisfy { $0.differences(from: $0).isEmpty })
        #expect(SessionComparison(attempts, attempts).isSame)
        let standing = attempts.standing
        #expect(standing.filter(\.reply.isAside).map(\.line) == ["", ""])
        #expect(standing.first?.next == "First words")
        #expect(standing.first?.heard.map(\.text).last?.hasSuffix("command-calm") == true)
        let metrics = SessionMetrics(play.session, harmful: ["command-calm", "generic-apology"])
        #expect(metrics.harmfulMoves == 1)
        #expect(metrics.agentTurns == 6)
        #expect(metrics.promises == 1)
        #expect(metrics.trustTrace.first == 40)
        #expect(metrics.trustTrace.last == play.session.front.trust)
        #expect(metrics.trustTrace.count == play.session.moments.count + 1)
        let debrief = Debrief(play.session)
        _ = debrief
    }

    @Test("corrections stay at home when a session is shared")
    func shared() throws {
        let play = try Self.typed()
        let scenario = play.engine.scenario
        var consent = SharedSession.Consent()
        (consent.notes, consent.checkIns, consent.answers) = (true, true, true)
        let shared = SharedSession(
            play.log, of: scenario.slug, title: scenario.heading.title, hash: scenario.hash, files: scenario.files,
            by: "Sam", with: consent)
        #expect(shared.withheld == 1)
        #expect(try !shared.text().contains("hearingCorrected"))
        #expect(try SharedSession(reading: Array(try shared.text().utf8)) == shared)
        let session = Session(replaying: shared.log)
        #expect(session.learner.corrections.isEmpty)
        #expect(session.front.transcript == play.session.front.transcript)
        // Who opens one in which somebody has left a correction does not get it either.
        let text = try shared.text().replacing(#""type":"withheld""#, with: #""type":"hearingCorrected""#)
        let opened = try? SharedSession(reading: Array(text.utf8))
        #expect(opened.map { Session(replaying: $0.log).learner.corrections.isEmpty } ?? true)
    }

    @Test("whatever is typed and done, nothing traps and the log replays", arguments: 1...40)
    func randomHands(seed: UInt64) throws {
        var chance = Chance(seed: seed)
        var play = try TypedScenario.play()
        let words = [
            "You need to calm down now.", "Which cake matters most?", "My cat likes tea.",
            "I will call in ten minutes.",
            "Of course you are upset.", "", "\u{0}", "I am opening your order now.", "Sorry about that.",
        ]
        var now = 0
        for _ in 0..<50 {
            now += chance.below(chance.below(8) == 0 ? 900_000 : 9_000)
            let moments = play.session.moments.map(\.sequence) + [0, 1_000_000]
            let input: SessionInput =
                switch chance.below(12) {
                case 0: .wait
                case 1: .send
                case 2: .rewind(to: moments[chance.below(moments.count)])
                case 3: .meant(["validate", "command-calm", "no-such-move", nil][chance.below(4)])
                case 4: .timePassed
                case 5...9: .say(words[chance.below(words.count)])
                default: .reply(chance.below(5) - 1)
                }
            let before = play.session
            do {
                play.fold(try play.engine.handle(input, in: play.session, at: now))
            } catch {
                #expect(error.description.hasSuffix("."))
                continue
            }
            #expect(play.session.time >= before.time)
            #expect(Array(play.log.prefix(before.log.count)) == before.log)
            #expect((0...100).contains(play.session.front.trust) && (0...100).contains(play.session.front.heat))
        }
        let read = Session(replaying: try play.log.map { try TimedEvent(try $0.record()) })
        #expect(read == play.session)
        #expect(Attempts(play.log).session == play.session)
    }
}
