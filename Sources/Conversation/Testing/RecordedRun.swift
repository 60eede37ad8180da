import Yarn

/// What somebody did in a session, so that a test plan can do it again: one run, in the format of test plans.
///
/// Only the way that led to the end is kept: what was tried and taken back by going back to a moment is left out.
public struct RecordedRun: Sendable {
    /// One thing that was done.
    private struct Act {
        /// Its event's sequence number.
        var sequence: Int
        var kind: Kind
        /// How long the moment had been open, ms.
        var taken: Int
        /// The words, for whoever reads the plan.
        var text: String

        /// Somebody did it; it is not what the plan has to arrange.
        var isOfAgent: Bool {
            switch kind {
            case .curveball, .difficulty, .turn: false
            default: true
            }
        }

        enum Kind {
            case select(Int)
            /// Words of one's own, taken for a reply or for none, and what was meant by them where the learner said it.
            case type(String, isAside: Bool, meant: String??)
            /// The same while somebody still spoke, after so many words.
            case interrupt(Int, after: Int)
            case pause
            /// The clock ran out.
            case silence
            case stepBack
            /// A curveball struck, and the level was another: what a plan has to say before what led there.
            case curveball(String), difficulty(Int)
            /// Another conversation was turned to, by its name.
            case turn(String)
            /// Whoever runs the room threw a curveball, by its name.
            case strike(String)
        }
    }

    /// How exactly a plan keeps the time that replies took.
    private enum Timing: CaseIterable {
        case clocksOnly, wholeSeconds, milliseconds
    }

    private let session: Session
    private var acts: [Act] = []

    /// Reads what was done from a session's log.
    public init(_ session: Session) {
        self.session = session
        var ranOut = false
        var opens = 0
        var played = Session()
        var heard: Int?
        var meant: String??
        for (index, timed) in session.log.enumerated() {
            let sequence = index + 1
            switch timed.event {
            case .optionsOffered(let offered): opens = timed.time + offered.after
            case .clockRanOut: ranOut = true
            case .interrupted: heard = played.wordsHeard(at: played.local(timed.time))
            case .replied(let reply):
                var kind: Act.Kind =
                    ranOut && reply.role == .timeout
                    ? .silence : reply.role == .pause ? .pause : .select(reply.option + 1)
                if let words = heard { kind = .interrupt(reply.option + 1, after: words) }
                if reply.isTyped == true {
                    kind = .type(reply.text, isAside: reply.option < 0, meant: meant)
                }
                (heard, meant) = (nil, nil)
                acts.append(Act(sequence: sequence, kind: kind, taken: reply.taken, text: reply.text))
                ranOut = false
            case .steppedBack:
                heard = nil
                acts.append(
                    Act(sequence: sequence, kind: .stepBack, taken: max(0, timed.time - opens), text: "step back"))
            case .turnedTo: acts.append(Act(sequence: sequence, kind: .turn(timed.thread), taken: 0, text: ""))
            case .curveballStruck(let struck) where struck.interrupts == true:
                acts.append(
                    Act(
                        sequence: sequence, kind: .strike(struck.label), taken: max(0, timed.time - opens),
                        text: "A curveball is thrown."))
            case .curveballStruck(let struck):
                // It is named before the act that brings it about.
                let cause = acts.lastIndex { $0.isOfAgent } ?? acts.endIndex
                acts.insert(
                    Act(
                        sequence: cause < acts.endIndex ? acts[cause].sequence : sequence,
                        kind: .curveball(struck.label), taken: 0, text: struck.label), at: cause)
            case .difficultyChanged(let change) where change.from != change.to:
                acts.append(Act(sequence: sequence, kind: .difficulty(change.to), taken: 0, text: "difficulty"))
            case .hearingCorrected(let corrected): meant = .some(corrected.meant)
            case .rewound(let rewound):
                meant = nil
                acts.removeAll { $0.sequence > rewound.to }
                opens = timed.time
            default: break
            }
            played.apply(timed)
        }
    }

    /// How many things were done.
    public var count: Int { acts.count { $0.isOfAgent } }

