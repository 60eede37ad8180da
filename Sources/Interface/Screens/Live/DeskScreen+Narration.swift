import Conversation
import Room
import Terminal

// The desk in sentences.
extension DeskScreen {
    private static let signs = Glyphs.ascii

    /// Where the room is: phase, clocks, roles, and what can be taken back.
    public func whereabouts(at now: Uptime) -> String {
        let standing = DeskStanding(view: view, now: now, glyphs: Self.signs)
        var parts = [Self.sentence(standing.phase)]
        parts += standing.clocks.map { "\($0.name) \($0.text)." }
        let roles = standing.roles(room.round == 0 ? room.next : room.casting).map { "\($0.name) \($0.people)" }
        if !roles.isEmpty { parts.append(Self.sentence(roles.joined(separator: ", "))) }
        if let slip = room.undoable { parts.append("u takes back: \(slip.words).") }
        return parts.joined(separator: " ")
    }

    private static func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() + "." }

    /// The desk as it is heard: what there is, then what can be chosen.
    public func narration(at now: Uptime) -> Narration {
        let standing = DeskStanding(view: view, now: now, glyphs: Self.signs)
        var narration = Narration("desk", "The desk. \(room.plan?.title ?? "")")
        narration.items = items(standing, at: now)
        narration.clocks = clocks(at: now)
        narration.prompt = "Command"
        if entry != nil {
            narration.items.append(Narration.Item("label-\(label)", "\(label)."))
            (narration.typing, narration.prompt) = (.answer, "Text")
        } else if let sheet {
            tell(sheet, in: &narration)
        } else {
            tellChoices(in: &narration, at: now)
        }
        return narration
    }

    private func items(_ standing: DeskStanding, at now: Uptime) -> [Narration.Item] {
        var items = [Narration.Item("phase", Self.sentence(standing.phase))]
        let roles = standing.roles(room.round == 0 ? room.next : room.casting).map { "\($0.name) \($0.people)" }
        if !roles.isEmpty { items.append(Narration.Item("roles", Self.sentence(roles.joined(separator: ", ")))) }
        if room.round > 0, !standing.next.isEmpty { items.append(Narration.Item("next", "Next: \(standing.next).")) }
        let code = view.room.code.isEmpty ? "" : " Others join with the code \(view.room.code)."
        items.append(Narration.Item("here", "Here: \(standing.here).\(code)"))
        for (index, note) in standing.notes.enumerated() {
            items.append(Narration.Item("note-\(index)", "Your note: \(note.text)"))
        }
        items += phaseItems(at: now)
        if let hint = room.hint { items.append(Narration.Item("hint", "The hint: \(hint)")) }
        if room.isFrozen { items.append(Narration.Item("frozen", "Everything is frozen.")) }
        if let slip = room.undoable { items.append(Narration.Item("undo", "u takes back: \(slip.words).")) }
        return items
    }

    private func phaseItems(at now: Uptime) -> [Narration.Item] {
        func told(_ lines: [StyledLine], _ id: String) -> [Narration.Item] {
            let words = lines.map { $0.runs.map(\.text).joined() }.filter { !$0.isEmpty }
            return words.isEmpty ? [] : [Narration.Item(id, words.joined(separator: "\n"))]
        }
        switch room.phase {
        case .gathering: return told(consent(columns: 10_000, glyphs: Self.signs), "consent")
        case .cards:
            let (name, note, faces) = cardOnDesk
            var lines = [StyledLine(name), StyledLine(note)]
            for face in faces { lines += DeskCard(face: face, glyphs: Self.signs).lines(columns: 10_000) }
            return told(lines, "card-\(card.rawValue)")
        case .countdown: return []
        case .playing:
            return transcript(at: now).blocks(columns: 10_000).compactMap { block in
                guard block.id >= 0 else { return nil }
                let words = block.lines.map { line in line.runs.map(\.text).joined() }.joined(separator: " ")
                return Narration.Item("said-\(room.round)-\(block.id)", words)
            }
        case .feedback:
            var items: [Narration.Item] = []
            if let turn {
                items.append(
                    Narration.Item("turn", "Now \(room.name(of: turn.person)) speaks, as the \(turn.role.rawValue)."))
            } else {
                items.append(Narration.Item("turn", "Everybody has spoken. o: \(nextWords)."))
            }
            for (index, said) in (room.feedback?.said ?? []).enumerated() {
                items.append(Narration.Item("told-\(index)", "\(room.name(of: said.person)): \(said.text)"))
            }
            items += comments + told(DeskTimeline(room: room, glyphs: Self.signs).list(columns: 10_000), "marks")
            return items + room.wins.enumerated().map { Narration.Item("win-\($0)", "Win: \(words(about: $1))") }
        case .debrief:
            return debriefRows.enumerated().filter { !$1.detail.isEmpty }.map { index, row in
                Narration.Item("kept-\(index)", "\(row.text) Kept: \(row.detail)")
            } + comments
        case .closed: return [Narration.Item("closed", "The room is closed. Thank you. \(closingWords)")]
        }
    }

    private var comments: [Narration.Item] { RoomComments(room: room, reader: commenter).items }

    private func clocks(at now: Uptime) -> [Narration.Clock] {
        guard room.phase == .playing else { return [] }
        var clocks: [Narration.Clock] = []
        let local = view.local(at: now)
        if let clock = room.play.front.clock, local >= clock.starts {
            clocks.append(Narration.Clock("reply", "to reply", left: clock.left(at: local)))
        }
        let left = view.left(at: now)
        if left > 0 { clocks.append(Narration.Clock("round-\(room.round)", "in the round", left: left)) }
        return clocks
    }

    private func tell(_ sheet: DeskSheet, in narration: inout Narration) {
        if case .card(let face) = sheet, customerFaces.indices.contains(face) {
            let lines = DeskCard(face: customerFaces[face], glyphs: Self.signs).lines(columns: 10_000)
            let words = lines.map { $0.runs.map(\.text).joined() }.joined(separator: "\n")
            narration.items = [Narration.Item("face-\(face)", "\(heading(of: sheet)).\n\(words)")]
            narration.prompt = "back hides it"
            return
        }
        for (index, remark) in remarks(on: sheet).enumerated() {
            narration.items.append(Narration.Item("sheet-\(heading(of: sheet))-\(index)", remark))
        }
        var choices = rows(of: sheet).enumerated().map { index, row in
            let way = index - list.row
            let moves = Array(repeating: way < 0 ? Action.up : .down, count: abs(way))
            // Digits do something for the chosen one among the people, who are called by their names.
            let key = sheet == .people ? row.text : row.key.isEmpty ? "\(index + 1)" : row.key
            return Narration.Choice(
                key, row.text, detail: row.detail, does: sheet == .people ? moves : moves + [.accept])
        }
        if sheet == .people {
            let acts = [
                "agent", "customer", "observer", "mute or hear again", "another name", "hand the desk over",
                "ask to go",
            ]
            choices += acts.enumerated().map { Narration.Choice("\($0 + 1)", $1, does: [.say($0 + 1)]) }
        }
        if !choices.isEmpty {
            narration.choices = Narration.Choices("\(sheet)", heading(of: sheet), choices, chosen: list.row)
        }
        narration.prompt = choices.isEmpty ? "Enter: \(heading(of: sheet)) back: not now" : "A row, or back"
    }

    private func tellChoices(in narration: inout Narration, at now: Uptime) {
        switch room.phase {
        case .gathering:
            var choices = room.agreeing.enumerated().map { index, person in
                let way = index - main.row
                return Narration.Choice(
                    person.name, yes(of: person), detail: number(of: person),
                    does: Array(repeating: way < 0 ? Action.up : .down, count: abs(way)))
            }
            let isKept = room.plan?.recording == .kept
            let acts = [
                (1, isKept ? "yes, and it may be kept" : "yes"), (2, "yes, and nothing kept"), (3, "another name"),
                (4, "ask to go"),
            ].filter { isKept || $0.0 != 2 }
            if !choices.isEmpty {
                choices += acts.map { Narration.Choice("\($0.0)", "the chosen one: \($0.1)", does: [.say($0.0)]) }
                narration.choices = Narration.Choices("people", gatheringWords, choices, chosen: main.row)
            }
            narration.items.append(Narration.Item("how", greetingWords))
        case .playing:
            guard let offer = room.play.front.offer else { return }
            let pane = DeskBranches(
                offer: offer, chosen: chosen, vote: room.vote, vocabulary: vocabulary, glyphs: Self.signs)
            let choices = branches.enumerated().map { place, line in
                Narration.Choice(
                    "\(place + 1)", line.option.text, detail: pane.words(about: line.index, line.option),
                    does: [.say(place + 1)])
            }
            guard !choices.isEmpty else { return }
            narration.choices = Narration.Choices(
                "offer-\(offer.sequence)", branchWords(at: now), choices, chosen: chosen)
        case .debrief:
            let choices = debriefRows.enumerated().map { index, row in
                let way = index - main.row
                return Narration.Choice(
                    "\(index + 1)", row.text,
                    does: Array(repeating: way < 0 ? Action.up : .down, count: abs(way)) + [.accept])
            }
            narration.choices = Narration.Choices("debrief", "What does the group say?", choices, chosen: main.row)
        default: break
        }
    }
}
