import Conversation

/// An event as it came back from the journal.
public struct StoredEvent: Hashable, Sendable {
    /// Its place in the stream: 1, 2, 3 … Gaps are events that are for others.
    public var sequence: Int
    /// Who appended it.
    public var author: String
    /// The event.
    public var record: EventRecord
    /// Wall time in milliseconds since 1970, where the append gave one.
    public var wallTime: Int?

    /// An event at its place.
    public init(sequence: Int, author: String = "", record: EventRecord, wallTime: Int? = nil) {
        self.sequence = sequence
        self.author = author
        self.record = record
        self.wallTime = wallTime
    }
}
