import Yarn

// A curveball that is thrown now: it comes into the open moment, and behind it the moment opens again.
extension Turn {
    /// Lets a curveball strike in the moment that is open in front.
    /// - Parameter wanted: its node, or its name.
    mutating func strike(now wanted: String) throws(EngineRefusal) {
        if let refusal = session.strikeRefusal { throw EngineRefusal(description: refusal) }
        let (node, label) = try curveball(wanted)
        guard let offer = here.offer else { return }
        try restore()
        // What is being said is heard to its end first.
        after = max(0, offer.opens - local)
        emit(
            .curveballStruck(
                CurveballStruck(node: node, label: label, cause: .facilitator, after: after, interrupts: true)))
        do {
            try machine?.detour(through: node, in: scenario.program)
        } catch {
            throw EngineRefusal(description: "The scenario cannot go on: \(error.message)")
        }
        try run(.proceed)
    }

    /// The curveball of that node or name which has not struck yet.
    private func curveball(_ wanted: String) throws(EngineRefusal) -> (node: String, label: String) {
        let all = scenario.curveballs.map { (node: $0, label: scenario.details(of: $0).curveball ?? $0) }
        let named = all.filter { $0.node == wanted || $0.label == wanted }
        guard let first = named.first else {
            guard !all.isEmpty else { throw EngineRefusal(description: "This scenario has no curveball.") }
            let near = Spelling.nearest(to: wanted, in: all.map(\.label) + all.map(\.node))
            let hint = near.map { " Did you mean “\($0)”?" } ?? ""
            throw EngineRefusal(description: "This scenario has no curveball of that name.\(hint)")
        }
        let struck = Set(session.curveballs.map(\.node))
        guard let found = named.first(where: { !struck.contains($0.node) }) else {
            throw EngineRefusal(description: "“\(first.label)” has struck already: each curveball strikes once.")
        }
        return found
    }

    /// The moment that a curveball came into opens again, with what was on offer in it and a clock as long as before.
    /// - Returns: whether the story's machine has come back to such a moment.
    mutating func reopenHeld(_ machine: Machine, _ memory: Memory) -> Bool {
        let held = here.held
        guard machine.isAskingAgain, held.indices.contains(machine.heldChoices) else { return false }
        let moment = held[machine.heldChoices]
        if here.channel != moment.channel {
            emit(.channelChanged(ChannelChanged(channel: moment.channel, after: after)))
        }
        nextClock = nil
        reopen(
            moment.offer, node: moment.node, clock: moment.clock, nearest: moment.offer.nearest, machine, memory)
        return true
    }

    /// The same replies are on offer again, as the same attempt and with the same clock.
    mutating func reopen(
        _ offer: Offer, node: String, clock: Int?, nearest: [Int], _ machine: Machine, _ memory: Memory
    ) {
        closeBeat()
        if here.node != node {
            let details = scenario.details(of: node)
            emit(
                .nodeEntered(
                    NodeEntered(node: node, moment: details.moment, ending: details.ending, outcome: details.outcome)))
        }
        emit(
            .optionsOffered(
                OptionsOffered(
                    after: after, moment: offer.moment, node: node, attempt: offer.attempt, options: offer.options,
                    nearest: nearest.isEmpty ? nil : nearest)))
        if let clock { emit(.clockStarted(ClockStarted(lasting: clock, after: after))) }
        checkpoint(machine, memory)
    }
}
