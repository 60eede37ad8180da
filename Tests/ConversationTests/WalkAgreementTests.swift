import Foundation
import SampleScenarios
import Testing
import Yarn

@testable import Conversation

/// The walk reads the language a second time; here it has to agree with the engine, play by play.
@Suite("The walk and the engine agree")
struct WalkAgreementTests {
    @Test("on the small scenario", arguments: 1...20)
    func small(seed: UInt64) throws {
        try play(SmallScenario.source, seed: seed, rounds: 10)
    }

    @Test("on a call, in which some replies come too early", arguments: 1...20)
    func call(seed: UInt64) throws {
        try play(CallScenario.source, seed: seed, rounds: 10)
    }

    @Test("on a public thread", arguments: 1...20)
    func social(seed: UInt64) throws {
        try play(SocialScenario.source, seed: seed, rounds: 10, vocabulary: SocialScenario.vocabulary)
    }

    @Test("on scenarios that nobody wrote", arguments: 1...40)
    func made(seed: UInt64) throws {
        var maker = ScenarioMaker(seed: seed)
        try play(maker.make(), seed: seed, rounds: 6)
    }

    /// Of several conversations the first is followed, to where it waits for the others: each is walked by itself, and
    /// what they share is left open, so that the walk knows no order of them that could be held against the engine's.
    @Test("on all shipped scenarios", arguments: try Shipped.slugs, [1])
    func shipped(slug: String, seed: UInt64) throws {
        let source = try Shipped.source(slug)
        let moments = try play(source, seed: seed, rounds: 4, vocabulary: Self.vocabulary(of: source))
        #expect(moments >= 12, "each play is followed further than its beginning")
    }

    /// Whatever words a text has are right here.
    private static func vocabulary(of source: String) -> Vocabulary {
        var words: [String: Set<String>] = [:]
        for word in source.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            let (name, value) = TagParts.split(String(word.drop { $0 == "#" }))
            if let value { words[name, default: []].insert(value) }
        }
        let skills = source.split(separator: "\n").first { $0.hasPrefix("skills: ") }.map {
            ScenarioHeading.list(String($0.dropFirst("skills: ".count)))
        }
        return Vocabulary(
            moves: (words["move"] ?? []).sorted().map {
                Vocabulary.Move(id: $0, name: $0, helps: true, definition: $0)
            },
            skills: Dictionary(uniqueKeysWithValues: (skills ?? []).map { ($0, $0) }), emotions: words["emotion"] ?? [],
            tones: words["tone"] ?? [], sounds: words["sound"] ?? [])
    }

    /// - Returns: how many moments were compared.
    @discardableResult
    private func play(
        _ source: String, seed: UInt64, rounds: Int, vocabulary: Vocabulary = SmallScenario.vocabulary
    ) throws -> Int {
        let files = [SourceFile(name: "scenario.yarn", text: source)]
        let (loaded, trees) = Scenario.loading(slug: "small", files: files, vocabulary: vocabulary)
        let said = loaded.diagnostics.map { $0.rendered(in: files) }.joined(separator: "\n")
        let scenario = try #require(loaded.scenario, "\(said)\n\(source)")
        let program = WalkWriter.write(trees, program: scenario.program, heading: scenario.heading)
        var follower = Follower(scenario: scenario, program: program, seed: seed)
        for _ in 0..<rounds { try follower.play(source) }
        // A made scenario may end before its first moment.
        if source == SmallScenario.source { #expect(follower.moments > rounds) }
        return follower.moments
    }
}

/// The scenarios that come with the program.
private enum Shipped {
    private static let folder =
        #filePath.replacing("Tests/ConversationTests/WalkAgreementTests.swift", with: "") + "Content/scenarios"

    static var slugs: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder).filter {
                FileManager.default.fileExists(atPath: folder + "/\($0)/scenario.yarn")
            }.sorted()
        }
    }

    static func source(_ slug: String) throws -> String {
        try String(contentsOfFile: folder + "/\(slug)/scenario.yarn", encoding: .utf8)
    }
}

