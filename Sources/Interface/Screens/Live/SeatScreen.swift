import Conversation
import Room
import Terminal

/// Somebody's own terminal in a live room: it changes with what they are in the round, and with where the room is.
public struct SeatScreen: LiveFace {
    /// What it shows.
    public private(set) var view: LiveView
    /// The window's size, as last told.
    var size = Size(columns: 80, rows: 24)
    /// Where in what was said one reads, and where in a page.
    var reading = TranscriptScroll<Int>(), scroll = ScrollPosition()
    /// Which of the replies the arrows have come to, from 0.
    var chosen: Int?
    /// What is typed, and what was put away.
    var typing = SeatTyping()
    /// The mark that was just made.
    var marking: SeatMarking?
    /// What is chosen from.
    var list: SeatList?
    /// The card is put away where it usually stands, or stands where it usually does not; its page, from 0.
    var isCardTurned = false, cardPage = 0
    /// The moment, by its sequence number, that a reply is on its way to.
    var asked: Int?
    /// Why something could not be done, and until when that is said.
    private(set) var declined: (words: String, until: Uptime)?
    /// The desk came to this terminal while somebody sat here.
    private(set) var tookDesk = false

    /// As what somebody asked to come in.
    private(set) var asksAs = Person.Kind.player

    /// How long a refusal stays, ms.
    static let refusalLasts: Int64 = 8_000

    /// A seat in a room.
    public init(_ view: LiveView) {
        self.view = view
        noteRequest()
    }

    /// Remembers as what somebody asked to come in: a name that is taken is asked for again as the same.
    private mutating func noteRequest() {
        for standing in room.inputs where standing.author == view.standing.account {
            if case .join(_, let kind) = standing.input.wish { asksAs = kind }
        }
    }

    var room: LiveRoom { view.room }
    var place: SeatPlace { SeatPlace(view: view) }

    /// What it is called.
    public var name: String {
        switch place.part {
        case .joining: "Coming in"
        case .gone: "Not in the room"
        case .agreement: "What is agreed"
        case .gathering: "Gathering"
        case .cards: "Your card"
        case .playing: room.isFrozen ? "Frozen" : "A live room"
        case .feedback: "Feedback"
        case .debrief: "Looking back together"
        case .closed: "Closed"
        }
    }

    /// What one types is typed.
    public var isTyping: Bool { typing.purpose != nil }

    /// The letters of the checklist mark, wherever the table has them.
    public func claims(_ key: Key) -> Bool { behaviour(of: key) != nil }

    /// The behaviour that a key marks here and now.
    func behaviour(of key: Key) -> Behaviour? {
        guard !isTyping, list == nil || list?.purpose == .behaviour, place.isMarking, let typed = key.typed else {
            return nil
        }
        return room.plan?.behaviours.first { $0.key == String(typed) }
    }

    /// Nothing comes or goes just now, and why.
    public var standingWord: String? {
        view.standing.trouble.map { "\($0) What you typed stays here." }
    }

    // MARK: What comes

    /// Takes the room as it is now.
    public mutating func receive(_ view: LiveView, at now: Uptime) {
        let before = place
        let (offer, vote) = (room.play.front.offer?.sequence, room.vote?.moment)
        let hadDesk = self.view.standing.hasDesk
        self.view = view
        noteRequest()
        if view.standing.hasDesk != hadDesk { tookDesk = view.standing.hasDesk }
        let after = place
        if room.play.front.offer?.sequence != offer {
            chosen = nil
            asked = nil
        }
        if room.vote?.moment != vote, list?.purpose == .moment { list = nil }
        guard before.part != after.part || before.role != after.role || before.room.round != room.round else { return }
        if before.part == .joining { declined = nil }
        // What was typed for the round before is not said into this one.
        if before.room.round != room.round { typing.forget(.say) }
        if before.role != after.role, typing.purpose == .say { typing.close() }
        if after.part != .playing, typing.purpose == .quote { typing.close() }
        if before.part != after.part, list?.purpose != .leaving { list = nil }
        (chosen, asked, isCardTurned, cardPage) = (nil, nil, false, 0)
        scroll = ScrollPosition()
        reading.follow()
    }

    /// Takes a whole sentence on why something could not be done; the words that were meant stand there again.
    public mutating func receive(refusal words: String, at now: Uptime) {
        declined = (words, now + Self.refusalLasts)
        asked = nil
        typing.comeBack()
    }

    /// What was declined has been read: something else is done.
    mutating func readRefusal() { declined = nil }

