import Conversation
import Terminal

/// What waits until typed words can be heard.
enum EarWish: Equatable, Sendable {
    /// A reply: words that came with the command, or a place to type them.
    case reply(String)
    /// A mail is written.
    case mail
    /// Something else was meant.
    case meaning
}

// Saying something in one's own words. Clocks run on meanwhile.
extension PracticeScreen {
    /// A reply is being typed: characters are characters.
    var isTypingReply: Bool { replies[session.frontName]?.isOpen ?? false }

    /// Words that were typed and put away.
    private var putAway: ReplyEditor? {
        replies[session.frontName].flatMap { $0.isOpen || $0.editor.isEmpty ? nil : $0 }
    }

    /// What can be done while one types.
    var typingActions: [ScreenAction] {
        [
            ScreenAction(.accept, "say it", "Say these words; they are heard for what they do."),
            ScreenAction(.back, "put away", "Back to the replies; your words stay, and t goes on with them."),
            ScreenAction(.editor, "editor", "Write on in your own editor (VISUAL or EDITOR)."),
            ScreenAction(.patterns, "pattern", "Read the pattern for this moment; your words stay, every clock waits."),
            ScreenAction(.typing(.newLine), "new line"),
        ]
    }

    /// Why nothing can be typed just now.
    var typingRefusal: String? {
        isUnderPopUp ? "Enter closes the coach's word first." : engine.typingRefusal(in: session)
    }

    // MARK: What hears it

    /// Takes what typed words are heard with, or why it cannot be read, and goes on with what waited for it.
    public mutating func listen(with listener: Listener?, trouble: String, at now: Uptime) -> [Effect] {
        let wish = wantsEar
        wantsEar = nil
        guard let listener else {
            return wish == .mail || wish == nil ? [] : [.notice("Typed words cannot be heard here: \(trouble)")]
        }
        engine.listener = listener
        switch wish {
        case .reply(let words): return beginTyping(words, at: now)
        case .mail: hearMail()
        case .meaning: return openMeaning(at: now)
        case nil: break
        }
        return []
    }

    // MARK: Typing

    /// Opens a place for words of one's own, or says those that came with the command.
    mutating func beginTyping(_ words: String, at now: Uptime) -> [Effect] {
        guard engine.listener != nil else {
            wantsEar = .reply(words)
            return [.findListener]
        }
        reading.follow()
        guard words.isEmpty else {
            var typed = ReplyEditor()
            let left = typed.editor.replaceAll(with: words)
            replies[session.frontName] = typed
            return (left > 0 ? [.tooMuch] : []) + sayTyped(at: now)
        }
        replies[session.frontName, default: ReplyEditor()].isOpen = true
        showPopUp(at: now)
        return []
    }

    /// Puts the words away, and keeps them.
    mutating func closeTyping(at now: Uptime) {
        replies[session.frontName]?.isOpen = false
        showPopUp(at: now)
    }

    /// Takes typed text or a paste.
    mutating func takeTyped(_ event: TerminalEvent) -> [Effect] {
        let name = session.frontName
        var left = 0
        switch event {
        case .key(let key):
            if case .overfull(let count) = replies[name]?.editor.handle(key) { left = count }
        case .paste(let text): left = replies[name]?.editor.insert(text) ?? 0
        default: break
        }
        return left > 0 ? [.tooMuch] : []
    }

    /// Takes the words back from somebody's own editor.
    mutating func receiveTyped(_ text: String) -> [Effect] {
        guard isTypingReply else { return [] }
        let left = replies[session.frontName]?.editor.replaceAll(with: text) ?? 0
        return left > 0 ? [.tooMuch] : []
    }

