import Yarn

/// One run of a test plan being played.
struct PlannedRun {
    /// The code of a step that went otherwise than planned, and of one that types where nobody listens.
    static let failed = "RP0501", notYetHeard = "RP0502"

    let scenario: Scenario
    private(set) var engine: Engine
    private(set) var session = Session()
    private var seed: UInt64 = 1
    /// How demanding the run is; nil for the scenario's own level.
    private var level: Int?
    /// The session time that the plan has let pass, ms.
    private var reached = 0
    /// The sequence number up to which the plan has looked at what was said.
    private var seen = 0
    /// The options that the plan has listed for the next `select`.
    private var listed: [(text: String, isDisabled: Bool)] = []

    init(scenario: Scenario, listener: Listener?) {
        self.scenario = scenario
        // A plan says what happens in it: no curveball strikes that it does not name.
        engine = Engine(scenario: scenario, curveballs: .none, listener: listener)
    }

    /// What came instead of what the plan expected.
    private struct Miss: Error {
        var came: String
        var expected: String?
        var hint: String?
        var code = PlannedRun.failed

        init(_ came: String, expected: String? = nil, hint: String? = nil) {
            self.came = came
            self.expected = expected
            self.hint = hint
        }
    }

    /// The steps there are, for whoever misspells one.
    private static let steps = [
        "select", "wait", "interrupt", "time", "type", "aside", "step_back", "line", "option", "said", "state",
        "ending", "stop",
        "seed", "curveball", "throw", "difficulty", "thread",
    ]

    mutating func perform(_ placed: TestPlan.PlacedStep) throws(Diagnostic) {
        do throws(Miss) {
            if case .other("seed", let argument) = placed.step {
                guard let number = UInt64(argument), session.log.isEmpty else {
                    throw Miss("This seed cannot be used.", expected: "a whole number, in the first step of a run")
                }
                seed = number
                return
            }
            if case .other("curveball", let argument) = placed.step { return try name(curveball: argument) }
            if case .other("difficulty", let argument) = placed.step { return try set(difficulty: argument) }
            if session.log.isEmpty {
                let settings = SessionSettings(difficulty: level ?? scenario.heading.difficulty.level)
                let seed = seed
                try play { engine, _ throws(EngineRefusal) in try engine.begin(seed: seed, settings: settings) }
            }
            try step(placed.step)
        } catch {
            throw Diagnostic(
                code: error.code, severity: .error, message: error.came, span: placed.span, expected: error.expected,
                hint: error.hint)
        }
    }

    /// `curveball: LABEL` lets one strike at the next place that has room for it; `curveball: none` lets none.
    private mutating func name(curveball argument: String) throws(Miss) {
        guard argument != "none" else {
            engine.curveballs = .none
            return
        }
        let names = scenario.curveballs
        let labels = names.map { scenario.details(of: $0).curveball ?? $0 }
        guard names.contains(argument) || labels.contains(argument) else {
            throw Miss(
                "There is no curveball `\(argument)` in this scenario.",
                expected: labels.isEmpty ? nil : "one of \(labels.joined(separator: ", ")), or none",
                hint: Spelling.nearest(to: argument, in: labels + names).map { "Did you mean `\($0)`?" })
        }
        var wanted: [String] = []
        if case .named(let earlier) = engine.curveballs { wanted = earlier }
        engine.curveballs = .named(wanted + [argument])
    }

    /// `difficulty: stretching`: how demanding it is from here, or from the beginning in the first step.
    private mutating func set(difficulty argument: String) throws(Miss) {
        guard let wanted = ScenarioHeading.Difficulty(rawValue: argument)?.level else {
            let names = ScenarioHeading.Difficulty.allCases.map(\.rawValue)
            throw Miss(
                "There is no difficulty `\(argument)`.", expected: names.joined(separator: ", "),
                hint: Spelling.nearest(to: argument, in: names).map { "Did you mean `\($0)`?" })
        }
        guard !session.log.isEmpty else {
            level = wanted
            return
        }
        try act(.difficulty(wanted))
    }

    private mutating func step(_ step: TestPlan.Step) throws(Miss) {
        switch step {
        case .line(let text): try expectLine(text)
        case .option(let text, let isDisabled): listed.append((text, isDisabled))
        case .select(let number): try select(number)
        case .stop:
            guard case .ended = session.status else { throw Miss(whereabouts, expected: "the end of the story") }
        case .other(let directive, let argument): try own(directive, argument)
        case .set, .node, .saliency, .command:
            throw Miss(
                "This step of the official format has no meaning for a scenario: a session has no such input.",
                hint: "`rapport yarn test` plays plans with their official meaning.")
        }
    }

