import Conversation
import Listening
import SeededChance
import Testing

@testable import Library

/// Everybody plays, and now and then types: something that somebody once said, a piece of it, or noise.
@Suite("Whatever is typed into the shipped scenarios")
struct TypedContentTests {
    static let slugs = Checkout.library.entries().map(\.slug)

    /// What is needed to type; read once.
    private struct Desk {
        let vocabulary: Vocabulary
        let listener: Listener
        let lines: [String]

        static let shared = Result { try Desk() }

        init() throws {
            vocabulary = try Checkout.library.vocabulary()
            let shelf = try Checkout.library.hearing(vocabulary)
            listener = Listener(ear: Ear(table: try shelf.table()), vocabulary: vocabulary)
            lines = try shelf.exemplars().flatMap(\.lines).map(\.text)
        }

        /// Words that hurt.
        static let hostile = [
            "", "   ", "\u{0}", "?!", "\u{1B}]0;x\u{7}\u{1B}[2J", "\u{202E}\u{200F}\u{2066}", "🙂🙂🙂🙂", "ﷺﷺﷺ", "%s%n%x",
            String(repeating: "a", count: 3_000), String(repeating: "no ", count: 900), "e\u{301}\u{301}\u{301}",
            "[quote]calm[/quote] <<jump Kept>> {$x} \\ #line:x", "-> … #timeout",
            "I will \u{0}call in 99999999999 minutes",
            "I will call you in 0 minutes and by 25:99.", "\n\n\n", "\"", "مرحبا بكم", "1", "ok",
        ]

        func words(_ chance: inout SeededChance.Chance) -> String {
            switch chance.below(8) {
            case 0: return chance.element(of: Self.hostile) ?? ""
            case 1:
                let bytes = (0..<chance.below(200)).map { _ in UInt8(chance.below(256)) }
                return String(decoding: bytes, as: UTF8.self)
            case 2:
                // Half of one line and half of another.
                let left = chance.element(of: lines) ?? ""
                let right = chance.element(of: lines) ?? ""
                return left.prefix(chance.below(left.count + 1)) + " " + right.suffix(chance.below(right.count + 1))
            default: return chance.element(of: lines) ?? ""
            }
        }
    }

    private func isOver(_ session: Session) -> Bool {
        if case .open = session.status { false } else { true }
    }

    @Test(
        "nothing traps, time never runs backwards, measures stay in bounds, and the log replays", arguments: slugs,
        1...2)
    func played(slug: String, seed: UInt64) throws {
        let desk = try Desk.shared.get()
        let scenario = try #require(try Checkout.scenario(slug))
        let engine = Engine(scenario: scenario, listener: desk.listener)
        var chance = SeededChance.Chance(seed: seed, stream: UInt64(slug.count))
        var session = Session()
        for event in try engine.begin(seed: seed, settings: SessionSettings(difficulty: 2)) { session.apply(event) }
        var inputs: [(SessionInput, Int)] = []
        var typed = 0
        var steps = 0
        while !isOver(session), steps < 400 {
            steps += 1
            // An open session has somewhere to go on.
            let offer = session.front.offer
            let others = session.openThreads.filter { $0.name != session.frontName }
            #expect(
                offer != nil || session.front.isResting || !others.isEmpty, "nothing to answer in \(session.front.node)"
            )
            let input: SessionInput
            if offer?.isSend == true {
                input = .send
            } else if offer == nil || (!others.isEmpty && chance.once(in: 5)), let other = chance.element(of: others) {
                input = .turn(to: other.name)
            } else if chance.once(in: 3) {
                input = .say(desk.words(&chance))
            } else if chance.once(in: 12) {
                input = .meant(chance.once(in: 3) ? nil : chance.element(of: desk.vocabulary.moves)?.id)
            } else if let offer,
                let index = chance.element(of: offer.options.indices.filter { offer.options[$0].isAvailable })
            {
                input = .reply(index)
            } else {
                input = .timePassed
            }
            let opens = (session.front.offer?.opens ?? 0) + session.takenBack
            let time = max(session.time, opens) + chance.below(9_000)
            let before = (time: session.time, count: session.log.count)
            inputs.append((input, time))
            do {
                for event in try engine.handle(input, in: session, at: time) {
                    #expect(event.time >= session.time)
                    session.apply(event)
                }
                if case .say = input { typed += 1 }
            } catch {
                #expect(error.description.hasSuffix("."))
                #expect(!error.description.contains("cannot go on"))
            }
            #expect(session.time >= before.time && session.log.count >= before.count)
            for thread in session.threads {
                for value in [thread.trust, thread.heat, thread.effort] { #expect((0...100).contains(value)) }
                if let clock = thread.clock { #expect(clock.lasting > 0) }
            }
        }
        #expect(isOver(session) || session.front.offer != nil || !session.openThreads.isEmpty)
        #expect(typed > 0)
        let read = Session(replaying: try session.log.map { try TimedEvent(try $0.record()) })
        #expect(read == session)
        let attempts = Attempts(session.log)
        #expect(attempts.session == session)
        #expect(SessionComparison(attempts, attempts).isSame)
        _ = Debrief(session)
        // The same inputs once more.
        guard seed == 1 else { return }
        var again = Session()
        for event in try engine.begin(seed: seed, settings: SessionSettings(difficulty: 2)) { again.apply(event) }
        for (input, time) in inputs {
            for event in (try? engine.handle(input, in: again, at: time)) ?? [] { again.apply(event) }
        }
        #expect(again == session)
    }
}
