import Conversation
import Terminal

// What can be done in a conversation.
extension PracticeScreen {
    /// What it is called.
    public var name: String { isPaused ? "Paused" : "Practice" }

    /// A word that stays: the journal cannot keep what happens.
    public var standingWord: String? { trouble }

    /// Replying, waiting, pausing, going back.
    public var actions: [ScreenAction] {
        let leaving = ScreenAction(
            .leave, "leave", "Leave for now. The session waits in the journal, at this very moment.")
        guard !isPaused else {
            return [
                ScreenAction(.pause, "go on", "Let the clocks run again."), ScreenAction(.accept, "", "Go on."), .help,
                leaving,
            ]
        }
        guard editing == nil else { return writingActions }
        guard !isTypingReply else { return typingActions }
        if let meaning { return meaningActions(meaning) }
        if let script { return scriptActions(script) }
        return ScreenAction.saying + [
            ScreenAction(
                .accept, "", "Say the chosen reply; close the coach's word; hear the next line at once."),
            ScreenAction(.type(""), "type"),
        ] + (typedLast == nil ? [] : [ScreenAction(.meant, "not what I meant")]) + [
            ScreenAction(.pause, "pause"), ScreenAction(.stepBack, "step back"), ScreenAction(.wait, "wait a beat"),
            ScreenAction(.retry, "retry"), ScreenAction(.announce), ScreenAction(.timeout),
            ScreenAction(.difficulty),
            ScreenAction(.patterns, "pattern", "Read the pattern for this moment; every clock waits."),
            ScreenAction(.note(""), "note", "Write a note about this moment; every clock waits."),
            ScreenAction(.rule(""), "", "Write a rule of your own about this moment."), ScreenAction(.notebook),
        ]
            + (session.hasThreads
                ? [
                    ScreenAction(.nextFocus, "next talk", "Turn to the next conversation; this one runs on."),
                    ScreenAction(.previousFocus, "", "Turn to the conversation before; this one runs on."),
                ] : []) + (hasDraft ? [ScreenAction(.edit, "write"), ScreenAction(.send)] : [])
            + (hasCall ? [ScreenAction(.speech, "voice")] : [])
            + [ScreenAction(.compare, "compare"), ScreenAction(.wordings)] + ScreenAction.moving + [
                .help, leaving, ScreenAction(.back, "", "Close the coach's word."),
            ]
    }

    /// Why an action cannot be done at this moment.
    public func refusal(of action: Action, at now: Uptime) -> String? {
        guard !isPaused, script == nil, meaning == nil, !isTypingReply else { return nil }
        switch action {
        case .type: return typingRefusal
        case .meant: return typedLast == nil ? "The last reply here was not typed." : nil
        case .say:
            guard let offer = session.front.offer, !offer.isSend else { return "There is nothing to answer just now." }
            if isUnderPopUp { return "Enter closes the coach's word first." }
            return canSay(at: now) ? nil : "Let it arrive first. Enter brings the next line at once."
        case .wait:
            if isUnderPopUp { return "Enter closes the coach's word first." }
            guard session.front.offer?.index(of: .pause) != nil else {
                return "There is no room for a pause here: \(session.customerName) is waiting for words."
            }
            return isOpen(at: now) ? nil : "Let it arrive first. Enter brings the next line at once."
        case .stepBack:
            return isOver ? "This conversation is over." : engine.stepBackRefusal(in: session)
        case .nextFocus where editing == nil, .previousFocus where editing == nil:
            return session.nextThread(at: local(at: now)) == nil ? "There is no other conversation just now." : nil
        case .retry:
            return session.moments.contains { $0.reply != nil } ? nil : "There is no earlier moment yet."
        case .compare, .wordings:
            return session.log.contains { if case .replied = $0.event { true } else { false } }
                ? nil : "Answer a moment first; then its attempts stand side by side."
        case .edit where editing == nil:
            if isUnderPopUp { return "Enter closes the coach's word first." }
            return isOpen(at: now) ? nil : "Let it arrive first. Enter brings the next line at once."
        case .send where editing == nil:
            return session.front.offer?.isSend == true && isOpen(at: now)
                ? nil : "The mail is not finished: choose how it goes on."
        case .timeout:
            if isUnderPopUp { return "Enter closes the coach's word first." }
            if session.front.clock == nil { return "No clock runs here; silence takes as long as you like." }
            return isOpen(at: now) ? nil : "Let it arrive first. Enter brings the next line at once."
        case .difficulty: return isOver ? "This conversation is over." : nil
        case .announce: return session.front.feedback == nil ? "The coach has said nothing yet." : nil
        default: return nil
        }
    }

