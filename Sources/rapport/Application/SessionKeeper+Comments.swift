import Conversation
import Journal

// What people say to each other about a session: the one thing that somebody else may add to it.
extension SessionKeeper {
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

    /// Adds a comment to a session that one may read, or takes one out. Nobody's lead is taken for it.
    /// - Returns: why it could not be kept, in people's words; nil when it was.
    func add(_ event: TimedEvent, to stream: StreamID) -> String? {
        do {
            let key = "comment-" + String(UInt64.random(in: 1...UInt64.max), radix: 36)
            try journal.submit(
                try event.record(), to: stream, by: owner, key: key, wallTime: Surroundings.wallTime())
            return nil
        } catch JournalFailure.unknownStream {
            return "Not kept: this session is not shared with you any more."
        } catch {
            return "Not kept: \(error)"
        }
    }

    /// What stands behind a place in the journal, when it is nothing but comments.
    func comments(in stream: StreamID, after sequence: Int) throws -> [TimedEvent] {
        let stored = try journal.events(of: stream, after: sequence, reader: owner)
        let comments = try stored.log(of: owner, after: sequence)
        let isTalk = comments.allSatisfy { event in
            switch event.event {
            case .commented, .commentRemoved, .unknown: true
            default: false
            }
        }
        guard isTalk, let last = stored.last, last.sequence == sequence + comments.count else {
            throw JournalFailure.conflict(expected: sequence, actual: stored.last?.sequence ?? sequence)
        }
        return comments
    }
}
