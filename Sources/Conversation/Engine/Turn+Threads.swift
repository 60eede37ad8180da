import Yarn

// Several conversations in one session.
extension Turn {
    /// The agent turns to another conversation. Nobody else notices, and every clock runs on.
    mutating func turn(to name: String) throws(EngineRefusal) {
        guard let next = session.threads.first(where: { $0.name == name }) else {
            throw EngineRefusal(description: "There is no conversation \(name) here.")
        }
        guard next.opened <= local else {
            throw EngineRefusal(description: "That conversation has not begun yet.")
        }
        guard name != session.frontName else { return }
        thread = name
        emit(.turnedTo(TurnedTo()))
    }

    /// Begins a conversation beside the others, in the node that its scenario names.
    mutating func begin(_ opening: Opening) throws(EngineRefusal) {
        guard !session.threads.contains(where: { $0.name == opening.name }) else {
            throw EngineRefusal(description: "The conversation \(opening.name) is opened a second time.")
        }
        thread = opening.name
        after = opening.after
        speech = nil
        nextClock = nil
        let heading = scenario.heading
        let details = scenario.details(of: opening.node)
        emit(
            .threadOpened(
                ThreadOpened(
                    node: opening.node, customer: details.customer ?? heading.customer,
                    channel: details.channel ?? .chat, ticket: details.ticket ?? "", persona: details.persona ?? "",
                    trust: details.trust ?? heading.trust, heat: details.heat ?? heading.heat,
                    effort: details.effort ?? heading.effort, after: after)))
        do {
            machine = try Machine(startingAt: opening.node, in: scenario.program)
        } catch {
            throw EngineRefusal(description: error.message)
        }
        try runHere(.proceed)
    }

    /// Ends another conversation from here.
    mutating func close(_ name: String) {
        let here = thread
        thread = name
        emit(.threadClosed(ThreadClosed(ending: nil, outcome: nil, after: after)))
        thread = here
    }
}
