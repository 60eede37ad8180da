import Yarn

/// Several conversations in one scenario, as the walk sees them.
///
/// Each is walked by itself, from the node it is opened in: which of them moves on first is up to whoever plays, and all
/// orders together would be more than anybody could walk. What one of them writes and another reads is therefore left
/// open everywhere. That only adds paths: something that is said to be out of reach is out of reach.
enum WalkThreads {
    /// Where a conversation beside the others begins.
    struct Root: Hashable, Sendable {
        var name: String
        /// The node's slot.
        var node: Int
        var trust: Int, heat: Int, effort: Int
        var channel: Channel
        /// The node that tells how the agent hands it over.
        var stepBack: String?
    }

    /// Finds what the conversations of a program share, and writes it down there.
    static func share(in program: inout WalkProgram) {
        guard !program.threads.isEmpty else { return }
        let start = program.nodes.first.flatMap { program.nodeSlots[$0.title] } ?? 0
        let parts = ([start] + program.threads.map(\.node)).map { reach(of: $0, in: program) }
        var readers: [Int: Set<Int>] = [:]
        var writers: [Int: Set<Int>] = [:]
        var promises: [Int: Set<Int>] = [:]
        for (part, steps) in parts.enumerated() {
            for step in steps {
                for expression in read(at: step, in: program) {
                    expression.walk { piece in
                        switch piece {
                        case .fact(let slot): readers[slot, default: []].insert(part)
                        case .kept(let promise), .missed(let promise): promises[promise, default: []].insert(part)
                        default: break
                        }
                    }
                }
                for slot in written(at: step, in: program) { writers[slot, default: []].insert(part) }
                if case .command(let command) = program.steps[step], let promise = promise(of: command, in: program) {
                    promises[promise, default: []].insert(part)
                }
            }
        }
        for (slot, written) in writers where !(readers[slot] ?? []).isSubset(of: written) || written.count > 1 {
            program.sharedFacts.insert(slot)
        }
        for slot in program.openAfterReply + [program.clarified].compactMap(\.self) { program.sharedFacts.insert(slot) }
        program.sharedPromises = Set(promises.filter { $0.value.count > 1 }.keys)
    }

    /// Every step that a conversation may come to.
    private static func reach(of node: Int, in program: WalkProgram) -> Set<Int> {
        var found: Set<Int> = []
        var pending = [program.nodes[node].entry]
        func enter(_ node: Int) { pending.append(program.nodes[node].entry) }
        while let step = pending.popLast() {
            guard program.steps.indices.contains(step), found.insert(step).inserted else { continue }
            let owner = program.owners[step]
            switch program.steps[step] {
            case .branch(_, let other): pending += [step + 1, other]
            case .goTo(let target): pending.append(target)
            case .offer(let group):
                pending += program.groups[group].choices.map(\.target) + [program.groups[group].otherwise]
                for back in program.stepBacks(from: owner) { enter(back) }
                if let unclear = program.nodes[owner].unclear.flatMap({ program.nodeSlots[$0] }) { enter(unclear) }
            case .jump(let target): enter(target)
            case .detour(let target):
                enter(target)
                pending.append(step + 1)
            case .jumpBy, .detourBy:
                for target in program.nodes.indices { enter(target) }
                pending.append(step + 1)
            case .leave, .stop: break
            default: pending.append(step + 1)
            }
        }
        return found
    }

    private static func read(at step: Int, in program: WalkProgram) -> [WalkExpression] {
        switch program.steps[step] {
        case .set(_, let value): [value]
        case .branch(let condition, _): [condition]
        case .jumpBy(let target), .detourBy(let target): [target]
        case .offer(let group): program.groups[group].choices.compactMap(\.condition)
        default: []
        }
    }

    private static func written(at step: Int, in program: WalkProgram) -> [Int] {
        switch program.steps[step] {
        case .set(let fact, _), .mark(let fact): return [fact]
        case .offer(let group):
            let moves = program.groups[group].choices.flatMap(\.tags.moves)
            return moves.flatMap { move in
                [program.moves[move], program.publicMoves[move], program.privateMoves[move]].compactMap(\.self)
            }
        case .leave, .jump: return [program.visits[program.owners[step]]].compactMap(\.self)
        default: return []
        }
    }

    private static func promise(of command: ScenarioCommand, in program: WalkProgram) -> Int? {
        switch command {
        case .promise(let id, _), .keep(let id), .renegotiate(let id, _): program.promises.firstIndex(of: id)
        default: nil
        }
    }
}

extension WalkProgram {
    /// The state in which a conversation beside the others begins.
    func beginning(of thread: Int, difficulty level: WalkState.Fact?) -> WalkState {
        var state = beginning(difficulty: 1)
        let root = threads[thread]
        if let difficulty { state.key.facts[difficulty] = level ?? .unknown }
        state.key.thread = thread + 1
        state.key.place = nodes[root.node].entry
        state.key.channel = root.channel
        if let channel { state.key.facts[channel] = .known(.string(root.channel.rawValue)) }
        state.trust = MeasureSet(root.trust)
        state.heat = MeasureSet(root.heat)
        state.effort = MeasureSet(root.effort)
        return state
    }

    /// What conversations share is open from the start.
    func openShared(_ state: inout WalkState) {
        for slot in sharedFacts { state.key.facts[slot] = .unknown }
        for promise in sharedPromises { state.key.promises[promise] = WalkState.Promise(isUnknown: true) }
    }

    /// The nodes that a handover may lead to from a node, whichever conversation comes there.
    func stepBacks(from node: Int) -> [Int] {
        ([stepBack(from: node)] + threads.indices.map { stepBack(from: node, thread: $0 + 1) }).compactMap(\.self)
    }

    /// The node that a handover leads to from a node of a conversation; nil where only the whole session can be handed
    /// over.
    func stepBack(from node: Int, thread: Int) -> Int? {
        guard thread > 0 else { return stepBack(from: node) }
        return (nodes[node].stepBack ?? threads[thread - 1].stepBack).flatMap { nodeSlots[$0] }
    }
}
