/// The journal's answer to an append: it is on the disk.
public struct Appended: Hashable, Sendable {
    /// The sequence of the first event. One more than `last` when no event was given.
    public var first: Int
    /// The sequence of the last event: what the next append expects.
    public var last: Int
    /// Whether this key was answered before and nothing was written now.
    public var wasKnown: Bool
}
