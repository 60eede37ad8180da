import Conversation

/// An event as it came back from the journal.
public struct StoredEvent: Hashable, Sendable {
    /// Its place in the stream: 1, 2, 3 … Places of events that are not for the reader are left out.
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

extension Sequence<StoredEvent> {
    /// The events as a session folds them: the n-th stands for sequence n. What is not for the reader leaves an empty
    /// place, so that everything that refers to a number still finds it.
    /// - Throws: `EventCodingFailure` when an event is damaged.
    public func log() throws(EventCodingFailure) -> [TimedEvent] {
        var log: [TimedEvent] = []
        for stored in self {
            let event = try TimedEvent(stored.record)
            // Nobody writes so much for themselves; a file that says so was tampered with.
            guard stored.sequence > log.count, stored.sequence - log.count <= 100_000 else {
                throw EventCodingFailure(description: "event \(stored.sequence) is out of order")
            }
            while log.count < stored.sequence - 1 { log.append(.withheld(time: log.last?.time ?? 0)) }
            log.append(event)
        }
        return log
    }
}
