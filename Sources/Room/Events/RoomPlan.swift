/// What a room is opened with: what the form of the facilitator came to.
public struct RoomPlan: Codable, Hashable, Sendable {
    /// What is left of it when the room closes.
    public enum Recording: String, Codable, Hashable, Sendable, CaseIterable {
        /// The room stays in the journal: words, marks, wins.
        case kept
        /// The room is forgotten as it closes.
        case forgotten
    }

    /// What the room is called.
    public var title: String
    /// The scenario that is played; empty for a role-play from cards alone.
    public var scenario: String
    /// The scenario's content hash, by which the journal has its source.
    public var hash: String
    /// The card set, where there is one.
    public var cards: String?
    /// Somebody plays the customer from a card; else the scenario does.
    public var hasCustomer: Bool
    /// How many rounds are planned; 0 for one for everybody.
    public var rounds: Int
    /// How long a round is, ms.
    public var lasting: Int
    /// The countdown before it, ms.
    public var countdown: Int
    /// What is left of it.
    public var recording: Recording
    /// What everybody says yes to.
    public var agreement: SafetyAgreement
    /// What observers look for.
    public var behaviours: [Behaviour]
    /// The agent's card, which everybody may read.
    public var agent: AgentCard?
    /// What everybody may know of the customer before a round.
    public var publicFacts: [String]
    /// The word with which anybody stops the round at once; empty for none.
    public var stopWord: String
    /// What chance begins with, under 10¹².
    public var seed: Int
    /// How demanding it is: 1 gentle, 2 steady, 3 stretching.
    public var difficulty: Int

    /// A plan as it is.
    public init(
        title: String, scenario: String, hash: String, cards: String? = nil, hasCustomer: Bool = false, rounds: Int = 0,
        lasting: Int = 300_000, countdown: Int = 5_000, recording: Recording = .forgotten, agreement: SafetyAgreement,
        behaviours: [Behaviour], agent: AgentCard? = nil, publicFacts: [String] = [], stopWord: String = "", seed: Int,
        difficulty: Int = 2
    ) {
        self.title = title
        self.scenario = scenario
        self.hash = hash
        self.cards = cards
        self.hasCustomer = hasCustomer
        self.rounds = rounds
        self.lasting = lasting
        self.countdown = countdown
        self.recording = recording
        self.agreement = agreement
        self.behaviours = behaviours
        self.agent = agent
        self.publicFacts = publicFacts
        self.stopWord = stopWord
        self.seed = seed
        self.difficulty = difficulty
    }
}
