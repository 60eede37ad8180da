import Yarn

/// A scenario being tried by its author: from any node, choice by choice, and again after every change of its source.
///
/// Nothing waits and nothing is kept. Every reply is given as soon as it can be, unless it says how long it took; mails
/// are sent by themselves; a clock that runs out is a choice like any other. The session is always the one that the
/// choices make, played from the first: undoing a choice and taking up a new version are the same replay.
///
/// ```swift
/// var preview = Preview(scenario)
/// try preview.choose(0)
/// let reload = preview.reload(mended)      // the same place in the new version
/// ```
public struct Preview: Sendable {
    /// What came of taking up a new version.
    public struct Reload: Hashable, Sendable {
        /// What is different in it.
        public var difference: ScenarioDifference
        /// How many choices were made again.
        public var replayed: Int
        /// Why the others could not be, a whole sentence; nil when all were.
        public var obstacle: String?
    }

    /// The version that is played.
    public private(set) var scenario: Scenario
    /// What chance begins with.
    public let seed: UInt64
    /// The node it begins in.
    public private(set) var start: String
    /// What lets curveballs strike: nothing, until the author wishes for them.
    public private(set) var curveballs = CurveballSource.none
    /// The choices made, in order.
    public private(set) var choices: [PreviewChoice] = []
    /// Choices that the version that is played has no place for. They come back with a version that has one, until
    /// something else is chosen.
    public private(set) var lost: [PreviewChoice] = []
    /// The session that the choices make.
    public private(set) var session = Session()
    /// The session before the last choice.
    public private(set) var before = Session()
    /// Why the story cannot go on; nil when it can.
    public private(set) var fault: String?

    /// No conversation sends more mails than this in a row.
    static let mailLimit = 100

    /// Begins a scenario, in its first node or another one, with the values that its headers and declarations say.
    public init(_ scenario: Scenario, from node: String? = nil, seed: UInt64 = 1) {
        self.scenario = scenario
        self.seed = seed
        start = node ?? scenario.start
        begin()
    }

    /// The nodes it can begin in, in source order.
    public var nodes: [Program.Node] { scenario.program.nodes.filter { !$0.isHub } }

    /// The moment that is open.
    public var offer: Offer? {
        guard fault == nil, case .open = session.status else { return nil }
        return session.front.offer
    }

    // MARK: Choosing

    /// Takes the option with this index among those offered, from 0, after the moment was open for `taken` ms.
    ///
    /// A `#timeout` lets the reply clock run out, where there is one.
    /// - Throws: ``EngineRefusal`` when it is not on offer.
    public mutating func choose(_ index: Int, after taken: Int = 0) throws(EngineRefusal) {
        guard let offer, offer.options.indices.contains(index), offer.options[index].isAvailable else {
            throw EngineRefusal(description: "That reply is not on offer now.")
        }
        try make(PreviewChoice(index, of: offer, in: scenario.program, taken: taken), index)
    }

    /// Steps back and hands over.
    /// - Throws: ``EngineRefusal`` where the scenario has no one to hand over to.
    public mutating func stepBack(after taken: Int = 0) throws(EngineRefusal) {
        try make(PreviewChoice(steppingBackFrom: offer, taken: taken), 0)
    }

    /// Why one cannot step back now; nil where one can.
    public var stepBackRefusal: String? { engine.stepBackRefusal(in: session) }

    /// What could be said who steps back now; nothing of it has happened.
    /// - Throws: ``EngineRefusal`` where the scenario has no one to hand over to.
    public func scriptAtHand(after taken: Int = 0) throws(EngineRefusal) -> ScriptAtHand {
        try engine.scriptAtHand(in: session, at: time(after: taken))
    }

    /// Takes the last choice back.
    /// - Returns: whether there was one.
    @discardableResult
    public mutating func undo() -> Bool {
        guard !choices.isEmpty else { return false }
        let kept = Array(choices.dropLast())
        lost = []
        begin()
        _ = replay(kept)
        return true
    }

    /// Begins again in the same node.
    public mutating func restart() {
        lost = []
        begin()
    }

    /// Lets every curveball strike at its first place, or none; the same choices are made again, as far as they go.
    /// - Returns: why they could not all be made, a whole sentence; nil when they were.
    @discardableResult
    public mutating func strike(_ isOn: Bool) -> String? {
        curveballs = isOn ? .named(scenario.curveballs) : .none
        let wanted = choices
        begin()
        lost = []
        let obstacle = replay(wanted)
        lost = Array(wanted.dropFirst(choices.count))
        return obstacle
    }

    /// Begins in another node.
    public mutating func go(to node: String) {
        start = node
        restart()
    }

