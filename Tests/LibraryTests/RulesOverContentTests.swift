import Conversation
import SeededChance
import Testing

@testable import Library

/// What must hold however the shipped scenarios are played.
@Suite("The engine's rules, over everything that is shipped")
struct RulesOverContentTests {
    /// What somebody does at a moment.
    private enum Act {
        case reply(String, taken: Int)
        case timeout
        case stepBack
        case send
        case rewind(Int)
        case turn(String)
    }

    /// Half of them, by turns, so that each is played with half of the seeds.
    private static func scenarios(for seed: UInt64) throws -> [Scenario] {
        try Checkout.scenarios.get().enumerated().filter { UInt64($0.offset % 2) == seed % 2 }.map(\.element)
    }

    /// Plays by chance to an end, or as far as is looked at.
    /// - Parameters:
    ///   - extraTime: of the session; the acts come at the same share of each clock.
    ///   - acts: what to do; chance decides behind their end.
    private static func play(
        _ scenario: Scenario, seed: UInt64, extraTime: Int = 100, adapts: Bool = true, pauses: Bool = false,
        acts: [Act] = [], goesBack: Bool = false
    ) throws -> (session: Session, acts: [Act]) {
        let engine = Engine(scenario: scenario)
        var session = Session()
        func fold(_ events: [TimedEvent]) { for event in events { session.apply(event) } }
        fold(
            try engine.begin(
                seed: seed,
                settings: SessionSettings(
                    difficulty: scenario.heading.difficulty.level, extraTime: extraTime, adapts: adapts)))
        var chance = Chance(seed: seed)
        var done: [Act] = []
        var rewinds = 0
        while done.count < 80, case .open = session.status {
            let front = session.front
            guard let offer = front.offer else {
                guard let other = session.openThreads.first(where: { $0.offer != nil }) else { break }
                let act = Act.turn(other.name)
                done.append(act)
                let time = max(session.time, other.opened + session.takenBack)
                fold(try engine.handle(.turn(to: other.name), in: session, at: time))
                continue
            }
            let opens = max(session.time, offer.opens + session.takenBack)
            let act: Act
            if done.count < acts.count {
                act = acts[done.count]
            } else if let urgent = urgent(in: session) {
                act = .turn(urgent)
            } else if offer.isSend {
                act = .send
            } else if front.clock != nil, chance.once(in: 12), offer.options.contains(where: { $0.role == .timeout }) {
                act = .timeout
            } else if goesBack, rewinds < 2, chance.once(in: 6), let moment = chance.element(of: session.moments) {
                rewinds += 1
                act = .rewind(moment.sequence)
            } else if chance.once(in: 40), scenario.stepBack(from: front.node) != nil {
                act = .stepBack
            } else {
                let open = offer.options.filter { $0.isAvailable && $0.role != .timeout }
                guard let option = chance.element(of: open) else { break }
                act = .reply(option.line, taken: chance.below(8_000))
            }
            done.append(act)
            if pauses {
                // What was due by now happens first, pause or none.
                var before = session
                for event in try engine.handle(.timePassed, in: session, at: opens) { before.apply(event) }
                fold(try engine.handle(.pause, in: session, at: opens))
                fold(try engine.handle(.resume, in: session, at: opens))
                #expect(session.front == before.front)
                #expect(session.nextDue == before.nextDue)
            }
            switch act {
            case .reply(let line, let taken):
                guard let index = offer.options.firstIndex(where: { $0.line == line }) else {
                    Issue.record("\(scenario.slug): \(line) is not on offer, seed \(seed)")
                    return (session, done)
                }
                fold(try engine.handle(.reply(index), in: session, at: opens + taken))
            case .timeout:
                if let clock = session.front.clock {
                    fold(try engine.handle(.timePassed, in: session, at: clock.runsOut + session.takenBack))
                } else if let index = offer.options.firstIndex(where: { $0.role == .timeout }) {
                    // Without a clock, somebody says nothing for as long as they like: T does it.
                    fold(try engine.handle(.reply(index), in: session, at: opens))
                }
            case .stepBack: fold(try engine.handle(.stepBack, in: session, at: opens))
            case .send: fold(try engine.handle(.send, in: session, at: opens))
            case .rewind(let sequence): fold(try engine.handle(.rewind(to: sequence), in: session, at: opens))
            case .turn(let name): fold(try engine.handle(.turn(to: name), in: session, at: opens))
            }
        }
        return (session, done)
    }

