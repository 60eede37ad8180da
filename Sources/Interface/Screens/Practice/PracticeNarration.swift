import Conversation
import Terminal

/// A conversation in the order in which it is heard.
struct PracticeNarration {
    let screen: PracticeScreen
    let now: Uptime

    var session: Session { screen.session }
    var local: Int { screen.local(at: now) }

    /// Something with the time at which it is heard; of two at the same time, the lower rank comes first.
    struct Timed {
        var time: Int
        var rank: Int
        var item: Narration.Item
    }

    /// Everything that was heard by now.
    var items: [Narration.Item] {
        var all =
            said + turned + moved + called + crowd + promises + felt + coach + heardTyped + remark + overPromised
            + drafted
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
        let persona = screen.persona
        if !persona.isEmpty {
            items.append(Narration.Item("card-\(session.frontName)", "\(session.customerName): \(persona)"))
        }
        let ticket = session.front.ticket
        if !ticket.isEmpty {
            items.append(Narration.Item("ticket-\(session.frontName)", "Ticket: \(ticket)"))
        }
        if let first = session.front.readings.first {
            items.append(
                Narration.Item(
                    "feelings-\(session.frontName)",
                    "Trust is \(Feeling.trust(first.trust)). Heat is \(Feeling.heat(first.heat))."))
        }
        return items
    }

    // MARK: What is said

    private static func id(_ entry: Entry) -> String { "entry-\(entry.sequence)" }

    private var said: [Timed] {
        session.threads.flatMap { thread in
            // Who listens hears at once what is said in the others.
            let beside = thread.name == session.frontName ? "" : "Beside this, "
            return thread.transcript.map { entry in
                Timed(
                    time: entry.heard, rank: 1, item: Narration.Item(Self.id(entry), beside + words(entry, in: thread)))
            }
        }
    }

    /// Whom one has turned to, told each time: what was said there before is not.
    private var turned: [Timed] {
        let turns = session.log.filter { if case .turnedTo = $0.event { true } else { false } }
        guard let last = turns.last else { return [] }
        return [
            Timed(
                time: session.local(last.time), rank: 7,
                item: Narration.Item("turned-\(turns.count)", "You turn to \(session.customerName)."))
        ]
    }

    private func words(_ entry: Entry, in thread: Thread) -> String {
        switch entry.kind {
        case .customer:
            let place = entry.isPrivate ? ", in private" : ""
            return "\(entry.speaker)\(place)\(manner(entry)): \(beside(entry))\(entry.text)"
        case .agent:
            let place = entry.channel == .social ? (entry.isPrivate ? ", in private" : ", in public") : ""
            let over = entry.spokeOver.map { ", over \($0)" } ?? ""
            return "You\(place)\(over): \(entry.text)"
        case .silence: return silence(entry, in: thread)
        case .scene: return entry.speaker.isEmpty ? entry.text : "Scene: \(entry.text)"
        case .note: return "In the ticket: \(entry.text)"
        case .moved: return movedTo(entry)
        case .mail(let mail): return Self.mail(mail)
        }
    }

    private func silence(_ entry: Entry, in thread: Thread) -> String {
        let moment = session.moments.last { $0.sequence < entry.sequence && $0.thread == thread.name }
        let isFront = thread.name == session.frontName
        switch moment?.reply?.role {
        case .timeout where !isFront: return "a clock ran out. You said nothing."
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

    // MARK: What happens around it

    var moved: [Timed] {
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
        let front = session.front
        let replies = session.log.count {
            if case .replied = $0.event { $0.thread == session.frontName } else { false }
        }
        guard let reply = lastAnswered?.reply, replies > 0 else { return [] }
        let words = [
            Self.moved("Trust", reply.trust, to: front.trust, in: Feeling.trust),
            Self.moved("Heat", reply.heat, to: front.heat, in: Feeling.heat),
        ].compactMap { $0 }
        guard !words.isEmpty else { return [] }
        // In a call, a reply takes its time to be said.
        let own = front.transcript.last { $0.kind == .agent || $0.kind == .silence }?.heard ?? 0
        let time = max(own, front.readings.last?.time ?? 0)
        return [
            Timed(
                time: time, rank: 4,
                item: Narration.Item("felt-\(session.frontName)-\(replies)", words.joined(separator: " ")))
        ]
    }

    /// The last moment that was answered in the conversation in front.
    private var lastAnswered: Moment? { session.moments.last { $0.reply != nil && $0.thread == session.frontName } }

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
        return heard.filter { !$0.shown.text.isEmpty }.map { feedback in
            Timed(
                time: feedback.said, rank: 5,
                item: Narration.Item(
                    "coach-\(feedback.sequence)", "Coach: \(PopUp.quoted(feedback.shown).text)"))
        }
    }

    /// What was heard in the last reply, where it was typed: when the coach may speak.
    private var heardTyped: [Timed] {
        guard let last = lastAnswered?.reply, let heard = HeardWords(last, vocabulary: screen.names),
            let told = Feedback(hearing: last), screen.shows(told)
        else { return [] }
        // The same words may be heard again, as something else.
        let times = session.learner.corrections.count
        let item = Narration.Item(
            "heard-\(last.sequence)-\(times)", heard.sentence + " If that is not what you meant: meant.")
        return [Timed(time: max(last.at, session.front.feedback.map { $0.said } ?? 0), rank: 5, item: item)]
    }

    /// What is usual in the channel, where the last reply was far from it.
    private var remark: [Timed] {
        guard let feedback = session.front.feedback, let last = lastAnswered, feedback.sequence > last.sequence,
            let remark = ChannelNorms.remark(in: session, coach: feedback.shown.text)
        else { return [] }
        let words = "\(PracticeScreen.place(remark.channel)): \(remark.text)"
        return [Timed(time: feedback.said, rank: 6, item: Narration.Item("remark-\(feedback.sequence)", words))]
    }

    /// What the last reply promised beyond what can be held.
    private var overPromised: [Timed] {
        guard let feedback = session.front.feedback, let last = lastAnswered, feedback.sequence > last.sequence,
            let words = session.promiseRemark(coach: feedback.shown.text)
        else { return [] }
        return [Timed(time: feedback.said, rank: 6, item: Narration.Item("promised-\(feedback.sequence)", words))]
    }

    /// The mail as it grows.
    private var drafted: [Timed] {
        let draft = session.front.draft
        let moved = session.front.transcript.last { $0.kind == .moved }?.heard ?? 0
        let time = max(moved, session.front.readings.last?.time ?? 0)
        var lines: [Narration.Item] = []
        if !draft.subject.isEmpty { lines.append(Narration.Item("subject", "Subject: \(draft.subject)")) }
        lines += draft.paragraphs.enumerated().map { index, paragraph in
            let own = paragraph.origin == .written ? ", in your own words" : ""
            return Narration.Item("paragraph-\(index)", "In the mail\(own): \(paragraph.text)")
        }
        lines += draft.attachments.map { Narration.Item("attached-\($0)", "Attached: \($0)") }
        return lines.map { Timed(time: time, rank: 3, item: $0) }
    }
}
