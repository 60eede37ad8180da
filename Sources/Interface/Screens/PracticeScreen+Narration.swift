import Conversation
import Terminal

extension PracticeScreen {
    /// Everything that was heard so far in its order, what can be said, and the clocks.
    public func narration(at now: Uptime) -> Narration {
        let title = session.began?.title ?? ""
        let channel = session.front.journey.first ?? session.front.channel
        var narration = Narration(
            "practice:\(stream)", "\(title). By \(channel.rawValue), with \(engine.scenario.customerName).")
        narration.items = PracticeNarration(screen: self, now: now).items
        if isPaused {
            let count = session.log.count { if case .paused = $0.event { true } else { false } }
            narration.items.append(
                Narration.Item("paused-\(count)", "Paused. Every clock stands still. An empty line goes on."))
            narration.prompt = "Enter goes on"
            return narration
        }
        if isUnderPopUp {
            narration.prompt = "Enter goes on"
        } else if isOpen(at: now), let offer = session.front.offer {
            narration.choices = choices(offer)
            narration.prompt = offer.isSend ? "1 sends it" : Self.prompt(offer)
            narration.clocks = clocks(at: now)
        } else if isOver, isHeardOut(at: now) {
            narration.items.append(
                Narration.Item("over", "This conversation is over. Enter looks back on it."))
            narration.prompt = "Enter looks back"
        } else {
            narration.isArriving = nextArrival(at: now) != nil
            narration.prompt = narration.isArriving ? "" : "Command"
            narration.clocks = clocks(at: now)
        }
        return narration
    }

    /// When the next thing that is on its way arrives, local ms.
    private func nextArrival(at now: Uptime) -> Int? {
        let local = local(at: now)
        let times = session.front.transcript.map(\.heard) + coming.map(\.said)
        return (times + [session.front.offer?.opens].compactMap { $0 }).filter { $0 > local }.min()
    }

    // MARK: Choosing

    private static func prompt(_ offer: Offer) -> String {
        let count = offer.lines.count
        return count == 1 ? "1, or ? for help" : "1 to \(count), or ? for help"
    }

    private func choices(_ offer: Offer) -> Narration.Choices {
        let pauses = session.log.count { if case .paused = $0.event { true } else { false } }
        let id = "\(offer.sequence)-\(offer.attempt)-\(pauses)"
        if offer.isSend {
            return Narration.Choices("send-\(id)", lastLook(), [Narration.Choice("1", "Send it.", does: [.accept])])
        }
        let attempt = offer.attempt > 1 ? ", attempt \(offer.attempt)" : ""
        var all = offer.lines.enumerated().map { index, line in
            Narration.Choice(String(index + 1), line.option.text, does: [.say(index + 1)])
        }
        if offer.index(of: .pause) != nil {
            all.append(Narration.Choice("wait", "Say nothing for a moment.", does: [.wait]))
        }
        let name = offer.moment.isEmpty ? "You can say" : offer.moment
        return Narration.Choices(id, "\(name)\(attempt):", all, chosen: chosen)
    }

    /// The last look before a mail goes out.
    private func lastLook() -> String {
        let draft = session.front.draft
        let words = draft.paragraphs.joined(separator: " ").split(separator: " ").count
        let length = draft.paragraphs.count == 1 ? "1 paragraph" : "\(draft.paragraphs.count) paragraphs"
        var lines = ["A last look at the mail."]
        lines.append("Subject: \(draft.subject.isEmpty ? "none yet" : draft.subject)")
        lines.append("Length: \(length), \(words) words.")
        let promises = session.commitments.filter { $0.state == .open }.map(\.id)
        if !promises.isEmpty { lines.append("Promised: \(promises.joined(separator: ", ")).") }
        return lines.joined(separator: "\n")
    }

    // MARK: Clocks

