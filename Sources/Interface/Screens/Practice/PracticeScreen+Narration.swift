import Conversation
import Terminal

extension PracticeScreen {
    /// Everything that was heard so far in its order, what can be said, and the clocks.
    public func narration(at now: Uptime) -> Narration {
        let title = session.began?.title ?? ""
        let place = Self.place(session.front.journey.first ?? session.front.channel)
        var narration = Narration(
            "practice:\(stream)", "\(title). \(place), with \(session.customerName).")
        narration.items = PracticeNarration(screen: self, now: now).items
        narration.clocks = isOver ? [] : clocks(at: now)
        if let editing { return written(narration, editing, at: now) }
        if let meaning {
            narration.choices = meaning.choices
            narration.prompt = "1 to \(meaning.count), or leave"
            return narration
        }
        if let typed = replies[session.frontName], typed.isOpen { return typing(narration, typed.editor) }
        if isPaused {
            let count = session.log.count { if case .paused = $0.event { true } else { false } }
            narration.items.append(
                Narration.Item("paused-\(count)", "Paused. Every clock stands still. An empty line goes on."))
            narration.prompt = "Enter goes on"
            return narration
        }
        // Why they cannot be said just now is for the screen to tell.
        narration.takesWords = script == nil && session.front.offer?.isSend == false && !isOver
        if let script {
            narration.choices = script.choices
            narration.prompt = script.prompt
        } else if isUnderPopUp {
            narration.prompt = "Enter goes on; or retry, compare"
        } else if let offer = session.front.offer, canSay(at: now), !isOpen(at: now) {
            // What could be said over somebody is told only to who asks: it would come before what they say.
            narration.choices = choices(offer)
            narration.choices?.isQuiet = true
            narration.isArriving = true
        } else if isOpen(at: now), let offer = session.front.offer {
            narration.choices = choices(offer)
            narration.prompt = offer.isSend ? "1 or 2, or ? for help" : Self.prompt(offer, chosen: chosen)
        } else if isOver, isHeardOut(at: now) {
            narration.items.append(
                Narration.Item("over", "This conversation is over. Enter looks back on it."))
            narration.prompt = "Enter looks back"
        } else if isHeardOut(at: now), nextArrival(at: now) == nil, let next = session.nextThread(at: local(at: now)) {
            let words = session.front.isOver ? "is over" : "waits"
            let name = session.fullName(of: next.customer)
            narration.items.append(
                Narration.Item(
                    "rests-\(session.frontName)-\(session.moments.count { $0.thread == session.frontName })",
                    "This conversation \(words). An empty line turns to \(name)."))
            narration.prompt = "Enter turns to \(name)"
        } else {
            narration.isArriving = nextArrival(at: now) != nil
            narration.prompt = narration.isArriving ? "" : "Command"
        }
        return narration
    }

    /// When the next thing that is on its way arrives, local ms.
    private func nextArrival(at now: Uptime) -> Int? {
        let local = local(at: now)
        let times = session.front.transcript.map(\.heard) + coming.map(\.said)
        return (times + [session.front.offer?.opens].compactMap { $0 }).filter { $0 > local }.min()
    }

    // MARK: Writing in the mail

    /// A line is a paragraph; it stands behind the one that one is at.
    private func written(_ narration: Narration, _ editing: DraftEditor, at now: Uptime) -> Narration {
        var narration = narration
        let isSubject = editing.focus == 0
        let field = isSubject ? editing.subject : editing.fields[editing.focus - 1].editor
        // The draft is told as it is typed here, once the screen is left again.
        narration.items.removeAll { $0.id == "subject" || $0.id.hasPrefix("paragraph-") }
        narration.items.append(Narration.Item("typed-subject", "Subject: \(editing.subject.value)"))
        for (index, field) in editing.fields.enumerated() where !field.editor.isEmpty {
            narration.items.append(Narration.Item("typed-\(index)", "Paragraph \(index + 1): \(field.editor.value)"))
        }
        narration.items.append(
            Narration.Item(
                "typing",
                "You write in the mail. Each line is a paragraph behind the one you are at. :next and :previous go "
                    + "through it; behind :type-select-all a line takes the place of what is there. A full stop alone ends."
            ))
        let words = field.isEmpty ? "nothing yet" : field.value
        narration.items.append(
            Narration.Item(
                "at", isSubject ? "You are at the subject: \(words)" : "You are at paragraph \(editing.focus): \(words)"
            ))
        narration.typing = .letter
        narration.endsText = .back
        narration.prompt = isSubject ? "Subject" : "Paragraph"
        if isSubject {
            narration.beforeText = field.isEmpty ? [] : [.typing(.selectAll)]
            narration.afterText = [.accept] + Array(repeating: .nextFocus, count: editing.fields.count - 1)
        } else if !field.isEmpty, field.selection == nil {
            narration.beforeText = [.accept]
        }
        return narration
    }

    // MARK: In one's own words

