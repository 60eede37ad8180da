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

extension Sequence<StoredEvent> {
    /// The events of a session as it folds them: the n-th stands for sequence n. What is not for the reader leaves an
    /// empty place, so that everything that refers to a number still finds it; and so does what somebody else than the
    /// owner added that is no comment of their own.
    /// - Parameter sequence: the sequence behind which the first event stands.
    /// - Throws: `EventCodingFailure` when an event is damaged.
    public func log(of owner: String, after sequence: Int = 0) throws(EventCodingFailure) -> [TimedEvent] {
        var log: [TimedEvent] = []
        for stored in self {
            let place = stored.sequence - sequence
            // Nobody writes so much for themselves; a file that says so was tampered with.
            guard place > log.count, place - log.count <= 100_000 else {
                throw EventCodingFailure(description: "event \(stored.sequence) is out of order")
            }
            let event = try TimedEvent(stored.record)
            while log.count < place - 1 { log.append(.withheld(time: log.last?.time ?? 0)) }
            log.append(
                stored.isAllowed(event.event, owner: owner)
                    ? event : .withheld(thread: event.thread, time: log.last?.time ?? 0))
        }
        return log
    }
}

extension StoredEvent {
    /// Its author may have written it: a comment its own author alone, everything else the owner.
    fileprivate func isAllowed(_ event: SessionEvent, owner: String) -> Bool {
        switch event {
        case .commented(let comment): comment.author == author
        case .commentRemoved(let removed): removed.author == author
        default: author == owner
        }
    }
}
