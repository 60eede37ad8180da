import Conversation
import Library
import Room
import Terminal

// Lines that are typed at the desk.
extension DeskScreen {
    /// Begins a line, with what was put away of it.
    mutating func type(_ purpose: DeskEntry.Purpose) {
        var text = drafts[purpose] ?? ""
        if text.isEmpty, case .rename(let id) = purpose { text = room.name(of: id) }
        entry = DeskEntry(purpose, text: text)
    }

    /// Does an action while a line is typed.
    mutating func performTyping(_ action: Action, at now: Uptime) -> [Effect] {
        guard let purpose = entry?.purpose else { return [] }
        switch action {
        case .accept:
            let words = entry?.editor.value ?? ""
            if case .winWords = purpose {
            } else if words.isEmpty {
                return [.notice("Type something first, or put it away with Esc.")]
            }
            entry = nil
            drafts[purpose] = nil
            return keep(words, for: purpose, at: now)
        case .back, .leave:
            let words = entry?.editor.value ?? ""
            drafts[purpose] = words.isEmpty ? nil : words
            entry = nil
        case .typing(let edit): entry?.editor.perform(edit)
        default: break
        }
        return []
    }

    /// What a line that was typed does.
    mutating func keep(_ words: String, for purpose: DeskEntry.Purpose, at now: Uptime) -> [Effect] {
        switch purpose {
        case .welcome: return [.live(.command(.welcome(name: words, .player)))]
        case .rename(let id): return [.live(.command(.rename(id, to: words)))]
        case .agent: return [.live(.command(.typed(words)))]
        case .hint: return [.live(.command(.hint(words)))]
        case .feedback(let person): return [.live(.command(.feedback(person: person, words)))]
        case .comment(let moment, let answered):
            return [.live(.command(.comment(words, moment: moment, replyTo: answered)))]
        case .winName:
            open(.winner(behaviour: String(words.prefix(CardLimits.behaviour))))
            return []
        case .winWords(let behaviour, let person):
            return [.live(.command(.win(behaviour: behaviour, person: person, words: words)))]
        case .rule: return record([Engine.heuristic(words, in: room.play)], "the rule")
        case .fix:
            return record(
                [Engine.output(.fix, title: words, guide: guide?.id ?? "", in: room.play)], "the thing to change")
        case .returns:
            return record(
                [
                    Engine.answer(
                        words, to: Self.returnsID, text: Self.returnsWords, in: guide?.id ?? "", taken: 0,
                        of: room.play)
                ], "when this comes back")
        case .prompt(let index): return answer(words, to: index, at: now)
        }
    }

    private func record(_ events: [TimedEvent], _ words: String) -> [Effect] {
        [.live(.command(.record(events, words: words)))]
    }

    private mutating func answer(_ words: String, to index: Int, at now: Uptime) -> [Effect] {
        guard let guide, guide.prompts.indices.contains(index) else { return [] }
        let prompt = guide.prompts[index]
        var events = [
            Engine.answer(
                words, to: prompt.id, text: prompt.text, in: guide.id, taken: Int(now - since), of: room.play)
        ]
        switch prompt.output {
        case .heuristic: events.append(Engine.heuristic(words, in: room.play))
        case .fix: events.append(Engine.output(.fix, title: words, guide: guide.id, in: room.play))
        case .incident: events.append(Engine.output(.incident, title: words, guide: guide.id, in: room.play))
        case .phrase: events.append(Engine.output(.phrase, title: words, guide: guide.id, in: room.play))
        // How confident somebody is belongs to a person; the group's answer is kept as words.
        case .confidence, nil: break
        }
        let before = main.row
        main.move(.down, count: mainCount)
        since = now
        return record(events, "the answer") + (main.row == before ? [] : ask())
    }

    /// What is asked for while a line is typed.
    var label: String {
        switch entry?.purpose {
        case .welcome: "Who comes in? A first name or an alias"
        case .rename(let id): "What is \(room.name(of: id)) called?"
        case .agent: "What \(room.casting.agent.map { room.name(of: $0) } ?? "the agent") said"
        case .hint: "A word of help"
        case .feedback(let id): "What \(room.name(of: id)) said"
        case .comment(let moment, let answered):
            RoomComments(room: room, reader: commenter).heading(moment: moment, answering: answered)
        case .winName: "Which behaviour was it?"
        case .winWords(let behaviour, let person):
            "\(behaviour), \(person.map { room.name(of: $0) } ?? "everybody"): what was said about it? Empty keeps the name"
        case .prompt(let index):
            if let guide, guide.prompts.indices.contains(index) { guide.prompts[index].text } else { "" }
        case .rule: Self.ruleWords
        case .fix: Self.fixWords
        case .returns: Self.returnsWords
        case nil: ""
        }
    }
}
