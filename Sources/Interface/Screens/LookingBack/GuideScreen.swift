import Conversation
import Journal
import Library
import Terminal

/// Looking back by a guide: one is chosen, what everybody agrees on is said yes to, then one prompt at a time.
public struct GuideScreen: Screen {
    /// Where in it one is.
    enum Stage: Equatable, Sendable {
        case choosing
        case agreeing(Int)
        case prompt(guide: Int, prompt: Int)
        case done(Int)
    }

    /// The session that is looked back on.
    public let stream: StreamID
    private(set) var session: Session
    let guides: [DebriefGuide]
    let troubles: [String]
    private(set) var stage = Stage.choosing
    private(set) var selection = ListSelection()
    private(set) var field = LineEditor()
    private var since = Uptime(milliseconds: 0)
    private var putAway: Uptime?
    private var trouble: String?
    private var size = Size(columns: 80, rows: 24)

    /// The guides for a session; after a hard call, the one for that comes first.
    public init(stream: StreamID, session: Session, shelf: GuideShelf) {
        (self.stream, self.session) = (stream, session)
        let isHard = Debrief(session).isHard
        let order = DebriefGuide.Company.allCases
        guides = shelf.guides.sorted { one, other in
            func rank(_ guide: DebriefGuide) -> Int {
                isHard && guide.company == .care ? -1 : order.firstIndex(of: guide.company) ?? 0
            }
            return (rank(one), one.id) < (rank(other), other.id)
        }
        troubles = shelf.troubles
    }

    /// What it is called.
    public var name: String {
        switch stage {
        case .choosing: "Guides"
        case .agreeing(let index), .prompt(let index, _), .done(let index): guides[index].name
        }
    }

    /// An answer is being written.
    public var isTyping: Bool { if case .prompt = stage { true } else { false } }

    /// A word that stays: the journal cannot keep what is written.
    public var standingWord: String? { trouble }

    /// What can be done at this stage.
    public var actions: [ScreenAction] {
        switch stage {
        case .choosing:
            [ScreenAction(.accept, "begin", "Begin with the guide that is chosen.")] + ScreenAction.moving + [
                .help, ScreenAction(.back, "back", "Back to the debrief."),
                ScreenAction(.leave, "", "Back to the debrief."),
            ]
        case .agreeing:
            [
                ScreenAction(.accept, "we agree", "Everybody says yes to it; the first prompt follows."), .help,
                ScreenAction(.back, "back", "Back to the guides."), ScreenAction(.leave, "", "Back to the guides."),
            ]
        case .prompt:
            [
                ScreenAction(.accept, "keep it", "Keep the answer and go to the next prompt."),
                ScreenAction(.nextFocus, "leave it", "Leave this prompt; nobody counts that."),
                ScreenAction(.editor, "editor", "Write on in your own editor (VISUAL or EDITOR)."),
                ScreenAction(.back, "stop here", "Stop here. What was kept stays."),
            ]
        case .done:
            [
                ScreenAction(.accept, "done", "Back to the debrief."), ScreenAction(.fix), .help,
                ScreenAction(.back, "", "Back to the debrief."), ScreenAction(.leave, "", "Back to the debrief."),
            ]
        }
    }

    /// Takes events that the journal has kept, or could not keep.
    public mutating func receive(_ events: [TimedEvent], trouble: String?) {
        self.trouble = trouble
        for event in events { session.apply(event) }
    }

    // MARK: Time

    /// The prompt that is asked now; nil while none is.
    var prompt: DebriefGuide.Prompt? {
        if case .prompt(let guide, let prompt) = stage { guides[guide].prompts[prompt] } else { nil }
    }

    /// What is left of the timebox, ms; zero when it is over, which stops nobody from finishing.
    func timeLeft(at now: Uptime) -> Int {
        guard let prompt else { return 0 }
        return max(0, prompt.timebox - Int((putAway ?? now) - since))
    }

