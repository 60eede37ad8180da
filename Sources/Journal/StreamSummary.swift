/// One stream as a list shows it, read without touching its events.
public struct StreamSummary: Hashable, Sendable {
    /// Its id.
    public var id: StreamID
    /// Whose it is.
    public var owner: String
    /// Who else may read it: "private", "room" or "shared".
    public var audience: String
    /// What it is: "session", "room" …
    public var kind: String
    /// What a list calls it.
    public var title: String
    /// The scenario's short name, empty when there is none.
    public var scenarioSlug: String
    /// The scenario's content hash, empty when there is none.
    public var scenarioHash: String
    /// Wall time of its opening, in milliseconds since 1970.
    public var openedAt: Int
    /// How it stands.
    public var mark: StreamMark
    /// The term that may append now.
    public var term: Int
    /// Who took that term, empty while nobody has.
    public var holder: String
    /// The sequence of its last event, 0 while it has none.
    public var lastSequence: Int

    /// Whether it came to an end.
    public var isFinished: Bool { mark.status == .ended }
}
