import Yarn

/// Runs a ``WalkProgram`` from one moment to the next, along every branch that is open.
struct Walker: Sendable {
    /// Why a run stopped.
    enum Stop: Hashable, Sendable {
        case offer(group: Int)
        case send
        case finished
        /// It cannot go on; the trouble is written down.
        case broken
    }

    /// Where a run came to.
    struct Outcome: Sendable {
        var state: WalkState
        var stop: Stop
        /// What was met on the way: nodes as `node X`, lines by their ids.
        var trace: [String] = []
    }

    /// A run under way.
    struct Run: Sendable {
        var state: WalkState
        var trace: [String] = []
        /// How often it came to a branch that was open.
        var forks = 0
        var jumps = 0
        /// Where it has been since the last moment.
        var trail: Set<Trail> = []
        var nodes: [String] = []
        /// The first step of the option that was taken at the moment.
        var origin: Int?
        /// The options that were passed by in this node, since none was available.
        var passed: Int?
    }

    struct Trail: Hashable, Sendable {
        var state: WalkState
        var forks: Int
    }

    /// Time that people take on top of the story's own jumps, between two moments, ms.
    private static let slack = 60_000
    /// Jumps between two moments that no story needs.
    private static let mostJumps = 2_000

    let program: WalkProgram
    var findings: WalkFindings
    /// Leaves every fact open: finite for every scenario, and never says that something cannot be reached that can.
    var isAbstract = false
    var isTracing = false
    private var pending: [Run] = []
    private var outcomes: [Outcome] = []
    private var joined: Set<WalkState> = []
    /// The conversations that were opened beside the others and that nobody has walked yet.
    private var opened: [WalkState] = []
    private var known: Set<WalkState> = []

    init(_ program: WalkProgram) {
        self.program = program
        findings = WalkFindings(program)
    }

    /// Every outcome of going on from some states.
    mutating func run(_ states: [WalkState], entering node: Int? = nil, origin: Int? = nil) -> [Outcome] {
        outcomes = []
        joined = []
        pending = states.reversed().map { state in
            var run = Run(state: state)
            run.origin = origin
            if let node { enter(node, &run) }
            return run
        }
        while var run = pending.popLast() { go(&run) }
        return outcomes
    }

    private mutating func stop(_ run: Run, _ stop: Stop) {
        var state = run.state
        program.forget(&state)
        outcomes.append(Outcome(state: state, stop: stop, trace: run.trace))
    }

    private mutating func fail(_ run: Run, _ kind: WalkFindings.Trouble.Kind, at step: Int) {
        findings.report(kind, at: step)
        stop(run, .broken)
    }

    /// Runs until it stops; what branches off waits in `pending`.
    private mutating func go(_ run: inout Run) {
        while true {
            let place = run.state.key.place
            guard program.steps.indices.contains(place) else { return }
            findings.reached[place] = true
            run.state.key.place += 1
            switch program.steps[place] {
            case .line(let line):
                findings.lineChannels[line].insert(run.state.key.channel)
                if isTracing { run.trace.append(program.lines[line].lineID ?? "") }
            case .set(let fact, let value):
                let parts = isAbstract ? [(nil, run.state)] : run.state.split(byValueOf: value)
                for (index, part) in parts.enumerated() {
                    var next = run
                    next.state = part.state
                    next.state.key.facts[fact] =
                        program.sharedFacts.contains(fact)
                        ? .unknown : part.value.map(WalkState.Fact.known) ?? .unknown
                    if index == 0 { run = next } else { pending.append(next) }
                }
            case .mark(let fact):
                let isOpen = isAbstract || program.sharedFacts.contains(fact)
                run.state.key.facts[fact] = isOpen ? .unknown : .known(.bool(true))
            case .branch(let condition, let other):
                let (holds, fails) = run.state.split(by: condition)
                if var fails {
                    fails.key.place = other
                    if holds == nil {
                        run.state = fails
                        continue
                    }
                    var next = run
                    next.state = fails
                    next.forks += condition.measures.isEmpty ? 1 : 0
                    pending.append(next)
                    run.forks = next.forks
                }
                if let holds { run.state = holds }
            case .goTo(let target): run.state.key.place = target
            case .join:
                guard run.forks > 0, !isTracing else { continue }
                var state = run.state
                program.forget(&state)
                if !joined.insert(state).inserted { return }
            case .command(let command):
                if command == .send {
                    run.state.key.place = place
                    return stop(run, .send)
                }
                perform(command, at: place, &run)
            case .openCommand(let name):
                if let measure = Measure(rawValue: name) { run.state[measure] = .all }
            case .offer(let group):
                run.state.key.place = place
                guard offer(group, &run) else { return }
            case .jump(let node):
                guard jump(to: node, at: place, &run) else { return }
            case .jumpBy(let target), .detourBy(let target):
                guard go(to: target, at: place, &run) else { return }
            case .detour(let node):
                guard detour(to: node, at: place, &run) else { return }
            case .leave:
                complete(program.owners[place], &run.state)
                guard let back = run.state.key.returns.popLast() else { return finish(run, at: place) }
                run.state.key.place = back
                arrive(program.owners[back], &run)
            case .stop:
                completeAll(program.owners[place], &run.state)
                return finish(run, at: place)
            }
        }
    }

