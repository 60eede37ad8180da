/// When a session becomes simpler or more demanding, and the words for it.
///
/// It goes by what replies did, never by how fast they came: a clock that ran out is no evidence, so extra time makes
/// nothing easier or harder. Pure: the same session gives the same finding.
public enum DifficultyRule {
    /// What the replies since the last change show.
    public struct Finding: Hashable, Sendable {
        /// One level down, or up.
        public var step: Int
        /// What it goes by.
        public var cause: DifficultyChanged.Cause
        /// How many times it was seen.
        public var count: Int
    }

    /// After a change, so many replies pass before the next one.
    public static let pause = 3
    /// So many replies in a row that land are a reason for more.
    public static let steadyReplies = 4

    /// What the session shows now; nil when nothing has to change.
    public static func finding(in session: Session) -> Finding? {
        let all = session.moments.compactMap(\.reply)
        let since = all.dropFirst(session.difficultyShifts.last?.replies ?? 0)
        guard since.count >= pause else { return nil }
        // Silence on the clock says something about pace, and pace is no evidence.
        let replies = since.filter { $0.role != .timeout }
        let misreads = replies.count { $0.afterCue && $0.trust < 0 }
        let ruptures = replies.count(where: \.hasRupture)
        let repairs = replies.count(where: \.hasRepair)
        if session.difficulty > 1 {
            if misreads >= 2 { return Finding(step: -1, cause: .misreads, count: misreads) }
            if ruptures - repairs >= 2 { return Finding(step: -1, cause: .ruptures, count: ruptures - repairs) }
        }
        guard session.difficulty < 3, misreads == 0, ruptures <= repairs else { return nil }
        if repairs >= 2 { return Finding(step: 1, cause: .recoveries, count: repairs) }
        let last = since.suffix(steadyReplies)
        guard last.count == steadyReplies, last.allSatisfy({ $0.role != .timeout && $0.trust > 0 }) else { return nil }
        return Finding(step: 1, cause: .steady, count: steadyReplies)
    }

    /// How long reply clocks run at a level, in per cent of what the author says: a quarter more for each level below
    /// the scenario's own, and never less.
    public static func clockPercent(_ level: Int, own: Int) -> Int { 100 + 25 * max(0, own - level) }

    /// What the screen says about a change: what it is and why, one sentence.
    static func words(_ change: DifficultyChanged, in session: Session, own: Int) -> String {
        let name = name(of: change.to)
        let times = count(change.count)
        let reason: String
        switch change.cause {
        case .misreads:
            let cues = Set(session.threads.flatMap(\.transcript).compactMap(\.cue))
            reason =
                cues == ["sarcasm"]
                ? "\(times) sarcastic lines were read as sincere" : "\(times) lines meant more than they said"
        case .ruptures: reason = "trust broke \(often(change.count)), and that is not mended yet"
        case .recoveries: reason = "trust was won back \(often(change.count))"
        case .steady: reason = "\(times) replies in a row landed"
        case .earlier: return "\(name) to begin with: the last \(times) conversations ended there."
        case .chosen:
            return change.count == 0
                ? "Difficulty moves by what happens here again; it is \(name.lowercased()) now."
                : "\(name) from here, and it stays so: you chose it." + time(change.to, own: own)
        }
        let what = change.to < change.from ? "Simpler" : "More demanding"
        return "\(what) from here: \(reason)." + time(change.to, own: own)
    }

    /// ` Clocks run a quarter longer.`
    private static func time(_ level: Int, own: Int) -> String {
        switch clockPercent(level, own: own) {
        case 100: ""
        case 125: " Reply clocks run a quarter longer."
        default: " Reply clocks run half as long again."
        }
    }

    /// `Gentle`
    public static func name(of level: Int) -> String {
        level <= 1 ? "Gentle" : level == 2 ? "Steady" : "Stretching"
    }

    private static func count(_ number: Int) -> String {
        let words = ["no", "one", "two", "three", "four", "five", "six"]
        return words.indices.contains(number) ? words[number] : "\(number)"
    }

    private static func often(_ number: Int) -> String {
        number == 1 ? "once" : number == 2 ? "twice" : "\(count(number)) times"
    }
}

/// Where a session begins because of how earlier ones went.
public struct DifficultyStart: Hashable, Sendable {
    /// 1 gentle, 2 steady, 3 stretching.
    public var level: Int
    /// How many earlier sessions that goes by.
    public var count: Int

    /// So many sessions that have to agree.
    public static let agreeing = 2

    /// Where the next session begins.
    /// - Parameters:
    ///   - own: the scenario's own level.
    ///   - past: the levels that earlier sessions which adapted ended at, the latest first.
    /// - Returns: nil where the scenario's own level is right: one level at most is gained or lost.
    public static func after(_ past: [Int], own: Int) -> DifficultyStart? {
        let last = past.prefix(agreeing)
        guard last.count == agreeing, let level = last.first, last.allSatisfy({ $0 == level }), level != own else {
            return nil
        }
        return DifficultyStart(level: own + (level < own ? -1 : 1), count: agreeing)
    }
}

extension Session {
    /// The learner has set the level, and it stays.
    public var isDifficultyKept: Bool { lastChoice?.count == 1 }

    /// The learner has left it to the session.
    public var isDifficultyLeftToSession: Bool { lastChoice?.count == 0 }

    private var lastChoice: DifficultyChanged? { difficultyShifts.last { $0.change.cause == .chosen }?.change }
}
