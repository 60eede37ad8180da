import Conversation
import SeededChance
import Testing

@testable import Library

@Suite("Whatever way the shipped scenarios are played, attempts are what happened")
struct AttemptsOfContentTests {
    static let slugs = Checkout.library.entries().map(\.slug)

    @Test(
        "no attempt differs from itself, nor a session; each begins where the one before it left off", arguments: slugs,
        1...2)
    func played(slug: String, seed: UInt64) throws {
        let scenario = try #require(try Checkout.scenario(slug))
        let engine = Engine(scenario: scenario)
        var chance = SeededChance.Chance(seed: seed)
        var session = Session()
        for event in try engine.begin(seed: seed, settings: SessionSettings(difficulty: 2)) { session.apply(event) }
        var offeredOnce = 0
        for _ in 0..<60 {
            let input: SessionInput
            let isOver = if case .ended = session.status { true } else { false }
            let answered = session.moments.filter { $0.reply != nil }
            if let moment = answered.randomElement(using: &chance), isOver || Int.random(in: 0..<6, using: &chance) == 0
            {
                input = .rewind(to: moment.sequence)
            } else if session.front.offer?.isSend == true {
                input = .send
            } else if let offer = session.front.offer,
                let index = offer.options.indices.filter({ offer.options[$0].isAvailable }).randomElement(
                    using: &chance)
            {
                input = .reply(index)
                offeredOnce += 1
            } else {
                break
            }
            let time = session.time + Int.random(in: 0...9_000, using: &chance)
            for event in (try? engine.handle(input, in: session, at: time)) ?? [] { session.apply(event) }
        }
        let attempts = Attempts(session.log)
        #expect(offeredOnce > 0 && !attempts.all.isEmpty)
        #expect(attempts.session == session)
        #expect(attempts.all.allSatisfy { $0.differences(from: $0).isEmpty })
        #expect(SessionComparison(attempts, attempts).isSame)
        #expect(Attempts(session.log) == attempts)
        #expect(
            attempts.standing.map(\.opened).sorted()
                == session.moments.filter { $0.reply != nil }.map(\.sequence).sorted())
        for place in attempts.places {
            #expect(attempts.at(place).map(\.number) == Array(1...attempts.at(place).count))
        }
        let said = session.log.count { if case .replied = $0.event { true } else { false } }
        #expect(attempts.all.count { $0.line != nil } == said)
    }
}
