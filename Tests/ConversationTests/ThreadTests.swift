import SampleScenarios
import Testing
import Yarn

@testable import Conversation

@Suite("Several conversations at once")
struct ThreadTests {
    private func play() throws -> Play { try Play(TwoChatsScenario.source) }

    @Test("a second conversation opens beside the first, with its own person, feelings and clock")
    func opens() throws {
        let session = try play().session
        #expect(session.threads.map(\.name) == ["main", "ben"])
        #expect(session.threads.map(\.customer) == ["Ana", "Ben"])
        #expect(session.threads.map(\.trust) == [50, 60])
        #expect(session.threads.map { $0.clock?.lasting } == [60_000, 30_000])
        #expect(session.frontName == "main")
        #expect(session.notes == ["Order 7. First contact", "Ben, invoice twice. Second contact"])
    }

    @Test("a clock runs out behind the agent's back, and only there")
    func behind() throws {
        var play = try play()
        let opens = play.session.thread("ben").offer?.opens ?? 0
        let events = try play.engine.handle(.timePassed, in: play.session, at: opens + 30_000)
        play.fold(events)
        #expect(events.first?.thread == "ben")
        #expect(events.first?.event == .clockRanOut(ClockRanOut()))
        #expect(play.session.frontName == "main")
        #expect(play.session.front.offer?.moment == "Where is it")
        #expect(play.session.front.heat == 40)
        #expect(play.session.thread("ben").heat == 30)
        #expect(play.session.thread("ben").isOver)
        #expect(play.session.moments.first { $0.thread == "ben" }?.reply?.role == .timeout)
        #expect(play.session.moments.first { $0.thread == "main" }?.reply == nil)
    }

    @Test("the first waits for the second, and remembers what was done there")
    func rests() throws {
        var play = try play()
        try play.say("Where did")
        try play.say("I ask the driver")
        #expect(play.session.front.isResting)
        #expect(play.session.front.offer == nil)
        guard case .open = play.session.status else {
            Issue.record("it ended while Ben was waiting")
            return
        }
        try play.perform(.turn(to: "ben"))
        try play.say("The one from Monday")
        guard case .ended(let ended) = play.session.status else {
            Issue.record("it did not end")
            return
        }
        #expect(ended.ending == "both-held")
        #expect(play.session.frontName == "main")
    }

    @Test("what was not kept in one changes how the other ends")
    func dropped() throws {
        var play = try play()
        try play.say("Where did")
        try play.say("I ask the driver")
        try play.perform(.turn(to: "ben"))
        try play.say("Somebody else")
        try play.say("Please write")
        guard case .ended(let ended) = play.session.status else {
            Issue.record("it did not end")
            return
        }
        #expect(ended.ending == "one-dropped")
    }

