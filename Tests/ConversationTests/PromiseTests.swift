import Testing

@testable import Conversation

@Suite("Promises")
struct PromiseTests {
    private func promised() throws -> Play {
        var play = try Play()
        try play.say("What has to be")
        try play.say("You hear from me", after: 2_000)
        return play
    }

    @Test("a promise keeps the words it was made with and has a time")
    func made() throws {
        let play = try promised()
        let promise = try #require(play.session.commitments.first)
        #expect(promise.id == "status")
        #expect(promise.words == "You hear from me in fifteen minutes.")
        #expect(promise.due - promise.made == 900_000)
        #expect(promise.state == .open)
    }

    @Test("kept in time, it is kept, and the customer says so")
    func kept() throws {
        var play = try promised()
        try play.say("Come back early")
        #expect(play.session.hasKept("status"))
        #expect(!play.session.hasMissed("status"))
        #expect(play.said.contains("you came when you said"))
    }

    @Test("when the story jumps past its time it is missed, and the customer says so")
    func missedByTheStory() throws {
        var play = try promised()
        let events = try play.say("Let it run")
        #expect(events.map(\.type).contains("commitmentMissed"))
        #expect(play.session.hasMissed("status"))
        #expect(play.said.contains("fifteen minutes, you said"))
    }

    @Test("when the learner lets it pass it is missed at its very time, while the moment stays open")
    func missedByTime() throws {
        var play = try promised()
        let due = try #require(play.session.commitments.first?.due)
        let events = try play.wait(2_000_000)
        let missed = try #require(events.first { $0.type == "commitmentMissed" })
        #expect(play.session.story(at: missed.time) == due)
        #expect(play.session.front.offer?.moment == "Keeping the time")
        try play.say("Come back early")
        #expect(play.session.hasMissed("status"))
        #expect(!play.session.hasKept("status"))
        #expect(play.said.contains("fifteen minutes, you said"))
    }

    @Test("asked for in time, a new time is no missed one")
    func renegotiated() throws {
        var play = try promised()
        let due = try #require(play.session.commitments.first?.due)
        let events = try play.say("Ask for ten")
        #expect(!events.map(\.type).contains("commitmentMissed"))
        let promise = try #require(play.session.commitments.first)
        #expect(promise.renegotiations == 1)
        #expect(promise.state == .kept)
        #expect(promise.due > due)
        #expect(play.said.contains("you came when you said"))
    }

    @Test("without a promise, nothing is kept and nothing is missed")
    func none() throws {
        var play = try Play()
        try play.say("What has to be")
        try play.say("Soon")
        try play.say("Let it run")
        #expect(play.session.commitments.isEmpty)
        #expect(play.said.contains("so"))
    }

    @Test("what the agent said earlier is remembered later")
    func said() throws {
        var play = try Play()
        try play.say("I'm sorry")
        try play.say("That was a form letter")
        try play.say("You hear from me")
        try play.say("Come back early")
        #expect(play.said.contains("and thank you for starting over"))
        #expect(try !Play.happy().said.contains("and thank you for starting over"))
    }
}
