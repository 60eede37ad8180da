import Conversation
import Testing

@testable import Library

/// Stepping back is well treated, wherever it is done in what is shipped.
@Suite("Stepping back, over everything that is shipped")
struct EscalationTests {
    private static func scenarios() throws -> [Scenario] { try Checkout.scenarios.get() }

    /// The trust of a conversation and how it goes on, after some inputs at a time.
    private func trust(
        _ thread: String, after inputs: [SessionInput], in session: Session, of engine: Engine, at time: Int
    ) throws -> Int {
        var session = session
        for input in inputs {
            for event in try engine.handle(input, in: session, at: time) { session.apply(event) }
        }
        return session.thread(thread).trust
    }

    @Test("every conversation can be handed over, and has two lines or three at hand before anything is said")
    func lines() throws {
        let scenarios = try Self.scenarios()
        #expect(scenarios.count == Checkout.library.entries().count)
        for scenario in scenarios {
            let engine = Engine(scenario: scenario, curveballs: .none)
            var session = Session()
            for event in try engine.begin(seed: 1, settings: SessionSettings(difficulty: 2)) { session.apply(event) }
            let opens = try #require(session.front.offer).opens
            let script = try engine.scriptAtHand(in: session, at: opens)
            #expect((2...3).contains(script.lines.count), "\(scenario.slug)")
            #expect(
                script.lines.contains { $0.option.moves.contains("escalate-with-context") }, "\(scenario.slug)")
            #expect(
                script.lines.contains {
                    $0.option.moves.contains("ask-permission") || $0.option.moves.contains("timeboxed-next-step")
                },
                "\(scenario.slug)")
        }
    }

    @Test("at no moment does a line at hand leave less trust than hurrying does")
    func wellTreated() throws {
        var compared = 0
        for scenario in try Self.scenarios() {
            let engine = Engine(scenario: scenario, curveballs: .none)
            for choice in 0..<4 {
                var session = Session()
                for event in try engine.begin(seed: 1, settings: SessionSettings(difficulty: 2)) {
                    session.apply(event)
                }
                for _ in 0..<20 {
                    guard case .open = session.status, let offer = session.front.offer else { break }
                    let time = max(session.time, offer.opens + session.takenBack)
                    if offer.isSend {
                        for event in try engine.handle(.send, in: session, at: time) { session.apply(event) }
                        continue
                    }
                    let front = session.frontName
                    let hurrying = offer.lines.filter { $0.option.moves.contains("rush") }
                    if !hurrying.isEmpty, engine.stepBackRefusal(in: session) == nil {
                        let script = try engine.scriptAtHand(in: session, at: time)
                        for line in script.lines {
                            let back = try trust(
                                front, after: [.stepBack, .reply(line.index)], in: session, of: engine, at: time)
                            for rush in hurrying {
                                let hurried = try trust(
                                    front, after: [.reply(rush.index)], in: session, of: engine, at: time)
                                #expect(back >= hurried, "\(scenario.slug), \(offer.moment): \(line.option.text)")
                                compared += 1
                            }
                        }
                    }
                    let lines = offer.lines
                    guard !lines.isEmpty else { break }
                    let index = lines[choice % lines.count].index
                    for event in try engine.handle(.reply(index), in: session, at: time) { session.apply(event) }
                }
            }
        }
        #expect(compared >= 20)
    }
}
