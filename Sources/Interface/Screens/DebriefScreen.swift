import Conversation
import Journal
import Terminal

/// Looking back on a session: where trust turned, what was promised, which moves were made, and a few questions.
public struct DebriefScreen: Screen {
    /// The stream it looks back on.
    public let stream: StreamID
    /// The session as it is known here.
    public private(set) var session: Session
    let vocabulary: Vocabulary
    private var scroll = ScrollPosition()
    /// The sequence number of the moment or the comment that is chosen; nil for none.
    var chosen: Int?
    /// Who talks about the session.
    var discussion: Discussion
    /// The comment that the next press takes out.
    var doomed: Int?
    /// The question being answered; nil while reading.
    private(set) var answering: Answering?
    /// Answers that were left with Escape, half written.
    private var drafts: [Answering] = []
    private var trouble: String?
    /// The people a team has named for after a hard call.
    let support: [String]
    /// The window's size, as last told.
    private var size = Size(columns: 80, rows: 24)

    /// A question being answered.
    struct Answering: Equatable, Sendable {
        var line: String
        var field = LineEditor()
        var since: Uptime
        /// When the question was put away, and its clock with it; nil while it is in front.
        var putAway: Uptime?

        mutating func putAway(at now: Uptime) { if putAway == nil { putAway = now } }

        mutating func takeUp(at now: Uptime) {
            if let putAway { since = since + (now - putAway) }
            putAway = nil
        }
    }

    /// Looks back on a session.
    /// - Parameter discussion: who talks about it; nil for nobody but its owner.
    public init(
        stream: StreamID, session: Session, vocabulary: Vocabulary, support: [String] = [],
        discussion: Discussion? = nil
    ) {
        self.discussion = discussion ?? Discussion(of: stream)
        self.stream = stream
        self.session = session
        self.vocabulary = vocabulary
        self.support = support
    }

    /// What it is called.
    public var name: String { answering == nil ? "Debrief" : "Reflection" }

    /// An answer is being written.
    public var isTyping: Bool { answering != nil }

    /// A word that stays: the journal cannot keep what is written.
    public var standingWord: String? { trouble }

    /// Reading, or answering.
    public var actions: [ScreenAction] {
        guard answering == nil else {
            return [
                ScreenAction(.accept, "keep it", "Keep the answer and go to the next question."),
                ScreenAction(.editor, "editor", "Write on in your own editor (VISUAL or EDITOR)."),
                ScreenAction(.nextFocus, "leave it", "Leave this question; nobody counts that."),
                ScreenAction(.back, "back", "Back to the debrief; what you typed is kept until you leave it."),
            ]
        }
        if discussion.isGuest { return guestActions }
        let reflecting =
            unanswered == nil
            ? [ScreenAction(.accept, "done", "Back to where you came from.")]
            : [
                ScreenAction(.accept, "reflect", "Answer the questions, a minute each.")
            ]
        return reflecting + learning + [
            ScreenAction(.right, "turning points", "Choose the next moment where trust turned."),
            ScreenAction(.left, "", "Choose the moment before where trust turned."),
            ScreenAction(.retry, "play from there", "Play again from the moment that is chosen; both ways are kept."),
            ScreenAction(.reflect, "guides"), ScreenAction(.fix), ScreenAction(.export, "export"),
            ScreenAction(.compare, "compare", "Your attempts side by side; r there goes back to one."),
        ] + talking + [ScreenAction(.share, "share")] + ScreenAction.moving + [
            .help, ScreenAction(.leave, "done", "Back to where you came from."),
            ScreenAction(.back, "", "Back to where you came from."),
        ]
    }

    /// Playing again needs a moment, and a session that this program knows all of.
    public func refusal(of action: Action, at now: Uptime) -> String? {
        guard answering == nil else { return nil }
        let points = Debrief(session).turningPoints
        switch action {
        case .nextFocus, .previousFocus, .remove: return refusalOfTalking(action)
        case .left, .right: return points.isEmpty ? "There is no moment to choose yet." : nil
        case .retry:
            if session.isReadOnly {
                return "A later version of Rapport wrote part of this session. It can be read here."
            }
            return !session.moments.contains { $0.sequence == chosen } && !points.isEmpty
                ? "Choose a turning point first: right and left."
                : points.isEmpty
                    ? "There is no moment to play again yet." : nil
        default: return nil
        }
    }