    /// Does an action while one types.
    mutating func performTyping(_ action: Action, at now: Uptime) -> [Effect] {
        let name = session.frontName
        switch action {
        case .typing(let edit):
            let area = typingArea(at: now)
            replies[name]?.editor.fit(area)
            if case .copied(let text) = replies[name]?.editor.perform(edit) { return [.copy(text)] }
        case .accept: return sayTyped(at: now)
        case .patterns: return [.openPatterns(for: signs(at: now))]
        case .editor: return [.openEditor(replies[name]?.editor.text ?? "")]
        case .back, .leave: closeTyping(at: now)
        default: break
        }
        return []
    }

    /// Says what was typed. Where it cannot be said, the words stay.
    private mutating func sayTyped(at now: Uptime) -> [Effect] {
        let name = session.frontName
        guard let typed = replies[name] else { return [] }
        let words = typed.editor.text
        if engine.typingRefusal(in: session) == nil, !canSay(at: now) {
            return [.notice("Let it arrive first; your words stay. Esc, then Enter brings it at once.")]
        }
        do {
            let events = try engine.handle(.say(words), in: session, at: sessionTime(at: now))
            // A clock may have run out just now: then they were not said.
            if events.contains(where: {
                if case .replied(let reply) = $0.event { reply.isTyped == true } else { false }
            }) {
                replies[name] = nil
                showPopUp(at: now)
            }
            return events.isEmpty ? [] : [.keep(events, in: stream)]
        } catch {
            // A number says one of those that are marked.
            if session.front.offer?.nearestLine != nil, words.contains(where: { $0.isLetter || $0.isNumber }) {
                closeTyping(at: now)
            }
            return [.notice(error.description)]
        }
    }

    /// What has happened meanwhile: what was heard is shown, and nobody types into a conversation that is over.
    mutating func followTyping(_ events: [TimedEvent]) {
        showHeard(events)
        if isOver || session.front.offer == nil && session.front.isOver { replies[session.frontName] = nil }
        if let meaning, typedLast?.text != meaning.text { self.meaning = nil }
    }

    // MARK: Drawing

    /// How many rows the words have of the lower part.
    private func typedRows(columns: Int, most: Int) -> Int {
        (replies[session.frontName] ?? ReplyEditor()).rows(columns: columns, most: max(2, most * 2 / 3))
    }

    /// The rows of the lower part while one types: the replies as far as there is room, and the words below.
    func typingRows(columns: Int, most: Int, look: Look, at now: Uptime) -> Int {
        let typed = typedRows(columns: columns, most: most)
        let above = bottomLines(columns: columns, rows: max(0, most - 1 - typed), look: look, at: now).count
        return min(most, above + typed)
    }

    /// Draws the replies that can be said, and below them the words that are typed.
    func drawTyping(into surface: inout Surface, in area: Rect, look: Look, at now: Uptime) {
        guard let typed = replies[session.frontName] else { return }
        var area = area
        _ = area.take(.right, max(0, area.columns - Self.measure))
        let most = max(4, (surface.size.rows - 2) / 2)
        let below = area.take(.bottom, min(area.rows, typedRows(columns: area.columns, most: most)))
        if area.rows > 0 {
            surface.draw(
                Array(bottomLines(columns: area.columns, rows: area.rows, look: look, at: now).prefix(area.rows)),
                in: area)
        }
        typed.draw(into: &surface, in: below, look: look)
    }

    /// The cells that the words are drawn in: up and down go by the rows one sees.
    private func typingArea(at now: Uptime) -> Size {
        let inside = layout(size, look: Look(theme: .monochrome, glyphs: .unicode), at: now).bottom
        let columns = min(inside.columns, Self.measure)
        let most = max(4, (size.rows - 2) / 2)
        return Size(
            columns: max(8, columns - ReplyEditor.indent),
            rows: min(max(1, inside.rows), typedRows(columns: columns, most: most)))
    }

    /// Words that wait stand below the replies.
    var putAwayRows: Int { putAway == nil ? 0 : 1 }

    /// The line of the words that wait.
    func putAwayLine(columns: Int, look: Look) -> [StyledLine] {
        putAway.map { [$0.waiting(columns: columns, look: look)] } ?? []
    }
}
