import Conversation
import Journal
import Terminal

/// Something to change in the way people work: what, where, what shows it, and who takes it on.
public struct FixScreen: Screen {
    /// The session it came from.
    public let stream: StreamID
    private let session: Session
    private let guide: String
    private var form: Form
    private var trouble: String?

    /// The form, with what is known already.
    public init(stream: StreamID, session: Session, title: String, guide: String) {
        (self.stream, self.session, self.guide) = (stream, session, guide)
        form = Form(
            [
                .text(
                    "title", "What should change", value: title, help: "One thing, as a sentence.",
                    check: FormField.required("Say in a sentence what should change.")),
                .text("area", "Where it belongs", help: "Tools, policy, handover, training…"),
                .text(
                    "evidence", "What shows it", rows: 3, limit: 1_000,
                    help: "What happened, without anybody's name. Ctrl-S keeps the form."),
                .text("owner", "Who takes it on", help: "A name or a team; empty while nobody has."),
            ], submitWords: "Keep it")
    }

    /// What it is called.
    public var name: String { "Something to change" }

    /// Letters are letters.
    public var isTyping: Bool { true }

    /// A word that stays: the journal cannot keep what is written.
    public var standingWord: String? { trouble }

    /// Going through the form.
    public var actions: [ScreenAction] {
        let accept =
            form.hasLines
            ? ScreenAction(.accept, "new line", "A new line; Tab goes on.")
            : form.focus == form.fields.count
                ? ScreenAction(.accept, "keep it", "Keep it with this debrief.")
                : ScreenAction(.accept, "go on", "To the next field.")
        return [
            ScreenAction(.nextFocus, "next", "To the next field."),
            ScreenAction(.previousFocus, "", "To the field before."), accept,
            ScreenAction(.back, "leave it", "Back without keeping it."),
        ]
    }

    /// Takes events that the journal has kept, or could not keep.
    public mutating func receive(_ events: [TimedEvent], trouble: String?) { self.trouble = trouble }

    /// Takes typed text, a paste or a new size.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .resized(let size): form.fit(columns: size.columns - 4)
        case .paste(let text): form.paste(text)
        case .key(let key): return answered(form.handle(key))
        default: break
        }
        return []
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .accept: return answered(form.handle(.plain(.enter)))
        case .nextFocus: return answered(form.handle(.plain(.tab)))
        case .previousFocus: return answered(form.handle(.plain(.backTab)))
        case .back, .leave: return [.close]
        case .typing(.up) where form.focus == form.fields.count: return answered(form.handle(.plain(.up)))
        case .typing(let edit): return answered(form.perform(edit))
        default: return []
        }
    }

    private func answered(_ outcome: Form.Outcome) -> [Effect] {
        switch outcome {
        case .taken, .ignored: return []
        case .cancelled: return [.close]
        case .submitted:
            let event = Engine.output(
                .fix, title: words("title"), area: words("area"), evidence: words("evidence"), owner: words("owner"),
                guide: guide, in: session)
            return [.keep([event], in: stream), .close, .notice("Kept with this debrief.")]
        }
    }

    private func words(_ id: String) -> String {
        if case .text(let words)? = form.values[id] { words } else { "" }
    }

    /// Draws the form.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle("Something to change in the way you work", "")
        var area = surface.bounds
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 1)
        form.draw(into: &surface, in: area.inset(columns: 2, rows: 1), look: look)
    }

    /// One field after the other.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("fix:\(stream)", "Something to change in the way you work.")
        for problem in form.problems { narration.items.append(Narration.Item("problem-\(problem)", problem)) }
        if form.fields.indices.contains(form.focus) {
            let field = form.fields[form.focus]
            narration.items.append(
                Narration.Item("field-\(field.id)", "\(field.label)? \(field.help) An empty line goes on."))
            narration.prompt = field.label
            if field.id == "evidence" { narration.endsText = .nextFocus }
        } else {
            narration.items.append(Narration.Item("submit", "An empty line keeps it. :back leaves it."))
            narration.prompt = "Keep it"
        }
        narration.typing = .answer
        return narration
    }
}
