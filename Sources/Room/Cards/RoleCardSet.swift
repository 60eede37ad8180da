/// The cards of one role-play: one for the agent, one for the customer, one for the observers, and the facilitator's.
public struct RoleCardSet: Codable, Hashable, Sendable {
    /// Its id: the file's name without its end.
    public var slug: String
    /// The scenario whose story it tells; nil for one of its own.
    public var scenario: String?
    /// Its name for people.
    public var title: String
    /// What it is about, in a sentence that everybody may read.
    public var summary: String
    /// How long a round is, minutes.
    public var minutes: Int
    /// The word with which anybody stops the round at once.
    public var stopWord: String
    /// The agent's card.
    public var agent: AgentCard
    /// The customer's card.
    public var customer: CustomerCard
    /// The observers' card.
    public var observer: ObserverCard
    /// What the facilitator may hand in during a round.
    public var envelopes: [Envelope]

    /// A set of cards.
    public init(
        slug: String, scenario: String? = nil, title: String, summary: String, minutes: Int, stopWord: String,
        agent: AgentCard, customer: CustomerCard, observer: ObserverCard, envelopes: [Envelope] = []
    ) {
        self.slug = slug
        self.scenario = scenario
        self.title = title
        self.summary = summary
        self.minutes = minutes
        self.stopWord = stopWord
        self.agent = agent
        self.customer = customer
        self.observer = observer
        self.envelopes = envelopes
    }

    /// The set as everybody in the room may read it: nothing of the customer's own, and no envelope that is still shut.
    public var publicPart: RoleCardSet {
        var part = self
        part.customer = customer.publicPart
        part.envelopes = []
        return part
    }
}
