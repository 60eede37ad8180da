import Conversation
import Journal

// What people say to each other about a session: the one thing that somebody else may add to it.
extension SessionKeeper {
    /// How often an append is tried again because others were faster.
    static let mostConflicts = 8

    /// A session with who may comment on it and when each comment was written.
    struct Discussed {
        var session: Session
        var summary: StreamSummary
        /// Wall times by sequence number, ms since 1970.
        var written: [Int: Int]
    }

    /// The session of a stream that one may read, one's own or somebody else's.
    /// - Throws: `SessionTrouble` when there is no such stream for this reader, `JournalFailure`.
    mutating func discussed(_ stream: StreamID) throws -> Discussed {
        guard let summary = try journal.stream(stream, reader: owner) else {
            throw SessionTrouble("There is no session \(stream) here. `rapport journal` lists the ones there are.")
        }
        let session = try readable(stream)
        var written: [Int: Int] = [:]
        for event in try journal.events(of: stream, reader: owner) where event.record.type == "commented" {
            written[event.sequence] = event.wallTime
        }
        return Discussed(session: session, summary: summary, written: written)
    }

    /// Adds a comment to somebody else's session, or takes one out. One's own sessions take it with ``keep(_:in:)``.
    /// - Returns: why it could not be kept, in people's words; nil when it was.
    mutating func add(_ event: TimedEvent, to stream: StreamID) -> String? {
        do {
            let record = try event.record()
            let key = "comment-" + String(UInt64.random(in: 1...UInt64.max), radix: 36)
            for attempt in 1... {
                guard let summary = try journal.stream(stream, reader: owner) else {
                    return "Not kept: this session is not shared with you any more."
                }
                do {
                    try journal.append(
                        [record], to: stream, expecting: summary.lastSequence, term: summary.term, key: key,
                        wallTimes: [0: Surroundings.wallTime()])
                    return nil
                } catch JournalFailure.conflict where attempt <= Self.mostConflicts {
                    continue
                }
            }
            return nil
        } catch {
            return "Not kept: \(error)"
        }
    }

    /// What stands behind a place in the journal, when it is nothing but comments.
    func comments(in stream: StreamID, after sequence: Int) throws -> [TimedEvent] {
        let stored = try journal.events(of: stream, after: sequence, reader: owner)
        let types: Set<String> = ["commented", "commentRemoved"]
        guard let last = stored.last, stored.allSatisfy({ types.contains($0.record.type) }) else {
            throw JournalFailure.conflict(expected: sequence, actual: stored.last?.sequence ?? sequence)
        }
        guard last.sequence == sequence + stored.count else {
            throw JournalFailure.conflict(expected: sequence, actual: last.sequence)
        }
        return try stored.map { try TimedEvent($0.record) }
    }
}