    private func clocks(at now: Uptime) -> [Narration.Clock] {
        let local = local(at: now)
        var clocks: [Narration.Clock] = []
        if let clock = session.front.clock, local >= clock.starts, let offer = session.front.offer {
            clocks.append(
                Narration.Clock("reply-\(offer.sequence)-\(offer.attempt)", "to reply", left: clock.left(at: local)))
        }
        let story = session.story(at: local)
        for promise in session.commitments where promise.state(at: local) == .open {
            clocks.append(
                Narration.Clock(
                    "promise-\(promise.id)-\(promise.renegotiations)", "until “\(promise.id)” is due",
                    left: max(0, promise.due - story)))
        }
        return clocks
    }
}

/// A conversation in the order in which it is heard.
struct PracticeNarration {
    let screen: PracticeScreen
    let now: Uptime

    private var session: Session { screen.session }
    private var local: Int { screen.local(at: now) }

    /// Something with the time at which it is heard; of two at the same time, the lower rank comes first.
    private struct Timed {
        var time: Int
        var rank: Int
        var item: Narration.Item
    }

    /// Everything that was heard by now.
    var items: [Narration.Item] {
        var all = said + moved + promises + felt + coach + drafted
        all = all.filter { $0.time <= local }
        let order = all.enumerated().sorted { left, right in
            (left.element.time, left.element.rank, left.offset) < (right.element.time, right.element.rank, right.offset)
        }
        var items = card + order.map(\.element.item)
        markPast(&items)
        return items
    }

    /// Whoever comes back begins with the last reply.
    private func markPast(_ items: inout [Narration.Item]) {
        let last = session.front.transcript.last { $0.kind == .agent || $0.kind == .silence }
        guard let last, let index = items.firstIndex(where: { $0.id == Self.id(last) }) else { return }
        for place in items.indices.prefix(index) { items[place].isPast = true }
    }

    // MARK: Who it is

    private var card: [Narration.Item] {
        var items: [Narration.Item] = []
        let persona = screen.engine.scenario.heading.persona
        if !persona.isEmpty {
            items.append(Narration.Item("card", "\(screen.engine.scenario.customerName): \(persona)"))
        }
        if let ticket = session.began?.ticket, !ticket.isEmpty {
            items.append(Narration.Item("ticket", "Ticket: \(ticket)"))
        }
        if let first = session.front.readings.first {
            items.append(
                Narration.Item(
                    "feelings", "Trust is \(Feeling.trust(first.trust)). Heat is \(Feeling.heat(first.heat))."))
        }
        return items
    }

    // MARK: What is said

    private static func id(_ entry: Entry) -> String { "entry-\(entry.sequence)" }

    private var said: [Timed] {
        session.front.transcript.map { entry in
            Timed(time: entry.heard, rank: 1, item: Narration.Item(Self.id(entry), words(entry)))
        }
    }

    private func words(_ entry: Entry) -> String {
        switch entry.kind {
        case .customer:
            let feeling = [entry.emotion].compactMap { $0 }.map { ", " + Self.plain($0) }.joined()
            return "\(entry.speaker)\(feeling): \(entry.text)"
        case .agent: return "You: \(entry.text)"
        case .silence: return silence(entry)
        case .scene: return "Scene: \(entry.text)"
        case .note: return "In the ticket: \(entry.text)"
        case .moved: return "The conversation moves to \(entry.channel.rawValue)."
        case .mail(let mail): return Self.mail(mail)
        }
    }

    private func silence(_ entry: Entry) -> String {
        let moment = session.moments.last { $0.sequence < entry.sequence }
        switch moment?.reply?.role {
        case .timeout: return "The clock ran out. You said nothing."
        case .pause where moment?.reply?.text == entry.text: return "You say nothing for a moment."
        default: return entry.text
        }
    }

    private static func mail(_ mail: EmailSent) -> String {
        var lines = ["You sent a mail. Subject: \(mail.subject)"] + mail.paragraphs
        if !mail.attachments.isEmpty { lines.append("With it: \(mail.attachments.joined(separator: ", ")).") }
        return lines.joined(separator: "\n")
    }

