import Conversation
import Room
import Terminal

// What is typed at a seat, marked, and chosen from.
extension SeatScreen {
    /// Takes typed text, a paste, a letter of the checklist, or a new size.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .resized(let size):
            self.size = size
        case .key(let key) where isTyping:
            if case .overfull = typing.editor.handle(key) { return [.tooMuch] }
        case .paste(let text) where isTyping:
            if typing.editor.insert(text) > 0 { return [.tooMuch] }
        case .paste: return [.notice("t opens a place for words of your own, also pasted ones.")]
        case .key(let key): return behaviour(of: key).map { mark($0.key, at: now) } ?? []
        default: break
        }
        return []
    }

    /// Takes a text back from somebody's own editor.
    public mutating func receive(edited text: String, at now: Uptime) -> [Effect] {
        isTyping && typing.editor.replaceAll(with: text) > 0 ? [.tooMuch] : []
    }

    /// Opens a place for words of one's own, or takes those that came with the command.
    mutating func beginTyping(_ words: String, at now: Uptime) -> [Effect] {
        switch place.part {
        case .playing:
            guard place.role == .agent || place.role == .customer else {
                return [.notice("The agent and the customer speak now. W keeps a small win, a mark has its key.")]
            }
            typing.open(.say)
            reading.follow()
        case .feedback, .debrief: typing.open(.feedback)
        case .joining where declined != nil: typing.open(.name)
        default: return [.notice("There is nothing to type just now.")]
        }
        guard !words.isEmpty else { return [] }
        typing.editor.replaceAll(with: words)
        if let refusal = refusal(of: .accept, at: now) { return [.notice(refusal)] }
        return sendTyped(at: now)
    }

    mutating func performTyping(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .typing(let edit):
            let look = Look(theme: .monochrome, glyphs: .unicode)
            typing.editor.fit(editorArea(layout(size, look: look, at: now)).size)
            if case .copied(let text) = typing.editor.perform(edit) { return [.copy(text)] }
        case .accept: return sendTyped(at: now)
        case .back, .leave:
            if typing.purpose == .quote { marking?.keeps = now + SeatMarking.waits }
            typing.close()
        default: break
        }
        return []
    }

    /// Sends what was typed. Where that is not possible, the words stay.
    private mutating func sendTyped(at now: Uptime) -> [Effect] {
        guard let purpose = typing.purpose else { return [] }
        let words = typing.editor.value
        let isEmpty = !words.contains { !$0.isWhitespace }
        if isEmpty {
            switch purpose {
            case .win, .quote: break
            default: return [.notice("There are no words in it yet.")]
            }
        }
        switch purpose {
        case .say: return sayTyped(words, at: now)
        case .feedback:
            typing.send()
            return wish(.feedback(words))
        case .win(let behaviour):
            typing.send()
            return wish(.win(behaviour: behaviour, person: room.casting.agent, words: words))
        case .ownWin:
            typing.send()
            return wish(.win(behaviour: words, person: room.casting.agent, words: ""))
        case .comment(let moment):
            typing.send()
            return wish(.comment(words, moment: moment, replyTo: nil))
        case .quote: return keepMark(at: now)
        case .name:
            typing.send()
            readRefusal()
            return [.live(.wish(person: "", .join(name: words, asksAs)))]
        }
    }

    private mutating func sayTyped(_ words: String, at now: Uptime) -> [Effect] {
        guard place.part == .playing else {
            return [.notice("The round is not being played just now; your words stay.")]
        }
        if room.isFrozen { return [.notice("Everything is frozen; your words stay.")] }
        guard place.role == .agent, hasScenario else {
            typing.send()
            return wish(.say(words, moment: 0))
        }
        guard let offer = offer(at: now), !offer.isSend else {
            return [.notice("Let it arrive first; your words stay.")]
        }
        guard asked == nil else { return [.notice("Your reply is on its way.")] }
        typing.send()
        return ask(.say(words, moment: offer.sequence), for: offer.sequence)
    }

    // MARK: Marks

    /// A key of the checklist: the mark before it is kept, and this one waits for its words.
    mutating func mark(_ key: String, at now: Uptime) -> [Effect] {
        list = nil
        if let hindrance { return [.notice(hindrance)] }
        let before = keepMark(at: now)
        let pane = SeatTalkPane(view: view, now: now, glyphs: .ascii)
        marking = SeatMarking(key, pressed: view.playTime(at: now), replies: Array(pane.replies.prefix(20)), at: now)
        return before
    }

    mutating func keepMark(at now: Uptime) -> [Effect] {
        guard let marking else { return [] }
        let quote = marking.quote(typed: typing[.quote].value)
        self.marking = nil
        typing.forget(.quote)
        return wish(.mark(behaviour: marking.behaviour, quote: quote, at: marking.pressed))
    }

    /// What a key does to a mark that waits for its words; nil for what is none of its business.
    mutating func performMarking(_ action: Action, at now: Uptime) -> [Effect]? {
        switch action {
        case .up, .down: marking?.move(action, at: now)
        case .accept: return keepMark(at: now)
        case .find: typing.open(.quote)
        case .back, .remove:
            marking = nil
            typing.forget(.quote)
        default: return nil
        }
        return []
    }

    mutating func removeMark() -> [Effect] {
        let own = place.ownMarks
        if own.count == 1, let mark = own.first { return wish(.unmark(mark.sequence)) }
        guard !own.isEmpty else { return [] }
        let place = place
        let rows = own.reversed().map { mark in
            SeatList.Row(
                text: "\(VoicePane.offset(mark.mark.at))  \(place.behaviour(mark.mark.behaviour))"
                    + (mark.mark.quote.isEmpty ? "" : "  “\(mark.mark.quote)”"))
        }
        list = SeatList(.mark, "Take which of your marks out?", rows)
        return []
    }

    // MARK: Lists

    var behaviours: SeatList {
        let rows = (room.plan?.behaviours ?? []).map { SeatList.Row(text: $0.name, key: $0.key) }
        return SeatList(.behaviour, "What did you notice?", rows)
    }

    var wins: SeatList {
        let rows = (room.plan?.behaviours ?? []).map { SeatList.Row(text: $0.name) }
        return SeatList(
            .win, "A small win: what went well?", rows + [SeatList.Row(text: "Something else, in own words")])
    }

    /// The moments that were answered, the newest first.
    private var answered: [Moment] { room.play.moments.reversed().filter { $0.reply != nil } }

    var moments: SeatList {
        let rows = answered.map { SeatList.Row(text: "\($0.name): \($0.reply?.text ?? "")") }
        let open = room.play.moments.last { $0.reply == nil }.map { SeatList.Row(text: "\($0.name), which is open") }
        return SeatList(.moment, "Comment on which moment?", rows + [open].compactMap(\.self))
    }

    mutating func performList(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .up, .down: list?.move(action)
        case .say(let number): return choose(number - 1, at: now)
        case .accept: return choose(list?.chosen ?? 0, at: now)
        case .type where list?.purpose == .win:
            list = nil
            typing.open(.ownWin)
        case .back, .leave: list = nil
        default: break
        }
        return []
    }

    private mutating func choose(_ row: Int, at now: Uptime) -> [Effect] {
        guard let list else { return [] }
        guard list.rows.indices.contains(row) else { return [.notice("There is no \(row + 1) here.")] }
        self.list = nil
        switch list.purpose {
        case .behaviour: return room.plan.map { mark($0.behaviours[row].key, at: now) } ?? []
        case .win:
            let names = room.plan?.behaviours.map(\.name) ?? []
            typing.open(row < names.count ? .win(names[row]) : .ownWin)
        case .mark:
            let own = Array(place.ownMarks.reversed())
            return own.indices.contains(row) ? wish(.unmark(own[row].sequence)) : []
        case .moment:
            let all = answered + [room.play.moments.last { $0.reply == nil }].compactMap(\.self)
            if all.indices.contains(row) { typing.open(.comment(moment: all[row].sequence)) }
        case .leaving: return row == 1 ? [.live(.leave)] : []
        }
        return []
    }
}