    /// Lines are lines of the reply; a full stop alone says it.
    private func typing(_ narration: Narration, _ editor: LineEditor) -> Narration {
        var narration = narration
        let count = session.log.count { if case .replied = $0.event { true } else { false } }
        narration.items.append(
            Narration.Item(
                "typing-\(count)",
                "You type a reply. Each line is a line of it; a full stop alone says it, :back puts it away."))
        if !editor.isEmpty {
            var item = Narration.Item("typed-\(count)", "So far: \(editor.value)")
            item.isOnce = true
            narration.items.append(item)
        }
        narration.typing = .letter
        narration.beforeText = editor.isEmpty ? [] : [.typing(.textEnd), .typing(.newLine)]
        narration.endsText = .accept
        narration.prompt = "Reply"
        return narration
    }

    // MARK: Choosing

    private static func prompt(_ offer: Offer, chosen: Int?) -> String {
        let count = offer.lines.count
        if let chosen, chosen == offer.nearestLine { return "Enter says \(chosen + 1); 1 to \(count), or ? for help" }
        return count == 1 ? "1, or ? for help" : "1 to \(count), or ? for help"
    }

    private func choices(_ offer: Offer) -> Narration.Choices {
        let pauses = session.log.count { if case .paused = $0.event { true } else { false } }
        let id = "\(offer.sequence)-\(offer.attempt)-\(pauses)"
        if offer.isSend {
            let all = [
                Narration.Choice("1", "Send it.", does: [.accept]),
                Narration.Choice("2", "Write in it yourself.", does: [.edit]),
            ]
            return Narration.Choices("send-\(id)", lastLook(), all)
        }
        let attempt = offer.attempt > 1 ? ", attempt \(offer.attempt)" : ""
        var all = offer.lines.enumerated().map { index, line in
            let near = offer.nearest.contains(line.index) ? "Near what you said: " : ""
            return Narration.Choice(
                String(index + 1), near + place(line.option) + line.option.text, does: [.say(index + 1)])
        }
        if offer.index(of: .pause) != nil {
            all.append(Narration.Choice("wait", "Say nothing for a moment.", does: [.wait]))
        }
        if hasDraft { all.append(Narration.Choice("edit", "Write in the mail yourself.", does: [.edit])) }
        let name = offer.moment.isEmpty ? "You can say" : offer.moment
        return Narration.Choices(id, "\(name)\(attempt):", all, chosen: chosen)
    }

    /// On a public thread a reply says whether everybody reads it.
    private func place(_ option: Option) -> String {
        guard session.front.channel == .social else { return "" }
        return option.isPrivate == true ? "In private: " : "In public: "
    }

    /// Where a conversation is, in words.
    static func place(_ channel: Channel) -> String {
        switch channel {
        case .chat: "By chat"
        case .voice: "By telephone"
        case .email: "By email"
        case .social: "In public"
        }
    }

    /// The last look before a mail goes out, and what a reader would look for.
    private func lastLook() -> String {
        let pane = LastLookPane(session: session, glyphs: PlainText.glyphs)
        // The last line of the pane says which keys there are.
        let facts = pane.lines(columns: 100_000, isEditable: false).dropLast().map { line in
            let parts = line.runs.map { PlainText.line($0.text) }.filter { !$0.isEmpty }
            return parts.count > 1 ? "\(parts[0]): \(parts[1...].joined(separator: " "))" : (parts.first ?? "") + "."
        }
        let names = [session.customer, session.customerName]
        let structure = DraftStructure(
            session.front.draft, names: names, heard: heard(in: session.front.draft))
        let parts = DraftStructure.Part.allCases
        let missing = parts.filter { !structure.found.contains($0) }.map(\.short)
        let there = parts.filter { structure.found.contains($0) }.map(\.short)
        var lines = facts.isEmpty ? ["A last look"] : facts
        if !there.isEmpty { lines.append("It has: \(there.joined(separator: ", ")).") }
        if !missing.isEmpty { lines.append("Not in it: \(missing.joined(separator: ", ")).") }
        return lines.joined(separator: "\n")
    }

    // MARK: Clocks

    private func clocks(at now: Uptime) -> [Narration.Clock] {
        let local = local(at: now)
        var clocks: [Narration.Clock] = []
        if let clock = session.front.clock, local >= clock.starts, let offer = session.front.offer {
            clocks.append(
                Narration.Clock("reply-\(offer.sequence)-\(offer.attempt)", "to reply", left: clock.left(at: local)))
        }
        for thread in session.threads where thread.name != session.frontName {
            guard let clock = thread.clock, local >= clock.starts, let offer = thread.offer, offer.opens <= local else {
                continue
            }
            let name = session.fullName(of: thread.customer)
            clocks.append(
                Narration.Clock(
                    "beside-\(offer.sequence)-\(offer.attempt)", "to reply to \(name)", left: clock.left(at: local)))
        }
        let story = session.story(at: local)
        for promise in session.commitments where promise.state(at: local) == .open {
            clocks.append(
                Narration.Clock(
                    "promise-\(promise.id)-\(promise.renegotiations)", "until “\(promise.id)” is due",
                    left: max(0, promise.due - story)))
        }
        return clocks
    }
}