    private mutating func own(_ directive: String, _ argument: String) throws(Miss) {
        switch directive {
        case "ending":
            guard case .ended(let ended) = session.status else {
                throw Miss(whereabouts, expected: "the ending `\(argument)`")
            }
            guard ended.ending == argument else {
                let came = ended.ending.isEmpty ? "outside any ending" : "at `\(ended.ending)`"
                throw Miss("The run ended \(came).", expected: "the ending `\(argument)`")
            }
        case "wait":
            guard let index = session.front.offer?.index(of: .pause) else {
                throw Miss(whereabouts, expected: "a moment with a #pause option")
            }
            try reply(index)
        case "interrupt": try interrupt(argument)
        case "thread":
            let open = session.threads.map(\.name)
            guard open.contains(argument) else {
                throw Miss(
                    "There is no conversation `\(argument)` here.", expected: "one of \(listing(open))",
                    hint: Spelling.nearest(to: argument, in: open).map { "Did you mean `\($0)`?" })
            }
            let opened = session.thread(argument).opened + session.takenBack
            // Turning says nothing: what was said there meanwhile has not been looked at yet.
            let before = seen
            try act(.turn(to: argument), at: max(session.time, opened, reached))
            seen = before
        case "step_back":
            guard session.front.offer != nil || session.front.isResting else {
                throw Miss(whereabouts, expected: "a moment to step back from")
            }
            try act(.stepBack)
        case "throw": try act(.strike(argument))
        case "time":
            guard let length = StoryDuration.milliseconds(argument) else {
                throw Miss("`\(argument)` is no length of time.", expected: "seconds or minutes, as in 45s or 2m")
            }
            let end = now + length
            try act(.timePassed, at: end)
            reached = end
        case "said":
            guard session.moves.contains(argument) else {
                let so = session.moves.isEmpty ? "Nothing was said so far." : "Said so far: \(listing(session.moves))."
                throw Miss(so, expected: "the move `\(argument)`")
            }
        case "state": try expectTrue(argument)
        case "type": try type(argument, isAside: false)
        case "aside": try type(argument, isAside: true)
        default:
            throw Miss(
                "There is no step `\(directive)`.", expected: "one of \(Self.steps.joined(separator: ", "))",
                hint: Spelling.nearest(to: directive, in: Self.steps).map { "Did you mean `\($0)`?" })
        }
    }

    /// Where the run stands, a whole sentence.
    private var whereabouts: String {
        if case .ended(let ended) = session.status {
            return ended.ending.isEmpty ? "The story is over." : "The story is over, at `\(ended.ending)`."
        }
        guard let offer = session.front.offer else { return "No moment is open in the node \(session.front.node)." }
        let options = offer.options.enumerated().map { "\($0 + 1) \($1.text)" }.joined(separator: " | ")
        return "The moment “\(offer.moment)” is open with \(options)"
    }

    private func listing(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }

    // MARK: Expectations

    private mutating func expectLine(_ text: String?) throws(Miss) {
        let rest = session.front.transcript.filter { $0.sequence > seen }
        guard let text else {
            guard !rest.isEmpty else { throw Miss("Nothing more was said.", expected: "any line") }
            seen = rest[0].sequence
            return
        }
        guard let index = rest.firstIndex(where: { "\($0.speaker): \($0.text)" == text }) else {
            let heard = rest.map { "\($0.speaker): \($0.text)" }
            let near = Spelling.nearest(to: text, in: heard)
            throw Miss(
                heard.isEmpty
                    ? "Nothing was said since the step before." : "Said since the step before: \(listing(heard)).",
                expected: "the line `\(text)`", hint: near.map { "Did you mean `\($0)`?" })
        }
        seen = rest[index].sequence
    }

    private mutating func expectTrue(_ expression: String) throws(Miss) {
        guard let memory = session.memory else { throw Miss("Nothing has been played yet.") }
        let value: Value
        do {
            value = try scenario.program.evaluate(
                expression, memory: memory, host: SessionFunctions(session: session, thread: session.frontName))
        } catch {
            throw Miss("`\(expression)` cannot be read: \(error.message)", hint: error.hint)
        }
        guard value == .bool(true) else {
            let front = session.front
            throw Miss(
                "It does not hold: trust \(front.trust), heat \(front.heat), effort \(front.effort).",
                expected: "`\(expression)`")
        }
    }

    private mutating func select(_ number: Int) throws(Miss) {
        guard let offer = session.front.offer else { throw Miss(whereabouts, expected: "something to choose") }
        for option in listed {
            guard let found = offer.options.first(where: { $0.text == option.text }) else {
                throw Miss(whereabouts, expected: "the option `\(option.text)`")
            }
            guard found.isAvailable != option.isDisabled else {
                throw Miss(
                    "`\(option.text)` is \(found.isAvailable ? "" : "not ")available.",
                    expected: option.isDisabled ? "it is not available" : "it is available")
            }
        }
        listed = []
        guard offer.options.indices.contains(number - 1) else {
            throw Miss(whereabouts, expected: "an option \(number)")
        }
        guard offer.options[number - 1].isAvailable else {
            throw Miss("`\(offer.options[number - 1].text)` is not available.", expected: "an option to choose")
        }
        try reply(number - 1)
    }

