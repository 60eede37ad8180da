import SeededChance
import Testing

@testable import Conversation

@Suite("A session can be played again")
struct ReplayTests {
    @Test("the same scenario, seed and inputs give the same log, byte for byte")
    func sameBytes() throws {
        #expect(try Play.happy().log.map { try $0.record() } == Play.happy().log.map { try $0.record() })
        #expect(try Play.rough().log.map { try $0.record() } == Play.rough().log.map { try $0.record() })
        #expect(try Play.happy().log.count > 40)
    }

    @Test("another seed changes only what names the seed")
    func anotherSeed() throws {
        let first = try Play.happy(seed: 1).log.map { try $0.record() }
        let second = try Play.happy(seed: 2).log.map { try $0.record() }
        #expect(first.count == second.count)
        let different = zip(first, second).filter { $0 != $1 }.map(\.0.type)
        #expect(Set(different) == ["began", "checkpointed"])
    }

    @Test("what was written down and read back gives the same session, at every event")
    func everyPrefix() throws {
        for play in [try Play.happy(), try Play.rough()] {
            var direct = Session()
            var read = Session()
            for event in play.log {
                direct.apply(event)
                read.apply(try TimedEvent(try event.record()))
                #expect(direct == read, "after \(event.type)")
                #expect(direct == Session(replaying: play.log.prefix(direct.sequence)))
            }
            #expect(direct == play.session)
        }
    }

    @Test("a session taken up from its log goes on as if it had never stopped")
    func goesOn() throws {
        let whole = try Play.happy()
        let inputs: [(String, Int)] = [
            ("What has to be", 12_345), ("You hear from me", 7_001), ("Come back early", 999), ("Dear Ana", 3),
        ]
        var play = try Play()
        for (words, after) in inputs {
            play.session = Session(replaying: try play.log.map { try TimedEvent(try $0.record()) })
            try play.say(words, after: after)
        }
        try play.perform(.send, after: 1_500)
        #expect(play.session == whole.session)
    }

    @Test("whatever a hand does, nothing traps, measures stay in 0…100 and the log replays", arguments: 1...60)
    func randomHands(seed: UInt64) throws {
        var chance = Chance(seed: seed)
        var play = try Play(seed: seed, extraTime: [0, 100, 200][Int(seed % 3)])
        var now = 0
        for _ in 0..<60 {
            now += chance.below(chance.below(8) == 0 ? 900_000 : 9_000)
            let moments = play.session.moments.map(\.sequence) + [0, 3, 1_000_000]
            let input: SessionInput =
                switch chance.below(12) {
                case 0: .wait
                case 1: .send
                case 2: .rewind(to: moments[chance.below(moments.count)])
                case 3: .pause
                case 4: .resume
                case 5: chance.below(4) == 0 ? .stepBack : .timePassed
                case 6: .timePassed
                default: .reply(chance.below(7) - 1)
                }
            let before = play.session
            let events: [TimedEvent]
            do {
                events = try play.engine.handle(input, in: play.session, at: now)
            } catch {
                #expect(error.description.hasSuffix("."))
                continue
            }
            play.fold(events)
            #expect(play.session.time >= before.time)
            #expect(Array(play.log.prefix(before.log.count)) == before.log)
            for thread in play.session.threads {
                for value in [thread.trust, thread.heat, thread.effort] { #expect((0...100).contains(value)) }
            }
        }
        let read = Session(replaying: try play.log.map { try TimedEvent(try $0.record()) })
        #expect(read == play.session)
    }
}
