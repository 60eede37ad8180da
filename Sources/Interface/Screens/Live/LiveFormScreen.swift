import Conversation
import Room
import Terminal

/// The form that a live room is opened with: what is played, who is here, how long, what is recorded, what is agreed.
public struct LiveFormScreen: Screen {
    /// Something that can be played.
    public struct Choice: Equatable, Sendable {
        /// A scenario, or a set of cards of its own.
        public var play: RoomTemplate.Play
        /// Its name for people.
        public var title: String
        /// The scenario's content hash; empty for cards alone.
        public var hash: String
        /// The role cards that go with it, where there are some.
        public var cards: RoleCardSet?
        /// Where it is played: a chat, a call; nil for cards alone.
        public var channel: Channel?

        /// Something that can be played.
        public init(
            _ play: RoomTemplate.Play, title: String, hash: String = "", cards: RoleCardSet? = nil,
            channel: Channel? = nil
        ) {
            (self.play, self.title, self.hash, self.cards, self.channel) = (play, title, hash, cards, channel)
        }
    }

    /// What lies over the form.
    enum Over: Equatable, Sendable {
        /// The points of the agreement, to read and to change, a line each.
        case agreement(LineEditor)
        /// The name of a template.
        case naming(LineEditor)
    }

    let choices: [Choice]
    let agreements: [SafetyAgreement]
    let templates: [RoomTemplate]
    let behaviours: [Behaviour]
    private let seed: Int
    var form: Form
    var over: Over?
    /// The points as they were changed for this room, by the agreement's slug.
    var points: [String: [String]] = [:]
    var scroll = ScrollPosition()
    private var template = 0
    private var played = -1
    private var size = Size(columns: 80, rows: 24)

    /// A form.
    /// - Parameters:
    ///   - choices: what can be played, in the order it is offered; the first is chosen.
    ///   - behaviours: what observers look for where the cards do not say.
    ///   - seed: what chance in the room begins with, under 10¹².
    public init(
        choices: [Choice], agreements: [SafetyAgreement], templates: [RoomTemplate] = [], behaviours: [Behaviour],
        seed: Int
    ) {
        self.choices = choices
        self.agreements = agreements
        self.templates = templates
        self.behaviours = behaviours
        self.seed = seed
        form = Form(Self.fields(choices, agreements, templates), submitWords: "Open the room")
        settle()
    }

    /// What it is called.
    public var name: String { "A live room" }

    /// Letters are letters.
    public var isTyping: Bool { true }

    /// Going through the form.
    public var actions: [ScreenAction] {
        switch over {
        case .agreement:
            [
                ScreenAction(.accept, "new line", "A new line; each line is a point."),
                ScreenAction(.back, "done", "Back to the form; the room has these points."),
            ]
        case .naming:
            [
                ScreenAction(.accept, "keep it", "Keep the form as a template under this name."),
                ScreenAction(.back, "not now", "Back to the form."),
            ]
        case nil:
            [
                form.focus == form.fields.count
                    ? ScreenAction(.accept, "open the room", "Open the room as the form says.")
                    : ScreenAction(.accept, "go on", "To the next field."),
                ScreenAction(.nextFocus, "next", "To the next field."),
                ScreenAction(.previousFocus, "", "To the field before."),
                ScreenAction(.left, "", "The answer before, where there are several."),
                ScreenAction(.right, "", "The next answer, where there are several."),
                ScreenAction(.editor, "the agreement", "Read the agreement, and change its points for this room."),
                ScreenAction(.send, "keep as a template", "Keep the form as a template."),
                ScreenAction(.back, "leave it", "Back without opening a room."),
            ]
        }
    }

    // MARK: Input

