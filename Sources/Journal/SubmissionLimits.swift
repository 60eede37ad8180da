import Conversation

/// How much may be laid before whoever leads a stream. A store refuses more, whoever sends it.
public enum SubmissionLimits {
    /// Bytes of a payload.
    public static let payload = 16 * 1_024
    /// Bytes of an event's thread, of its type and of a key, each.
    public static let name = 128
    /// Wrong codes within a minute after which a reader has to wait.
    public static let wrongCodes = 10

    /// Throws unless an event may be laid before a leader under this key.
    public static func check(_ event: EventRecord, key: String) throws(JournalFailure) {
        guard event.weight == .note else { throw .notANote(type: event.type) }
        for (text, what, limit) in [
            (event.payload, "payload", payload), (event.thread, "thread", name), (event.type, "type", name),
            (key, "key", name),
        ] where text.utf8.count > limit {
            throw .tooLong(what: what, limit: limit)
        }
    }
}
