import Conversation
import Library
import Room
import Terminal

// The lists of the desk: what stands in them, and what choosing a row does.
extension DeskScreen {
    /// The rows of a sheet.
    func rows(of sheet: DeskSheet) -> [DeskRow] {
        switch sheet {
        case .people: room.people.map { DeskRow(text: $0.name, detail: words(about: $0), key: " ") }
        case .moments: moments
        case .player(let moment): players(from: moment)
        case .curveballs: thrown
        case .hint: hints
        case .marks:
            (room.plan?.behaviours ?? []).map {
                DeskRow(text: $0.name, detail: $0.looksLike, key: $0.key, act: mark($0.key))
            }
        case .marker(let behaviour):
            markers.map { person in
                DeskRow(
                    text: person.name,
                    act: .command(.mark(person: person.id, behaviour: behaviour, quote: lastWords)))
            }
        case .win:
            (room.plan?.behaviours ?? []).map {
                DeskRow(text: $0.name, detail: $0.looksLike, act: .open(.winner(behaviour: $0.name)))
            } + [DeskRow(text: "In other words \u{2026}", act: .type(.winName))]
        case .winner(let behaviour):
            room.players.map { person in
                DeskRow(
                    text: person.name, detail: role(of: person),
                    act: .type(.winWords(behaviour: behaviour, person: person.id)))
            } + [DeskRow(text: "Everybody\u{2019}s", act: .type(.winWords(behaviour: behaviour, person: nil)))]
        case .envelope, .card, .question: []
        }
    }

    /// What a list is for.
    func heading(of sheet: DeskSheet) -> String {
        switch sheet {
        case .people: "The people"
        case .moments: "Back to which moment?"
        case .player: "Who plays on from there?"
        case .curveballs: "What comes in?"
        case .envelope: "Read this aloud"
        case .hint: "A word of help for \(room.casting.agent.map { room.name(of: $0) } ?? "the agent")"
        case .marks: "What was it?"
        case .marker: "Who noticed it?"
        case .win: "A small win: which one?"
        case .winner(let behaviour): "\(behaviour): whose was it?"
        case .card: "For \(customerName) only"
        case .question(.leaving): "Leave the desk?"
        case .question(.closing): "Close the room?"
        case .question(.again): room.phase == .debrief ? "One round more?" : "This round again, from its cards?"
        case .question(.removing(let id)): "Ask \(room.name(of: id)) to go?"
        case .question(.handing(let id)): "Hand the desk to \(room.name(of: id))?"
        }
    }

    /// What stands under the rows, in sentences.
    func remarks(on sheet: DeskSheet) -> [String] {
        switch sheet {
        case .people:
            let customer = room.plan?.hasCustomer == true ? "2 the customer, " : ""
            return [
                "For the chosen one: 1 the agent, \(customer)3 an observer, 4 mute or hear again, "
                    + "5 another name, 6 hand the desk over, 7 ask to go."
            ]
        case .moments where rows(of: sheet).isEmpty: return ["No moment has opened in this round yet."]
        case .curveballs where rows(of: sheet).isEmpty:
            return ["This scenario has nothing to throw in here, and the cards have no envelopes."]
        case .marks:
            if markers.isEmpty { return ["Nobody observes in this round."] }
            let words = lastWords
            return words.isEmpty ? [] : ["The mark carries the agent\u{2019}s last words: \u{201C}\(words)\u{201D}"]
        case .envelope(let index):
            guard let cards = view.standing.cards, cards.envelopes.indices.contains(index) else { return [] }
            let envelope = cards.envelopes[index]
            return [envelope.name, envelope.words]
        case .question(.leaving):
            return [
                "The room stays open, and nothing is lost. Another terminal in it can take the desk over, and you can "
                    + "come back to it."
            ]
        case .question(.closing): return [closingWords, "A closed room does not open again."]
        case .question(.again): return ["What was played, marked and said so far stays."]
        case .question(.removing):
            return ["They do not come in again with the same terminal. What they did so far stays."]
        case .question(.handing(let id)):
            return ["\(room.name(of: id)) conducts from then on. This terminal becomes an ordinary one."]
        default: return []
        }
    }

    /// What is kept or forgotten of the room.
    var closingWords: String {
        guard let plan = room.plan else { return "" }
        if room.isKept { return plan.agreement.kept }
        if plan.recording == .kept {
            return "Somebody asked for nothing to be kept, so nothing is. " + plan.agreement.forgotten
        }
        return plan.agreement.forgotten
    }

    /// Who plays the customer, by name.
    var customerName: String { room.casting.customer.map { room.name(of: $0) } ?? "the customer" }

