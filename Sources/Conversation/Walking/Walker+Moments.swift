import Yarn

// What can be done at a moment.
extension Walker {
    /// A way on from a moment.
    struct Way: Sendable {
        enum Input: Hashable, Sendable {
            case choose(Int)
            case timeOut(Int)
            case send
            case stepBack
            case unclear
        }

        var input: Input
        var states: [WalkState]
        /// The node that is entered first.
        var node: Int?
        /// The first step of the option that is taken.
        var origin: Int?

        /// The story itself leads here; not a handover, not a misheard reply.
        var isOfStory: Bool {
            switch input {
            case .choose, .timeOut, .send: true
            case .stepBack, .unclear: false
            }
        }
    }

    /// Every way on from a state that stands at a moment, or at a mail to be sent.
    mutating func ways(from state: WalkState) -> [Way] {
        let place = state.key.place
        guard program.steps.indices.contains(place) else { return [] }
        let node = program.owners[place]
        var ways: [Way] = []
        if case .offer(let group) = program.steps[place] {
            ways = choices(of: group, at: place, state)
            if let unclear = program.nodes[node].unclear.flatMap({ program.nodeSlots[$0] }),
                state.key.returns.last != place
            {
                var misheard = state
                misheard.key.returns.append(place)
                ways.append(Way(input: .unclear, states: [misheard], node: unclear))
            }
        } else {
            var sent = state
            sent.key.place += 1
            sent.key.clock = -1
            ways.append(Way(input: .send, states: waited(sent)))
        }
        if let back = program.stepBack(from: node, thread: state.key.thread) {
            var handed = state
            handed.key.returns = []
            handed.key.clock = -1
            answer(&handed, OptionTags(["pause"]))
            ways.append(Way(input: .stepBack, states: waited(handed), node: back))
        }
        return ways
    }

    private mutating func choices(of group: Int, at place: Int, _ state: WalkState) -> [Way] {
        var ways: [Way] = []
        var rest: WalkState? = state
        var answersClock = false
        for (index, choice) in program.groups[group].choices.enumerated() {
            let isTimeout = choice.tags.role == .timeout
            if isTimeout, state.key.clock < 0 { continue }
            var holds: WalkState? = state
            if let condition = choice.condition {
                holds = state.split(by: condition).holds
                rest = rest.flatMap { left in
                    let parts = left.split(by: condition)
                    return parts.holds == left ? nil : parts.fails
                }
            } else {
                rest = nil
            }
            guard var taken = holds else { continue }
            answersClock = answersClock || isTimeout
            findings.chosen[group][index] = true
            taken.key.place = choice.target
            taken.key.clock = -1
            answer(&taken, choice.tags)
            ways.append(
                Way(
                    input: isTimeout ? .timeOut(index) : .choose(index), states: waited(taken), origin: choice.target))
        }
        if state.key.clock >= 0, !program.groups[group].choices.contains(where: { $0.tags.role == .timeout }) {
            findings.report(.clockWithoutTimeout(step: state.key.clock), at: place)
        }
        if rest != nil { findings.report(.nothingToDo, at: place) }
        return ways
    }

    private func answer(_ state: inout WalkState, _ tags: OptionTags) {
        let moves = tags.moves
        let isPublic = state.key.channel == .social && !tags.isPrivate
        func know(_ fact: Int?, _ value: Value) {
            guard let fact else { return }
            state.key.facts[fact] = isAbstract || program.sharedFacts.contains(fact) ? .unknown : .known(value)
        }
        for move in moves {
            know(program.moves[move], .bool(true))
            know((isPublic ? program.publicMoves : program.privateMoves)[move], .bool(true))
        }
        know(program.silent, .bool(tags.role != .say))
        if let clarified = program.clarified, state.key.facts[clarified] == .known(.string("")) {
            if moves.contains("clarify") || moves.contains("focusing-question") {
                know(clarified, .string("yes"))
            } else if tags.isFix {
                know(clarified, .string("no"))
            }
        }
        for fact in program.openAfterReply { state.key.facts[fact] = .unknown }
    }

    /// What was answered may make it simpler or more demanding, and so may the learner.
    private func levels(_ state: WalkState) -> [WalkState] {
        guard let difficulty = program.difficulty, case .known = state.key.facts[difficulty] else { return [state] }
        return (1...3).map { level in
            var state = state
            state.key.facts[difficulty] = .known(.number(Float(level)))
            return state
        }
    }

    /// Somebody may take any time to answer: every promise that is open may have been missed meanwhile.
    private func waited(_ state: WalkState) -> [WalkState] {
        var states = levels(state)
        for index in program.promises.indices where state.key.promises[index].remaining != nil {
            guard states.count < 48 else { break }
            states += states.map { state in
                var late = state
                late.miss(index)
                return late
            }
        }
        return states
    }
}