    /// While a timebox runs, the next second of it.
    public func nextDeadline(after now: Uptime, motion: Look.Motion) -> Uptime? {
        guard prompt != nil, putAway == nil, timeLeft(at: now) > 0 else { return nil }
        return now + (1_000 - (now - since) % 1_000)
    }

    /// The timebox runs only in front.
    public mutating func becomeFront(_ isFront: Bool, at now: Uptime) {
        if isFront {
            if let putAway { since = since + (now - putAway) }
            putAway = nil
        } else if putAway == nil {
            putAway = now
        }
    }

    // MARK: Input

    /// Takes typed text, a paste or a new size.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .resized(let size): self.size = size
        case .paste(let text) where isTyping: if field.insert(text) > 0 { return [.tooMuch] }
        case .key(let key) where isTyping: field.handle(key)
        default: break
        }
        return []
    }

    /// Takes an answer back from somebody's own editor.
    public mutating func receive(edited text: String, at now: Uptime) -> [Effect] {
        field.replaceAll(with: text)
        return []
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        switch (stage, action) {
        case (.choosing, .accept):
            guard guides.indices.contains(selection.row) else { return [.close] }
            if guides[selection.row].agreement.isEmpty {
                ask(selection.row, 0, at: now)
            } else {
                stage = .agreeing(selection.row)
            }
        case (.choosing, .back), (.choosing, .leave), (.done, .back), (.done, .leave), (.done, .accept):
            return [.close]
        case (.choosing, _): selection.move(action, count: guides.count)
        case (.agreeing(let index), .accept):
            ask(index, 0, at: now)
            let guide = guides[index]
            return [.keep([Engine.agreement(to: guide.agreement, in: guide.id, of: session)], in: stream)]
        case (.agreeing, .back), (.agreeing, .leave): stage = .choosing
        case (.done(let guide), .fix): return [.writeFix(stream, title: "", guide: guides[guide].id)]
        case (.prompt, _): return answer(action, at: now)
        default: break
        }
        return []
    }

    private mutating func ask(_ guide: Int, _ prompt: Int, at now: Uptime) {
        field = LineEditor()
        since = now
        putAway = nil
        stage = guides[guide].prompts.indices.contains(prompt) ? .prompt(guide: guide, prompt: prompt) : .done(guide)
    }

    private mutating func answer(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .accept:
            let words = field.value
            guard !words.isEmpty else { return [.notice("Type an answer first, or leave the prompt with Tab.")] }
            return keep(words, at: now)
        case .nextFocus: return keep("", at: now)
        case .editor: return [.openEditor(field.text)]
        case .back: stage = .choosing
        case .typing(let edit):
            field.fit(Size(columns: size.columns - 4, rows: 5))
            field.perform(edit)
        default: break
        }
        return []
    }

    private mutating func keep(_ words: String, at now: Uptime) -> [Effect] {
        guard case .prompt(let index, let place) = stage, let prompt else { return [] }
        let guide = guides[index]
        var events = [
            Engine.answer(
                words, to: prompt.id, text: prompt.text, in: guide.id, taken: Int(now - since), of: session)
        ]
        var effects: [Effect] = []
        if !words.isEmpty {
            switch prompt.output {
            case .heuristic: events.append(Engine.heuristic(words, in: session))
            case .incident: events.append(Engine.output(.incident, title: words, guide: guide.id, in: session))
            case .phrase: events.append(Engine.output(.phrase, title: words, guide: guide.id, in: session))
            case .confidence:
                guard let value = Int(words), (0...100).contains(value) else {
                    return [.notice("A number from 0 to 100, or Tab to leave it.")]
                }
                events.append(Engine.confidence(value, after: session))
            case .fix: effects = [.writeFix(stream, title: words, guide: guide.id)]
            case nil: break
            }
        }
        ask(index, place + 1, at: now)
        return [.keep(events, in: stream)] + effects
    }
}
