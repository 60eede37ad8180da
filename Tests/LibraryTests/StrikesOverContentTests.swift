import Conversation
import SeededChance
import Testing
import Yarn

@testable import Library

@Suite("A curveball thrown anywhere in the shipped scenarios")
struct StrikesOverContentTests {
    private static let slugs = [
        "late-delivery", "launch-blocker", "three-at-once", "unexpected-charge", "weekend-outage",
    ]

    /// Curveballs that take no time and change nothing, two for each conversation: one that asks something, in another
    /// channel where there is one, and one that only tells something.
    private static func thrown(in scenario: Scenario) -> SourceFile {
        let channels = scenario.heading.channels
        let channel = channels.first { $0 == .chat || $0 == .social }
        let names = Set(scenario.program.nodes.compactMap { scenario.details(of: $0.name).thread }).sorted()
        let nodes = (["main"] + names).map { name in
            let thread = name == "main" ? "" : "thread: \(name)\n"
            return """
                title: Asks_\(name)
                curveball: Somebody knocks, \(name)
                moment: At the door
                \(thread)---
                \(channel.map { "<<channel \($0.rawValue)>>" } ?? "")
                Scene: Somebody knocks. #line:\(name)thrown1
                -> Not now. #line:\(name)thrown2
                -> (wait a beat) #pause #line:\(name)thrown3
                ===
                title: Tells_\(name)
                curveball: A door, \(name)
                \(thread)---
                Scene: A door falls shut. #line:\(name)thrown4
                ===

                """
        }
        return SourceFile(name: "thrown.yarn", text: nodes.joined())
    }

    private static func scenario(_ slug: String) throws -> Scenario {
        let vocabulary = try Checkout.library.vocabulary()
        let shipped = try #require(try Checkout.library.entry(slug)?.load(vocabulary: vocabulary).scenario)
        let files = shipped.files + [thrown(in: shipped)]
        return try #require(Scenario.load(slug: slug, files: files, vocabulary: vocabulary).scenario)
    }

    /// A play, and what it is like at each of its inputs.
    private struct Play {
        let engine: Engine
        var session = Session()

        init(_ scenario: Scenario, seed: UInt64) throws {
            engine = Engine(scenario: scenario, curveballs: .none)
            try apply(engine.begin(seed: seed, settings: SessionSettings(difficulty: 2)))
        }

        mutating func apply(_ events: [TimedEvent]) throws { for event in events { session.apply(event) } }

        /// When the open moment can be answered, ms.
        var time: Int { max(session.time, (session.front.offer?.opens ?? 0) + session.takenBack) }

        mutating func act(_ input: SessionInput, after: Int = 0) throws {
            try apply(engine.handle(input, in: session, at: time + after))
        }

        var isOver: Bool { session.status != .open }

        /// Something that can be done now.
        func input(_ chance: inout Chance) -> (input: SessionInput, after: Int) {
            if let next = session.nextThread(at: session.local(session.time)),
                chance.once(in: 4) || session.front.isOver
            {
                return (.turn(to: next.name), 0)
            }
            guard let offer = session.front.offer else { return (.timePassed, 20_000) }
            if offer.isSend { return (.send, 0) }
            if let clock = session.front.clock, chance.once(in: 9) { return (.timePassed, clock.lasting + 1) }
            if chance.once(in: 40), engine.stepBackRefusal(in: session) == nil { return (.stepBack, 0) }
            let open = offer.options.indices.filter {
                offer.options[$0].isAvailable && offer.options[$0].role != .timeout
            }
            return (.reply(chance.element(of: open) ?? 0), chance.next(0...9_000))
        }

        private static let thrownLines = ["Somebody knocks.", "A door falls shut.", "Not now.", "(wait a beat)"]

        /// What can be seen of where it stands, without what was thrown into it.
        var picture: [String] {
            session.threads.flatMap(Self.picture) + session.commitments.map { "\($0.id) \($0.state)" }
        }

        private static func picture(of thread: Thread) -> [String] {
            var lines: [String] = []
            for entry in thread.transcript where entry.kind != .moved && !entry.text.hasPrefix("Curveball: ") {
                guard !thrownLines.contains(entry.text) else { continue }
                lines.append("\(thread.name) \(entry.speaker): \(entry.text)")
            }
            lines.append("\(thread.trust) \(thread.heat) \(thread.effort) \(thread.channel) \(thread.ending ?? "-")")
            lines += thread.draft.texts
            if let offer = thread.offer {
                lines.append("\(offer.moment) \(offer.attempt) \(offer.opens) \(offer.options.map(\.text))")
            }
            if let clock = thread.clock { lines.append("\(clock.starts) \(clock.lasting)") }
            return lines
        }
    }