    private mutating func finish(_ run: Run, at step: Int) {
        if run.state.key.thread > 0 {
            // A conversation beside the others ends, and the session does not.
        } else if run.state.key.ending >= 0 {
            findings.endings.insert(run.state.key.ending)
        } else {
            // An option that lets the story run out of its own node is the place to mend.
            let blamed = [run.passed, run.origin].compactMap(\.self).first {
                program.owners[$0] == program.owners[step]
            }
            findings.report(.deadEnd, at: blamed ?? step)
        }
        stop(run, .finished)
    }

    // MARK: Nodes

    private func enter(_ node: Int, _ run: inout Run) {
        run.state.key.place = program.nodes[node].entry
        arrive(node, &run)
    }

    private func arrive(_ node: Int, _ run: inout Run) {
        guard !program.nodes[node].isHub else { return }
        if let ending = program.nodes[node].ending { run.state.key.ending = ending }
        if isTracing { run.trace.append("node \(program.nodes[node].name)") }
    }

    private func complete(_ node: Int, _ state: inout WalkState) {
        guard let fact = program.visits[node] else { return }
        guard !isAbstract, !program.sharedFacts.contains(fact),
            case .known(.number(let count)) = state.key.facts[fact]
        else {
            state.key.facts[fact] = .unknown
            return
        }
        state.key.facts[fact] = .known(.number(min(count + 1, Float(WalkProgram.mostVisits))))
    }

    private func completeAll(_ node: Int, _ state: inout WalkState) {
        complete(node, &state)
        for place in state.key.returns { complete(program.owners[place], &state) }
        state.key.returns = []
    }

    /// - Returns: whether the run goes on.
    private mutating func jump(to node: Int, at step: Int, _ run: inout Run) -> Bool {
        completeAll(program.owners[step], &run.state)
        enter(node, &run)
        return isFresh(node, at: step, &run)
    }

    private mutating func detour(to node: Int, at step: Int, _ run: inout Run) -> Bool {
        guard run.state.key.returns.count < (isAbstract ? 12 : Language.detourLimit) else {
            if !isAbstract {
                let message =
                    "More than \(Language.detourLimit) nodes wait for each other here; the last is "
                    + "`\(program.nodes[node].name)`."
                fail(run, .fault(message), at: step)
            }
            return false
        }
        run.state.key.returns.append(step + 1)
        enter(node, &run)
        return isFresh(node, at: step, &run)
    }

    /// Notices when a run comes again to where it was since the last moment, and nothing has changed.
    private mutating func isFresh(_ node: Int, at step: Int, _ run: inout Run) -> Bool {
        run.jumps += 1
        let name = program.nodes[node].title
        var state = run.state
        program.forget(&state)
        let isNew = run.trail.insert(Trail(state: state, forks: run.forks)).inserted
        if isNew, run.jumps < Self.mostJumps {
            if run.nodes.count < 8, !run.nodes.contains(name) { run.nodes.append(name) }
            return isTracing || run.forks == 0 || joined.insert(state).inserted
        }
        if !isAbstract { fail(run, .loop(nodes: run.nodes), at: step) }
        return false
    }

    /// A jump or detour to a name that is computed.
    private mutating func go(to target: WalkExpression, at step: Int, _ run: inout Run) -> Bool {
        let isDetour = if case .detourBy = program.steps[step] { true } else { false }
        for part in run.state.split(byValueOf: target) {
            var next = run
            next.state = part.state
            var nodes = Array(program.nodes.indices)
            if case .string(let name)? = part.value {
                guard let node = program.nodeSlots[name] else {
                    fail(next, .fault("There is no node `\(name)` to go to."), at: step)
                    continue
                }
                nodes = [node]
            } else {
                next.forks += 1
            }
            for node in nodes {
                var branch = next
                let goesOn = isDetour ? detour(to: node, at: step, &branch) : jump(to: node, at: step, &branch)
                if goesOn { pending.append(branch) }
            }
        }
        return false
    }

