/// The people who look on at a public thread.
///
/// It grows in two ways. The story says so (`<<audience +12 +3>>`), and silence does: while a moment is open and the
/// last public word is not the agent's, likes come at the scenario's `audience_pace:`, counted in whole silent seconds,
/// and every fourth like is a share. That is a function of local time and nothing else, so a session replays alike.
/// Extra time on clocks slows the crowd by as much; without clocks it stands still.
public struct Crowd: Equatable, Sendable {
    /// How many look on.
    public struct Count: Equatable, Sendable {
        /// How many like the thread, and how many have shared it.
        public var likes = 0, shares = 0

        /// How many people that makes: what `audience()` gives.
        public var onlookers: Int { likes + shares }
    }

    struct Change: Equatable, Sendable {
        var at: Int
        var likes: Int, shares: Int
    }

    /// Likes in a silent minute where the scenario does not say, and at most.
    public static let usualPace = 12, fastestPace = 600
    /// Nobody grows for longer than a day, s.
    private static let longestSilence = 86_400

    /// Likes in a silent minute.
    public internal(set) var pace = 0
    /// In percent: 100 none, 0 no clocks at all.
    var extraTime = 100
    private var changes: [Change] = []
    /// Silence in the moments that were answered, ms.
    private var silence = 0
    /// The local time since which the open moment is silent, ms; nil where it is not, or not in public.
    public private(set) var silentSince: Int?

    /// How many there are as far as the story has been told.
    public var told: Count { count(changes[...], silence: silence) }

    /// How many there are at a local time, ms.
    public func count(at local: Int) -> Count {
        let waiting = silentSince.map { max(0, local - $0) } ?? 0
        return count(changes.prefix { $0.at <= local }, silence: silence + waiting)
    }

    /// The next local time at which the numbers are others, ms; nil for never. Never twice in a second by silence.
    public func nextChange(after local: Int) -> Int? {
        var next = changes.first { $0.at > local }?.at
        if let silentSince, pace > 0, extraTime > 0 {
            let likes = likes(silence: silence + max(0, local - silentSince))
            let seconds = ((likes + 1) * 60 + pace - 1) / pace
            let due = silentSince - silence + (seconds * 10 * extraTime)
            if seconds <= Self.longestSilence { next = min(next ?? due, max(due, local + 1)) }
        }
        return next
    }

    /// Whether anybody has looked on so far.
    public var isEmpty: Bool { changes.isEmpty && silence == 0 && silentSince == nil }

    mutating func grow(_ grew: AudienceGrew, at now: Int) {
        changes.append(Change(at: now + grew.after, likes: grew.likes, shares: grew.shares))
    }

    mutating func fallSilent(at time: Int?) { silentSince = time }

    mutating func hear(at now: Int) {
        silence += silentSince.map { max(0, now - $0) } ?? 0
        silentSince = nil
    }

    private func count(_ changes: ArraySlice<Change>, silence: Int) -> Count {
        let grown = likes(silence: silence)
        return Count(
            likes: max(0, changes.reduce(grown) { $0 + $1.likes }),
            shares: max(0, changes.reduce(grown / 4) { $0 + $1.shares }))
    }

    private func likes(silence: Int) -> Int {
        guard extraTime > 0 else { return 0 }
        let seconds = min(silence / (10 * extraTime), Self.longestSilence)
        return seconds * pace / 60
    }
}
