// Which content comes next, and from node to node.
extension Machine {
    mutating func selectCandidate(_ memory: inout Memory) {
        let eligible = workings.candidates
        workings.candidates.removeAll(keepingCapacity: true)
        guard let first = eligible.first else { return }
        let chosen: Workings.Candidate
        switch memory.saliency {
        case .first: chosen = first
        case .random: chosen = eligible[Int(memory.random.next(below: UInt64(eligible.count)))]
        case .best: chosen = Self.best(of: eligible, views: nil).first ?? first
        case .bestLeastRecentlySeen:
            chosen = Self.best(of: eligible, views: memory.views).first ?? first
            memory.views[chosen.view] += 1
        case .randomBestLeastRecentlySeen:
            let equal = Self.best(of: eligible, views: memory.views)
            chosen = equal[Int(memory.random.next(below: UInt64(equal.count)))]
            memory.views[chosen.view] += 1
        }
        position = chosen.target
    }

    /// The candidates that nothing beats, in source order; never empty. Views count only when they are given.
    private static func best(of candidates: [Workings.Candidate], views: [Int]?) -> [Workings.Candidate] {
        let rank = { (candidate: Workings.Candidate) in (views?[candidate.view] ?? 0, -candidate.complexity) }
        let top = candidates.map(rank).min { $0 < $1 } ?? (0, 0)
        return candidates.filter { rank($0) == top }
    }

    // MARK: moving

    /// Leaves the node; what happens by that, if anything is to be told.
    mutating func leave(_ program: Program, _ memory: inout Memory) -> MachineStop? {
        complete(node, program, &memory)
        guard let back = waiting.popLast() else {
            phase = .finished
            return .finished
        }
        node = back.node
        position = back.position
        if let held = back.held {
            pending = held.pending
            values = held.values
            isAskingAgain = true
        }
        return program.nodes[node].isHub ? nil : .nodeEntered(node)
    }

    mutating func detour(
        to target: Int, _ program: Program, holding held: HeldChoice? = nil
    ) throws(MachineFault) {
        guard waiting.count < Language.detourLimit else {
            let name = program.nodes[target].name
            throw fault(
                .detourTooDeep,
                "More than \(Language.detourLimit) detours inside each other; the last leads to \"\(name)\".", program)
        }
        // A choice is asked for again by going back to the instruction that offers it.
        waiting.append(Waiting(node: node, position: held == nil ? position : position - 1, held: held))
        enter(target, program)
    }

    mutating func enter(_ target: Int, _ program: Program) {
        node = target
        position = program.nodes[target].entry
        isArriving = true
    }

    /// Counts this node and all that wait for it as left, innermost first.
    mutating func completeAll(_ program: Program, _ memory: inout Memory) {
        complete(node, program, &memory)
        while let back = waiting.popLast() { complete(back.node, program, &memory) }
    }

    private func complete(_ node: Int, _ program: Program, _ memory: inout Memory) {
        if program.nodes[node].isTracked { memory.visits[node] += 1 }
    }
}
