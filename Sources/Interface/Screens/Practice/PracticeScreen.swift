import Conversation
import Journal
import Terminal

/// A conversation being practised: the pane of its channel, the clocks, the replies, the coach's word.
public struct PracticeScreen: Screen {
    /// The stream its events are kept in.
    public let stream: StreamID
    /// What it is a view of.
    public private(set) var session: Session
    package var engine: Engine
    var clock: SessionClock
    /// Which of the offered lines is chosen, from 0; nil until an arrow has chosen one, so that an Enter meant for the
    /// line before never says anything.
    var chosen: Int?
    /// The coach's word that is on the screen.
    var popUp: Feedback?
    /// What the coach says later in this beat.
    var coming: [Feedback] = []
    /// When the coach speaks.
    var feedback = FeedbackTime.atOnce
    /// What the coach says about the conversations that are not in front: it waits until the agent turns to them.
    var waiting: [String: [Feedback]] = [:]
    /// The mail that is being typed in.
    var editing: DraftEditor?
    /// What is being typed as a reply, or was and is put away, by conversation.
    var replies: [String: ReplyEditor] = [:]
    /// What is typed once what hears it has been read.
    var wantsEar: EarWish?
    /// What was heard, to choose from what was meant.
    var meaning: MeantPane?, meaningsOpened = 0
    /// What moves are called.
    var vocabulary = Vocabulary()
    /// What is heard in paragraphs of one's own, by their words, and when one last typed in the mail.
    var heardMail: [String: Set<String>] = [:], typedInMail: Uptime?
    /// What one could say who steps back, while it is looked at.
    var script: ScriptPane?, scriptsOpened = 0
    /// A word that stays: the journal cannot keep what happens.
    var trouble: String?
    /// The window's size, as last told.
    var size = Size(columns: 80, rows: 24)
    /// Where in what was said one reads.
    var reading = TranscriptScroll<Int>()
    /// The learner's rules from other sessions, and the one that fits the moment that is open.
    var rules: [NotebookScreen.Row] = [], offeredBack: NotebookScreen.Row?
    /// Whether lines are said aloud, and how far.
    var speech = SpeechState()
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

    /// Session time as the screen shows it, ms.
    func sessionTime(at now: Uptime) -> Int { clock.reading(at: now) }

    /// Local time as the screen shows it, ms.
    func local(at now: Uptime) -> Int { session.local(sessionTime(at: now)) }

    var isPaused: Bool { clock.holds.contains(.pause) }

    // MARK: Time

    /// Clocks run only while the screen is in front.
    public mutating func becomeFront(_ isFront: Bool, at now: Uptime) {
        clock.set(.away, !isFront, at: now)
        if !isFront { speech.line = nil }
    }

    /// When the next line arrives, a digit changes or something falls due.
    public func nextDeadline(after now: Uptime, motion: Look.Motion) -> Uptime? {
        let pause = mailPause
        guard clock.isRunning else { return pause }
        let local = local(at: now)
        var times = arrivals.filter { $0 > local }
        if let tick = standing(at: now, glyphs: .ascii).nextTick { times.append(tick) }
        if let tick = threads(at: now, glyphs: .ascii).nextTick { times.append(tick) }
        if let tick = SocialPane(session: session, now: local, glyphs: .ascii).nextTick { times.append(tick) }
        if session.front.channel(at: local) == .voice,
            let tick = call(at: now, look: Look(theme: .monochrome, glyphs: .ascii, motion: motion)).nextTick
        {
            times.append(tick)
        }
        var deadlines = times.map { $0 + session.takenBack }
        if let due = engine.nextDeadline(in: session) { deadlines.append(due) }
        return [deadlines.min().flatMap(clock.uptime(of:)), pause].compactMap(\.self).min()
    }

