import Room
import Terminal

/// Coming into a room: its code, what one is called there, and as what.
public struct JoinScreen: Screen {
    /// What somebody asks for who wants to come in.
    public struct Request: Hashable, Sendable {
        /// The room's code, in capitals.
        public var code: String
        /// A first name or an alias; empty for a stage.
        public var name: String
        /// As what.
        public var kind: Person.Kind

        /// A request as it is.
        public init(code: String, name: String, kind: Person.Kind) {
            (self.code, self.name, self.kind) = (code, name, kind)
        }
    }

    /// The kinds in the order in which they stand there, with their words.
    static let kinds: [(kind: Person.Kind, words: String)] = [
        (.player, "take turns"), (.audience, "look on"), (.stage, "a stage"), (.facilitator, "co-facilitate"),
    ]

    private var form: Form
    /// Why the last try did not work, a whole sentence.
    private(set) var declined: String?
    /// The room has been asked, and has not answered yet.
    private(set) var isAsking = false
    private var size = Size(columns: 80, rows: 24)

    /// A form with what is known already.
    public init(code: String = "", name: String = "", kind: Person.Kind = .player) {
        let chosen = Self.kinds.firstIndex { $0.kind == kind } ?? 0
        form = Form(
            [
                .text(
                    "code", "Code", value: code, limit: 40, placeholder: "as it stands on the stage",
                    help: "The facilitator has it on the stage and at the desk. Capitals or not is the same.",
                    check: FormField.required("The code stands on the stage, and at the desk.")),
                .text(
                    "name", "Your name", value: name, limit: 24, placeholder: "a first name, or an alias",
                    help: "Everybody in the room sees it. An alias is as good; a stage needs none."),
                .choice(
                    "kind", "I want to", Self.kinds.map(\.words), chosen: chosen,
                    help:
                        "Take turns: agent, customer, observer. Look on: you watch and vote. A stage: this terminal only "
                        + "shows the room. Co-facilitate: you can be handed the desk."),
            ], submitWords: "Come in")
    }

    /// What is asked for; nil while something is missing.
    public var request: Request? {
        guard case .text(let code)? = form.values["code"], case .text(let name)? = form.values["name"],
            case .choice(let index)? = form.values["kind"], Self.kinds.indices.contains(index), !code.isEmpty
        else { return nil }
        let kind = Self.kinds[index].kind
        guard kind == .stage || name.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        return Request(code: code.uppercased(), name: kind == .stage && name.isEmpty ? "Stage" : name, kind: kind)
    }

    /// What it is called.
    public var name: String { "Joining a room" }

    /// Keys go into the form.
    public var isTyping: Bool { form.isTyping }

    /// Filling it in, and going.
    public var actions: [ScreenAction] {
        [
            ScreenAction(.accept, "next", "To the next line; in the last one, come in."),
            ScreenAction(.nextFocus, "", "To the next line."), ScreenAction(.previousFocus, "", "To the line before."),
            ScreenAction(.up), ScreenAction(.down), ScreenAction(.left), ScreenAction(.right),
            ScreenAction(.back, "back", "Back; nothing was asked."),
        ] + (isTyping ? [] : [.help, ScreenAction(.leave, "leave")])
    }

    /// Takes typed text, a paste, or a new size.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .resized(let size):
            self.size = size
            form.fit(columns: area(of: size).columns)
        case .key(let key): return answered(form.handle(key))
        case .paste(let text): form.paste(text)
        default: break
        }
        return []
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .accept: answered(form.handle(.plain(.enter)))
        case .nextFocus: answered(form.handle(.plain(.tab)))
        case .previousFocus: answered(form.handle(.plain(.backTab)))
        case .up: answered(form.handle(.plain(.up)))
        case .down: answered(form.handle(.plain(.down)))
        case .left: answered(form.handle(.plain(.left)))
        case .right: answered(form.handle(.plain(.right)))
        case .typing(let edit): answered(form.perform(edit))
        case .back, .leave: [.close]
        default: []
        }
    }

    private mutating func answered(_ outcome: Form.Outcome) -> [Effect] {
        if isAsking, outcome != .cancelled { return [] }
        switch outcome {
        case .cancelled: return [.close]
        case .submitted:
            declined = nil
            guard let request else {
                declined = "A first name or an alias is wanted, to be called by."
                return []
            }
            isAsking = true
            return [.live(.join(request))]
        case .taken:
            declined = nil
            return []
        case .ignored: return []
        }
    }

    /// Takes a whole sentence on why nobody came in: the code is unknown or has expired, the name is taken. What was
    /// filled in stays.
    public mutating func receive(refusal words: String, at now: Uptime) {
        declined = words
        isAsking = false
    }

    // MARK: Drawing

    private func area(of size: Size) -> Rect {
        var area = Rect(size).inset(columns: 2, rows: 2)
        _ = area.take(.right, max(0, area.columns - 84))
        return area
    }

    /// Draws the form, with what it leads to.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle("Join a live room", "")
        var area = area(of: surface.size)
        let words = StyledLine.wrapped(Self.promise, .muted, columns: area.columns)
        surface.draw(words, in: area.take(.top, words.count + 1))
        if let status {
            let lines = StyledLine.wrapped(status.text, status.role, columns: area.columns)
            surface.draw(lines, in: area.take(.bottom, lines.count))
            _ = area.take(.bottom, 1)
        }
        form.draw(into: &surface, in: area, look: look)
    }

    /// What happens next, so that nobody agrees to anything by coming in.
    static let promise =
        "You read what is agreed before anything starts, and say yes or leave. No word of yours is recorded before that."

    private var status: (text: String, role: Role)? {
        if isAsking { return ("Asking to come in …", .muted) }
        return declined.map { ("! \($0)", .urgent) }
    }

    /// The fields, one after the other.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("join", "Join a live room. \(Self.promise)")
        for (index, field) in form.fields.enumerated() where index <= form.focus {
            let help = index == form.focus ? " \(field.help)" : ""
            narration.items.append(Narration.Item("field-\(field.id)-\(index == form.focus)", "\(field.label).\(help)"))
        }
        narration.items += form.problems.map { Narration.Item("problem-\($0)", $0) }
        if let status { narration.items.append(Narration.Item("status", status.text)) }
        guard form.fields.indices.contains(form.focus) else {
            narration.prompt = "Enter comes in"
            return narration
        }
        if isTyping {
            // A line goes on to the next one; an empty one leaves what is there.
            narration.typing = .answer
            narration.beforeText = [.typing(.selectAll)]
            narration.afterText = [.accept]
            narration.prompt = form.fields[form.focus].label
        } else {
            let all = Self.kinds.enumerated().map { index, kind in
                Narration.Choice("\(index + 1)", kind.words, does: steps(to: index) + [.accept])
            }
            narration.choices = Narration.Choices("kind", "I want to:", all)
            narration.prompt = "1 to \(all.count)"
        }
        return narration
    }

    /// The steps from the kind that is chosen to another.
    private func steps(to index: Int) -> [Action] {
        guard case .choice(let now)? = form.values["kind"] else { return [] }
        return Array(repeating: index < now ? .left : .right, count: abs(index - now))
    }
}
