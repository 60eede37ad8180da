import Conversation
import Journal

/// Which of the learner's own rules fits the moment that is open.
///
/// It follows from the session and the rules alone: going through the moments in order, each takes the rule that fits it
/// best of those that no earlier moment took. So no rule comes twice in a session, also after leaving and coming back.
struct OfferedBack {
    /// Rules from other sessions, newest first.
    var rules: [NotebookEntry]
    /// The skills of the scenario.
    var skills: Set<String>

    /// The rule for the moment that is open; nil when none fits, or the moment is tried again.
    func rule(in session: Session) -> NotebookEntry? {
        guard !rules.isEmpty, let offer = session.front.offer, offer.attempt == 1 else { return nil }
        var free = Array(rules.indices)
        for moment in session.moments {
            guard session.log.indices.contains(moment.sequence - 1),
                case .optionsOffered(let offered) = session.log[moment.sequence - 1].event
            else { continue }
            let moves = Set(offered.options.flatMap(\.moves))
            let best = free.map { ($0, fit(rules[$0], name: moment.name, moves: moves)) }
                .filter { $0.1 > 0 }.max { ($0.1, $1.0) < ($1.1, $0.0) }
            if let best { free.removeAll { $0 == best.0 } }
            if moment.sequence == offer.sequence { return best.map { rules[$0.0] } }
        }
        return nil
    }

    /// The same moment says most, then its moves, then the skills.
    private func fit(_ rule: NotebookEntry, name: String, moves: Set<String>) -> Int {
        let isSame = !rule.name.isEmpty && rule.name.lowercased() == name.lowercased()
        return (isSame ? 100 : 0) + 10 * rule.topics.count { moves.contains($0) }
            + rule.topics.count { skills.contains($0) }
    }
}
