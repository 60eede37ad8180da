import Conversation
import Journal
import Terminal

/// A conversation being practised: the pane of its channel, the clocks, the replies, the coach's word.
public struct PracticeScreen: Screen {
    /// The stream its events are kept in.
    public let stream: StreamID
    /// What it is a view of.
    public private(set) var session: Session
    let engine: Engine
    var clock: SessionClock
    /// Which of the offered lines is chosen, from 0; nil until an arrow has chosen one, so that an Enter meant for the
    /// line before never says anything.
    var chosen: Int?
    /// The coach's word that is on the screen.
    private(set) var popUp: Feedback?
    /// What the coach says later in this beat.
    private var coming: [Feedback] = []
    /// A short word about what was just pressed.
    var notice: String?
    /// A word that stays: the journal cannot keep what happens.
    var trouble: String?
    /// The window's size, as last told.
    var size = Size(columns: 80, rows: 24)
    /// How many rows the transcript is scrolled back.
    var scrolledBack = 0
    /// The session was over when the screen was last asked.
    var isOver: Bool {
        if case .ended = session.status { true } else { false }
    }

    /// A view of a session, new or taken up again.
    public init(stream: StreamID, session: Session, engine: Engine) {
        self.stream = stream
        self.session = session
        self.engine = engine
        clock = SessionClock(at: session.time)
    }

    /// The keys of a conversation.
    public var keys: KeyTable { isPaused ? .paused : .practice }

    /// Session time as the screen shows it, ms.
    func sessionTime(at now: Uptime) -> Int { clock.reading(at: now) }

    /// Local time as the screen shows it, ms.
    func local(at now: Uptime) -> Int { session.local(sessionTime(at: now)) }

    var isPaused: Bool { clock.holds.contains(.pause) }

    // MARK: Time

    /// Clocks run only while the screen is in front.
    public mutating func becomeFront(_ isFront: Bool, at now: Uptime) {
        clock.set(.away, !isFront, at: now)
    }

    /// When the next line arrives, a digit changes or something falls due.
    public func nextDeadline(after now: Uptime) -> Uptime? {
        guard clock.isRunning else { return nil }
        let local = local(at: now)
        var times = arrivals.filter { $0 > local }
        if let tick = standing(at: now, glyphs: .ascii).nextTick { times.append(tick) }
        if session.front.channel(at: local) == .voice, let tick = call(at: now, glyphs: .ascii).nextTick {
            times.append(tick)
        }
        var deadlines = times.map { $0 + session.takenBack }
        if let due = engine.nextDeadline(in: session) { deadlines.append(due) }
        return deadlines.min().flatMap(clock.uptime(of:))
    }

    /// Lets the engine see that time has passed, when something is due.
    public mutating func reach(_ now: Uptime) -> [Effect] {
        showPopUp(at: now)
        guard clock.isRunning, let due = engine.nextDeadline(in: session), due <= sessionTime(at: now) else {
            return []
        }
        do {
            let events = try engine.handle(.timePassed, in: session, at: sessionTime(at: now))
            return events.isEmpty ? [] : [.keep(events, in: stream)]
        } catch {
            // Asked again, it would fail again, at every wake-up.
            notice = error.description
            clock.set(.fault, true, at: now)
            return []
        }
    }

    /// The local times at which something appears, ms.
    private var arrivals: [Int] {
        var times = session.front.transcript.flatMap { [$0.begins, $0.heard] }
        if let offer = session.front.offer { times.append(offer.opens) }
        times += session.jumps.map(\.at)
        if let popUp { times.append(popUp.said + Self.nudgeLasting) }
        return times + coming.map(\.said)
    }

    /// The moment is open, and its replies can be given.
    func isOpen(at now: Uptime) -> Bool {
        session.front.offer.map { $0.opens <= local(at: now) } ?? false
    }

