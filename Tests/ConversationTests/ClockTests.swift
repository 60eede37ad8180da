import Testing

@testable import Conversation

@Suite("The reply clock")
struct ClockTests {
    @Test("it starts when the replies can be given, and shows all of its time until then")
    func starts() throws {
        let play = try Play()
        let clock = try #require(play.session.front.clock)
        let offer = try #require(play.session.front.offer)
        #expect(clock.starts == offer.opens)
        #expect(offer.opens > 1_000)
        #expect(clock.left(at: 0) == 60_000)
        #expect(clock.left(at: offer.opens + 22_000) == 38_000)
        #expect(clock.left(at: offer.opens + 70_000) == 0)
    }

    @Test("it runs out at its own time, however late anybody looks, and silence is the reply")
    func runsOut() throws {
        var play = try Play()
        let due = play.opens + 60_000
        #expect(try play.wait(59_999).map(\.type) == ["checkpointed"])
        let events = try play.engine.handle(.timePassed, in: play.session, at: due + 4_000)
        #expect(events.first?.event == .clockRanOut(ClockRanOut()))
        #expect(events.first?.time == due)
        let reply = events.compactMap { if case .replied(let reply) = $0.event { reply } else { nil } }.first
        #expect(reply?.role == .timeout)
        #expect(reply?.taken == 60_000)
        play.fold(events)
        #expect(play.said.contains("so nobody"))
        #expect(play.session.front.trust == 35)
    }

    @Test("a reply that comes after it has run out is too late, and says nothing twice")
    func tooLate() throws {
        var play = try Play()
        let events = try play.perform(.reply(0), after: 60_001)
        let replies = events.compactMap { if case .replied(let reply) = $0.event { reply.role } else { nil } }
        #expect(replies == [.timeout])
    }

    @Test("a long absence lets one clock after the other run out, each at its own time")
    func oneAfterTheOther() throws {
        var play = try Play()
        let events = try play.wait(600_000)
        let ends = events.compactMap { if case .clockRanOut = $0.event { $0.time } else { nil } }
        #expect(ends.count == 2)
        #expect(ends[1] - ends[0] > 30_000)
        guard case .ended(let ended) = play.session.status else {
            Issue.record("it did not end")
            return
        }
        #expect(ended.ending == "she-left")
    }

    @Test("waiting on purpose takes the pause, where there is one")
    func waiting() throws {
        var play = try Play()
        let events = try play.perform(.wait, after: 3_000)
        let reply = events.compactMap { if case .replied(let reply) = $0.event { reply } else { nil } }.first
        #expect(reply?.role == .pause)
        #expect(play.session.front.transcript.contains { $0.kind == .silence && $0.text == "(wait a beat)" })
    }

    @Test("where there is no pause, waiting is refused with a reason and changes nothing")
    func noPause() throws {
        var play = try Play()
        try play.say("I'm sorry")
        let refusal = #expect(throws: EngineRefusal.self) {
            try play.engine.handle(.wait, in: play.session, at: play.opens)
        }
        #expect(refusal?.description == "There is no room for a pause here: Ana Ruiz is waiting for words.")
    }

    @Test("while a clock runs the time is written down every five seconds")
    func checkpoints() throws {
        var play = try Play()
        for _ in 0..<8 {
            let deadline = try #require(play.engine.nextDeadline(in: play.session))
            #expect(deadline - play.session.time <= 5_000)
            let events = try play.engine.handle(.timePassed, in: play.session, at: deadline)
            #expect(events == [TimedEvent(time: deadline, event: .checkpointed(Checkpointed(position: nil)))])
            play.fold(events)
        }
    }

    @Test("where no clock runs and nothing was promised, time alone does nothing and nobody is woken")
    func idle() throws {
        var play = try Play()
        try play.say("What has to be")
        #expect(play.session.front.clock == nil)
        #expect(play.engine.nextDeadline(in: play.session) == nil)
        #expect(try play.engine.handle(.timePassed, in: play.session, at: play.opens + 3_600_000) == [])
    }

    @Test("after a cut at any batch a clock shows no less than it showed before")
    func neverLess() throws {
        var play = try Play()
        // The screen looks every 700 ms, as the program does at least once a second.
        var now = 0
        var shown: [(sequence: Int, left: Int)] = []
        let end = play.opens + 50_000
        while now < end {
            now += 700
            if let deadline = play.engine.nextDeadline(in: play.session), deadline <= now {
                play.fold(try play.engine.handle(.timePassed, in: play.session, at: now))
            }
            let clock = try #require(play.session.front.clock)
            shown.append((play.session.sequence, clock.left(at: play.session.local(now))))
        }
        #expect(shown.last.map { $0.left <= 11_000 } == true)
        for (sequence, left) in shown {
            let cut = Session(replaying: play.log.prefix(sequence))
            let clock = try #require(cut.front.clock)
            let afterwards = clock.left(at: cut.local(cut.time))
            #expect(afterwards >= left)
            #expect(afterwards <= left + 5_700)
        }
    }

    @Test("every batch ends where a session can go on: a moment, a mail to send, or the end")
    func batchesAreWhole() throws {
        for play in [try Play.happy(), try Play.rough()] {
            var count = 0
            for batch in play.batches where !batch.isEmpty {
                count += batch.count
                let cut = Session(replaying: play.log.prefix(count))
                if case .ended = cut.status { continue }
                #expect(cut.front.offer != nil)
                #expect(cut.position(of: "main") != nil)
                _ = try play.engine.handle(.resume, in: cut, at: cut.time)
            }
        }
    }

    @Test("extra time doubles the clock and changes no outcome")
    func extraTime() throws {
        var play = try Play(extraTime: 200)
        #expect(play.session.front.clock?.lasting == 120_000)
        #expect(try !play.wait(119_000).map(\.type).contains("clockRanOut"))

        // 30 of 60 seconds, and 60 of 120, are the same share: the customer says the same.
        func end(extraTime: Int, after: Int) throws -> (said: [String], trust: Int, heat: Int) {
            var play = try Play(extraTime: extraTime)
            try play.say("What has to be", after: after)
            try play.say("You hear", after: after)
            try play.say("Come back", after: after)
            return (play.said, play.session.front.trust, play.session.front.heat)
        }
        let plain = try end(extraTime: 100, after: 30_000)
        let slow = try end(extraTime: 200, after: 59_000)
        #expect(plain.said == slow.said)
        #expect(plain.said.contains("that took a while"))
        #expect((plain.trust, plain.heat) == (slow.trust, slow.heat))
        #expect(try !end(extraTime: 200, after: 30_000).said.contains("that took a while"))
    }

    @Test("without clocks nothing runs out")
    func noClock() throws {
        var play = try Play(extraTime: 0)
        #expect(play.session.front.clock == nil)
        #expect(try play.wait(3_600_000).isEmpty)
        #expect(play.session.front.offer?.moment == "First words")
        #expect(play.engine.nextDeadline(in: play.session) == nil)
    }
}
