/// What an event carries. The event's name in a journal is its case in ``SessionEvent``.
public protocol EventPayload: Codable, Hashable, Sendable {
    /// The version of this form, from 1. A reader lifts older forms when it decodes them.
    static var version: Int { get }
    /// Whether a reader that does not know the type may skip it.
    static var weight: EventRecord.Weight { get }
}

extension EventPayload {
    /// The first form of every payload.
    public static var version: Int { 1 }
    /// Most events are part of the state.
    public static var weight: EventRecord.Weight { .state }
}