    /// A reply can be said: the moment is open, or somebody speaks who can be interrupted.
    func canSay(at now: Uptime) -> Bool {
        isOpen(at: now) || session.speaksFrom.map { $0 <= local(at: now) } ?? false
    }

    /// The call, as the pane of its channel shows it.
    func call(at now: Uptime, glyphs: Glyphs) -> VoicePane {
        VoicePane(
            session: session, now: local(at: now), glyphs: glyphs, marked: popUp.map { PopUp.quotes($0.shown) } ?? [])
    }

    /// Everything that was said has been heard.
    func isHeardOut(at now: Uptime) -> Bool {
        let local = local(at: now)
        return !session.front.transcript.contains { $0.heard > local }
    }

    func standing(at now: Uptime, glyphs: Glyphs) -> StandingPane {
        StandingPane(session: session, now: local(at: now), glyphs: glyphs)
    }

    // MARK: What was kept

    /// How long a nudge stays, ms of session time.
    static let nudgeLasting = 8_000

    /// Takes events that the journal has kept (or cannot keep: then `trouble` says why, and practice goes on).
    public mutating func receive(_ events: [TimedEvent], trouble: String?, at now: Uptime) {
        self.trouble = trouble
        for event in events {
            session.apply(event)
            switch event.event {
            case .feedbackShown: if let feedback = session.front.feedback { coming.append(feedback) }
            case .replied, .steppedBack:
                scrolledBack = 0
                forgetPopUps()
            case .optionsOffered: chosen = nil
            case .rewound:
                chosen = nil
                forgetPopUps()
                clock.set(.fault, false, at: now)
                // Back to the very moment: what was heard then has been heard.
                clock.skip(to: (session.front.offer?.opens ?? 0) + session.takenBack, at: now)
            default: break
            }
        }
        showPopUp(at: now)
    }

    /// Puts the coach's next word on the screen when its time has come, one at a time. All but a nudge stop the clock.
    private mutating func showPopUp(at now: Uptime) {
        if let nudge = popUp, nudge.shown.look == .nudge, nudge.said + Self.nudgeLasting <= local(at: now) {
            popUp = nil
        }
        let isFree = popUp == nil || popUp?.shown.look == .nudge
        if isFree, let next = coming.first, next.said <= local(at: now) { popUp = coming.removeFirst() }
        clock.set(.popUp, popUp.map { $0.shown.look != .nudge } ?? false, at: now)
    }

    private mutating func forgetPopUps() {
        popUp = nil
        coming = []
    }

    // MARK: Input