    /// Lets the engine see that time has passed, when something is due.
    public mutating func reach(_ now: Uptime) -> [Effect] {
        showPopUp(at: now)
        hearMailWhenPaused(at: now)
        let aloud = utterances(at: now)
        guard clock.isRunning, let due = engine.nextDeadline(in: session), due <= sessionTime(at: now) else {
            return aloud
        }
        do {
            let events = try engine.handle(.timePassed, in: session, at: sessionTime(at: now))
            return aloud + (events.isEmpty ? [] : [.keep(events, in: stream)])
        } catch {
            // Asked again, it would fail again, at every wake-up.
            clock.set(.fault, true, at: now)
            return [.notice(error.description)]
        }
    }

    /// The local times at which something appears, ms.
    private var arrivals: [Int] {
        var times = session.front.transcript.flatMap { [$0.begins, $0.heard] }
        for thread in session.threads {
            if let offer = thread.offer { times.append(offer.opens) }
            times += [thread.opened] + [thread.closed].compactMap(\.self)
        }
        times += session.jumps.map(\.at)
        if let popUp { times.append(popUp.said + Self.nudgeLasting) }
        return times + coming.map(\.said)
    }

    /// The moment is open, and its replies can be given.
    package func isOpen(at now: Uptime) -> Bool {
        session.front.offer.map { $0.opens <= local(at: now) } ?? false
    }

    /// A reply can be said: the moment is open, or somebody speaks who can be interrupted.
    func canSay(at now: Uptime) -> Bool {
        isOpen(at: now) || session.speaksFrom.map { $0 <= local(at: now) } ?? false
    }

    /// The call, as the pane of its channel shows it.
    func call(at now: Uptime, look: Look) -> VoicePane {
        VoicePane(
            session: session, now: local(at: now), glyphs: look.glyphs, isStill: look.motion == .reduced,
            marked: markedWords)
    }

    /// Everything that was said has been heard.
    package func isHeardOut(at now: Uptime) -> Bool {
        let local = local(at: now)
        return !session.front.transcript.contains { $0.heard > local }
    }

    func threads(at now: Uptime, glyphs: Glyphs) -> ThreadsPane {
        ThreadsPane(session: session, now: local(at: now), glyphs: glyphs)
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
            let isFront = event.thread == session.frontName
            switch event.event {
            case .feedbackShown:
                guard let feedback = session.thread(event.thread).feedback, shows(feedback, in: event.thread) else {
                    continue
                }
                if isFront { coming.append(feedback) } else { waiting[event.thread, default: []].append(feedback) }
            case .turnedTo:
                chosen = nil
                reading.follow()
                speech.isCutOff = true
                // What was not read yet is read when one comes back.
                popUp = nil
                script = nil
                coming = waiting.removeValue(forKey: event.thread) ?? []
            case .optionsOffered where !isFront, .replied where !isFront, .steppedBack where !isFront: break
            case .replied, .steppedBack:
                if case .steppedBack = event.event { script = nil }
                reading.follow()
                speech.isCutOff = true
                forgetPopUps()
            case .optionsOffered:
                chosen = session.front.offer?.nearestLine
                findOfferedBack()
            case .rewound:
                chosen = nil
                script = nil
                findOfferedBack()
                speech.isCutOff = true
                forgetPopUps()
                clock.set(.fault, false, at: now)
                // Back to the very moment: what was heard then has been heard.
                clock.skip(to: (session.front.offer?.opens ?? 0) + session.takenBack, at: now)
            default: break
            }
        }
        followStory(events)
        followTyping(events)
        showPopUp(at: now)
        if !events.isEmpty { renewScript(at: now) }
    }

    /// Puts the coach's next word on the screen when its time has come, one at a time. All but a nudge stop the clock.
    mutating func showPopUp(at now: Uptime) {
        if let nudge = popUp, nudge.shown.look == .nudge, nudge.said + Self.nudgeLasting <= local(at: now) {
            popUp = nil
        }
        let isFree = popUp == nil || popUp?.shown.look == .nudge
        if isFree, let next = coming.first, next.said <= local(at: now) { popUp = coming.removeFirst() }
        clock.set(.popUp, isUnderPopUp, at: now)
    }

    private mutating func forgetPopUps() {
        popUp = nil
        coming = []
        waiting[session.frontName] = nil
    }
}
