import Conversation
import Terminal

/// How things stand: the clocks, and what is between the two people. One column, or folded into one line.
struct StandingPane {
    let session: Session
    /// Local time, ms.
    let now: Int
    let glyphs: Glyphs

    /// The clocks, and what is between the two people, each with its title.
    func sections(columns: Int) -> [PaneSection] {
        var clocks: [StyledLine] = []
        if let clock = session.front.clock, let left = left(clock) {
            let gauge = glyphs.gauge(left, of: clock.lasting, columns: max(4, columns - 14))
            clocks.append(
                row("Reply").with(StoryDuration.clock(left), role(left)).with(" ").with(gauge, .muted))
        } else {
            clocks.append(row("Reply").with("no clock", .muted))
        }
        for promise in promises.suffix(3) { clocks.append(self.promise(promise)) }
        if let queue = session.queue(at: now) { clocks.append(row("Queue").with("\(queue) waiting")) }
        let thread = session.front
        let feelings = [
            measure("Trust", Feeling.trust(thread.trust), thread.readings.map(\.trust), thread.beat.trust, columns),
            measure("Heat", Feeling.heat(thread.heat), thread.readings.map(\.heat), thread.beat.heat, columns),
        ]
        return [PaneSection(title: "Clocks", lines: clocks), PaneSection(title: "Between you", lines: feelings)]
    }

    /// The same, folded into one line for narrow windows.
    func line(columns: Int) -> StyledLine {
        var line = StyledLine()
        func add(_ parts: [(String, Role)]) {
            let width = parts.reduce(3) { $0 + DisplayText.width(of: $1.0) }
            guard line.columns + width <= columns else { return }
            if !line.runs.isEmpty { line = line.with(" \(glyphs.dot) ", .muted) }
            for (text, role) in parts { line = line.with(text, role) }
        }
        if let clock = session.front.clock, let left = left(clock) {
            add([("reply ", .muted), (StoryDuration.clock(left), role(left))])
        }
        for promise in promises where promise.state == .open {
            add([("\(promise.id) due in ", .muted), (StoryDuration.clock(due(promise)), role(due(promise)))])
        }
        let thread = session.front
        add(
            [
                ("trust ", .muted), (glyphs.sparkline(thread.readings.map(\.trust), columns: 4), .cold),
                (" \(Feeling.trust(thread.trust))", .text),
            ] + change(thread.beat.trust))
        add(
            [
                ("heat ", .muted), (glyphs.sparkline(thread.readings.map(\.heat), columns: 4), .warm),
                (" \(Feeling.heat(thread.heat))", .text),
            ] + change(thread.beat.heat))
        for promise in promises.suffix(1) where promise.state != .open {
            add([("\(promise.id) ", .muted), (Self.word(promise, glyphs), .text)])
        }
        if let queue = session.queue(at: now) { add([("queue ", .muted), ("\(queue)", .text)]) }
        return line
    }

    /// The promises as they have been heard by now.
    private var promises: [Commitment] {
        session.commitments.compactMap { promise in
            promise.state(at: now).map { state in
                var promise = promise
                promise.state = state
                return promise
            }
        }
    }

    /// When the next digit of a clock changes, local ms; nil when none moves.
    var nextTick: Int? {
        var ticks: [Int] = []
        if let clock = session.front.clock {
            ticks.append(Self.tick(until: clock.runsOut, from: max(now, clock.starts)))
        }
        for promise in promises where promise.state == .open {
            ticks.append(Self.tick(until: now + due(promise), from: now))
        }
        return ticks.min()
    }

    private static func tick(until due: Int, from now: Int) -> Int {
        let left = max(0, due - now)
        let over = left % 1_000
        return now + (over == 0 ? 1_000 : over)
    }

    private func left(_ clock: ReplyClock) -> Int? { now >= clock.starts ? clock.left(at: now) : nil }

    private func due(_ promise: Commitment) -> Int { promise.due - session.story(at: now) }

    /// Clocks that have little left look so, beside what they say. The others are plain: a digit a second is then all that is
    /// sent.
    private func role(_ left: Int) -> Role { left <= 10_000 ? .urgent : .text }

    private func row(_ name: String) -> StyledLine {
        StyledLine(name + String(repeating: " ", count: max(1, 8 - name.count)), .muted)
    }

    private func promise(_ promise: Commitment) -> StyledLine {
        switch promise.state {
        case .open:
            row("Promise").with("\(promise.id) in ").with(StoryDuration.clock(due(promise)), role(due(promise)))
        case .kept, .missed: row("Promise").with("\(promise.id) ").with(Self.word(promise, glyphs), .text)
        }
    }

    static func word(_ promise: Commitment, _ glyphs: Glyphs) -> String {
        switch promise.state {
        case .open: "\(glyphs.open) open"
        case .kept: "\(glyphs.kept) kept"
        case .missed: "\(glyphs.missed) missed"
        }
    }

    private func measure(_ name: String, _ word: String, _ values: [Int], _ by: Int, _ columns: Int) -> StyledLine {
        let role: Role = name == "Trust" ? .cold : .warm
        var line = row(name).with(glyphs.sparkline(values, columns: max(6, columns - 24)), role).with(" \(word)")
        for (text, role) in change(by) { line = line.with(text, role) }
        return line
    }

    private func change(_ by: Int) -> [(String, Role)] {
        Feeling.change(by).map { [(" \($0)", .strong)] } ?? []
    }
}