    /// Takes a key.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .resized(let size):
            let isSmall = size.columns < Interface.smallestColumns || size.rows < Interface.smallestRows
            clock.set(.smallWindow, isSmall, at: now)
            self.size = size
            return []
        case .key(let key):
            notice = nil
            guard let action = keys.action(for: key) else { return [] }
            return perform(action, at: now)
        case .paste:
            notice = "Replies are chosen here: a number, or arrows and Enter."
            return []
        default: return []
        }
    }

    private mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        if isPaused { return performPaused(action, at: now) }
        if popUp != nil, popUp?.shown.look != .nudge { return performUnderPopUp(action, at: now) }
        switch action {
        case .option(let number): return say(number - 1, at: now)
        case .accept: return accept(at: now)
        case .wait: return isOpen(at: now) ? ask(.wait, at: now) : tooEarly()
        case .stepBack: return ask(.stepBack, at: now)
        case .retry: return retry(at: now)
        case .pause:
            clock.set(.pause, true, at: now)
            return isOver ? [] : ask(.pause, at: now)
        case .up, .down: move(action, at: now)
        case .pageUp, .pageDown, .top, .bottom: scroll(action, at: now)
        case .help: return [.help]
        case .quit: return isOver ? [.finish(stream)] : leave(at: now)
        default: break
        }
        return []
    }

    private mutating func performPaused(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .pause:
            clock.set(.pause, false, at: now)
            return isOver ? [] : ask(.resume, at: now)
        case .help: return [.help]
        case .quit: return leave(at: now)
        default: return []
        }
    }

    private mutating func performUnderPopUp(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .accept: dismissPopUp(at: now)
        case .retry: return retry(at: now)
        case .stepBack: return ask(.stepBack, at: now)
        case .pause:
            clock.set(.pause, true, at: now)
            return isOver ? [] : ask(.pause, at: now)
        case .up, .down, .pageUp, .pageDown, .top, .bottom: scroll(action, at: now)
        case .help: return [.help]
        case .quit: return leave(at: now)
        default: notice = "Enter goes on."
        }
        return []
    }

    private mutating func dismissPopUp(at now: Uptime) {
        popUp = nil
        showPopUp(at: now)
    }

    private func leave(at now: Uptime) -> [Effect] { lastWords(at: now) + [.close] }

    /// What is to be kept before the program goes: the very time that was reached.
    public func lastWords(at now: Uptime) -> [Effect] {
        guard case .open = session.status, !session.isReadOnly, sessionTime(at: now) > session.time else { return [] }
        return [.keep([Engine.checkpoint(session, at: sessionTime(at: now))], in: stream)]
    }

    private mutating func say(_ line: Int, at now: Uptime) -> [Effect] {
        guard let offer = session.front.offer, !offer.isSend else { return [] }
        guard canSay(at: now) else { return tooEarly() }
        guard offer.lines.indices.contains(line) else {
            notice = "There is no reply \(line + 1) here."
            return []
        }
        return ask(.reply(offer.lines[line].index), at: now)
    }

    private mutating func accept(at now: Uptime) -> [Effect] {
        if isOpen(at: now) || (chosen != nil && canSay(at: now)), let offer = session.front.offer {
            if offer.isSend { return ask(.send, at: now) }
            guard let chosen else {
                notice = "Say one with its number, or choose with the arrows first."
                return []
            }
            return say(chosen, at: now)
        }
        // Nothing to answer yet: hear the next line now.
        let local = local(at: now)
        let times = session.front.transcript.map(\.heard) + coming.map(\.said)
        if let next = times.filter({ $0 > local }).min() ?? session.front.offer?.opens {
            clock.skip(to: next + session.takenBack, at: now)
            return reach(now)
        }
        return isOver ? [.finish(stream)] : []
    }

    private mutating func retry(at now: Uptime) -> [Effect] {
        guard let moment = session.moments.last(where: { $0.reply != nil }) else {
            notice = "There is no earlier moment yet."
            return []
        }
        return ask(.rewind(to: moment.sequence), at: now)
    }

    private mutating func tooEarly() -> [Effect] {
        notice = "Let it arrive first. Enter brings the next line at once."
        return []
    }

    private mutating func move(_ action: Action, at now: Uptime) {
        let count = session.front.offer?.lines.count ?? 0
        guard canSay(at: now), count > 0 else { return scroll(action, at: now) }
        let next = action == .up ? (chosen ?? count) - 1 : (chosen ?? -1) + 1
        chosen = (next + count) % count
    }

    private mutating func scroll(_ action: Action, at now: Uptime) {
        switch action {
        case .up: scrolledBack += 1
        case .down: scrolledBack = max(0, scrolledBack - 1)
        case .pageUp: scrolledBack += 8
        case .pageDown: scrolledBack = max(0, scrolledBack - 8)
        case .top: scrolledBack = .max
        case .bottom: scrolledBack = 0
        default: break
        }
        scrolledBack = min(scrolledBack, mostScrolledBack(at: now))
    }

    private mutating func ask(_ input: SessionInput, at now: Uptime) -> [Effect] {
        do {
            let events = try engine.handle(input, in: session, at: sessionTime(at: now))
            return events.isEmpty ? [] : [.keep(events, in: stream)]
        } catch {
            notice = error.description
            return []
        }
    }
}