    /// The conversation whose clock runs out before the one in front's, where there is one that can be turned to.
    private static func urgent(in session: Session) -> String? {
        let front = session.front.clock?.runsOut ?? .max
        let others = session.openThreads.filter { $0.name != session.frontName && $0.offer != nil }
        return others.filter { ($0.clock?.runsOut ?? .max) < front }
            .min { ($0.clock?.runsOut ?? .max) < ($1.clock?.runsOut ?? .max) }?.name
    }

    /// Whether some silence decided how several conversations went on. With more time others would have run out, and
    /// that is what more time is for.
    private static func isDecidedBySilence(_ session: Session) -> Bool {
        session.hasThreads && session.moments.contains { $0.reply?.role == .timeout }
    }

    private static func ending(_ session: Session) -> String? {
        if case .ended(let ended) = session.status { ended.ending } else { nil }
    }

    @Test("replaying, resuming at any event, and going back and replaying give equal sessions", arguments: 1...4)
    func replays(seed: UInt64) throws {
        for scenario in try Self.scenarios(for: seed) {
            let (session, _) = try Self.play(scenario, seed: seed, goesBack: true)
            let records = try session.log.map { try $0.record() }
            #expect(Session(replaying: try records.map { try TimedEvent($0) }) == session)
            // Any prefix, written down and taken up, goes on folding alike.
            var direct = Session()
            for (index, event) in session.log.enumerated() {
                direct.apply(event)
                guard index % 17 == 0 else { continue }
                var resumed = Session(replaying: try records.prefix(index + 1).map { try TimedEvent($0) })
                #expect(resumed == direct, "\(scenario.slug) at \(index)")
                for later in session.log.dropFirst(index + 1) { resumed.apply(later) }
                #expect(resumed == session, "\(scenario.slug) from \(index)")
            }
        }
    }

    @Test("time never goes backwards, and no clock fires twice", arguments: 1...6)
    func clocks(seed: UInt64) throws {
        for scenario in try Self.scenarios(for: seed) {
            let (session, _) = try Self.play(scenario, seed: seed, goesBack: true)
            var last = 0
            var running: Set<String> = []
            var folded = Session()
            for timed in session.log {
                folded.apply(timed)
                #expect(timed.time >= last, "\(scenario.slug)")
                last = timed.time
                switch timed.event {
                case .clockStarted: running.insert(timed.thread)
                case .clockRanOut:
                    #expect(running.remove(timed.thread) != nil, "\(scenario.slug): a clock that did not run ran out")
                // Back at a moment, its clock runs once more.
                case .rewound: running = Set(folded.threads.filter { $0.clock != nil }.map(\.name))
                case .replied, .optionsOffered: running.remove(timed.thread)
                default: break
                }
            }
        }
    }

    @Test("pausing at any moment changes nothing but the time of day", arguments: 1...4)
    func pausing(seed: UInt64) throws {
        for scenario in try Self.scenarios(for: seed) {
            let plain = try Self.play(scenario, seed: seed)
            let paused = try Self.play(scenario, seed: seed, pauses: true, acts: plain.acts)
            #expect(Self.ending(paused.session) == Self.ending(plain.session), "\(scenario.slug)")
            let log = paused.session.log.filter { timed in
                switch timed.event {
                case .paused, .resumed: false
                default: true
                }
            }
            // Sequence numbers count the pauses too; nothing else differs.
            #expect(log.count == plain.session.log.count)
            #expect(log.map(\.time) == plain.session.log.map(\.time), "\(scenario.slug)")
            #expect(paused.session.front.transcript.map(\.text) == plain.session.front.transcript.map(\.text))
            #expect(paused.session.commitments == plain.session.commitments)
        }
    }

    @Test("extra time changes no outcome", arguments: [150, 200, 0])
    func extraTime(percent: Int) throws {
        for scenario in try Checkout.scenarios.get() {
            var compared = 0
            for seed in 1...90 as ClosedRange<UInt64> where compared < 2 {
                let usual = try Self.play(scenario, seed: seed)
                guard !Self.isDecidedBySilence(usual.session) else { continue }
                compared += 1
                let more = try Self.play(scenario, seed: seed, extraTime: percent, acts: usual.acts)
                #expect(Self.ending(more.session) == Self.ending(usual.session), "\(scenario.slug), seed \(seed)")
                #expect(more.session.front.trust == usual.session.front.trust)
                #expect(more.session.difficultyShifts.map(\.change) == usual.session.difficultyShifts.map(\.change))
                #expect(more.session.curveballs.map(\.node) == usual.session.curveballs.map(\.node))
            }
            #expect(compared > 0, "\(scenario.slug): every way was decided by a silence")
        }
    }
}