    // MARK: Moments

    /// Stops at a moment where something is available.
    /// - Returns: whether the run goes on behind it, since nothing is.
    private mutating func offer(_ group: Int, _ run: inout Run) -> Bool {
        var rest: WalkState? = run.state
        for choice in program.groups[group].choices {
            guard let condition = choice.condition else {
                rest = nil
                break
            }
            rest = rest.flatMap { $0.split(by: condition).fails }
        }
        let isAvailable = program.groups[group].choices.contains { choice in
            choice.condition.map { run.state.split(by: $0).holds != nil } ?? true
        }
        if isAvailable {
            var offered = run
            if let attempt = program.attempt { offered.state.key.facts[attempt] = .unknown }
            findings.offered[group] = true
            findings.groupChannels[group].insert(run.state.key.channel)
            if run.state.key.clock >= 0 { findings.offeredWithClock[group] = true }
            stop(offered, .offer(group: group))
        }
        guard var rest else { return false }
        run.passed = rest.key.place
        rest.key.place = program.groups[group].otherwise
        run.state = rest
        return true
    }

    // MARK: Commands

    private mutating func perform(_ command: ScenarioCommand, at step: Int, _ run: inout Run) {
        switch command {
        case .channel(let channel):
            run.state.key.channel = channel
            if let fact = program.channel {
                run.state.key.facts[fact] = isAbstract ? .unknown : .known(.string(channel.rawValue))
            }
        case .shift(let measure, let by):
            run.state[measure] = isAbstract ? .all : run.state[measure].shifted(by: by)
        case .replyWithin: run.state.key.clock = step
        case .later(let jump): pass(jump, &run)
        case .promise(let id, let due):
            guard let index = program.promises.firstIndex(of: id) else { return }
            guard !program.sharedPromises.contains(index) else { return findings.note(index, remaining: 0) }
            run.state.key.promises[index].remaining = due
            findings.note(index, remaining: due)
            if isAbstract { run.state.key.promises[index] = WalkState.Promise(isUnknown: true) }
        case .keep(let id):
            guard let index = program.promises.firstIndex(of: id) else { return }
            if program.sharedPromises.contains(index) { findings.settling.insert(step) }
            guard run.state.key.promises[index].remaining != nil else { return }
            findings.settling.insert(step)
            run.state.key.promises[index].remaining = nil
            run.state.key.promises[index].isKept = true
        case .renegotiate(let id, let due):
            guard let index = program.promises.firstIndex(of: id) else { return }
            if program.sharedPromises.contains(index) { findings.settling.insert(step) }
            guard run.state.key.promises[index].remaining != nil else { return }
            findings.settling.insert(step)
            run.state.key.promises[index].remaining = due
        case .audience: if run.state.key.channel != .social { findings.offStage.insert(step) }
        // A curveball is written as branches.
        case .wait, .queue, .send, .attach, .hold, .mute, .curveball, .thread(.close): break
        case .thread(.open(let name, _)):
            guard let thread = program.threads.firstIndex(where: { $0.name == name }) else { return }
            let level = program.difficulty.map { run.state.key.facts[$0] }
            var state = program.beginning(of: thread, difficulty: level)
            if isAbstract { state.open() }
            if known.insert(state).inserted { opened.append(state) }
        case .thread(.rest): waitForOthers(&run)
        }
    }

    /// The conversations that were opened since this was asked last, each at its beginning.
    mutating func takeOpened() -> [(state: WalkState, node: Int)] {
        defer { opened = [] }
        return opened.map { ($0, program.threads[$0.key.thread - 1].node) }
    }

    /// Others take any time to come to their end: what is open may be missed meanwhile.
    private mutating func waitForOthers(_ run: inout Run) {
        for index in program.promises.indices where run.state.key.promises[index].remaining != nil {
            var late = run
            late.state.miss(index)
            late.forks += 1
            pending.append(late)
        }
    }

    /// Story time jumps: what is due by then is missed, and what is nearly due may be.
    private mutating func pass(_ jump: Int, _ run: inout Run) {
        for index in program.promises.indices {
            guard let remaining = run.state.key.promises[index].remaining else { continue }
            let rest = remaining - jump
            findings.note(index, remaining: rest)
            if rest > 0, rest <= Self.slack {
                var late = run
                late.state.miss(index)
                late.forks += 1
                pending.append(late)
            }
            if rest > 0 { run.state.key.promises[index].remaining = rest } else { run.state.miss(index) }
        }
    }
}

extension WalkState {
    mutating func miss(_ promise: Int) {
        key.promises[promise].remaining = nil
        key.promises[promise].isMissed = true
    }
}
