import Conversation
import Room
import Terminal

/// Reads a room for the stage: what may be said of it aloud, at a moment.
struct StageReader {
    let view: LiveView
    let now: Uptime
    /// Which of several pages of a text is on: they turn by themselves, or by a key.
    var turn = 0

    var room: LiveRoom { view.room }

    /// Local time of the play, ms: what was not heard by then is not there yet.
    var local: Int { view.local(at: now) }

    // MARK: People

    /// Somebody by name once names are shown, and else by number.
    func who(_ id: String) -> String {
        room.showsNames ? room.name(of: id) : "number \(room.name(of: id, hidden: true))"
    }

    /// The same at the beginning of a line.
    func atStart(_ id: String) -> String { Self.capital(who(id)) }

    /// Several of them: `numbers 1, 3 and 4`.
    func several(_ ids: [String]) -> String {
        guard let last = ids.last else { return "nobody" }
        guard ids.count > 1 else { return who(last) }
        let words = ids.map { room.name(of: $0, hidden: !room.showsNames) }
        let list = words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
        return room.showsNames ? list : "numbers \(list)"
    }

    static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    // MARK: The play as it was heard so far

    /// What was said last by the two who speak, in the order in which it was said.
    struct Said: Equatable {
        var isAgent: Bool
        var speaker: String
        var words: String
        /// Local time, ms.
        var at: Int
    }

    /// The reply that was heard last, and what the customer said last, in the order in which they were said.
    ///
    /// A customer played by a person says what they say: the scenario's lines are their prompts, and are not shown.
    var exchange: [Said] {
        let heard = room.play.front.transcript.filter { $0.heard <= local }
        var said: [Said] = []
        if let reply = heard.last(where: { [.agent, .silence].contains($0.kind) || $0.kind.isMail }) {
            let words = reply.kind == .silence && reply.text.isEmpty ? "(says nothing)" : reply.text
            said.append(Said(isAgent: true, speaker: agent, words: words, at: reply.heard))
        }
        if let typed = typed(as: .agent), typed.at >= said.first?.at ?? 0 { said = [typed] }
        if room.casting.customer != nil {
            if let typed = typed(as: .customer) { said.append(typed) }
        } else if let line = heard.last(where: { $0.kind == .customer }) {
            said.append(Said(isAgent: false, speaker: line.speaker, words: line.text, at: line.heard))
        }
        // Sorting is stable: the reply comes before what answers it at the same moment.
        return said.sorted { $0.at < $1.at }
    }

    private var agent: String { room.casting.agent.map(atStart) ?? "Agent" }

    /// What somebody typed last in a role, where no reply of the scenario stands for it.
    private func typed(as role: RoundRole) -> Said? {
        guard let last = room.said.last(where: { $0.said.role == role && room.play.local($0.at) <= local }) else {
            return nil
        }
        return Said(
            isAgent: role == .agent, speaker: atStart(last.said.person), words: last.said.text,
            at: room.play.local(last.at))
    }

    /// The curveball that struck since the last reply.
    var curveball: String? {
        guard let last = room.play.curveballs.last(where: { $0.at <= local }) else { return nil }
        return isAnswered(last.at) ? nil : last.label
    }

    /// The name of the envelope that was read aloud since the last reply.
    var handedIn: String? {
        guard let last = room.handed.last else { return nil }
        return isAnswered(room.play.local(last.at)) ? nil : last.envelope.name
    }

    /// Something was said by the agent since a local time, ms, and heard.
    private func isAnswered(_ at: Int) -> Bool {
        room.play.front.transcript.contains {
            [.agent, .silence].contains($0.kind) && $0.begins >= at && $0.heard <= local
        }
    }

    /// How the two feelings stand as far as things were heard.
    var feelings: StagePage.Feelings? {
        let readings = room.play.front.readings.filter { $0.time <= local }
        guard let last = readings.last else { return nil }
        let before = readings.dropLast().last ?? last
        return StagePage.Feelings(
            trust: last.trust, heat: last.heat, trustMoved: last.trust - before.trust,
            heatMoved: last.heat - before.heat)
    }

    // MARK: The way of the round

    /// Trust over the round at so many columns, with the marks of the round below.
    func way(columns: Int) -> StagePage.Way? {
        let readings = room.play.front.readings
        guard let first = readings.first, columns > 1 else { return nil }
        let end = max(1, readings.last?.time ?? 1, room.play.local(view.playTime(at: now)))
        let trust = (0..<columns).map { column in
            readings.last { $0.time <= end * column / (columns - 1) }?.trust ?? first.trust
        }
        var taken: Set<Int> = []
        let marks = marks.map { mark in
            let at = room.play.moments.first { $0.sequence == mark.moment }?.reply?.at ?? room.play.local(mark.at)
            var column = min(columns - 1, max(0, at * (columns - 1) / end))
            // Two at the same place stand side by side.
            while taken.contains(column), column < columns - 1 { column += 1 }
            while taken.contains(column), column > 0 { column -= 1 }
            taken.insert(column)
            return StagePage.Way.Sign(column: column, key: mark.behaviour)
        }
        return StagePage.Way(trust: trust, marks: marks)
    }

    /// The marks of this round, whoever made them.
    var marks: [Mark] { room.marks.map(\.mark).filter { $0.round == room.round } }

    /// The behaviours that were marked in this round, in the checklist's order.
    var marked: [Behaviour] {
        let keys = Set(marks.map(\.behaviour))
        return (room.plan?.behaviours ?? []).filter { keys.contains($0.key) }
    }
}

extension Entry.Kind {
    var isMail: Bool { if case .mail = self { true } else { false } }
}
