import Yarn

/// A walk over a scenario: every path there is, or as many as fit a budget.
///
/// A path is what somebody may do at each moment: take any option that is available, let the clock run out, wait on
/// purpose, step back, be misheard, send a mail, answer at once or late. The walk goes through **states**: a place in the
/// story with the variables, once flags, moves, promises and measures that anything behind that place still reads. Paths
/// that come to the same state are one.
///
/// What it may claim wrongly, and in which direction:
/// - Trust is exact on every path. Trust, heat and effort are kept as sets of values, so where conditions behind a place
///   read two of them, combinations count as possible that no single path brings. Chance, `attempt()`,
///   `seconds_to_reply()`, `misreads()` and `interrupted()` are left open, and any promise that is open may be missed
///   while somebody thinks, since clocks can be switched off. All of this adds paths: something that is said to be out of
///   reach is out of reach.
/// - A trouble (a dead end, a loop) is said where some path of the walk comes to it; the added paths can bring one that no
///   person would find.
/// - When the budget is exceeded, the paths are sampled by a seed. What is then said to be out of reach was not reached
///   even with every variable left open.
public struct PathWalk: Sendable {
    /// How far a walk went.
    public enum Mode: Hashable, Sendable {
        /// Every path, through so many states.
        case everyPath(states: Int)
        /// So many paths by chance.
        case sampled(walks: Int, seed: UInt64)
    }

    /// How much of one kind there is and how much of it some path comes to.
    public struct Count: Hashable, Sendable {
        /// How much some path comes to.
        public internal(set) var reached = 0
        /// How much there is.
        public internal(set) var total = 0
    }

    /// How much a walk may do.
    public struct Budget: Hashable, Sendable {
        /// States to look at before paths are sampled instead, and then how many.
        public var states: Int
        /// What chance begins with when paths are sampled.
        public var seed: UInt64

        /// The usual budget is enough for every path of a scenario of about a hundred moments.
        public init(states: Int = 50_000, seed: UInt64 = 1) {
            self.states = max(1, states)
            self.seed = seed
        }
    }

    /// How far it went.
    public internal(set) var mode: Mode
    /// What it came to.
    public internal(set) var lines = Count(), options = Count(), nodes = Count(), endings = Count()

    let program: WalkProgram
    /// What was seen on real paths.
    var seen: WalkFindings
    /// What can be reached at all: the same, or more when paths were sampled.
    var reachable: WalkFindings
    /// The nodes from whose moments the story can come to no ending.
    var lostNodes: Set<Int> = []

    init(_ program: WalkProgram, budget: Budget) {
        var every = Exploration(program, isAbstract: false, limit: budget.states)
        every.explore()
        if every.isComplete {
            self.program = program
            mode = .everyPath(states: every.count)
            seen = every.walker.findings
            reachable = seen
            lostNodes = every.lostNodes()
        } else {
            var open = Exploration(program, isAbstract: true, limit: .max)
            open.explore()
            var sampling = Sampling(program, seed: budget.seed)
            let walks = sampling.walk(states: budget.states)
            self.program = program
            mode = .sampled(walks: walks, seed: budget.seed)
            seen = sampling.walker.findings
            reachable = open.walker.findings
            lostNodes = open.lostNodes()
        }
        count()
    }

    private mutating func count() {
        let spoken = program.steps.indices.filter { if case .line = program.steps[$0] { true } else { false } }
        lines = Count(reached: spoken.count { seen.reached[$0] }, total: spoken.count)
        options = Count(
            reached: seen.chosen.reduce(0) { $0 + $1.count { $0 } }, total: seen.chosen.reduce(0) { $0 + $1.count })
        let own = program.nodes.filter { !$0.isHub }
        nodes = Count(reached: own.count { seen.reached[$0.entry] }, total: own.count)
        endings = Count(reached: seen.endings.count, total: program.endings.count)
    }
}

/// The search through all states.
struct Exploration: Sendable {
    /// Facts of all states together.
    private static let mostFacts = 20_000_000

    var walker: Walker
    let limit: Int
    private(set) var isComplete = true
    private var slots: [WalkState.Key: Int] = [:]
    private var states: [WalkState] = []
    private var queue: [Int] = []
    private var isQueued: [Bool] = []
    /// For each state the ones that lead to it by the story itself.
    private var before: [Set<Int>] = []
    /// The states from which the story ends at once.
    private var ends: Set<Int> = []

    init(_ program: WalkProgram, isAbstract: Bool, limit: Int) {
        walker = Walker(program)
        walker.isAbstract = isAbstract
        // States of a story with thousands of facts are large: memory is bounded too.
        self.limit = isAbstract ? limit : min(limit, Self.mostFacts / max(1, program.facts.count))
    }