/// Plays with the engine at random and keeps every state that the walk allows beside it.
struct Follower {
    let scenario: Scenario
    var walker: Walker
    private var chance: WalkChance
    private let silentLines: Set<String>
    /// How many moments were compared.
    private(set) var moments = 0

    init(scenario: Scenario, program: WalkProgram, seed: UInt64) {
        self.scenario = scenario
        walker = Walker(program)
        walker.isTracing = true
        chance = WalkChance(state: seed)
        // These have no line id in the engine's events.
        silentLines = Set(
            scenario.program.lines.filter { line in
                ["Coach:", "Subject:", "Paragraph:"].contains { line.template.hasPrefix($0) }
            }.map(\.id))
    }

    mutating func play(_ source: String) throws {
        let engine = Engine(scenario: scenario)
        let level = 1 + chance.next(below: 3)
        let settings = SessionSettings(difficulty: level, extraTime: [0, 100, 200][chance.next(below: 3)])
        var session = Session()
        var events = try engine.begin(seed: UInt64(chance.next(below: 1_000)), settings: settings)
        for event in events { session.apply(event) }
        let start = walker.program.nodes.first.flatMap { walker.program.nodeSlots[$0.title] } ?? 0
        var states = matching(
            walker.run([walker.program.beginning(difficulty: level)], entering: start), Self.own(events), session)
        try #require(!states.isEmpty, "at the beginning: \(trace(events))\n\(source)")
        var earlier: [Int: [WalkState]] = [:]
        for _ in 0..<25 {
            guard let offer = session.front.offer, case .open = session.status,
                session.frontName == Conversation.mainThread
            else { break }
            moments += 1
            if !offer.isSend { earlier[offer.sequence] = states }
            let (input, time, wanted) = choose(offer, session)
            if case .rewind(let sequence)? = input {
                events = try engine.handle(.rewind(to: sequence), in: session, at: time)
                for event in events { session.apply(event) }
                states = earlier[sequence] ?? []
                continue
            }
            events = try engine.handle(input ?? .timePassed, in: session, at: time)
            for event in events { session.apply(event) }
            // From here the first conversation goes on by what the others have come to.
            if session.thread(Conversation.mainThread).isResting { break }
            events = Self.own(events)
            // Time alone may only make a promise late, or be refused by a clock that is off.
            guard events.contains(where: { Self.isTurn($0.event) }) else { continue }
            var outcomes: [Walker.Outcome] = []
            for state in states {
                for way in walker.ways(from: state) where way.input == wanted {
                    outcomes += walker.run(way.states, entering: way.node, origin: way.origin)
                }
            }
            // Ways that come to the same state are one, as in the walk itself.
            states = Array(Set(matching(outcomes, events, session)))
            try #require(
                !states.isEmpty,
                "after \(wanted): the engine went \(trace(events)), the walk \(outcomes.map(\.trace))\n\(source)")
            let trust = session.thread(Conversation.mainThread).trust
            #expect(states.contains { !isTrustRead(in: $0) || $0.trust.contains(trust) })
        }
    }

    /// What to do next, when, and what the walk calls it.
    private mutating func choose(
        _ offer: Offer, _ session: Session
    ) -> (SessionInput?, Int, Walker.Way.Input) {
        let now = max(session.time, offer.opens + session.takenBack)
        var time = now + [0, 4_000, 50_000][chance.next(below: 3)]
        var isEarly = false
        if let from = session.speaksFrom, session.takenBack == 0, chance.next(below: 3) == 0 {
            isEarly = true
            time = max(session.time, from + chance.next(below: max(1, offer.opens - from)))
        }
        if chance.next(below: 12) == 0, scenario.stepBack(from: session.front.node) != nil {
            return (.stepBack, now, .stepBack)
        }
        if offer.isSend { return (.send, time, .send) }
        if chance.next(below: 8) == 0,
            let moment = session.moments.first(where: {
                $0.thread == Conversation.mainThread && chance.next(below: 2) == 0
            })
        {
            return (.rewind(to: moment.sequence), now, .send)
        }
        if let clock = session.front.clock, let index = offer.index(of: .timeout), chance.next(below: 4) == 0 {
            return (nil, clock.runsOut + session.takenBack, .timeOut(index))
        }
        let free = offer.options.indices.filter {
            offer.options[$0].isAvailable && offer.options[$0].role != .timeout
                && (offer.options[$0].role == .say || !isEarly)
        }
        guard !free.isEmpty else { return (nil, now + 1, .send) }
        let index = free[chance.next(below: free.count)]
        // A clock that runs out first would take another way.
        let isSafe = session.front.clock.map { time < $0.runsOut + session.takenBack } ?? true
        return (.reply(index), isSafe ? time : now, .choose(index))
    }

    /// What happened in the conversation that is followed.
    private static func own(_ events: [TimedEvent]) -> [TimedEvent] {
        events.filter { $0.thread == Conversation.mainThread }
    }

    private func isTrustRead(in state: WalkState) -> Bool {
        let program = walker.program
        return program.live.indices.contains(state.key.place)
            && program.live[state.key.place].contains(program.facts.count + program.promises.count)
    }

    private static func isTurn(_ event: SessionEvent) -> Bool {
        switch event {
        case .replied, .emailSent, .steppedBack: true
        default: false
        }
    }

    private func trace(_ events: [TimedEvent]) -> [String] {
        events.compactMap { timed in
            switch timed.event {
            case .nodeEntered(let entered): "node \(entered.node)"
            case .lineSpoken(let line): line.line
            case .reflectionAsked(let asked): asked.line
            default: nil
            }
        }
    }

    /// The states of the outcomes that went the way the engine went and stopped where it stopped.
    private func matching(_ outcomes: [Walker.Outcome], _ events: [TimedEvent], _ session: Session) -> [WalkState] {
        let wanted = trace(events)
        return outcomes.filter { outcome in
            guard outcome.trace.filter({ !silentLines.contains($0) }) == wanted else { return false }
            switch outcome.stop {
            case .finished: return session.status != .open || session.thread(Conversation.mainThread).isOver
            case .send: return session.front.offer?.isSend == true
            case .offer(let group):
                guard let offer = session.front.offer else { return false }
                return walker.program.groups[group].choices.map { $0.line.lineID ?? "" } == offer.options.map(\.line)
            case .broken: return false
            }
        }.map(\.state)
    }
}