    /// What somebody is in the round, in a word.
    func role(of person: Person) -> String {
        if let role = room.casting.role(of: person.id) { return role.rawValue }
        return switch person.kind {
        case .facilitator: "facilitator"
        case .player: room.round == 0 ? "" : "waits for the next round"
        case .audience: "looks on"
        case .stage: "a stage"
        }
    }

    /// Somebody's role, terminal and whether they are heard.
    func words(about person: Person) -> String {
        var parts = [role(of: person), place(of: person)]
        if room.muted.contains(person.id) { parts.append("muted") }
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func place(of person: Person) -> String {
        switch person.account {
        case nil: "at this screen"
        case room.desk?: "at the desk"
        default: "own terminal"
        }
    }

    // MARK: The lists

    private var moments: [DeskRow] {
        room.play.moments.filter { !$0.isHeld }.map { moment in
            let reply = moment.reply.map { "\u{201C}\($0.text)\u{201D}" } ?? "open"
            let others = room.players.filter { $0.id != room.casting.agent }
            return DeskRow(
                text: moment.name, detail: reply,
                act: others.isEmpty
                    ? .command(.rewind(to: moment.sequence, agent: nil)) : .open(.player(moment: moment.sequence)))
        }
    }

    private func players(from moment: Int) -> [DeskRow] {
        var rows: [DeskRow] = []
        if let agent = room.casting.agent {
            rows.append(
                DeskRow(
                    text: room.name(of: agent), detail: "as before",
                    act: .command(.rewind(to: moment, agent: nil))))
        }
        return rows
            + room.people.filter { ($0.kind == .player || $0.kind == .facilitator) && $0.id != room.casting.agent }
            .map { person in
                DeskRow(
                    text: person.name, detail: role(of: person),
                    act: .command(.rewind(to: moment, agent: person.id)))
            }
    }

    private var thrown: [DeskRow] {
        view.standing.curveballs.map {
            DeskRow(text: $0.label, detail: "a curveball", act: .command(.curveball($0.node)))
        }
            + (view.standing.cards?.envelopes ?? []).enumerated().map { index, envelope in
                DeskRow(text: envelope.name, detail: "to hand in: \(envelope.when)", act: .open(.envelope(index)))
            }
    }

    private var hints: [DeskRow] {
        var rows = [DeskRow(text: "In your own words \u{2026}", act: .type(.hint))]
        if let hint = room.hint {
            rows.append(DeskRow(text: "Take the word away", detail: hint, act: .command(.hint(""))))
        }
        var seen: Set<String> = []
        let moves = branches.flatMap(\.option.moves).filter { vocabulary.move($0)?.helps == true }
            .map { vocabulary.name(ofMove: $0) }
        for name in moves + (room.plan?.behaviours ?? []).map(\.name) where seen.insert(name).inserted {
            rows.append(DeskRow(text: name, act: .command(.hint(name))))
        }
        return rows
    }

    /// What a behaviour's key does: the mark, or the question whose it is.
    func mark(_ behaviour: String) -> DeskRow.Act {
        guard markers.count == 1, let only = markers.first else {
            return markers.isEmpty ? .nothing : .open(.marker(behaviour: behaviour))
        }
        return .command(.mark(person: only.id, behaviour: behaviour, quote: lastWords))
    }

    // MARK: Looking back together

    /// The prompts of the guide, and what is kept of them.
    var debriefRows: [DeskRow] {
        let learner = room.play.learner
        var rows = (guide?.prompts ?? []).enumerated().map { index, prompt in
            let answer = learner.answers.last { $0.prompt == prompt.id && $0.guide == guide?.id }?.answer ?? ""
            return DeskRow(text: prompt.text, detail: answer, act: .type(.prompt(index)))
        }
        let rule = learner.notes.last { $0.written.kind == .heuristic }?.written.text ?? ""
        rows.append(DeskRow(text: Self.ruleWords, detail: rule, act: .type(.rule)))
        let fixes = learner.outputs.filter { $0.kind == .fix }.map(\.title).joined(separator: "; ")
        rows.append(DeskRow(text: Self.fixWords, detail: fixes, act: .type(.fix)))
        let returns = learner.answers.last { $0.prompt == Self.returnsID }?.answer ?? ""
        rows.append(DeskRow(text: Self.returnsWords, detail: returns, act: .type(.returns)))
        return rows
    }

    static let ruleWords = "A rule in our own words"
    static let fixWords = "Something to change in the way we work"
    static let returnsWords = "When do we come back to this?"
    static let returnsID = "returns"
}