    /// `"words"`, or `"words" as MOVE` where the learner says what was meant, `as none` for none of the moves.
    private func typed(_ argument: String) throws(Miss) -> (words: String, meant: String??) {
        guard argument.first == "\"", let end = argument.lastIndex(of: "\""),
            argument.index(after: argument.startIndex) < end
        else { throw Miss("This types nothing.", expected: "type: and the words in quotes") }
        let words = String(argument[argument.index(after: argument.startIndex)..<end])
        let rest = argument[argument.index(after: end)...].split(whereSeparator: \.isWhitespace).map(String.init)
        guard !rest.isEmpty else { return (words, nil) }
        guard rest.count == 2, rest[0] == "as" else {
            throw Miss("This cannot be read behind the words.", expected: "as and a move, or as none")
        }
        guard rest[1] != "none" else { return (words, .some(nil)) }
        let known = engine.listener?.vocabulary.moves.map(\.id) ?? [rest[1]]
        guard known.contains(rest[1]) else {
            throw Miss(
                "There is no move `\(rest[1])`.",
                hint: Spelling.nearest(to: rest[1], in: known).map { "Did you mean `\($0)`?" })
        }
        return (words, .some(rest[1]))
    }

    /// Types words, which one of the replies has to be heard in, or none of them.
    private mutating func type(_ argument: String, isAside: Bool) throws(Miss) {
        let (words, meant) = try typed(argument)
        guard engine.listener != nil else {
            var miss = Miss(
                "A typed reply cannot be heard without the hearing table; the run stops here.",
                hint: "The folder moves/ of the content has it, or `--content` names the folder that does.")
            miss.code = Self.notYetHeard
            throw miss
        }
        guard let offer = session.front.offer else { throw Miss(whereabouts, expected: "a moment to answer") }
        try act(.say(words))
        if let meant {
            let before = seen
            try act(.meant(meant))
            seen = before
        }
        let reply = session.moments.first(where: { $0.sequence == offer.sequence })?.reply
        guard (reply?.isAside ?? true) != isAside else { return }
        guard !isAside else {
            throw Miss(
                "The words were taken for one of the replies: \(reply?.moves.joined(separator: " ") ?? "").",
                expected: "that they are none of them")
        }
        let heard = reply?.heard.map { "\($0.move) \($0.percent)" }.joined(separator: ", ") ?? ""
        let options = offer.lines.map { "\($0.index + 1) \($0.option.moves.joined(separator: " "))" }
        throw Miss(
            "The words were taken for none of the replies; heard was \(heard.isEmpty ? "no move" : heard).",
            expected: "one of \(options.joined(separator: " | "))")
    }

    /// `2`, or `2 after 7`: takes an option while somebody still speaks.
    private mutating func interrupt(_ argument: String) throws(Miss) {
        let words = argument.split(separator: " ")
        let number = words.first.flatMap { Int($0) }
        let after = words.count == 3 && words[1] == "after" ? Int(words[2]) : nil
        guard let number, words.count == 1 || after != nil else {
            throw Miss("This interrupts nothing.", expected: "interrupt: 2, or interrupt: 2 after 7")
        }
        guard let time = session.time(after: after), session.interruption(at: time) != nil else {
            throw Miss("Nobody can be interrupted here.", expected: "a call in which somebody is still speaking")
        }
        guard let offer = session.front.offer, offer.options.indices.contains(number - 1) else {
            throw Miss(whereabouts, expected: "an option \(number)")
        }
        try act(.reply(number - 1), at: max(session.time, time + session.takenBack))
    }

    // MARK: Playing

    private mutating func reply(_ index: Int) throws(Miss) { try act(.reply(index)) }

    private mutating func act(_ input: SessionInput, at time: Int? = nil) throws(Miss) {
        seen = session.sequence
        let time = time ?? now
        try play { engine, session throws(EngineRefusal) in try engine.handle(input, in: session, at: time) }
    }

    /// The session time at which the next reply can be given, ms.
    private var now: Int {
        max(session.time, (session.front.offer?.opens ?? 0) + session.takenBack, reached)
    }

    /// Plays on, and sends every mail that is complete.
    private mutating func play(
        _ turn: (Engine, Session) throws(EngineRefusal) -> [TimedEvent]
    ) throws(Miss) {
        do throws(EngineRefusal) {
            fold(try turn(engine, session))
            for _ in 0..<Preview.mailLimit where session.front.offer?.isSend == true {
                fold(try engine.handle(.send, in: session, at: now))
            }
        } catch {
            throw Miss(error.description)
        }
        guard session.front.offer?.isSend != true else { throw Miss("The story sends mails without end.") }
    }

    private mutating func fold(_ events: [TimedEvent]) {
        for event in events { session.apply(event) }
    }
}