    /// The coach's word stands over the replies and waits to be read.
    package var isUnderPopUp: Bool { !isTypingReply && popUp.map { $0.shown.look != .nudge } ?? false }

    /// Takes a paste or a new size.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .resized(let size):
            let isSmall = size.columns < Interface.smallestColumns || size.rows < Interface.smallestRows
            clock.set(.smallWindow, isSmall, at: now)
            self.size = size
            return []
        case .key where editing != nil, .paste where editing != nil:
            typedInMail = now
            return editing?.take(event) == false ? [.tooMuch] : []
        case .key where isTypingReply, .paste where isTypingReply: return takeTyped(event)
        case .paste: return [.notice("A number says a reply; t opens a place for words of your own, also pasted ones.")]
        default: return []
        }
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        if isPaused { return performPaused(action, at: now) }
        if editing != nil { return performWriting(action, at: now) }
        if isTypingReply { return performTyping(action, at: now) }
        if meaning != nil { return performMeaning(action, at: now) }
        if script != nil { return performScript(action, at: now) }
        switch action {
        case .type(let words): return beginTyping(words, at: now)
        case .meant: return openMeaning(at: now)
        case .say(let number): return say(number - 1, at: now)
        case .accept: return isUnderPopUp ? dismissPopUp(at: now) : accept(at: now)
        case .back: return popUp == nil ? [.notice("q leaves; Space pauses.")] : dismissPopUp(at: now)
        case .wait: return ask(.wait, at: now)
        case .stepBack: return openScript(at: now)
        case .nextFocus, .previousFocus:
            let next = session.nextThread(at: local(at: now), isForward: action == .nextFocus)
            return next.map { ask(.turn(to: $0.name), at: now) } ?? []
        case .retry: return retry(at: now)
        case .announce: return announce(at: now)
        case .patterns: return [.openPatterns(for: signs(at: now))]
        case .notebook: return [.openNotebook]
        case .compare: return [.compare(stream, at: nil)]
        case .wordings: return [.showWordings(stream, at: nil)]
        case .edit: return beginWriting(at: now)
        case .send: return ask(.send, at: now)
        case .speech: return toggleSpeech()
        case .difficulty: return setDifficulty(at: now)
        case .timeout:
            guard let clock = session.front.clock else { return [] }
            self.clock.skip(to: clock.runsOut + session.takenBack, at: now)
            return reach(now)
        case .pause:
            clock.set(.pause, true, at: now)
            return isOver ? [] : ask(.pause, at: now)
        case .up, .down: move(action, at: now)
        case .pageUp, .pageDown, .top, .bottom: scroll(action, at: now)
        case .leave: return isOver ? [.finish(stream)] : leave(at: now)
        default: break
        }
        return []
    }

    private mutating func performPaused(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .pause, .accept:
            clock.set(.pause, false, at: now)
            return isOver ? [] : ask(.resume, at: now)
        case .leave: return leave(at: now)
        default: return []
        }
    }

    private mutating func dismissPopUp(at now: Uptime) -> [Effect] {
        popUp = nil
        showPopUp(at: now)
        return []
    }

    /// The coach's last word once more.
    private mutating func announce(at now: Uptime) -> [Effect] {
        if popUp == nil, let last = session.front.feedback {
            popUp = last
            clock.set(.popUp, true, at: now)
        }
        return []
    }

    // MARK: Leaving

    func leave(at now: Uptime) -> [Effect] { lastWords(at: now) + [.close] }

    /// What is to be kept before the program goes: the very time that was reached.
    public func lastWords(at now: Uptime) -> [Effect] {
        guard case .open = session.status, !session.isReadOnly, sessionTime(at: now) > session.time else { return [] }
        let typed = draftEvents(at: now).events
        guard typed.isEmpty else { return [.keep(typed, in: stream)] }
        return [.keep([Engine.checkpoint(session, at: sessionTime(at: now))], in: stream)]
    }

    // MARK: Replying

    private mutating func say(_ line: Int, at now: Uptime) -> [Effect] {
        guard let offer = session.front.offer, !offer.isSend else { return [] }
        guard offer.lines.indices.contains(line) else { return [.notice("There is no reply \(line + 1) here.")] }
        return ask(.reply(offer.lines[line].index), at: now)
    }

    private mutating func accept(at now: Uptime) -> [Effect] {
        if isOpen(at: now) || (chosen != nil && session.front.offer?.nearestLine == nil && canSay(at: now)),
            let offer = session.front.offer
        {
            if offer.isSend { return ask(.send, at: now) }
            guard let chosen else { return [.notice("Say one with its number, or choose with the arrows first.")] }
            return say(chosen, at: now)
        }
        // Nothing to answer yet: hear the next line now.
        let local = local(at: now)
        let times = session.front.transcript.map(\.heard) + coming.map(\.said)
        if let next = times.filter({ $0 > local }).min() ?? session.front.offer?.opens {
            clock.skip(to: next + session.takenBack, at: now)
            speech.isCutOff = true
            return reach(now)
        }
        if isOver { return [.finish(stream)] }
        return session.nextThread(at: local).map { ask(.turn(to: $0.name), at: now) } ?? []
    }

    private mutating func retry(at now: Uptime) -> [Effect] {
        // The last one here; where nothing was said here yet, the last one anywhere.
        let answered = session.moments.filter { $0.reply != nil }
        guard let moment = answered.last(where: { $0.thread == session.frontName }) ?? answered.last else { return [] }
        return ask(.rewind(to: moment.sequence), at: now)
    }

    /// Goes back to a moment that was chosen elsewhere.
    public mutating func goBack(to sequence: Int, at now: Uptime) -> [Effect] {
        editing = nil
        script = nil
        closeTyping(at: now)
        closeMeaning(at: now)
        clock.set(.pause, false, at: now)
        return ask(.rewind(to: sequence), at: now)
    }

    private mutating func move(_ action: Action, at now: Uptime) {
        let count = session.front.offer?.lines.count ?? 0
        guard canSay(at: now), count > 0, !isUnderPopUp else { return scroll(action, at: now) }
        let next = action == .up ? (chosen ?? count) - 1 : (chosen ?? -1) + 1
        chosen = (next + count) % count
    }

    mutating func scroll(_ action: Action, at now: Uptime) {
        let seen = transcript(at: now)
        reading.move(action, in: seen.blocks, rows: seen.rows)
    }

    mutating func ask(_ input: SessionInput, at now: Uptime) -> [Effect] {
        do {
            let events = try engine.handle(input, in: session, at: sessionTime(at: now))
            return events.isEmpty ? [] : [.keep(events, in: stream)]
        } catch {
            return [.notice(error.description)]
        }
    }

    // MARK: The mouse

    /// The wheel goes through what was said; a press says a reply, or closes the coach's word.
    public func action(for mouse: MouseEvent, at now: Uptime) -> Action? {
        switch mouse.action {
        case .wheel(.up): return .pageUp
        case .wheel(.down): return .pageDown
        case .press(.left):
            if let script { return action(of: script, at: mouse.point, at: now) }
            if isUnderPopUp { return .accept }
            return reply(at: mouse.point, at: now).map { .say($0) }
        default: return nil
        }
    }

    // MARK: Where one is

    /// Channel, moment, clock and feelings in words.
    public func whereabouts(at now: Uptime) -> String {
        let front = session.front
        var parts = ["\(session.began?.title ?? ""), \(front.channel(at: local(at: now)).rawValue)"]
        if isPaused { parts.append("paused") }
        if script != nil { parts.append("stepping back is looked at, and nothing has happened yet") }
        if let moment = front.offer?.moment, isOpen(at: now) { parts.append("moment \(moment)") }
        if let clock = front.clock, isOpen(at: now) {
            parts.append("\(StoryDuration.clock(clock.left(at: local(at: now)))) to reply")
        }
        if front.channel(at: local(at: now)) == .social {
            let count = front.crowd.count(at: local(at: now))
            parts.append("\(count.likes) likes and \(count.shares) shares")
        }
        if let words = offeredBackWords(at: now) { parts.append(words) }
        parts.append("trust \(Feeling.trust(front.trust)), heat \(Feeling.heat(front.heat))")
        let others = threads(at: now, glyphs: .ascii).isNeeded ? threads(at: now, glyphs: .ascii).sentences : []
        return ([parts.joined(separator: "; ") + "."] + others.map(\.text)).joined(separator: " ")
    }
}
