import Room
import Terminal

/// Where in a live room whoever sits at a terminal is: who they are, what they are in the round, and what there is for
/// them now.
struct SeatPlace {
    /// What there is for them.
    enum Part: Equatable, Sendable {
        /// They have asked to come in, and nobody has answered yet.
        case joining
        /// They are not in the room any more; they were asked to go.
        case gone(isRemoved: Bool)
        /// The agreement waits for their yes.
        case agreement
        /// The others come, and say yes.
        case gathering
        /// The cards of the round are read, or the countdown runs.
        case cards
        /// The round is played.
        case playing
        /// People tell each other what they noticed.
        case feedback
        /// The group looks back together.
        case debrief
        /// It is over.
        case closed
    }

    let view: LiveView
    /// Who of those at this terminal has the keyboard, by id; nil for the first.
    var who: String?

    var room: LiveRoom { view.room }

    /// Who sits here; nil for nobody who is in the room.
    var me: Person? { sitting.first { $0.id == who } ?? sitting.first }

    /// Everybody who sits at this terminal.
    var sitting: [Person] { view.own.filter { $0.kind != .stage } }

    /// What they are called on the stage while names are hidden there; empty while they are shown.
    var numberWords: String {
        guard let me, !room.showsNames else { return "" }
        return "number \(me.number)"
    }

    /// What they are in the round.
    var role: RoundRole? { me.flatMap { room.casting.role(of: $0.id) } }

    /// What there is for them now. Nothing of a room is shown before the yes to its agreement.
    var part: Part {
        if room.removed.contains(view.standing.account) { return .gone(isRemoved: true) }
        guard let me else {
            if room.phase == .closed { return .closed }
            let wasHere = room.known.values.contains { $0.account == view.standing.account && $0.kind != .stage }
            return wasHere ? .gone(isRemoved: false) : .joining
        }
        if room.phase == .closed { return .closed }
        if room.agreed[me.id] == nil { return .agreement }
        return switch room.phase {
        case .gathering: .gathering
        case .cards, .countdown: .cards
        case .playing: .playing
        case .feedback: .feedback
        case .debrief: .debrief
        case .closed: .closed
        }
    }

    /// What they say goes nowhere just now.
    var isMuted: Bool { me.map { room.muted.contains($0.id) } ?? false }

    /// The vote that is open, where they have a voice in it: the agent says what the others choose.
    var vote: LiveRoom.Vote? {
        guard let vote = room.vote, vote.isOpen, role != .agent, part == .playing else { return nil }
        return vote
    }

    /// It is their turn in the feedback round.
    var isTheirTurn: Bool { turn.map { $0.person == me?.id } ?? false }

    /// The turn of the feedback round that is on.
    var turn: FeedbackTurn? {
        guard part == .feedback, let feedback = room.feedback, feedback.turns.indices.contains(feedback.index) else {
            return nil
        }
        return feedback.turns[feedback.index]
    }

    /// Their own marks of this round, in order.
    var ownMarks: [LiveRoom.PlacedMark] {
        room.marks.filter { $0.mark.person == me?.id && $0.mark.round == room.round }
    }

    /// The name of a behaviour of the checklist.
    func behaviour(_ key: String) -> String {
        room.plan?.behaviours.first { $0.key == key }?.name ?? key
    }

    /// They may mark: observers in their round, and a facilitator without the desk.
    var isMarking: Bool { part == .playing && (role == .observer || (me?.kind == .facilitator && role == nil)) }

    // MARK: In words

    /// What they are, after “you”: `are the agent`.
    var roleWords: String {
        switch role {
        case .agent: return "you are the agent"
        case .customer: return "you are the customer"
        case .observer: return "you observe"
        case nil: return me?.kind == .facilitator ? "you facilitate" : "you look on"
        }
    }

    /// Who has which role in a round: `agent Wanda, customer you, observers Yusuf and 2 others`.
    func words(_ casting: Casting) -> String {
        func name(_ id: String) -> String { id == me?.id ? "you" : room.name(of: id) }
        var parts: [String] = []
        if let agent = casting.agent { parts.append("agent \(name(agent))") }
        if let customer = casting.customer { parts.append("customer \(name(customer))") }
        let others = casting.observers
        if others.count > 3 {
            parts.append(
                "observers " + others.prefix(2).map(name).joined(separator: ", ") + " and \(others.count - 2) more")
        } else if !others.isEmpty {
            parts.append((others.count == 1 ? "observer " : "observers ") + others.map(name).joined(separator: ", "))
        }
        return parts.isEmpty ? "nobody yet" : parts.joined(separator: ", ")
    }

    /// Who plays what now, and next.
    var castingLines: [String] {
        guard room.round > 0 else { return ["Round 1: \(words(room.next))"] }
        let isLast = room.round >= room.rounds
        return ["Now: \(words(room.casting))"]
            + [isLast ? "Next: this is the last round that is planned" : "Next: \(words(room.next))"]
    }
}