/// Makes small scenarios at random out of everything the language has.
struct ScenarioMaker {
    private var chance: WalkChance
    private var lines = 0
    private var text = ""

    init(seed: UInt64) { chance = WalkChance(state: seed) }

    private mutating func roll(_ count: Int) -> Int { chance.next(below: count) }

    mutating func make() -> String {
        let count = 3 + roll(4)
        text = """
            title: N0
            scenario: Made
            channels: chat, email
            cast: Ana
            customer: Ana
            minutes: 5
            trust: \(roll(101))
            heat: \(roll(101))
            \(roll(2) == 0 ? "step_back: End" : "effort: 3")
            ---
            <<declare $a = \(roll(3))>>
            <<declare $b = false>>
            <<declare $smart = $a > 1 or $b>>

            """
        for node in 0..<count {
            if node > 0 { text += "title: N\(node)\nmoment: Moment \(node)\n---\n" }
            for _ in 0..<(1 + roll(4)) { statement(indent: "", depth: 0, nodes: count) }
            let hasClock = roll(3) == 0
            if hasClock { text += "<<reply_within 30>>\n" }
            options(nodes: count, hasClock: hasClock)
            text += "<<jump End>>\n===\n"
        }
        for aside in 0..<2 {
            text += "title: Aside\(aside)\n---\n"
            for _ in 0..<(1 + roll(3)) { statement(indent: "", depth: 1, nodes: count, isAside: true) }
            text += "===\n"
        }
        for member in 0..<2 {
            text +=
                "title: Group\nsubtitle: m\(member)\nwhen: \(["once", "trust() > 40 and $a < 2", "always"][roll(3)])\n---\n"
            line("")
            text += "===\n"
        }
        text += "title: End\nending: over\noutcome: kept\n---\nAna: bye #line:end\n<<promise p 5m>>\n===\n"
        return text
    }