    /// An id of the vocabulary in words: `short-of-breath` as `short of breath`.
    static func plain(_ id: String) -> String { id.split(separator: "-").joined(separator: " ") }

    // MARK: What happens around it

    private var moved: [Timed] {
        let opens = session.began?.opens ?? 0
        let jumps = session.jumps.map { jump in
            let clock = StoryClock.timeOfDay(opens: opens, story: session.story(at: jump.at))
            return Timed(
                time: jump.at, rank: 0, item: Narration.Item("jump-\(jump.at)-\(jump.by)", "Later. It is \(clock)."))
        }
        let queues = session.queues.map { queue in
            Timed(
                time: queue.at, rank: 3,
                item: Narration.Item("queue-\(queue.at)-\(queue.waiting)", "Queue: \(queue.waiting) waiting."))
        }
        return jumps + queues
    }

    private var promises: [Timed] {
        session.commitments.flatMap { promise in
            let id = "promise-\(promise.id)-\(promise.made)"
            var items = [
                Timed(
                    time: promise.heard, rank: 2,
                    item: Narration.Item(id, "Promise made, “\(promise.id)”: \(promise.words)"))
            ]
            if promise.renegotiations > 0 {
                items.append(
                    Timed(
                        time: promise.heard, rank: 2,
                        item: Narration.Item(
                            "\(id)-moved-\(promise.renegotiations)", "Promise “\(promise.id)” has a new time.")))
            }
            if let settled = promise.settled, promise.state != .open {
                let word = promise.state == .kept ? "kept" : "missed"
                items.append(
                    Timed(
                        time: settled, rank: 2,
                        item: Narration.Item("\(id)-\(word)", "Promise \(word): “\(promise.id)”.")))
            }
            return items
        }
    }

    // MARK: What it does

    /// What the last reply has moved.
    private var felt: [Timed] {
        let replies = session.log.count { if case .replied = $0.event { true } else { false } }
        guard let reply = session.moments.last(where: { $0.reply != nil })?.reply, replies > 0 else { return [] }
        let front = session.front
        let words = [
            Self.moved("Trust", reply.trust, to: front.trust, in: Feeling.trust),
            Self.moved("Heat", reply.heat, to: front.heat, in: Feeling.heat),
        ].compactMap { $0 }
        guard !words.isEmpty else { return [] }
        let time = front.readings.last?.time ?? 0
        return [Timed(time: time, rank: 4, item: Narration.Item("felt-\(replies)", words.joined(separator: " ")))]
    }

    /// `Trust rose to guarded (+8).` or `Trust rose, still guarded (+2).`
    static func moved(_ name: String, _ by: Int, to value: Int, in words: (Int) -> String) -> String? {
        guard let change = Feeling.change(by) else { return nil }
        let word = words(value)
        let place = words(value - by) == word ? ", still \(word)" : " to \(word)"
        return "\(name) \(by > 0 ? "rose" : "fell")\(place) (\(change))."
    }

    /// The coach's word about the last reply.
    private var coach: [Timed] {
        let last = session.front.feedback
        let heard = [screen.popUp == last ? nil : screen.popUp, last].compactMap { $0 }
        return heard.map { feedback in
            Timed(
                time: feedback.said, rank: 5,
                item: Narration.Item(
                    "coach-\(feedback.sequence)", "Coach: \(PopUp.quoted(feedback.shown).text)"))
        }
    }

    /// The mail as it grows.
    private var drafted: [Timed] {
        let draft = session.front.draft
        let time = session.front.readings.last?.time ?? 0
        var lines: [Narration.Item] = []
        if !draft.subject.isEmpty { lines.append(Narration.Item("subject", "Subject: \(draft.subject)")) }
        lines += draft.paragraphs.enumerated().map { index, text in
            Narration.Item("paragraph-\(index)", "In the mail: \(text)")
        }
        lines += draft.attachments.map { Narration.Item("attached-\($0)", "Attached: \($0)") }
        return lines.map { Timed(time: min(time, local), rank: 3, item: $0) }
    }
}