    private func words(_ offer: Offer?) -> Offer? {
        guard var offer else { return nil }
        (offer.sequence, offer.opens) = (0, 0)
        return offer
    }

    @Test("the same question comes back, and the rest goes as it would have", arguments: slugs)
    func comesBack(slug: String) throws {
        let scenario = try Self.scenario(slug)
        var strikes = 0
        for seed in 1...16 as ClosedRange<UInt64> {
            var chance = Chance(seed: seed)
            var plain = try Play(scenario, seed: seed)
            var inputs: [(input: SessionInput, after: Int)] = []
            var pictures = [plain.picture]
            while !plain.isOver, inputs.count < 120 {
                let next = plain.input(&chance)
                try plain.act(next.input, after: next.after)
                inputs.append(next)
                pictures.append(plain.picture)
            }
            // The same play, with some thrown into its moments.
            var play = try Play(scenario, seed: seed)
            var left = ["Asks", "Tells", "Asks", "Tells"]
            var isComparable = true
            for (index, next) in inputs.enumerated() {
                let canStrike =
                    play.session.strikeRefusal == nil
                    && play.session.front.offer?.opens == play.session.local(play.time)
                let hand = play.engine.curveballsAtHand(in: play.session)
                if let kind = left.first, canStrike, chance.once(in: 5),
                    let node = hand.first(where: { $0.node.hasPrefix(kind) })?.node
                {
                    left.removeFirst()
                    let before = play.session
                    try play.act(.strike(node))
                    if kind == "Asks" {
                        #expect(play.session.front.offer?.moment == "At the door", "\(slug) \(seed)")
                        // In a mail words would be a paragraph of it; a pause in a call takes time.
                        switch play.session.front.channel {
                        case .voice: try play.act(.reply(0))
                        case .email: try play.act(.reply(1))
                        case .chat, .social: try play.act(.reply(chance.below(2)))
                        }
                    }
                    #expect(words(play.session.front.offer) == words(before.front.offer), "\(slug) \(seed) \(index)")
                    #expect(play.session.front.clock?.lasting == before.front.clock?.lasting)
                    #expect(play.session.front.channel == before.front.channel)
                    #expect(play.session.front.node == before.front.node)
                    strikes += 1
                    isComparable = play.session.front.offer?.opens == before.front.offer?.opens
                    if !isComparable { break }
                    // A clock elsewhere may have run out meanwhile; the next input lets the other play come there too.
                    try play.act(next.input, after: next.after)
                    continue
                }
                try #require(play.picture == pictures[index], "\(slug) \(seed) \(index)")
                try play.act(next.input, after: next.after)
            }
            if isComparable { #expect(play.picture == pictures.last, "\(slug) \(seed)") }
            // What was written down plays again to the same.
            let read = Session(replaying: try play.session.log.map { try TimedEvent(try $0.record()) })
            #expect(read == play.session)
        }
        #expect(strikes >= 10, "\(strikes)")
    }

    @Test(
        "the scenarios' own curveballs come back to the same question from wherever they are thrown", arguments: slugs)
    func ownCurveballs(slug: String) throws {
        let scenario = try Self.scenario(slug)
        for seed in 1...6 as ClosedRange<UInt64> {
            var chance = Chance(seed: seed, stream: 1)
            var play = try Play(scenario, seed: seed)
            for _ in 0..<60 where !play.isOver {
                let hand = play.engine.curveballsAtHand(in: play.session)
                if let thrown = chance.element(of: hand), chance.once(in: 4) {
                    let before = play.session
                    try play.act(.strike(thrown.label))
                    for _ in 0..<12 where play.session.front.machine?.heldChoices ?? 0 > 0 {
                        let options = play.session.front.offer?.options ?? []
                        let open = options.indices.filter { options[$0].isAvailable && options[$0].role == .say }
                        try play.act(.reply(chance.element(of: open) ?? 0))
                    }
                    #expect(words(play.session.front.offer) == words(before.front.offer), "\(slug) \(thrown.node)")
                }
                let next = play.input(&chance)
                try play.act(next.input, after: next.after)
            }
        }
    }
}
