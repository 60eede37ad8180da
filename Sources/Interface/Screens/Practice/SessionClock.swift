import Terminal

/// Session time, from the uptime that is handed in: it runs only while nothing holds it.
struct SessionClock: Equatable, Sendable {
    /// Why it does not run.
    enum Hold: Hashable, Sendable {
        /// Another screen is in front.
        case away
        /// The coach's word is being read.
        case popUp
        /// What was meant by typed words is being chosen.
        case meaning
        /// The learner paused.
        case pause
        /// The window is too small.
        case smallWindow
        /// The scenario cannot go on by itself: time would only run into the same fault again.
        case fault
    }

    private var reached: Int
    private var since: Uptime?
    private(set) var holds: Set<Hold> = [.away]

    /// A clock that stands at a session time, ms, behind another screen.
    init(at reached: Int) {
        self.reached = reached
    }

    /// Session time, ms.
    func reading(at now: Uptime) -> Int {
        guard let since else { return reached }
        return reached + Int(max(0, now - since))
    }

    /// The uptime at which a session time is reached; nil while it does not run.
    func uptime(of time: Int) -> Uptime? {
        since.map { $0 + Int64(time - reached) }
    }

    /// Whether time runs.
    var isRunning: Bool { since != nil }

    mutating func set(_ hold: Hold, _ isHeld: Bool, at now: Uptime) {
        reached = reading(at: now)
        if isHeld { holds.insert(hold) } else { holds.remove(hold) }
        since = holds.isEmpty ? now : nil
    }

    /// Goes ahead to a session time; never back.
    mutating func skip(to time: Int, at now: Uptime) {
        reached = max(reading(at: now), time)
        if since != nil { since = now }
    }
}
