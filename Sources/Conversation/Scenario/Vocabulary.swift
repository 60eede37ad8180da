/// The words that scenarios may use in their tags: data, from `Content/vocabulary.yaml`.
public struct Vocabulary: Hashable, Sendable {
    /// What a reply does to a conversation.
    public struct Move: Hashable, Sendable {
        /// Its id in tags and events.
        public var id: String
        /// Its name for people.
        public var name: String
        /// Whether it helps; otherwise it harms.
        public var helps: Bool
        /// One sentence about what it is.
        public var definition: String

        /// What it costs where a scenario has no answer of its own to it; nil for what helps.
        public var cost: Cost?

        /// Makes a move from its parts.
        public init(id: String, name: String, helps: Bool, definition: String, cost: Cost? = nil) {
            self.id = id
            self.name = name
            self.helps = helps
            self.definition = definition
            self.cost = cost
        }
    }

    /// What a move that harms does to a conversation whose author did not foresee it.
    public struct Cost: Hashable, Sendable {
        /// By how much trust falls and heat rises, 0–100.
        public var trust: Int, heat: Int
        /// One thing to try instead, for the coach.
        public var instead: String
        /// What a customer may say to it.
        public var reactions: [String]

        /// Makes a cost from its parts.
        public init(trust: Int, heat: Int, instead: String, reactions: [String]) {
            self.trust = trust
            self.heat = heat
            self.instead = instead
            self.reactions = reactions
        }
    }

    /// The moves, in the order they are listed.
    public var moves: [Move]
    /// The skills: id and name for people.
    public var skills: [String: String]
    /// The feelings a line may be tagged with.
    public var emotions: Set<String>
    /// The tones a line may be tagged with.
    public var tones: Set<String>
    /// The sounds a line may be tagged with.
    public var sounds: Set<String>
    /// Words with which a coach would scold instead of help, in small letters.
    public var scolding: [String]
    /// How a customer asks what was meant, where a scenario does not say.
    public var unclear: [String]

    /// Makes a vocabulary from its parts.
    public init(
        moves: [Move] = [], skills: [String: String] = [:], emotions: Set<String> = [], tones: Set<String> = [],
        sounds: Set<String> = [], scolding: [String] = [], unclear: [String] = []
    ) {
        self.moves = moves
        self.skills = skills
        self.emotions = emotions
        self.tones = tones
        self.sounds = sounds
        self.scolding = scolding
        self.unclear = unclear
    }

    /// The move with an id.
    public func move(_ id: String) -> Move? { moves.first { $0.id == id } }

    /// A move's name for people; the id when the vocabulary has lost it.
    public func name(ofMove id: String) -> String { move(id)?.name ?? id }

    /// A skill's name for people; the id in plain words when the vocabulary does not have it.
    public func name(ofSkill id: String) -> String { skills[id] ?? id.split(separator: "-").joined(separator: " ") }
}
