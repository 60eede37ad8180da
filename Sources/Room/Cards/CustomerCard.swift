/// What whoever plays the customer has in hand. Only they and the facilitator may read it: it has private facts on it.
///
/// It travels to the customer's terminal inside an event, so it is coded as JSON.
public struct CustomerCard: Codable, Hashable, Sendable {
    /// How the customer feels: where it begins, and what turns it.
    public struct Arc: Codable, Hashable, Sendable {
        /// A turn: when it comes, and what the feeling becomes.
        public struct Turn: Codable, Hashable, Sendable {
            /// What the agent does or leaves out.
            public var when: String
            /// How the customer is then.
            public var becomes: String

            /// A turn.
            public init(when: String, becomes: String) {
                self.when = when
                self.becomes = becomes
            }
        }

        /// How the customer is at the first word.
        public var startsAs: String
        /// What makes it worse.
        public var raises: [Turn]
        /// What makes it better.
        public var calms: [Turn]

        /// An arc.
        public init(startsAs: String, raises: [Turn], calms: [Turn]) {
            self.startsAs = startsAs
            self.raises = raises
            self.calms = calms
        }
    }

    /// The customer's name.
    public var name: String
    /// Who that is, and how they talk.
    public var persona: String
    /// What the agent knows too, or hears at once.
    public var publicFacts: [String]
    /// What the customer says only when something in the conversation makes it possible.
    public var privateFacts: [String]
    /// What the customer wants to leave with.
    public var goal: String
    /// How the customer feels, and what turns it.
    public var arc: Arc
    /// What whoever plays the customer does not do.
    public var mustNot: [String]
    /// Lines that may be used, in the customer's own voice.
    public var lines: [String]

    /// A card.
    public init(
        name: String, persona: String, publicFacts: [String], privateFacts: [String], goal: String, arc: Arc,
        mustNot: [String], lines: [String]
    ) {
        self.name = name
        self.persona = persona
        self.publicFacts = publicFacts
        self.privateFacts = privateFacts
        self.goal = goal
        self.arc = arc
        self.mustNot = mustNot
        self.lines = lines
    }

    /// What of the card everybody in the room may read: who it is, and the facts that the agent has too.
    public var publicPart: CustomerCard {
        CustomerCard(
            name: name, persona: persona, publicFacts: publicFacts, privateFacts: [], goal: "",
            arc: Arc(startsAs: "", raises: [], calms: []), mustNot: [], lines: [])
    }

    enum CodingKeys: String, CodingKey {
        case name, persona, goal, arc, lines
        case publicFacts = "public"
        case privateFacts = "private"
        case mustNot = "must_not"
    }
}
