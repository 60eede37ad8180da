import Conversation

/// An event as it came back from the journal.
public struct StoredEvent: Hashable, Sendable {
    /// Its place in the stream: 1, 2, 3 … without a gap.
    public var sequence: Int
    /// The event.
    public var record: EventRecord
    /// Wall time in milliseconds since 1970, where the append gave one.
    public var wallTime: Int?

    /// An event at its place.
    public init(sequence: Int, record: EventRecord, wallTime: Int? = nil) {
        self.sequence = sequence
        self.record = record
        self.wallTime = wallTime
    }
}
