import Yarn

/// Plays the runs of a scenario's test plan, as its author means them.
///
/// The official format of test plans is kept, with three differences that Docs/Authoring.md explains: lines and
/// commands that a plan does not name pass silently, every run (`---`) is a fresh session, and there are more steps:
/// `time: 12s`, `wait`, `state: trust() >= 50`, `ending: ID`, `said: MOVE`, `seed: N`.
public struct ScenarioTest: Sendable {
    /// What came of one run.
    public struct RunResult: Sendable {
        /// Its number in the plan, from 1.
        public var number: Int
        /// The ending it came to; empty for none.
        public var ending: String
        /// The session that was played.
        public var session: Session
        /// What went otherwise than planned; nil when nothing did.
        public var failure: Diagnostic?
    }

    private let scenario: Scenario
    private let plan: TestPlan

    /// A test of a scenario by a plan.
    public init(scenario: Scenario, plan: TestPlan) {
        self.scenario = scenario
        self.plan = plan
    }

    /// Plays every run.
    public func run() -> [RunResult] {
        plan.runs.enumerated().map { index, steps in
            var run = PlannedRun(scenario: scenario)
            var failure: Diagnostic?
            for step in steps {
                do throws(Diagnostic) {
                    try run.perform(step)
                } catch {
                    failure = error
                    break
                }
            }
            let ending = if case .ended(let ended) = run.session.status { ended.ending } else { "" }
            return RunResult(number: index + 1, ending: ending, session: run.session, failure: failure)
        }
    }
}

/// One run being played.
private struct PlannedRun {
    let scenario: Scenario
    let engine: Engine
    var session = Session()
    var seed: UInt64 = 1
    /// How many transcript entries the plan has looked at.
    var seen = 0
    /// The options that the plan has listed for the next `select`.
    var listed: [(text: String, isDisabled: Bool)] = []

    init(scenario: Scenario) {
        self.scenario = scenario
        engine = Engine(scenario: scenario)
    }

    mutating func perform(_ placed: TestPlan.PlacedStep) throws(Diagnostic) {
        func failure(_ message: String, hint: String? = nil) -> Diagnostic {
            Diagnostic(code: "RP0501", severity: .error, message: message, span: placed.span, hint: hint)
        }
        do throws(EngineRefusal) {
            if case .other("seed", let argument) = placed.step {
                guard let number = UInt64(argument), session.log.isEmpty else {
                    throw EngineRefusal(description: "`seed:` takes a whole number and stands first in a run")
                }
                seed = number
                return
            }
            try begin()
            try step(placed.step)
        } catch {
            throw failure(error.description)
        }
    }

    private mutating func begin() throws(EngineRefusal) {
        guard session.log.isEmpty else { return }
        let settings = SessionSettings(difficulty: scenario.heading.difficulty.level)
        fold(try engine.begin(seed: seed, settings: settings))
        try sendIfReady()
    }

    private mutating func step(_ step: TestPlan.Step) throws(EngineRefusal) {
        switch step {
        case .line(let text): try expectLine(text)
        case .option(let text, let isDisabled): listed.append((text, isDisabled))
        case .select(let number): try select(number)
        case .stop:
            guard case .ended = session.status else { throw refused("the story has not ended: \(whereabouts)") }
        case .other("ending", let id):
            guard case .ended(let ended) = session.status else {
                throw refused("the story has not come to an ending: \(whereabouts)")
            }
            guard ended.ending == id else { throw refused("this run ends at `\(ended.ending)`, not at `\(id)`") }
        case .other("wait", _):
            guard let index = session.front.offer?.index(of: .pause) else {
                throw refused("there is no #pause option here: \(whereabouts)")
            }
            try reply(index)
        case .other("time", let argument):
            guard let length = StoryDuration.milliseconds(argument) else {
                throw refused("`\(argument)` is no length of time: 45s, 2m")
            }
            try pass(length)
        case .other("said", let move):
            guard session.moves.contains(move) else {
                throw refused("`\(move)` was not said; so far: \(session.moves.joined(separator: ", "))")
            }
        case .other("state", let expression): try expectTrue(expression)
        case .other(let directive, _): throw refused("there is no step `\(directive):`")
        case .set, .node, .saliency, .command:
            throw refused("this step of the official format has no meaning for a scenario's plan")
        }
    }

    private func refused(_ message: String) -> EngineRefusal { EngineRefusal(description: message) }

    /// Where the run stands, for a failure.
    private var whereabouts: String {
        guard let offer = session.front.offer else { return "no moment is open in node \(session.front.node)" }
        let options = offer.options.enumerated().map { "\($0 + 1) \($1.text)" }.joined(separator: " | ")
        return "the moment “\(offer.moment)” is open with \(options)"
    }

    private mutating func expectLine(_ text: String?) throws(EngineRefusal) {
        let rest = session.front.transcript.dropFirst(seen)
        guard let text else {
            seen = min(seen + 1, session.front.transcript.count)
            return
        }
        guard let index = rest.firstIndex(where: { "\($0.speaker): \($0.text)" == text }) else {
            let heard = rest.map { "\($0.speaker): \($0.text)" }.joined(separator: " / ")
            throw refused("this line was not spoken; since the last step: \(heard.isEmpty ? "nothing" : heard)")
        }
        seen = index + 1
    }

    private mutating func select(_ number: Int) throws(EngineRefusal) {
        guard let offer = session.front.offer else { throw refused("there is nothing to choose: \(whereabouts)") }
        for option in listed {
            let found = offer.options.first { $0.text == option.text }
            guard let found else { throw refused("there is no option `\(option.text)`: \(whereabouts)") }
            guard found.isAvailable != option.isDisabled else {
                throw refused("`\(option.text)` is \(found.isAvailable ? "available" : "not available")")
            }
        }
        listed = []
        guard offer.options.indices.contains(number - 1) else {
            throw refused("there is no option \(number): \(whereabouts)")
        }
        try reply(number - 1)
    }

    private mutating func reply(_ index: Int) throws(EngineRefusal) {
        seen = session.front.transcript.count
        fold(try engine.handle(.reply(index), in: session, at: now))
        try sendIfReady()
    }

    private mutating func pass(_ length: Int) throws(EngineRefusal) {
        seen = session.front.transcript.count
        fold(try engine.handle(.timePassed, in: session, at: now + length))
        try sendIfReady()
    }

    /// The session time at which the next reply can be given.
    private var now: Int {
        max(session.time, (session.front.offer?.opens ?? 0) + session.takenBack)
    }

    private mutating func sendIfReady() throws(EngineRefusal) {
        while session.front.offer?.isSend == true {
            fold(try engine.handle(.send, in: session, at: now))
        }
    }

    private mutating func expectTrue(_ expression: String) throws(EngineRefusal) {
        guard let memory = session.position?.memory else { throw refused("nothing has been played yet") }
        let value: Value
        do {
            value = try scenario.program.evaluate(
                expression, memory: memory, host: SessionFunctions(session: session))
        } catch {
            throw refused("`\(expression)` cannot be read: \(error.message)")
        }
        guard value == .bool(true) else {
            let front = session.front
            throw refused(
                "`\(expression)` does not hold: trust \(front.trust), heat \(front.heat), effort \(front.effort)")
        }
    }

    private mutating func fold(_ events: [TimedEvent]) {
        for event in events { session.apply(event) }
    }
}
