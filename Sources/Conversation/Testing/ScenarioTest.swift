import Yarn

/// Plays the runs of a scenario's test plan, as its author means them.
///
/// The official format of test plans is kept, with three differences that Docs/Authoring.md explains: lines and
/// commands that a plan does not name pass silently, every run (`---`) is a fresh session, and there are more steps:
/// `time: 12s`, `wait`, `step_back`, `state: trust() >= 50`, `ending: ID`, `said: MOVE`, `seed: N`, `curveball: NAME`, `throw: NAME`, `type: "words"`, `aside: "words"`.
///
/// Without a listener a run that types is played up to there and is neither passed nor failed.
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
        /// The step that types a reply with nobody to hear it, where the run had to stop; nil when it did not.
        public var notYetHeard: Diagnostic?
        /// The ending that the plan wants of the run; empty for none.
        public var wanted: String
    }

    private let scenario: Scenario
    private let plan: TestPlan
    private let listener: Listener?

    /// A test of a scenario by a plan, whose typed replies are heard by a listener.
    public init(scenario: Scenario, plan: TestPlan, listener: Listener? = nil) {
        self.scenario = scenario
        self.plan = plan
        self.listener = listener
    }

    /// Plays every run.
    public func run() -> [RunResult] {
        plan.runs.enumerated().map { index, steps in
            var run = PlannedRun(scenario: scenario, listener: listener)
            var stop: Diagnostic?
            for step in steps {
                do throws(Diagnostic) {
                    try run.perform(step)
                } catch {
                    stop = error
                    break
                }
            }
            let ending = if case .ended(let ended) = run.session.status { ended.ending } else { "" }
            var wanted = ""
            for case .other("ending", let id) in steps.map(\.step) { wanted = id }
            let isUnheard = stop?.code == PlannedRun.notYetHeard
            return RunResult(
                number: index + 1, ending: ending, session: run.session, failure: isUnheard ? nil : stop,
                notYetHeard: isUnheard ? stop : nil, wanted: wanted)
        }
    }
}
