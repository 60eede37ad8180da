import Conversation
import Library
import Room
import Terminal

/// The facilitator's desk of a live room: everything that the stage does not show, and the keys that run the room.
public struct DeskScreen: LiveFace {
    /// What it shows.
    public private(set) var view: LiveView
    let vocabulary: Vocabulary
    let guide: DebriefGuide?
    /// What lies over it.
    var sheet: DeskSheet?
    /// The line that is being typed.
    var entry: DeskEntry?
    /// Lines that were put away before they were kept.
    var drafts: [DeskEntry.Purpose: String] = [:]
    /// The row of the sheet.
    var list = ListSelection()
    /// The row of what has rows on the desk itself: people, prompts.
    var main = ListSelection()
    /// The branch that is chosen, by its place among those offered.
    var chosen: Int?
    /// The card that is read.
    var card = CardRole.agent
    var cardScroll = ScrollPosition()
    var scroll = TranscriptScroll<Int>()
    /// Why the last thing could not be done; nil once something else was.
    var refused: String?
    /// Since when the group looks at the prompt that is chosen.
    var since: Uptime
    var size = Size(columns: 80, rows: 24)

    /// A desk.
    /// - Parameters:
    ///   - vocabulary: gives the moves of each branch their names.
    ///   - guide: asks what the group looks back by; nil where there is none.
    public init(view: LiveView, vocabulary: Vocabulary, guide: DebriefGuide? = nil, at now: Uptime) {
        (self.view, self.vocabulary, self.guide) = (view, vocabulary, guide)
        since = now
    }

    /// What it is called.
    public var name: String { "The desk" }

    /// A line is being typed.
    public var isTyping: Bool { entry != nil }

    /// Why nothing goes just now, or could not be done.
    public var standingWord: String? {
        let elsewhere = view.standing.hasDesk ? nil : "Another terminal has the desk now. S goes to your own place."
        return refused ?? view.standing.trouble ?? elsewhere
    }

    var room: LiveRoom { view.room }

    // MARK: What comes

    /// Takes the room as it is now.
    public mutating func receive(_ view: LiveView, at now: Uptime) {
        let before = self.view.room
        self.view = view
        if before.phase.step != room.phase.step {
            if case .question? = sheet {} else { sheet = nil }
            (main, chosen, card, since) = (ListSelection(), nil, .agent, now)
            cardScroll = ScrollPosition()
            scroll.follow()
        }
        let isOther = before.play.front.offer?.sequence != room.play.front.offer?.sequence
        if isOther { chosen = nil }
        // Also where a reply was taken back, and the moment with its vote is there again.
        if isOther || before.vote?.isOpen == true, room.vote?.isOpen == false,
            room.vote?.moment == room.play.front.offer?.sequence
        {
            chosen = leader
        }
        if let chosen, chosen >= branches.count { self.chosen = nil }
        main.settle(count: mainCount)
        if let sheet { list.settle(count: rows(of: sheet).count) }
    }

    /// Something could not be done: a whole sentence.
    public mutating func receive(refusal: String, at now: Uptime) { refused = refusal }

    /// Takes a note: on the moment that is open, or on the scenario where no round is on.
    public mutating func receive(note: WrittenNote, at now: Uptime) -> [Effect] {
        if room.phase == .debrief, note.isRule { return keep(note.text, for: .rule, at: now) }
        return [.live(.command(.note(note.text, onScenario: note.isRule || room.phase != .playing)))]
    }

    // MARK: What it knows

    /// The replies that can be heard next.
    var branches: [(index: Int, option: Option)] {
        room.phase == .playing ? room.play.front.offer?.lines ?? [] : []
    }

    /// The place of the branch with most hands; nil where none has, or several have.
    var leader: Int? {
        guard let vote = room.vote else { return nil }
        let counts = branches.map { vote.count(of: $0.index) }
        guard let most = counts.max(), most > 0, counts.count(where: { $0 == most }) == 1 else { return nil }
        return counts.firstIndex(of: most)
    }

    /// A vote is on about the moment that is open.
    var isVoting: Bool { room.vote?.isOpen == true && room.vote?.moment == room.play.front.offer?.sequence }

    /// The observers whose marks are made here, because they share the screen; where all have terminals, every observer.
    var markers: [Person] {
        let all = room.casting.observers.compactMap { id in room.people.first { $0.id == id } }
        let sharing = all.filter { $0.account == nil || $0.account == room.desk }
        return sharing.isEmpty ? all : sharing
    }

    /// Whose turn of the feedback round it is.
    var turn: FeedbackTurn? {
        guard room.phase == .feedback, let feedback = room.feedback, feedback.turns.indices.contains(feedback.index)
        else { return nil }
        return feedback.turns[feedback.index]
    }

    /// What the agent said last.
    var lastWords: String {
        if let reply = room.play.moments.last(where: { $0.reply != nil })?.reply { return reply.text }
        return room.said.last { $0.said.role == .agent }?.said.text ?? ""
    }

    /// Rows that can be chosen on the desk itself.
    var mainCount: Int {
        switch room.phase {
        case .gathering: room.agreeing.count
        case .debrief: debriefRows.count
        default: 0
        }
    }

    // MARK: Time

    /// The next digit of a clock, or the next line that arrives.
    public func nextDeadline(after now: Uptime, motion: Look.Motion) -> Uptime? {
        let time = view.roomTime(at: now)
        var dues: [Int] = []
        func tick(until due: Int) {
            guard due > time else { return }
            let over = (due - time) % 1_000
            dues.append(time + (over == 0 ? 1_000 : over))
        }
        switch room.phase {
        case .countdown(let until): tick(until: until)
        case .feedback: if let turn { tick(until: (room.feedback?.since ?? 0) + turn.lasting) }
        case .debrief:
            let left = promptLeft(at: now)
            return left > 0 ? now + Int64(left % 1_000 == 0 ? 1_000 : left % 1_000) : nil
        case .playing where !room.isFrozen:
            tick(until: time + view.left(at: now))
            let local = view.local(at: now)
            let front = room.play.front
            var locals = front.transcript.flatMap { [$0.begins, $0.heard] }
            if let offer = front.offer { locals.append(offer.opens) }
            locals = locals.filter { $0 > local }
            if let next = StandingPane(session: room.play, now: local, glyphs: .unicode).nextTick {
                locals.append(next)
            }
            if let next = locals.min() { dues.append(time + next - local) }
        default: return nil
        }
        return dues.min().map(view.uptime(ofRoom:))
    }

    /// What is left of the timebox of the prompt that is chosen, ms.
    func promptLeft(at now: Uptime) -> Int {
        guard room.phase == .debrief, let guide, guide.prompts.indices.contains(main.row) else { return 0 }
        return max(0, guide.prompts[main.row].timebox - Int(now - since))
    }
}

extension LiveRoom.Phase {
    /// Where in its course a room is, as a number.
    var step: Int {
        switch self {
        case .gathering: 0
        case .cards: 1
        case .countdown: 2
        case .playing: 3
        case .feedback: 4
        case .debrief: 5
        case .closed: 6
        }
    }
}
