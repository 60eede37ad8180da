import Testing

@testable import Conversation

@Suite("Going back to a moment")
struct RewindTests {
    @Test("everything stands as it stood, the attempt is counted, and nothing before is changed")
    func back() throws {
        var play = try Play()
        let then = play.session
        try play.say("Please calm", after: 20_000)
        let before = play.log
        let events = try play.perform(.rewind(to: then.moments[0].sequence), after: 5_000)
        #expect(events.map(\.type) == ["rewound"])
        #expect(Array(play.log.dropLast()) == before)

        let now = play.session
        #expect(now.front.transcript == then.front.transcript)
        #expect([now.front.trust, now.front.heat] == [40, 65])
        #expect(now.front.ruptures.isEmpty)
        #expect(now.moments == then.moments)
        #expect(now.position(of: "main") == then.position(of: "main"))
        #expect(now.queues == then.queues)
        #expect(now.front.offer?.attempt == 2)
        #expect(now.front.offer?.options == then.front.offer?.options)
        #expect(now.time > then.time)
        #expect(now.front.feedback == nil)
    }

    @Test("the clock is back, whole")
    func clock() throws {
        var play = try Play()
        try play.say("Please calm", after: 55_000)
        try play.perform(.rewind(to: play.session.moments[0].sequence), after: 9_000)
        let clock = try #require(play.session.front.clock)
        #expect(clock.left(at: play.session.local(play.session.time)) == 60_000)
        let due = play.session.time + 60_000
        let events = try play.engine.handle(.timePassed, in: play.session, at: due)
        #expect(events.first?.time == due)
        #expect(events.first?.event == .clockRanOut(ClockRanOut()))
    }

    @Test("another reply leads another way, and the story knows it is not the first time")
    func anotherWay() throws {
        var play = try Play()
        try play.say("Please calm")
        try play.perform(.rewind(to: play.session.moments[0].sequence))
        try play.say("What has to be")
        #expect(!play.said.contains("wow"))
        try play.say("You hear")
        try play.perform(.rewind(to: play.session.moments[1].sequence))
        try play.say("You hear")
        try play.perform(.rewind(to: play.session.moments[2].sequence))
        try play.say("Come back")
        #expect(play.said.contains("You have been here before."))
    }

    @Test("going back again and again counts every attempt", arguments: 1...4)
    func again(times: Int) throws {
        var play = try Play()
        let sequence = try #require(play.session.moments.first?.sequence)
        for _ in 0..<times {
            try play.say("Please calm")
            try play.perform(.rewind(to: sequence), after: 1_000)
        }
        #expect(play.session.front.offer?.attempt == times + 1)
        #expect(play.session.moments.count == 1)
        #expect(Session(replaying: play.log) == play.session)
    }

    @Test("a moment that is met again after going back further counts too")
    func furtherBack() throws {
        var play = try Play()
        try play.say("What has to be")
        try play.say("You hear")
        try play.perform(.rewind(to: play.session.moments[0].sequence))
        try play.say("What has to be")
        #expect(play.session.front.offer?.moment == "Naming a time")
        #expect(play.session.front.offer?.attempt == 2)
    }

    @Test("a promise made after the moment is gone, one made before has all its time again")
    func promises() throws {
        var play = try Play()
        try play.say("What has to be")
        try play.say("You hear")
        let left =
            try #require(play.session.commitments.first).due
            - play.session.story(at: play.session.front.offer?.opens ?? 0)
        try play.say("Let it run", after: 30_000)
        #expect(play.session.hasMissed("status"))
        try play.perform(.rewind(to: play.session.moments[2].sequence), after: 40_000)
        let promise = try #require(play.session.commitments.first)
        #expect(promise.state == .open)
        #expect(promise.due - play.session.story(at: play.session.local(play.session.time)) == left)
        try play.perform(.rewind(to: play.session.moments[1].sequence))
        #expect(play.session.commitments.isEmpty)
    }

    @Test("an ended conversation can be gone back into, and ends anew")
    func afterTheEnd() throws {
        var play = try Play.happy()
        try play.perform(.rewind(to: play.session.moments[3].sequence))
        #expect(play.session.status == .open)
        #expect(play.session.reflections.isEmpty)
        try play.say("Dear Ana")
        try play.perform(.send)
        #expect(play.session.status != .open)
    }

    @Test("a moment that is not on the way is refused", arguments: [-1, 0, 2, 99_999])
    func nowhere(sequence: Int) throws {
        let play = try Play()
        #expect(throws: EngineRefusal.self) {
            try play.engine.handle(.rewind(to: sequence), in: play.session, at: play.opens)
        }
    }

    @Test("a log that goes back to nowhere is folded without a trap", arguments: [-7, 0, 1, 3, Int.max, Int.min])
    func damaged(sequence: Int) throws {
        var play = try Play()
        let before = play.session
        play.session.apply(TimedEvent(time: 99_000, event: .rewound(Rewound(to: sequence))))
        #expect(play.session.front == before.front)
        #expect(play.session.log.count == before.log.count + 1)
    }
}
