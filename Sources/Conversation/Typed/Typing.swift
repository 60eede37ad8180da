import Listening

// What a screen asks about typed words.

extension Listener {
    /// The moves that count as heard in words of one's own.
    /// - Parameter customer: what the customer said last.
    public func moves(in text: String, after customer: String? = nil) -> Set<String> {
        Set(ear.hear(text, context: HearingContext(customer: customer)).moves.filter(\.isHeard).map(\.move))
    }
}

extension Listener {
    /// The moves that words are likeliest to make, whether they count as heard or not, the likeliest first.
    public func likeliest(in text: String, after customer: String?, most: Int) -> [String] {
        ear.hear(text, context: HearingContext(customer: customer)).moves.prefix(most).map(\.move)
    }
}

extension Engine {
    /// Why nothing can be typed at the moment in front, in people's words; nil when it can.
    public func typingRefusal(in session: Session) -> String? {
        guard case .open = session.status, let offer = session.front.offer, !offer.isSend, !offer.lines.isEmpty else {
            return "There is nothing to answer just now."
        }
        return scenario.details(of: session.front.node).isTyped
            ? nil : "Here one of the replies is said as it stands: a number says it."
    }
}

extension Offer {
    /// The first of the options nearest to typed words, as a place in ``lines``; nil where none is marked.
    public var nearestLine: Int? {
        nearest.lazy.compactMap { index in lines.firstIndex { $0.index == index } }.first
    }
}

extension Feedback {
    /// What can be told about typed words about which the coach says nothing: what was heard in them, and nothing else.
    public init?(hearing reply: Moment.Reply) {
        guard reply.isTyped else { return nil }
        self.init(
            sequence: reply.sequence, said: reply.at, reply: reply.text,
            shown: FeedbackShown(
                text: "", quotes: [], look: .nudge, after: 0, trust: reply.trust, heat: reply.heat,
                effort: reply.effort))
    }
}
