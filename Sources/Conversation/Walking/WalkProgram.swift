import Yarn

/// A scenario as the walk runs it: flat steps without texts, made from the same trees as the real program.
///
/// It is a second reading of the language on purpose: small enough to follow every path, and able to leave open what is
/// not known before somebody plays. `WalkAgreementTests` plays both side by side.
struct WalkProgram: Sendable {
    /// One step. Numbers are indices of `steps` unless they say otherwise.
    enum Step: Sendable {
        case line(Int)
        case set(fact: Int, WalkExpression)
        case branch(WalkExpression, ifFalse: Int)
        case goTo(Int)
        /// Paths that came apart may be one again here.
        case join
        case mark(fact: Int)
        case command(ScenarioCommand)
        /// A command whose words are only known when it is played.
        case openCommand(String)
        case offer(group: Int)
        case jump(node: Int)
        case jumpBy(WalkExpression)
        case detour(node: Int)
        case detourBy(WalkExpression)
        case leave
        case stop
    }

    /// A node, or the hub of a node group.
    struct Node: Sendable {
        var name: String
        var title: String
        var isHub: Bool
        var isTracked: Bool
        var span: SourceSpan
        var entry = 0
        /// The index of its ending in `endings`.
        var ending: Int?
        var stepBack: String?
        var unclear: String?
        var isEasy = false
        var isCurveball = false
    }

    /// An option as the walk takes it.
    struct Choice: Sendable {
        var line: LineSyntax
        var tags: OptionTags
        var condition: WalkExpression?
        /// The first step of its body.
        var target: Int
    }

    /// A group of options.
    struct Group: Sendable {
        var choices: [Choice]
        /// Where it goes on when nothing is available.
        var otherwise: Int
        var node: Int
        var span: SourceSpan
        var syntax: OptionGroup
    }

    /// A place in the source that some path should come to.
    struct Site: Sendable {
        enum Kind: Sendable {
            case node(Int)
            case statement
            case branch
            case otherwise
            case option(group: Int, index: Int)
            case item
            case conditionalLine
        }

        var kind: Kind
        var span: SourceSpan
        /// The step that stands for it.
        var step: Int
        /// The site around it, and the one before it in the same body: where they are not reached, this one need not
        /// be mentioned.
        var parent: Int?
        var previous: Int?
    }

    var steps: [Step] = []
    /// For each step its node and its place.
    var owners: [Int] = []
    var spans: [SourceSpan] = []
    var nodes: [Node] = []
    var nodeSlots: [String: Int] = [:]
    var groups: [Group] = []
    var lines: [LineSyntax] = []
    var sites: [Site] = []
    /// The ids of the endings, in source order.
    var endings: [String] = []

    /// What the facts of a fresh state are.
    var facts: [WalkState.Fact] = []
    var factNames: [String] = []
    /// The promises' ids.
    var promises: [String] = []
    /// Moves that conditions ask about: fact by id.
    var moves: [String: Int] = [:]
    /// The same, for moves made in public and made where only the customer reads them.
    var publicMoves: [String: Int] = [:], privateMoves: [String: Int] = [:]
    /// Nodes whose visits conditions ask about: fact by node.
    var visits: [Int: Int] = [:]
    var difficulty: Int?
    var silent: Int?
    var clarified: Int?
    var channel: Int?
    /// `attempt()`: 1 until a moment has opened, then open, since anybody may go back.
    var attempt: Int?
    /// `seconds_to_reply()` and `misreads()`: 0 until something was answered, then open.
    var openAfterReply: [Int] = []

    /// The values of the measures at the beginning.
    var trust = 50, heat = 50, effort = 0
    /// The node that tells how the agent hands over, for the whole scenario.
    var stepBack: String?

    /// The conversations that are opened beside the main one.
    var threads: [WalkThreads.Root] = []
    /// The facts and promises that one conversation writes and another reads.
    var sharedFacts: Set<Int> = [], sharedPromises: Set<Int> = []

    /// For each step what is read at or behind it: see `WalkLiveness`.
    var live: [FactSet] = []

    /// A count of visits beyond which nothing changes: conditions compare with small numbers.
    static let mostVisits = 20

    /// The state in which nothing has happened.
    func beginning(difficulty level: Int) -> WalkState {
        let start = nodes.first.flatMap { nodeSlots[$0.title] } ?? 0
        var key = WalkState.Key(
            place: nodes[start].entry, facts: facts,
            promises: Array(repeating: WalkState.Promise(), count: promises.count))
        if let difficulty { key.facts[difficulty] = .known(.number(Float(level))) }
        var state = WalkState(
            key: key, trust: MeasureSet(trust), heat: MeasureSet(heat), effort: MeasureSet(effort))
        openShared(&state)
        return state
    }

    /// Drops what nothing reads any more.
    func forget(_ state: inout WalkState) {
        guard live.indices.contains(state.key.place) else { return }
        let live = live[state.key.place]
        for slot in facts.indices where !live.contains(slot) { state.key.facts[slot] = .forgotten }
        for index in promises.indices where !live.contains(facts.count + index) {
            state.key.promises[index] = WalkState.Promise()
        }
        for (offset, measure) in Measure.allCases.enumerated()
        where !live.contains(facts.count + promises.count + offset) {
            state[measure] = MeasureSet(0)
        }
    }

    /// Every expression that decides something.
    var conditions: [WalkExpression] {
        var found = groups.flatMap { $0.choices.compactMap(\.condition) }
        for step in steps {
            switch step {
            case .branch(let expression, _), .set(_, let expression), .jumpBy(let expression),
                .detourBy(let expression):
                found.append(expression)
            default: break
            }
        }
        return found
    }

    /// The node that a handover from a node leads to.
    func stepBack(from node: Int) -> Int? { (nodes[node].stepBack ?? stepBack).flatMap { nodeSlots[$0] } }
}

/// A set of small numbers.
struct FactSet: Hashable, Sendable {
    private var words: [UInt64]

    init(capacity: Int) { words = Array(repeating: 0, count: capacity / 64 + 1) }

    mutating func insert(_ number: Int) { words[number / 64] |= 1 << UInt64(number % 64) }
    mutating func remove(_ number: Int) { words[number / 64] &= ~(1 << UInt64(number % 64)) }
    func contains(_ number: Int) -> Bool { words[number / 64] & (1 << UInt64(number % 64)) != 0 }

    /// Takes in another set.
    /// - Returns: whether that added any.
    mutating func formUnion(_ other: FactSet) -> Bool {
        var grew = false
        for index in words.indices where words[index] | other.words[index] != words[index] {
            words[index] |= other.words[index]
            grew = true
        }
        return grew
    }
}
