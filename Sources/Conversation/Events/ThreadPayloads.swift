// The payloads of several conversations at once. The thread they are about is the event's own.

/// A conversation began beside the others.
public struct ThreadOpened: EventPayload {
    /// The node it begins in.
    public var node: String
    /// The short name of the person it is with.
    public var customer: String
    /// The channel it is in.
    public var channel: Channel
    /// The line of the ticket the agent sees about it; empty for none.
    public var ticket: String
    /// Who the customer is, for the card; empty where nothing is said.
    public var persona: String
    /// Trust, heat and effort at its beginning, 0–100.
    public var trust: Int, heat: Int, effort: Int
    /// When it is there, ms after the event.
    public var after: Int
}

/// A conversation is over, and the others go on.
public struct ThreadClosed: EventPayload {
    /// The ending it came to; nil for none of its own.
    public var ending: String?
    /// How it ended for its customer, where the scenario says so.
    public var outcome: Outcome?
    /// When, ms after the event.
    public var after: Int
}

/// A conversation has nothing more to say until the others are over.
public struct ThreadRested: EventPayload {
    /// When, ms after the event.
    public var after: Int
}

/// The agent turned to this conversation.
public struct TurnedTo: EventPayload {
}
