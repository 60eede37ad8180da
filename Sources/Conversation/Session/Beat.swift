/// What one reply has done so far.
public struct Beat: Equatable, Sendable {
    /// By how much trust, heat and effort have moved.
    public var trust = 0, heat = 0, effort = 0
    /// The moves of the reply.
    public var moves: [String] = []
    /// A rupture was noticed in it.
    public var hasRupture = false
}

/// How trust, heat and effort stood at a time.
public struct Reading: Equatable, Sendable {
    /// Local time, ms.
    public var time: Int
    /// 0–100 each.
    public var trust: Int, heat: Int, effort: Int
}

/// What the coach said about a reply.
public struct Feedback: Equatable, Sendable {
    /// The sequence number of its event.
    public var sequence: Int
    /// The local time at which it is said, ms.
    public var said: Int
    /// The reply it is about.
    public var reply: String
    /// What was said and by how much things moved.
    public var shown: FeedbackShown
}