    /// Takes typed text, a paste or a new size.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .resized(let size):
            self.size = size
            form.fit(columns: size.columns - 4)
        case .paste(let text):
            guard over != nil else {
                form.paste(text)
                break
            }
            edit { $0.insert(text) }
        case .key(let key):
            guard over == nil else {
                edit { $0.handle(key) }
                break
            }
            return answered(form.handle(key))
        default: break
        }
        return []
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        if over != nil { return performOver(action) }
        switch action {
        case .accept: return answered(form.handle(.plain(.enter)))
        case .nextFocus: return answered(form.handle(.plain(.tab)))
        case .previousFocus: return answered(form.handle(.plain(.backTab)))
        case .left: return answered(form.isTyping ? form.perform(.left) : form.handle(.plain(.left)))
        case .right: return answered(form.isTyping ? form.perform(.right) : form.handle(.plain(.right)))
        case .editor: readAgreement()
        case .send:
            var editor = LineEditor(limit: RoomTemplate.nameLength, isSingleLine: true)
            if templates.indices.contains(template - 1) { editor.insert(templates[template - 1].name) }
            over = .naming(editor)
        case .back, .leave: return [.close]
        case .typing(let edit):
            // The last row and the choices have no text: the arrows go through the form.
            switch edit {
            case .up where !form.isTyping: return answered(form.handle(.plain(.up)))
            case .down where !form.isTyping: return answered(form.handle(.plain(.down)))
            default: return answered(form.perform(edit))
            }
        default: break
        }
        return []
    }

    private mutating func answered(_ outcome: Form.Outcome) -> [Effect] {
        settle()
        switch outcome {
        case .taken, .ignored: return []
        case .cancelled: return [.close]
        case .submitted:
            guard let plan else { return [.notice("There is nothing to play here yet: no scenario, no cards.")] }
            return [.live(.open(plan, people: people))]
        }
    }

    private mutating func edit<Answer>(_ change: (inout LineEditor) -> Answer) {
        switch over {
        case .agreement(var editor):
            _ = change(&editor)
            over = .agreement(editor)
        case .naming(var editor):
            _ = change(&editor)
            over = .naming(editor)
        case nil: break
        }
    }

    private mutating func readAgreement() {
        guard let agreement else { return }
        var editor = LineEditor(limit: 2_000)
        editor.fit(Size(columns: max(20, size.columns - 4), rows: 8))
        editor.insert(agreement.points.joined(separator: "\n"))
        over = .agreement(editor)
    }

    private mutating func performOver(_ action: Action) -> [Effect] {
        switch (over, action) {
        case (.agreement, .accept): edit { $0.perform(.newLine) }
        case (.agreement(let editor), .back), (.agreement(let editor), .leave):
            let lines = editor.text.split(whereSeparator: \.isNewline).map { line in
                String(line.prefix(CardLimits.twoRows))
            }.filter { $0.contains { !$0.isWhitespace } }
            guard !lines.isEmpty else { return [.notice("An agreement wants a point at least.")] }
            if let agreement, lines != agreement.points {
                points[agreement.slug] = Array(lines.prefix(CardLimits.points.upperBound))
            }
            over = nil
        case (.naming(let editor), .accept):
            guard var template = asTemplate else { return [] }
            template.name = editor.value
            guard template.slug != nil else { return [.notice("A template wants a name with a letter in it.")] }
            over = nil
            return [.live(.keepTemplate(template))]
        case (.naming, .back), (.naming, .leave): over = nil
        case (_, .typing(let edit)): self.edit { $0.perform(edit) }
        default: break
        }
        return []
    }

    // MARK: What one answer does to others

    /// Fills the form from a template that was just chosen; shows what belongs to what is chosen now.
    private mutating func settle() {
        let chosen = choice("template") ?? 0
        if chosen != template {
            template = chosen
            if templates.indices.contains(chosen - 1) { fill(from: templates[chosen - 1]) }
        }
        if let play = choice("play"), play != played {
            let isFirst = played < 0
            played = play
            if choices.indices.contains(play), let cards = choices[play].cards, !isFirst || chosen == 0 {
                form.change("minutes") { $0.fill(.number(cards.minutes)) }
            }
            if choices.indices.contains(play) {
                let choice = choices[play]
                if choice.cards == nil { form.change("customer") { $0.fill(.choice(0)) } }
                if case .cards = choice.play { form.change("customer") { $0.fill(.choice(1)) } }
            }
        }
        let recording = agreement.map { choice("recording") == 1 ? $0.kept : $0.forgotten } ?? ""
        let about = "\(agreement?.summary ?? "") Ctrl-O reads it, and changes it for this room."
        form.change("recording") { $0.help = recording }
        form.change("agreement") { $0.help = about }
    }

    private mutating func fill(from template: RoomTemplate) {
        let names = template.people.map(\.name).joined(separator: ", ")
        if let place = choices.firstIndex(where: { $0.play == template.play }) {
            form.change("play") { $0.fill(.choice(place)) }
            played = place
        }
        if !names.isEmpty { form.change("people") { $0.fill(.text(names)) } }
        form.change("customer") { $0.fill(.choice(template.customer == .person ? 1 : 0)) }
        form.change("rounds") { $0.fill(.number(template.rounds)) }
        form.change("minutes") { $0.fill(.number(template.minutes)) }
        form.change("countdown") { $0.fill(.number(template.countdown)) }
        form.change("recording") { $0.fill(.choice(template.recording == .kept ? 1 : 0)) }
        if let place = agreements.firstIndex(where: { $0.slug == template.agreement }) {
            form.change("agreement") { $0.fill(.choice(place)) }
        }
    }

    func choice(_ id: String) -> Int? {
        guard case .choice(let place)? = form.fields.first(where: { $0.id == id })?.value else { return nil }
        return place
    }

    func number(_ id: String) -> Int? {
        guard case .number(let number)? = form.fields.first(where: { $0.id == id })?.value else { return nil }
        return number
    }

    // MARK: What it comes to

    /// Everybody who is here, by name.
    var people: [String] {
        guard case .text(let words)? = form.fields.first(where: { $0.id == "people" })?.value else { return [] }
        return Self.names(words)
    }

    /// What is chosen to be played.
    var chosen: Choice? { choice("play").flatMap { choices.indices.contains($0) ? choices[$0] : nil } }

    /// The agreement, with the points as they are in this room.
    var agreement: SafetyAgreement? {
        guard var agreement = choice("agreement").flatMap({ agreements.indices.contains($0) ? agreements[$0] : nil })
        else { return nil }
        agreement.points = points[agreement.slug] ?? agreement.points
        return agreement
    }

    /// What observers look for.
    var checklist: [Behaviour] { chosen?.cards?.observer.behaviours ?? behaviours }

    /// What the room is opened with; nil while there is nothing to play or to agree on.
    var plan: RoomPlan? {
        guard let chosen, let agreement else { return nil }
        let scenario = if case .scenario(let slug) = chosen.play { slug } else { "" }
        return RoomPlan(
            title: chosen.title, scenario: scenario, hash: chosen.hash, cards: chosen.cards?.slug,
            hasCustomer: choice("customer") == 1, rounds: number("rounds") ?? 0,
            lasting: (number("minutes") ?? 4) * 60_000, countdown: (number("countdown") ?? 10) * 1_000,
            recording: choice("recording") == 1 ? .kept : .forgotten, agreement: agreement, behaviours: checklist,
            agent: chosen.cards?.agent, stopWord: chosen.cards?.stopWord ?? "", seed: seed,
            difficulty: (choice("difficulty") ?? 1) + 1)
    }

    private var asTemplate: RoomTemplate? {
        guard let chosen else { return nil }
        let range = RoomTemplate.rounds
        let rounds = number("rounds").flatMap { $0 == 0 ? nil : $0 } ?? people.count
        return RoomTemplate(
            name: "", play: chosen.play, customer: choice("customer") == 1 ? .person : .scenario,
            people: people.map { RoomTemplate.Person($0) },
            rounds: min(range.upperBound, max(range.lowerBound, rounds)), minutes: number("minutes") ?? 4,
            countdown: number("countdown") ?? 10, recording: choice("recording") == 1 ? .kept : .forgotten,
            agreement: agreement?.slug)
    }
}