    private var unanswered: Reflection? { session.reflections.first { $0.answer == nil } }

    /// Takes events that the journal has kept, or could not keep.
    public mutating func receive(_ events: [TimedEvent], trouble: String?) {
        self.trouble = trouble
        for event in events { session.apply(event) }
    }

    /// Takes the session as it is now: it was played on, or talked about.
    public mutating func renew(_ session: Session, discussion: Discussion? = nil) {
        self.session = session
        if let discussion { self.discussion = discussion }
        guard let chosen else { return }
        if !session.moments.contains(where: { $0.sequence == chosen }), session.comments[chosen] == nil {
            self.chosen = nil
        }
    }

    // MARK: Time

    /// While a timebox runs, the next second of it.
    public func nextDeadline(after now: Uptime, motion: Look.Motion) -> Uptime? {
        guard let answering, answering.putAway == nil, let left = timeLeft(at: now), left > 0 else { return nil }
        let passed = now - answering.since
        return now + (1_000 - passed % 1_000)
    }

    /// What is left of the timebox, ms; zero when it is over, which stops nobody from finishing.
    func timeLeft(at now: Uptime) -> Int? {
        guard let answering, let question = session.reflections.first(where: { $0.line == answering.line }) else {
            return nil
        }
        return max(0, question.timebox - Int((answering.putAway ?? now) - answering.since))
    }

    /// The timebox runs only in front: not under help, and not while somebody's own editor is open.
    public mutating func becomeFront(_ isFront: Bool, at now: Uptime) {
        if isFront { answering?.takeUp(at: now) } else { answering?.putAway(at: now) }
    }

    // MARK: Input

