import Conversation
import Terminal

// Writing in the mail oneself.
extension PracticeScreen {
    /// Somebody is typing, in the mail or a reply: characters are characters.
    public var isTyping: Bool { editing != nil || isTypingReply }

    /// A mail is open, and can be written in.
    var hasDraft: Bool { session.front.channel == .email && session.front.offer != nil && !isOver }

    /// What can be done while one writes.
    var writingActions: [ScreenAction] {
        [
            ScreenAction(.back, "done", "Leave the mail as it is now; nothing typed is lost."),
            ScreenAction(.accept, "new paragraph", "Begin a paragraph behind this one."),
            ScreenAction(.nextFocus, "next", "To the next paragraph."), ScreenAction(.previousFocus),
            ScreenAction(.editor, "editor", "Write on in your own editor (VISUAL or EDITOR)."),
            ScreenAction(.send, "last look", "Keep the mail and look at it once more before it goes out."),
        ]
    }

    mutating func beginWriting(at now: Uptime) -> [Effect] {
        editing = DraftEditor(session.front.draft)
        reading.follow()
        guard engine.listener == nil else {
            hearMail()
            return []
        }
        wantsEar = .mail
        return [.findListener]
    }

    /// Does an action while one writes. A field that is left is kept.
    mutating func performWriting(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .typing(let edit):
            let focus = editing?.focus
            let columns = DraftEditor.textColumns(writingColumns(at: now))
            editing?.perform(edit, columns: columns)
            typedInMail = now
            return editing?.focus == focus ? [] : keepDraft(at: now)
        case .accept:
            editing?.beginParagraph()
            return keepDraft(at: now)
        case .nextFocus, .previousFocus:
            editing?.moveFocus(by: action == .nextFocus ? 1 : -1)
            return keepDraft(at: now)
        case .editor:
            return keepDraft(at: now) + (editing.map { [.openEditor($0.whole)] } ?? [])
        case .back, .leave:
            let effects = keepDraft(at: now)
            editing = nil
            return effects
        case .send:
            let effects = keepDraft(at: now)
            editing = nil
            let isWhole = session.front.offer?.isSend == true
            return isWhole ? effects : effects + [.notice("Choose how the mail goes on; then it can be sent.")]
        default: return []
        }
    }

    /// Takes the mail back from somebody's own editor.
    public mutating func receive(edited text: String, at now: Uptime) -> [Effect] {
        guard editing != nil else { return receiveTyped(text) }
        editing?.replaceAll(with: text)
        return keepDraft(at: now)
    }

    /// Asks the engine for what was typed.
    private mutating func keepDraft(at now: Uptime) -> [Effect] {
        let (kept, trouble) = draftEvents(at: now)
        if trouble == nil { editing?.markKept() }
        hearMail()
        return (kept.isEmpty ? [] : [.keep(kept, in: stream)]) + (trouble.map { [.notice($0)] } ?? [])
    }

    /// What keeping the typed words comes to, and why it went no further.
    func draftEvents(at now: Uptime) -> (events: [TimedEvent], trouble: String?) {
        var session = session
        var kept: [TimedEvent] = []
        for edit in editing?.edits ?? [] {
            do {
                let events = try engine.handle(.draft(edit), in: session, at: sessionTime(at: now))
                for event in events { session.apply(event) }
                kept += events
            } catch {
                return (kept, error.description)
            }
        }
        return (kept, nil)
    }

    /// The story may have gone on while somebody wrote: a clock ran out.
    mutating func followStory(_ events: [TimedEvent]) {
        guard editing != nil else { return }
        guard hasDraft else {
            editing = nil
            return
        }
        let isOwn = events.allSatisfy { if case .draftEdited = $0.event { true } else { false } }
        if !isOwn, editing?.applied(to: session.front.draft).texts != editing?.texts {
            editing?.rebase(on: session.front.draft)
        }
    }

    // MARK: Drawing

    /// The rows that the editor has of a window: most of them, but the last words of the customer stay in sight.
    static func writingRows(of rows: Int) -> Int { max(5, (rows - 6) * 3 / 5) }

    /// The widest a mail is typed.
    private static let widestMail = 110

    /// The columns that the fields have, as drawn: up and down go by the rows one sees.
    private func writingColumns(at now: Uptime) -> Int {
        let inside = layout(size, look: Look(theme: .monochrome, glyphs: .unicode), at: now).bottom.columns
        return inside >= EmailPane.marginFrom
            ? min(inside, Self.widestMail) - StructureMargin.columns - 3 : inside
    }

    func drawWriting(into surface: inout Surface, _ layout: PracticeLayout, look: Look, at now: Uptime) {
        guard let editing else { return }
        surface.put(
            " Your mail ", at: Point(column: layout.form == .narrow ? 2 : 1, row: layout.rule),
            style: Role.muted.index)
        var inside = layout.bottom
        let customer = session.customer
        let draft = editing.applied(to: session.front.draft)
        let margin = StructureMargin(
            structure: DraftStructure(
                draft, names: [customer, session.customerName], heard: heard(in: draft)),
            glyphs: look.glyphs)
        if inside.columns >= EmailPane.marginFrom {
            _ = inside.take(.right, max(0, inside.columns - Self.widestMail))
            var side = inside.take(.right, StructureMargin.columns + 2)
            surface.verticalLine(
                at: side.origin, rows: side.rows, style: Role.border.index, lines: look.glyphs.lines)
            _ = side.take(.left, 2)
            surface.draw(margin.lines(), in: side)
            _ = inside.take(.right, 1)
        } else if inside.rows > 8 {
            let folded = margin.folded(columns: inside.columns)
            surface.draw(folded, in: inside.take(.bottom, folded.count))
        }
        editing.draw(into: &surface, in: inside, look: look)
    }
}

extension DraftEditor {
    /// The paragraphs that have words, in order.
    var texts: [String] { fields.map(\.editor.value).filter { !$0.isEmpty } }
}