    @Test("turning changes nothing but which one is in front")
    func turning() throws {
        var play = try play()
        let before = play.session
        let events = try play.perform(.turn(to: "ben"))
        #expect(events.map(\.event) == [.turnedTo(TurnedTo())])
        #expect(play.session.threads == before.threads)
        #expect(play.session.front.customer == "Ben")
        #expect(try play.engine.handle(.turn(to: "ben"), in: play.session, at: play.opens).isEmpty)
        #expect(throws: EngineRefusal.self) {
            try play.engine.handle(.turn(to: "carl"), in: play.session, at: play.opens)
        }
    }

    @Test("going back to a moment takes back what was done in the other since, and keeps what was there")
    func rewind() throws {
        var play = try play()
        let then = play.session
        try play.perform(.turn(to: "ben"))
        try play.say("Somebody else")
        try play.perform(.turn(to: "main"))
        try play.say("Please check")
        try play.perform(.rewind(to: then.moments[0].sequence))
        #expect(play.session.threads.map(\.name) == ["main", "ben"])
        #expect(play.session.thread("ben").offer?.options == then.thread("ben").offer?.options)
        #expect(play.session.thread("ben").clock?.lasting == 30_000)
        #expect(play.session.frontName == "main")
        try play.say("Where did")
        try play.say("I ask the driver")
        try play.perform(.turn(to: "ben"))
        #expect(play.session.front.offer?.moment == "Two invoices")
        try play.say("The one from Monday")
        guard case .ended(let ended) = play.session.status else {
            Issue.record("it did not end")
            return
        }
        #expect(ended.ending == "both-held")
    }

    @Test("going back to a moment of the second turns to it")
    func rewindBeside() throws {
        var play = try play()
        try play.perform(.turn(to: "ben"))
        try play.say("Somebody else")
        try play.perform(.turn(to: "main"))
        let moment = try #require(play.session.moments.first { $0.name == "Two invoices" })
        try play.perform(.rewind(to: moment.sequence))
        #expect(play.session.frontName == "ben")
        #expect(play.session.front.offer?.attempt == 2)
    }

    @Test("who steps back from one that has nobody of its own to take it hands over all")
    func stepsBack() throws {
        var play = try play()
        try play.perform(.turn(to: "ben"))
        try play.perform(.stepBack)
        guard case .ended(let ended) = play.session.status else {
            Issue.record("it did not end")
            return
        }
        #expect(ended.ending == "handed-over")
    }

    @Test("every prefix of the log, written down and read again, folds alike")
    func replays() throws {
        var play = try play()
        try play.say("Where did")
        try play.perform(.turn(to: "ben"))
        try play.say("Somebody else")
        try play.say("Here I am")
        try play.perform(.turn(to: "main"))
        try play.say("Give it")
        for length in 0...play.log.count {
            let prefix = Array(play.log.prefix(length))
            let read = try prefix.map { try TimedEvent($0.record()) }
            #expect(Session(replaying: read) == Session(replaying: prefix))
        }
        #expect(Session(replaying: play.log) == play.session)
    }

    @Test("a plan turns to a conversation by its name")
    func plans() throws {
        let plan = TestPlan(parsing: SourceFile(name: "scenario.testplan", text: TwoChatsScenario.plan))
        let results = ScenarioTest(scenario: try SmallScenario.load(TwoChatsScenario.source), plan: plan).run()
        #expect(results.map { $0.failure?.message } == [nil, nil, nil])
    }

    @Test("the walk comes to every line and ending of both")
    func walk() throws {
        let files = [SourceFile(name: "scenario.yarn", text: TwoChatsScenario.source)]
        let review = Scenario.review(slug: "two", files: files, vocabulary: SmallScenario.vocabulary)
        #expect(review.diagnostics.map { "\($0.span.start.line) \($0.code) \($0.message)" } == [])
        let walk = try #require(review.walk)
        #expect(walk.endings.reached == walk.endings.total)
        #expect(walk.lines.reached == walk.lines.total)
        #expect(walk.options.reached == walk.options.total)
    }

    @Test(
        "what is wrong with a conversation is said where it is",
        arguments: [
            ("<<thread open ben Ben_Start>>", "<<thread open ben Ben_Strat>>", "There is no node `Ben_Strat`."),
            (
                "thread: ben\n", "thread: bob\n",
                "The node `Ben_Start` does not say that the conversation `ben` begins in it."
            ),
            ("<<thread rest>>", "<<thread close bne>>", "Nobody opens a conversation `bne`."),
            ("customer: Ben\n", "customer: Bob\n", "The customer `Bob` is not of the cast."),
        ])
    func mistakes(piece: String, wrong: String, message: String) throws {
        let text = TwoChatsScenario.source.replacing(piece, with: wrong)
        let loaded = Scenario.load(
            slug: "two", files: [SourceFile(name: "scenario.yarn", text: text)],
            vocabulary: SmallScenario.vocabulary)
        #expect(loaded.errors.map(\.message).contains(message))
    }
}
