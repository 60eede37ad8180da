import Conversation

// What was kept while looking back reaches every screen that looks at it.
extension Compositor {
    /// The screen in front looks back on a session.
    public var isLookingBack: Bool { front is DebriefScreen || front is GuideScreen || front is FixScreen }

    /// Hands events that were kept to the debrief and to what lies over it.
    public mutating func receiveLookingBack(_ events: [TimedEvent], trouble: String?) {
        update(DebriefScreen.self) { $0.receive(events, trouble: trouble) }
        update(GuideScreen.self) { $0.receive(events, trouble: trouble) }
        update(FixScreen.self) { $0.receive(events, trouble: trouble) }
    }

    /// The same, where each is to be handed what it does not have yet of a session.
    public mutating func receiveLookingBack(trouble: String?, _ due: (Session) -> [TimedEvent]) {
        update(DebriefScreen.self) { $0.receive(due($0.session), trouble: trouble) }
        update(GuideScreen.self) { $0.receive(due($0.session), trouble: trouble) }
        update(FixScreen.self) { $0.receive([], trouble: trouble) }
    }
}