    /// The run as text, each step with the words it stands for. It passes when it is played against the scenario, and
    /// comes to what the session came to.
    ///
    /// Times and a seed are written only where the story goes otherwise without them.
    /// - Throws: ``Problem`` when no plan plays this session again.
    public func plan(for scenario: Scenario, listener: Listener? = nil) throws(Problem) -> String {
        guard session.began != nil else { throw Problem("Nothing has happened in this session yet.") }
        let wanted = Trace(session)
        var sameEnding: String?
        var obstacle = "It comes to another ending."
        for withSeed in [false, true] {
            for timing in Timing.allCases {
                let text = text(timing, withSeed: withSeed, level: scenario.heading.difficulty.level)
                let plan = TestPlan(parsing: SourceFile(name: "recorded.testplan", text: text))
                guard let result = ScenarioTest(scenario: scenario, plan: plan, listener: listener).run().first else {
                    continue
                }
                if let failure = result.failure {
                    obstacle = failure.message
                    continue
                }
                if Trace(result.session) == wanted { return text }
                if sameEnding == nil, wanted.ending == Trace(result.session).ending { sameEnding = text }
            }
        }
        guard let sameEnding else {
            throw Problem(
                "A plan cannot play this session again, because plans never go back to a moment and this scenario "
                    + "asks for the attempt, or because the session began elsewhere. \(obstacle)")
        }
        return sameEnding
    }

    /// A test plan with a run added at its end.
    /// - Parameters:
    ///   - plan: the plan so far, empty for none.
    ///   - run: the run's steps.
    ///   - comment: a line about it.
    public static func adding(_ run: String, to plan: String, comment: String) -> String {
        let parsed = TestPlan(parsing: SourceFile(name: "", text: plan))
        var text = plan
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        let isOpen = parsed.runs.last?.isEmpty ?? true
        if !isOpen { text += "\n---\n\n" }
        return text + "# \(commented(comment))\n" + run
    }

    /// Why a session is no plan, in people's words.
    public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        /// The reason, whole sentences.
        public var description: String

        init(_ description: String) {
            self.description = description
        }
    }

    private static func name(of level: Int) -> String? {
        ScenarioHeading.Difficulty.allCases.first { $0.level == level }?.rawValue
    }

    private func text(_ timing: Timing, withSeed: Bool, level: Int) -> String {
        var text = ""
        func add(_ step: TestPlan.Step) { text += "\(step)\n" }
        if let began = session.began, began.difficulty != level, let name = Self.name(of: began.difficulty) {
            add(.other(directive: "difficulty", argument: name))
        }
        if withSeed, let began = session.began { add(.other(directive: "seed", argument: String(began.seed))) }
        // Turning somewhere and doing nothing more there is no step; at the end it may not even be possible.
        let last = acts.lastIndex { $0.isOfAgent } ?? acts.endIndex - 1
        for act in acts.prefix(last + 1) {
            if case .curveball(let label) = act.kind {
                add(.other(directive: "curveball", argument: label))
                continue
            }
            if case .difficulty(let level) = act.kind {
                if let name = Self.name(of: level) { add(.other(directive: "difficulty", argument: name)) }
                continue
            }
            if case .turn(let name) = act.kind {
                add(.other(directive: "thread", argument: name))
                continue
            }
            text += "# \(Self.commented(act.text))\n"
            if case .silence = act.kind {
                add(.other(directive: "time", argument: StoryDuration.seconds(act.taken)))
                continue
            }
            let taken =
                switch timing {
                case .clocksOnly: 0
                case .wholeSeconds: act.taken / 1_000 * 1_000
                case .milliseconds: act.taken
                }
            if taken > 0 { add(.other(directive: "time", argument: StoryDuration.seconds(taken))) }
            switch act.kind {
            case .select(let number): add(.select(number))
            case .type(let words, let isAside, let meant):
                let sense = meant.map { " as \($0 ?? "none")" } ?? ""
                add(
                    .other(
                        directive: isAside ? "aside" : "type", argument: "\"\(Self.oneLine(words))\"\(sense)"))
            case .interrupt(let number, let words):
                add(.other(directive: "interrupt", argument: "\(number) after \(words)"))
            case .pause: add(.other(directive: "wait", argument: ""))
            case .stepBack: add(.other(directive: "step_back", argument: ""))
            case .strike(let label): add(.other(directive: "throw", argument: label))
            case .silence, .curveball, .difficulty, .turn: break
            }
        }
        if case .ended(let ended) = session.status, !ended.ending.isEmpty {
            add(.other(directive: "ending", argument: ended.ending))
        }
        return text
    }

    /// A text as it may stand in a comment: one line, not long.
    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func commented(_ text: String) -> String {
        let words = oneLine(text)
        return words.count > 72 ? String(words.prefix(71)) + "…" : words
    }
}

/// What a session came to, without when: what two plays of the same run have in common.
private struct Trace: Equatable {
    var words: [String]
    var measures: [Int]
    var promises: [Commitment.State]
    var ending: String

    init(_ session: Session) {
        words = session.threads.flatMap(\.transcript).map { "\($0.speaker): \($0.text)" }
        measures = session.threads.flatMap { [$0.trust, $0.heat, $0.effort] }
        promises = session.commitments.map(\.state)
        ending = if case .ended(let ended) = session.status { ended.ending } else { "" }
    }
}
