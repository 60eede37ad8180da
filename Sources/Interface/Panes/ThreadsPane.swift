import Conversation
import Terminal

/// The conversations that are held at once, in one line: whom with, who waits, and for how long still.
struct ThreadsPane {
    let session: Session
    /// Local time, ms.
    let now: Int
    let glyphs: Glyphs

    /// Nothing to draw where there is only one.
    var isNeeded: Bool { session.threads.contains { $0.name != Conversation.mainThread && $0.opened <= now } }

    /// The line, in shorter words where it would not fit.
    func line(columns: Int) -> StyledLine {
        let whole = line(isShort: false)
        let line = whole.columns <= columns ? whole : line(isShort: true)
        let hint = "   Tab next"
        guard session.nextThread(at: now) != nil, line.columns + hint.count <= columns else { return line }
        return line.with(hint, .muted)
    }

    private func line(isShort: Bool) -> StyledLine {
        var line = StyledLine()
        for thread in session.threads where thread.opened <= now {
            let isFront = thread.name == session.frontName
            if !line.runs.isEmpty { line = line.with(isShort ? "  " : "   ") }
            line = line.with("\(isFront ? glyphs.chosen : glyphs.other) ", isFront ? .key : .muted)
                .with(name(of: thread), isFront ? .strong : .customer)
            let (words, role) = standing(of: thread)
            line = line.with(" \(isShort && thread.isResting ? "waits" : words)", role)
        }
        return line
    }

    /// How each of the others stands, in sentences for whoever listens.
    var sentences: [(thread: String, text: String)] {
        session.threads.filter { $0.opened <= now && $0.name != session.frontName }.map { thread in
            (thread.name, "Beside this, \(name(of: thread)): \(standing(of: thread).words).")
        }
    }

    /// When the next of the other conversations' clocks shows another second, local ms.
    var nextTick: Int? {
        session.threads.filter { $0.name != session.frontName }.compactMap { thread -> Int? in
            guard let clock = thread.clock, thread.offer.map({ $0.opens <= now }) ?? false else { return nil }
            let over = max(0, clock.runsOut - now) % 1_000
            return now + (over == 0 ? 1_000 : over)
        }.min()
    }

    private func name(of thread: Thread) -> String {
        thread.customer.isEmpty ? session.began?.customer ?? "" : thread.customer
    }

    private func standing(of thread: Thread) -> (words: String, role: Role) {
        let isEnded =
            if case .ended = session.status { !session.front.transcript.contains { $0.heard > now } } else { false }
        if isEnded { return ("over", .muted) }
        if let closed = thread.closed, closed <= now { return ("over", .muted) }
        if thread.isResting { return ("waits for the others", .muted) }
        if let clock = thread.clock, now >= clock.starts {
            let left = clock.left(at: now)
            return (StoryDuration.clock(left), left <= 10_000 ? .urgent : .text)
        }
        if let offer = thread.offer, offer.opens <= now { return ("your turn", .text) }
        return (thread.channel == .voice ? "speaking" : "writing", .muted)
    }
}