    /// Takes typed text, a paste or a new size.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .resized(let size): self.size = size
        case .paste(let text):
            if let left = answering?.field.insert(text), left > 0 { return [.tooMuch] }
        case .key(let key): answering?.field.handle(key)
        default: break
        }
        return []
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        if answering != nil { return answer(action, at: now) }
        let isSure = doomed != nil && doomed == chosen
        doomed = nil
        switch action {
        case .nextFocus, .previousFocus: show(next(by: action == .nextFocus ? 1 : -1))
        case .accept where chosenComment != nil: return [.writeComment]
        case .remove: return remove(isSure: isSure)
        case .share: return [.share(stream)]
        case .reflect: return [.chooseGuide(stream)]
        case .fix: return [.writeFix(stream, title: "", guide: "")]
        case .export: return [.export(stream)]
        case .left, .right: choose(by: action == .right ? 1 : -1)
        case .retry: return chosen.map { [.goBack(stream, to: $0)] } ?? []
        case .accept:
            guard let next = unanswered else { return [.close] }
            answering = drafts.first { $0.line == next.line } ?? Answering(line: next.line, since: now)
            answering?.takeUp(at: now)
        case .notebook: return [.openNotebook]
        case .lookInward: return [.askAfter(stream)]
        case .compare: return [.compare(stream, at: nil)]
        case .back, .leave: return [.close]
        default:
            let inside = Self.inside(Rect(size), isAnswering: false)
            scroll.move(action, page: max(1, inside.rows - 1))
            scroll.settle(count: lines(columns: inside.columns, glyphs: .unicode).count, rows: inside.rows)
        }
        return []
    }

    /// Chooses a turning point and brings it into sight.
    private mutating func choose(by step: Int) {
        let points = Debrief(session).turningPoints
        guard !points.isEmpty else { return }
        let place = points.firstIndex { $0.sequence == chosen }
        let next = place.map { min(points.count - 1, max(0, $0 + step)) } ?? (step > 0 ? 0 : points.count - 1)
        show(points[next].sequence)
    }

    /// Chooses a moment or a comment and brings it into sight.
    private mutating func show(_ sequence: Int?) {
        chosen = sequence
        guard sequence != nil else { return }
        let inside = Self.inside(Rect(size), isAnswering: false)
        let lines = lines(columns: inside.columns, glyphs: .unicode)
        guard let row = lines.firstIndex(where: { $0.entry == chosen }) else { return }
        scroll.show(row, rows: inside.rows, of: lines.count)
    }

    /// Takes an answer back from somebody's own editor.
    public mutating func receive(edited text: String, at now: Uptime) -> [Effect] {
        answering?.field.replaceAll(with: text)
        return []
    }

    private mutating func answer(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .accept:
            // An Enter too many leaves nothing open; Tab does that.
            guard let words = answering?.field.value, !words.isEmpty else {
                return [.notice("Type an answer first, or leave the question with Tab.")]
            }
            return keep(words, at: now)
        case .nextFocus: return keep("", at: now)
        case .editor: return answering.map { [.openEditor($0.field.text)] } ?? []
        case .typing(let edit):
            answering?.field.fit(Size(columns: size.columns - 4, rows: 3))
            answering?.field.perform(edit)
        case .back:
            answering?.putAway(at: now)
            drafts.removeAll { $0.line == answering?.line }
            if let answering { drafts.append(answering) }
            answering = nil
        default: break
        }
        return []
    }

    private mutating func keep(_ text: String, at now: Uptime) -> [Effect] {
        guard let answering else { return [] }
        let event = Engine.reflection(
            on: answering.line, text: text, taken: Int(now - answering.since), in: session)
        let rest = session.reflections.first { $0.answer == nil && $0.line != answering.line }
        self.answering = rest.map { Answering(line: $0.line, since: now) }
        scroll.move(.bottom)
        return [.keep([event], in: stream)]
    }

    // MARK: Drawing

    /// Draws the debrief, and the question that is being answered below it.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        let debrief = Debrief(session)
        surface.drawTitle(title, Feeling.outcome(debrief.outcome))
        var area = surface.bounds
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 1)
        if answering != nil {
            drawQuestion(into: &surface, in: area.take(.bottom, Self.questionRows), look: look, at: now)
        }
        let inside = Self.inside(surface.bounds, isAnswering: answering != nil)
        let lines = lines(columns: inside.columns, glyphs: look.glyphs)
        let shown = scroll.slice(lines, rows: inside.rows)
        surface.draw(shown.lines, in: inside)
        // While a question is answered, the keys move in the answer.
        guard answering == nil else { return }
        surface.drawMore(lines.count - shown.first - shown.lines.count, in: area, look: look)
    }

    private static let questionRows = 8

    /// Where the page stands.
    private static func inside(_ bounds: Rect, isAnswering: Bool) -> Rect {
        var area = bounds
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 1)
        if isAnswering { _ = area.take(.bottom, questionRows) }
        return area.inset(columns: 1, rows: 1)
    }

    func lines(columns: Int, glyphs: Glyphs) -> [StyledLine] {
        page(glyphs).lines(columns: min(columns, 100)) + own(columns: min(columns, 100), glyphs: glyphs)
    }

    func page(_ glyphs: Glyphs) -> DebriefPage {
        DebriefPage(
            debrief: Debrief(session), vocabulary: vocabulary, glyphs: glyphs, chosen: chosen,
            comments: session.comments, discussion: discussion)
    }

    private func drawQuestion(into surface: inout Surface, in area: Rect, look: Look, at now: Uptime) {
        guard let answering, let question = session.reflections.first(where: { $0.line == answering.line }) else {
            return
        }
        surface.box(area, style: Role.coach.index, title: "For you", lines: look.glyphs.lines)
        let left = timeLeft(at: now) ?? 0
        let clock = left > 0 ? " \(StoryDuration.clock(left)) " : " time is up; finish your sentence "
        surface.put(
            clock, at: Point(column: area.endColumn - DisplayText.width(of: clock) - 2, row: area.row),
            style: Role.strong.index)
        var inside = area.inset(columns: 2, rows: 1)
        let words = StyledLine.wrapped(question.text, .coach, columns: inside.columns)
        surface.draw(words, in: inside.take(.top, min(words.count, 3)))
        answering.field.draw(into: &surface, in: inside, look: look)
    }
}
