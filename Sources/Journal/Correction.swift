/// What a learner said was meant by words that they typed.
public struct Correction: Hashable, Sendable {
    /// The session, and its place there.
    public var stream: StreamID, sequence: Int
    /// The words.
    public var text: String
    /// The id of the move that was meant; nil for none.
    public var meant: String?
    /// When, ms since 1970.
    public var at: Int
}