    private mutating func line(_ indent: String, _ suffix: String = "") {
        lines += 1
        text += "\(indent)Ana: line \(lines)\(suffix) #line:m\(lines)\n"
    }

    private mutating func condition() -> String {
        let simple = [
            "trust() >= \(roll(100))", "heat() < \(roll(100))", "$a == \(roll(3))", "$b", "not $b", "$smart",
            "said(\"focusing-question\")", "visited(\"N1\")", "visited_count(\"N0\") > 1", "kept(\"p\")",
            "missed(\"p\")", "difficulty() >= 2", "silent()", "attempt() > 1", "channel() == \"email\"",
            "clarified()", "has_any_content(\"Group\")", "seconds_to_reply() > 5", "dice(6) > 3",
            "max($a, 1) == 1", "effort() > 4",
        ]
        let first = simple[roll(simple.count)]
        guard roll(4) == 0 else { return first }
        return "\(first) \(["and", "or", "xor"][roll(3)]) \(simple[roll(simple.count)])"
    }

    private mutating func statement(indent: String, depth: Int, nodes: Int, isAside: Bool = false) {
        switch roll(depth < 2 ? 15 : 11) {
        case 0: text += "\(indent)<<trust \(["+", "-"][roll(2)])\(1 + roll(30))>>\n"
        case 1: text += "\(indent)<<heat \(["+", "-"][roll(2)])\(1 + roll(30))>>\n"
        case 2: text += "\(indent)<<set $a = \(["$a + 1", "0", "2", "$a * 2 % 3"][roll(4)])>>\n"
        case 3: text += "\(indent)<<set $b = \(["true", "false", condition()][roll(3)])>>\n"
        case 4: text += "\(indent)<<promise p \(1 + roll(20))m>>\n"
        case 5: text += "\(indent)<<\(["keep p", "renegotiate p 5m", "effort +3"][roll(3)])>>\n"
        case 6: text += "\(indent)<<later \(1 + roll(12))m>>\n"
        case 7: text += "\(indent)<<channel \(["chat", "email"][roll(2)])>>\n"
        case 8: line(indent, " <<if \(condition())>>")
        case 9: line(indent, " <<once>>")
        case 10: line(indent)
        case 11:
            text += "\(indent)<<if \(condition())>>\n"
            statement(indent: indent, depth: depth + 1, nodes: nodes, isAside: isAside)
            text += "\(indent)<<elseif \(condition())>>\n"
            line(indent)
            text += "\(indent)<<else>>\n"
            statement(indent: indent, depth: depth + 1, nodes: nodes, isAside: isAside)
            text += "\(indent)<<endif>>\n"
        case 12:
            text += "\(indent)<<once>>\n"
            line(indent)
            text += "\(indent)<<else>>\n"
            line(indent)
            text += "\(indent)<<endonce>>\n"
        case 13 where !isAside:
            text += "\(indent)<<detour \(["Aside0", "Aside1", "Group"][roll(3)])>>\n"
        default:
            lines += 2
            text += "\(indent)=> Ana: either <<if \(condition())>> #line:m\(lines - 1)\n"
            text += "\(indent)=> Ana: or <<once>> #line:m\(lines)\n"
            line(indent)
        }
    }

    private mutating func options(nodes: Int, hasClock: Bool) {
        let tags = ["#move:focusing-question", "#move:generic-apology", "#pause", "#timeout", "#fix"]
        var used: Set<Int> = []
        for index in 0..<(2 + roll(3)) {
            lines += 1
            var tag = hasClock && index == 1 ? 3 : roll(tags.count)
            if tag == 2 || tag == 3, !used.insert(tag).inserted { tag = 0 }
            let suffix = roll(3) == 0 ? " <<if \(condition())>>" : roll(6) == 0 ? " <<once>>" : ""
            text += "-> option \(index)\(suffix) \(tags[tag]) #line:m\(lines)\n"
            for _ in 0..<roll(3) { statement(indent: "    ", depth: 2, nodes: nodes) }
            line("    ")
            let target = roll(nodes + 2)
            if roll(8) != 0 { text += "    <<jump \(target < nodes ? "N\(target)" : "End")>>\n" }
        }
    }
}
