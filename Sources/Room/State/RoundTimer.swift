/// The clock of a round: how long is left, and when it stood still. Times are ms of room time.
public struct RoundTimer: Equatable, Sendable {
    /// How long the round is.
    public internal(set) var lasting = 0
    /// What had passed of it when it last began to run or to stand.
    var passed = 0
    /// Since when it runs; nil while it stands.
    var since: Int?

    /// It runs.
    public var isRunning: Bool { since != nil }

    /// What has passed of the round at a room time, ms.
    public func passed(at time: Int) -> Int { passed + max(0, time - (since ?? time)) }

    /// What is left of it; less than nothing once it is over.
    public func left(at time: Int) -> Int { lasting - passed(at: time) }

    mutating func run(from time: Int) { if since == nil { since = time } }

    mutating func stand(at time: Int) {
        passed = passed(at: time)
        since = nil
    }
}

/// How the session time of the play goes with the time of the room: it runs while the round does.
public struct PlayClock: Equatable, Sendable {
    /// A session time and the room time it was reached at, ms.
    var session = 0
    var room = 0
    /// It runs.
    public internal(set) var isRunning = false

    /// The session time at a room time, ms.
    public func session(at room: Int) -> Int { session + (isRunning ? max(0, room - self.room) : 0) }

    /// The room time at which a session time is reached; nil while it stands.
    public func room(at session: Int) -> Int? { isRunning ? room + max(0, session - self.session) : nil }

    mutating func set(session: Int, at room: Int, isRunning: Bool) {
        (self.session, self.room, self.isRunning) = (session, room, isRunning)
    }
}
