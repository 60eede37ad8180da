import SampleScenarios
import Testing
import Yarn

@testable import Conversation

@Suite("A session becomes a run of a test plan")
struct RecordedRunTests {
    /// A session as somebody plays it, with time passing.
    private struct Play {
        let engine: Engine
        var session = Session()

        init(_ source: String = SmallScenario.source, seed: UInt64 = 1) throws {
            engine = Engine(scenario: try SmallScenario.load(source))
            try fold(engine.begin(seed: seed, settings: SessionSettings(difficulty: 1)))
        }

        var opens: Int { (session.front.offer?.opens ?? 0) + session.takenBack }

        mutating func fold(_ events: [TimedEvent]) throws { for event in events { session.apply(event) } }

        mutating func act(_ input: SessionInput, after: Int = 1_200) throws {
            try fold(engine.handle(input, in: session, at: max(session.time, opens) + after))
            while session.front.offer?.isSend == true {
                try fold(engine.handle(.send, in: session, at: max(session.time, opens) + 900))
            }
        }

        func plan() throws -> String { try RecordedRun(session).plan(for: engine.scenario) }

        /// What the recorded plan comes to.
        func result() throws -> ScenarioTest.RunResult {
            let plan = TestPlan(parsing: SourceFile(name: "plan", text: try plan()))
            return try #require(ScenarioTest(scenario: engine.scenario, plan: plan).run().first)
        }
    }

    @Test("every reply is a step with its words above it, and the ending closes the run")
    func steps() throws {
        var play = try Play()
        try play.act(.reply(1))
        try play.act(.reply(0))
        try play.act(.reply(0))
        try play.act(.reply(0))
        try play.act(.reply(0))
        #expect(
            try play.plan() == """
                # I'm sorry for any inconvenience.
                select: 2
                # That was a form letter, and you deserved words.
                select: 1
                # You hear from me in fifteen minutes.
                select: 1
                # Come back early.
                select: 1
                # Dear Ana, your cake comes at three.
                select: 1
                ending: cake-on-the-table

                """)
        #expect(try play.result().failure == nil)
    }

    @Test("turning to another conversation is a step, and the run passes with what was said in each")
    func severalConversations() throws {
        var play = try Play(TwoChatsScenario.source)
        try play.act(.reply(0))
        try play.act(.turn(to: "ben"))
        try play.act(.reply(0))
        try play.act(.turn(to: "main"), after: 10)
        try play.act(.reply(0))
        #expect(
            try play.plan() == """
                # Where did you look so far?
                select: 1
                thread: ben
                # The one from Monday. I cancel the other one now.
                select: 1
                thread: main
                # I ask the driver today and write to you by six.
                select: 1
                ending: both-held

                """)
        #expect(try play.result().failure == nil)
        #expect(try play.result().session.threads.map(\.trust) == play.session.threads.map(\.trust))
    }

    @Test("a clock that ran out is time, a pause is waiting, stepping back is a step")
    func silence() throws {
        var play = try Play()
        try play.act(.timePassed, after: 61_000)
        try play.act(.timePassed, after: 31_000)
        #expect(try play.plan() == "# …\ntime: 60s\n# …\ntime: 30s\nending: she-left\n")
        #expect(try play.result().ending == "she-left")
        play = try Play()
        try play.act(.wait)
        try play.act(.stepBack)
        #expect(try play.plan() == "# (wait a beat)\nwait\n# step back\nstep_back\nending: handed-over\n")
        #expect(try play.result().ending == "handed-over")
    }

    @Test("time is written only where the story asks how long a reply took")
    func secondsToReply() throws {
        var play = try Play()
        for after in [1_000, 2_000, 25_400] { try play.act(.reply(0), after: after) }
        #expect(play.session.front.transcript.contains { $0.text == "that took a while" })
        let plan = try play.plan()
        #expect(plan.contains("time: 25s\nselect: 1\n"))
        #expect(try play.result().session.front.transcript.contains { $0.text == "that took a while" })
        var quick = try Play()
        for _ in 0..<3 { try quick.act(.reply(0), after: 3_000) }
        #expect(try !quick.plan().contains("time:"))
    }

    @Test("a seed is written only where chance made a difference")
    func seed() throws {
        let source = SmallScenario.source.replacing("Ana: when will i know", with: "Ana: {dice(1000)} times i asked")
        var play = try Play(source, seed: 987)
        try play.act(.reply(0))
        #expect(try play.plan().hasPrefix("seed: 987\n"))
    }

    @Test("only the way that led to the end is kept")
    func rewinding() throws {
        var play = try Play()
        try play.act(.reply(2))
        let first = try #require(play.session.moments.first?.sequence)
        try play.act(.rewind(to: first))
        try play.act(.reply(0))
        try play.act(.stepBack)
        #expect(
            try play.plan()
                == "# What has to be on the table by four?\nselect: 1\n# step back\nstep_back\nending: handed-over\n")
    }

    @Test("what a plan cannot play again is refused with the reason")
    func refused() throws {
        var play = try Play(SmallScenario.source.replacing("<<if trust() >= 35>>", with: "<<if attempt() >= 2>>"))
        for _ in 0..<4 { try play.act(.reply(0)) }
        let last = try #require(play.session.moments.last?.sequence)
        try play.act(.rewind(to: last))
        try play.act(.reply(0))
        #expect(play.session.front.ending == "cake-on-the-table")
        #expect(throws: RecordedRun.Problem.self) { try play.plan() }
    }

    @Test("words that only another attempt brings do not keep a run from being recorded")
    func otherWords() throws {
        var play = try Play()
        for _ in 0..<3 { try play.act(.reply(0)) }
        let waiting = try #require(play.session.moments.last { $0.reply != nil }?.sequence)
        try play.act(.rewind(to: waiting))
        for _ in 0..<2 { try play.act(.reply(0)) }
        #expect(play.session.front.transcript.contains { $0.text == "You have been here before." })
        #expect(try play.result().ending == "cake-on-the-table")
    }

    @Test("a run is added behind ---, and a plan of comments alone needs none")
    func adding() {
        #expect(RecordedRun.adding("wait\n", to: "", comment: "One.") == "# One.\nwait\n")
        #expect(
            RecordedRun.adding("wait\n", to: "select: 1", comment: "Two.\nlines")
                == "select: 1\n\n---\n\n# Two. lines\nwait\n")
        #expect(RecordedRun.adding("wait\n", to: "# Plans\n", comment: "One.") == "# Plans\n# One.\nwait\n")
        #expect(
            RecordedRun.adding("wait\n", to: "select: 1\n---\n", comment: "Two.") == "select: 1\n---\n# Two.\nwait\n")
    }

    @Test("lengths of time read back", arguments: [1, 20, 500, 1_000, 1_250, 60_000, 3_600_001])
    func lengths(milliseconds: Int) {
        #expect(StoryDuration.milliseconds(StoryDuration.seconds(milliseconds)) == milliseconds)
    }
}