    /// Takes up a new version and makes the same choices again, as far as they can be found in it.
    public mutating func reload(_ version: Scenario) -> Reload {
        let difference = ScenarioDifference(from: scenario, to: version)
        let wanted = choices + lost
        scenario = version
        var obstacle: String?
        if scenario.program.node(named: start) == nil {
            obstacle = "The node \(start) is gone; this begins at \(scenario.start)."
            start = scenario.start
        }
        begin()
        lost = []
        guard obstacle == nil else {
            return Reload(difference: difference, replayed: 0, obstacle: obstacle)
        }
        obstacle = replay(wanted)
        lost = Array(wanted.dropFirst(choices.count))
        return Reload(difference: difference, replayed: choices.count, obstacle: obstacle)
    }

    // MARK: Replay

    private var engine: Engine {
        var scenario = scenario
        scenario.start = start
        return Engine(scenario: scenario, curveballs: curveballs)
    }

    private mutating func begin() {
        choices = []
        session = Session()
        before = Session()
        fault = nil
        do throws(EngineRefusal) {
            fold(
                try engine.begin(
                    seed: seed, settings: SessionSettings(difficulty: scenario.heading.difficulty.level)))
            before = session
            try sendMails()
        } catch {
            fault = error.description
        }
    }

    /// Makes choices until one cannot be made.
    /// - Returns: why it could not, a whole sentence.
    private mutating func replay(_ wanted: [PreviewChoice]) -> String? {
        for (number, choice) in wanted.enumerated() {
            let name = "The \(Self.ordinal(number + 1)) choice"
            if let fault { return "\(name) is not reached: \(fault)" }
            guard let offer else { return "\(name) is gone: the story is over before it." }
            if choice.role == nil {
                do throws(EngineRefusal) { try make(choice, 0) } catch { return "\(name) is gone: \(error)" }
                continue
            }
            guard let index = choice.index(among: offer.options, in: scenario.program) else {
                return "\(name) is gone: \(Self.quoted(choice.text))"
            }
            guard offer.options[index].isAvailable else {
                return "\(name) is not on offer now: \(Self.quoted(choice.text))"
            }
            do throws(EngineRefusal) {
                try make(
                    PreviewChoice(index, of: offer, in: scenario.program, taken: choice.taken), index)
            } catch {
                return "\(name) is gone: \(error)"
            }
        }
        return nil
    }

    /// The session time after the moment was open for so long, ms.
    private func time(after taken: Int) -> Int {
        max(session.time, (session.front.offer?.opens ?? 0) + session.takenBack + taken)
    }

    private mutating func make(_ choice: PreviewChoice, _ index: Int) throws(EngineRefusal) {
        let time = time(after: choice.taken)
        let clock = session.front.clock
        let events: [TimedEvent]
        do throws(EngineRefusal) {
            switch choice.role {
            case .timeout where clock != nil:
                let end = (clock?.runsOut ?? 0) + session.takenBack
                events = try engine.handle(.timePassed, in: session, at: max(time, end))
            case .say, .pause, .timeout: events = try engine.handle(.reply(index), in: session, at: time)
            case nil: events = try engine.handle(.stepBack, in: session, at: time)
            }
        } catch {
            // What is refused in a moment that is open is the story's own fault, and the author wants to see it.
            guard choice.role != nil else { throw error }
            choices.append(choice)
            lost = []
            fault = error.description
            return
        }
        before = session
        choices.append(choice)
        lost = []
        fold(events)
        do throws(EngineRefusal) { try sendMails() } catch { fault = error.description }
    }

    private mutating func sendMails() throws(EngineRefusal) {
        for _ in 0..<Self.mailLimit where session.front.offer?.isSend == true {
            let opens = (session.front.offer?.opens ?? 0) + session.takenBack
            fold(try engine.handle(.send, in: session, at: max(session.time, opens)))
        }
        guard session.front.offer?.isSend != true else {
            throw EngineRefusal(description: "The story sends mails without end.")
        }
    }

    private mutating func fold(_ events: [TimedEvent]) {
        for event in events { session.apply(event) }
    }

    /// A text in quotation marks at the end of a sentence.
    private static func quoted(_ text: String) -> String {
        "“\(text)”" + (text.last.map { ".?!…".contains($0) } == true ? "" : ".")
    }

    /// `4th`
    static func ordinal(_ number: Int) -> String {
        let ending =
            switch (number % 10, number % 100) {
            case (1, let tens) where tens != 11: "st"
            case (2, let tens) where tens != 12: "nd"
            case (3, let tens) where tens != 13: "rd"
            default: "th"
            }
        return "\(number)\(ending)"
    }
}
