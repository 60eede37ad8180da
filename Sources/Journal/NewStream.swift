/// What has to be known to open a stream.
public struct NewStream: Hashable, Sendable {
    /// Its id, made by the caller.
    public var id: StreamID
    /// Whose it is: the name after `--as`, empty when none was given.
    public var owner: String
    /// Who else may read it.
    public var audience: Audience
    /// What it is: "session", "room" …
    public var kind: String
    /// What a list calls it.
    public var title: String
    /// The scenario's short name, empty when there is none.
    public var scenarioSlug: String
    /// The scenario's content hash, empty when there is none.
    public var scenarioHash: String
    /// The scenario's source, archived when its hash is not in the journal yet.
    public var source: ArchivedSource?
    /// Wall time, in milliseconds since 1970.
    public var openedAt: Int

    /// Describes a stream. When `source` is given its hash stands as `scenarioHash`.
    public init(
        id: StreamID, owner: String = "", audience: Audience = .private, kind: String = "session", title: String = "",
        scenarioSlug: String = "", scenarioHash: String = "", source: ArchivedSource? = nil, openedAt: Int
    ) {
        self.id = id
        self.owner = owner
        self.audience = audience
        self.kind = kind
        self.title = title
        self.scenarioSlug = scenarioSlug
        self.scenarioHash = source?.hash ?? scenarioHash
        self.source = source
        self.openedAt = openedAt
    }
}
