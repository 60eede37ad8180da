import Testing
import Yarn

@testable import Conversation

@Suite("Attempts at a moment")
struct AttemptsTests {
    /// Calm was ordered, then, after going back, the question was asked.
    private func twice() throws -> Play {
        var play = try Play()
        try play.say("Please calm", after: 20_000)
        try play.perform(.rewind(to: play.session.moments[0].sequence), after: 5_000)
        try play.say("What has to be", after: 7_000)
        return play
    }

    @Test("both stand there: the words, what they did, what was heard, and where it went")
    func both() throws {
        let play = try twice()
        let attempts = Attempts(play.log)
        let place = try #require(attempts.places.first)
        let both = attempts.at(place)
        #expect(both.map(\.reply.text) == ["Please calm down.", "What has to be on the table by four?"])
        #expect(both.map(\.number) == [1, 2])
        #expect(both.map(\.reply.trust) == [-12, 5])
        #expect(both.map(\.trustAfter) == [28, 45])
        #expect(both[0].reply.hasRupture && !both[1].reply.hasRupture)
        #expect(both[0].heard.map(\.text).contains("wow"))
        #expect(both.map(\.next) == ["Put it right", "Naming a time"])
        #expect(both.map { $0.coach.count } == [1, 1])
        #expect(both.map(\.isStanding) == [false, true])
        #expect(attempts.way(backTo: place) == play.session.moments[0].sequence)
    }

    @Test("a later moment is the same place on another way, and not where that way does not come")
    func places() throws {
        var play = try twice()
        try play.say("You hear")
        let attempts = Attempts(play.log)
        #expect(attempts.places.count == 2)
        #expect(attempts.standing.map(\.name) == play.session.moments.prefix(2).map(\.name))
        try play.perform(.rewind(to: play.session.moments[0].sequence))
        let back = Attempts(play.log)
        #expect(back.standing.isEmpty)
        #expect(back.way(backTo: back.places[1]) == nil)
        #expect(back.at(back.places[1]).count == 1, "what was tried is kept")
    }

    @Test("an attempt has no difference from itself, and every one from another that it has")
    func differences() throws {
        let both = Attempts(try twice().log).all
        #expect(both.allSatisfy { $0.differences(from: $0).isEmpty })
        let found = both[1].differences(from: both[0])
        #expect(found.isSuperset(of: [.line, .trust, .heat, .time, .moves, .coach, .heard, .next]))
        #expect(!found.contains(.ending))
    }

    @Test("a session beside itself shows no difference; beside another, the place where they part")
    func sessions() throws {
        let left = Attempts(try twice().log)
        #expect(SessionComparison(left, left).isSame)
        var other = try Play()
        try other.say("What has to be", after: 7_000)
        try other.say("Soon")
        let right = Attempts(other.log)
        let comparison = SessionComparison(left, right)
        #expect(comparison.rows.map(\.isDifferent) == [false, true])
        #expect(comparison.rows[1].left == nil)
        #expect(comparison.rows[1].right?.reply.text == "Soon.")
    }

    @Test("every wording says what it would have done, and none of it happens")
    func wordings() throws {
        let play = try twice()
        let place = try #require(Attempts(play.log).places.first)
        let before = play.session
        let wordings = try Wordings(at: place, in: play.session, engine: play.engine)
        #expect(play.session == before)
        #expect(wordings.all.map(\.attempt.reply.trust) == [5, -10, -12])
        #expect(wordings.all.map(\.wasSaid) == [true, false, true])
        #expect(wordings.all[1].attempt.next == "Put it right")
    }

    @Test("wordings wait until the moment was answered once in one's own way")
    func unanswered() throws {
        let play = try Play()
        let place = Attempt.Place(thread: Conversation.mainThread, key: "line:s10", visit: 1)
        #expect(throws: EngineRefusal.self) { try Wordings(at: place, in: play.session, engine: play.engine) }
    }

    @Test("wordings are those that carry the name of what was said")
    func variants() throws {
        let source = SmallScenario.source
            .replacing("#move:focusing-question #line:s10", with: "#move:focusing-question #variant:ask #line:s10")
            .replacing("#move:command-calm #line:s30", with: "#move:command-calm #variant:ask #line:s30")
        var play = try Play(source)
        try play.say("What has to be")
        let place = try #require(Attempts(play.log).places.first)
        let wordings = try Wordings(at: place, in: play.session, engine: play.engine)
        #expect(wordings.all.map(\.attempt.line) == ["line:s10", "line:s30"])
    }

    @Test(
        "an apology is read for whether it acknowledges, aligns and acts",
        arguments: [
            (["specific-apology", "own-without-blame", "concrete-repair"], [true, true, true], 0),
            (["generic-apology"], [false, false, false], 1),
            (["specific-apology", "over-explain"], [true, false, false], 1),
            (["repair-rupture", "clarify"], [true, true, false], 0),
        ])
    func apologies(_ moves: [String], _ does: [Bool], _ pulls: Int) throws {
        let reading = try #require(ApologyReading(moves: moves, isFix: false))
        #expect([reading.acknowledges, reading.aligns, reading.acts] == does)
        #expect(reading.pulls.count == pulls)
    }

    @Test("what is no apology is not read as one")
    func noApology() {
        #expect(ApologyReading(moves: ["focusing-question"], isFix: true) == nil)
        #expect(ApologyReading(moves: ["minimise"], isFix: false)?.isApology == false)
    }
}