    /// How many different states were met.
    var count: Int { states.reduce(0) { $0 + $1.count } }

    mutating func explore() {
        let program = walker.program
        guard !program.nodes.isEmpty else { return }
        let start = program.nodes.first.flatMap { program.nodeSlots[$0.title] } ?? 0
        let levels = program.difficulty == nil ? 1...1 : 1...3
        for level in levels {
            var state = program.beginning(difficulty: level)
            if walker.isAbstract { state.open() }
            add(walker.run([state], entering: start), from: nil, isOfStory: true)
            addOpened()
        }
        var next = 0
        var looked = 0
        while next < queue.count {
            let slot = queue[next]
            next += 1
            isQueued[slot] = false
            looked += 1
            guard states.count <= limit, looked <= limit else {
                isComplete = false
                return
            }
            for way in walker.ways(from: states[slot]) {
                add(
                    walker.run(way.states, entering: way.node, origin: way.origin), from: slot, isOfStory: way.isOfStory
                )
                addOpened()
            }
        }
    }

    /// Conversations that were opened beside the others are walked from their own beginning.
    private mutating func addOpened() {
        var opened = walker.takeOpened()
        while let next = opened.popLast() {
            add(walker.run([next.state], entering: next.node), from: nil, isOfStory: true)
            opened += walker.takeOpened()
        }
    }

    private mutating func add(_ outcomes: [Walker.Outcome], from slot: Int?, isOfStory: Bool) {
        for outcome in outcomes {
            switch outcome.stop {
            case .finished, .broken: if let slot, isOfStory { ends.insert(slot) }
            case .offer, .send:
                let target = add(outcome.state)
                if let slot, isOfStory { before[target].insert(slot) }
            }
        }
    }

    private mutating func add(_ state: WalkState) -> Int {
        guard let slot = slots[state.key] else {
            slots[state.key] = states.count
            states.append(state)
            before.append([])
            isQueued.append(true)
            queue.append(states.count - 1)
            return states.count - 1
        }
        if states[slot].merge(state), !isQueued[slot] {
            isQueued[slot] = true
            queue.append(slot)
        }
        return slot
    }

    /// The nodes in which some state leads to no end at all.
    func lostNodes() -> Set<Int> {
        var good = ends
        var pending = Array(ends)
        while let slot = pending.popLast() {
            for earlier in before[slot] where good.insert(earlier).inserted { pending.append(earlier) }
        }
        return Set(states.indices.filter { !good.contains($0) }.map { walker.program.owners[states[$0].key.place] })
    }
}

extension WalkState {
    /// Leaves everything open.
    mutating func open() {
        for slot in key.facts.indices { key.facts[slot] = .unknown }
        for index in key.promises.indices { key.promises[index].isUnknown = true }
        for measure in Measure.allCases { self[measure] = .all }
    }
}

/// Paths by chance.
struct Sampling: Sendable {
    var walker: Walker
    private var chance: WalkChance
    /// Moments of one path; a longer one is cut.
    private static let longest = 200

    init(_ program: WalkProgram, seed: UInt64) {
        walker = Walker(program)
        chance = WalkChance(state: seed)
    }

    /// Walks until so many states were looked at.
    /// - Returns: how many paths that were.
    mutating func walk(states: Int) -> Int {
        let program = walker.program
        guard !program.nodes.isEmpty else { return 0 }
        let start = program.nodes.first.flatMap { program.nodeSlots[$0.title] } ?? 0
        var looked = 0
        var walks = 0
        while looked < states {
            walks += 1
            let level = program.difficulty == nil ? 1 : 1 + chance.next(below: 3)
            var roots = [(state: program.beginning(difficulty: level), node: start)]
            var outcomes: [Walker.Outcome] = []
            for _ in 0..<Self.longest {
                looked += 1
                roots += walker.takeOpened()
                var ways: [Walker.Way] = []
                if let outcome = pick(outcomes), outcome.stop != .finished, outcome.stop != .broken {
                    ways = walker.ways(from: outcome.state)
                }
                guard !ways.isEmpty else {
                    // This conversation is over; another may have been opened beside it.
                    guard let root = roots.popLast() else { break }
                    outcomes = walker.run([root.state], entering: root.node)
                    continue
                }
                let way = ways[chance.next(below: ways.count)]
                outcomes = walker.run(way.states, entering: way.node, origin: way.origin)
            }
        }
        return walks
    }

    private mutating func pick(_ outcomes: [Walker.Outcome]) -> Walker.Outcome? {
        outcomes.isEmpty ? nil : outcomes[chance.next(below: outcomes.count)]
    }
}

/// SplitMix64, as in the session's own generator: the same seed walks the same paths everywhere.
struct WalkChance: Sendable {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return bound > 1 ? Int(mixed % UInt64(bound)) : 0
    }
}