    // MARK: Time

    /// A mark is kept by itself, and a refusal goes.
    public mutating func reach(_ now: Uptime) -> [Effect] {
        // Who is not in the room yet reads it until something else is asked.
        if let declined, declined.until <= now, place.part != .joining { self.declined = nil }
        guard let marking, marking.keeps <= now, typing.purpose != .quote else { return [] }
        return keepMark(at: now)
    }

    /// When a line arrives, a digit changes, or something goes by itself.
    public func nextDeadline(after now: Uptime, motion: Look.Motion) -> Uptime? {
        var times = [place.part == .joining ? nil : declined?.until, typing.purpose == .quote ? nil : marking?.keeps]
            .compactMap(\.self)
        func tick(_ left: Int) {
            guard left > 0 else { return }
            times.append(now + Int64(left % 1_000 == 0 ? 1_000 : left % 1_000))
        }
        switch place.part {
        case .cards: if case .countdown(let until) = room.phase { tick(until - view.roomTime(at: now)) }
        case .playing:
            if room.timer.isRunning { tick(view.left(at: now)) }
            let pane = SeatTalkPane(view: view, now: now, glyphs: .ascii, isStill: motion == .reduced)
            let due = pane.nextTick.map { $0 + room.play.takenBack }.flatMap(room.clock.room(at:))
            if let due { times.append(view.uptime(ofRoom: due)) }
        case .feedback: if let left = turnLeft(at: now) { tick(left) }
        case .debrief: if let left = promptLeft(at: now) { tick(left) }
        default: break
        }
        return times.filter { $0 > now }.min() ?? times.min()
    }

    /// What is left of the turn that is on in the feedback round, ms.
    func turnLeft(at now: Uptime) -> Int? {
        guard let turn = place.turn, let feedback = room.feedback else { return nil }
        return max(0, turn.lasting - (view.roomTime(at: now) - feedback.since))
    }

    // MARK: What can be answered

    /// What is left for what the room is asked while it looks back, ms; nil for no timebox.
    func promptLeft(at now: Uptime) -> Int? {
        guard let asked = room.prompt, asked.prompt.lasting > 0 else { return nil }
        return max(0, asked.prompt.lasting - (view.roomTime(at: now) - asked.since))
    }

    /// The moment can be answered: it is open, or somebody speaks who can be interrupted.
    func canSay(at now: Uptime) -> Bool {
        guard let offer = room.play.front.offer else { return false }
        let local = view.local(at: now)
        return offer.opens <= local || room.play.speaksFrom.map { $0 <= local } ?? false
    }

    /// The replies that can be seen and voted on, or said: once the moment is open.
    func offer(at now: Uptime) -> Offer? { canSay(at: now) ? room.play.front.offer : nil }

    /// The role-play has a scenario whose moments are answered; else people speak as they like.
    var hasScenario: Bool { room.play.began != nil }

    /// A short word that stands over what can be done.
    struct Word: Equatable {
        var id: String
        var text: String
        var role: Role
    }

    /// Everything that has to be said now, most pressing first.
    func words(at now: Uptime) -> [Word] {
        var words: [Word] = []
        let part = place.part
        if let declined { words.append(Word(id: "declined", text: declined.words, role: .urgent)) }
        if tookDesk {
            let text = "The desk has come to this terminal, and the room goes on from here. S opens the desk."
            words.append(Word(id: "desk", text: text, role: .strong))
        }
        if part == .playing, room.isFrozen {
            let text = "Frozen. Every clock stands still; nothing is wanted of you until it goes on."
            words.append(Word(id: "frozen", text: text, role: .strong))
        }
        if place.isMuted, part != .agreement {
            let text =
                "What you do here is not taken just now; you see everything. Speak up in the room if you need to."
            words.append(Word(id: "muted", text: text, role: .muted))
        }
        if room.isBlank, place.role != nil, part != .closed {
            words.append(Word(id: "blank", text: "The stage is blank for now. Your own screen is not.", role: .muted))
        }
        if part == .playing, place.role == .agent, let hint = room.hint {
            words.append(Word(id: "hint-\(hint)", text: "A hint: \(hint)", role: .coach))
        }
        if asked != nil { words.append(Word(id: "asked", text: "On its way …", role: .muted)) }
        if part == .playing, view.left(at: now) <= 0 {
            let text = "The time of this round is over. Finish your sentence; the facilitator ends it."
            words.append(Word(id: "over", text: text, role: .muted))
        }
        return words
    }
}
