/// Somebody commented where one looks: on a session of one's own, or one where one has commented oneself.
public struct NewComment: Hashable, Sendable {
    /// The session.
    public var stream: StreamID
    /// What a list calls it.
    public var title: String
    /// Whose session it is.
    public var owner: String
    /// Who commented; empty for somebody without a name.
    public var author: String

    /// A comment from its parts.
    public init(stream: StreamID, title: String, owner: String, author: String) {
        (self.stream, self.title, self.owner, self.author) = (stream, title, owner, author)
    }
}
