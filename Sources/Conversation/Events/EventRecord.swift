/// One event as a journal keeps it: readable without this program, in a form that is the same byte for byte for the
/// same event.
public struct EventRecord: Hashable, Sendable {
    /// Whether a reader that does not know the event's type may skip it.
    public enum Weight: String, Sendable {
        /// Part of the state: a reader that does not know it may look, and must not go on.
        case state
        /// Beside the state: a reader that does not know it keeps it and skips it.
        case note
    }

    /// The conversation thread it belongs to, ``Conversation/mainThread`` unless a scenario opened another.
    public var thread: String
    /// What happened, for instance `lineSpoken`.
    public var type: String
    /// The version of the payload's form, from 1.
    public var version: Int
    /// Whether an unknown event may be skipped.
    public var weight: Weight
    /// Session time in milliseconds.
    public var time: Int
    /// Canonical JSON: sorted keys, whole numbers only.
    public var payload: String

    /// Makes a record from its parts.
    public init(
        thread: String = Conversation.mainThread, type: String, version: Int, weight: Weight, time: Int, payload: String
    ) {
        self.thread = thread
        self.type = type
        self.version = version
        self.weight = weight
        self.time = time
        self.payload = payload
    }
}
