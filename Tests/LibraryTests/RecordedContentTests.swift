import Conversation
import Testing
import Yarn

@testable import Library

/// Chance that is the same on every run.
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

@Suite("Whatever way the shipped scenarios are played")
struct RecordedContentTests {
    @Test("a recorded run passes and comes to the same ending", arguments: 1...12)
    func recorded(seed: UInt64) throws {
        let entry = try #require(Checkout.library.entry("late-delivery"))
        let scenario = try #require(try entry.load(vocabulary: try Checkout.library.vocabulary()).scenario)
        var chance = Chance(state: seed)
        var preview = Preview(scenario, seed: seed)
        while let offer = preview.offer, preview.choices.count < 60 {
            let open = offer.options.indices.filter { offer.options[$0].isAvailable }
            let index = try #require(open.randomElement(using: &chance))
            // Never so slow that the clock has the word.
            try preview.choose(index, after: Int.random(in: 0...20_000, using: &chance))
        }
        #expect(preview.fault == nil)
        guard case .ended(let ended) = preview.session.status else {
            Issue.record("the play did not come to its end")
            return
        }
        let text = try RecordedRun(preview.session).plan(for: scenario)
        let plan = TestPlan(parsing: SourceFile(name: "recorded.testplan", text: text))
        let result = try #require(ScenarioTest(scenario: scenario, plan: plan).run().first)
        #expect(result.failure == nil, "\(text)")
        #expect(result.ending == ended.ending)
        #expect(result.session.front.transcript.map(\.text) == preview.session.front.transcript.map(\.text))
        #expect(result.session.front.trust == preview.session.front.trust)
    }

    @Test("undoing and choosing again, and taking up the same version, change nothing", arguments: 1...4)
    func replayed(seed: UInt64) throws {
        let entry = try #require(Checkout.library.entry("late-delivery"))
        let scenario = try #require(try entry.load(vocabulary: try Checkout.library.vocabulary()).scenario)
        var chance = Chance(state: seed &* 77)
        var preview = Preview(scenario)
        for _ in 0..<8 {
            guard let offer = preview.offer else { break }
            let open = offer.options.indices.filter { offer.options[$0].isAvailable }
            try preview.choose(try #require(open.randomElement(using: &chance)))
        }
        let session = preview.session
        let count = preview.choices.count
        let reload = preview.reload(scenario)
        #expect(reload.replayed == count)
        #expect(reload.obstacle == nil)
        #expect(reload.difference.isEmpty)
        #expect(preview.session == session)
    }
}
