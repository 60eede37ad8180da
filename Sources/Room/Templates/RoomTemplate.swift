/// How a room is set up, kept to set it up the same way again.
public struct RoomTemplate: Codable, Hashable, Sendable {
    /// What is played.
    public enum Play: Codable, Hashable, Sendable {
        /// A scenario of the library, by its slug.
        case scenario(String)
        /// A set of role cards, by its slug.
        case cards(String)

        /// The slug.
        public var slug: String {
            switch self {
            case .scenario(let slug), .cards(let slug): slug
            }
        }
    }

    /// Who plays the customer.
    public enum Customer: String, Codable, Hashable, Sendable, CaseIterable {
        /// The scenario says the customer's lines.
        case scenario
        /// Somebody with the customer's card.
        case person
    }

    /// Somebody who usually comes.
    public struct Person: Codable, Hashable, Sendable {
        /// A first name or an alias.
        public var name: String
        /// The role in the first round; nil where the rotation decides.
        public var role: RoundRole?

        /// A person.
        public init(_ name: String, role: RoundRole? = nil) {
            self.name = name
            self.role = role
        }
    }

    /// Its name for people, which the file is called by.
    public var name: String
    /// What is played.
    public var play: Play
    /// Who plays the customer.
    public var customer: Customer
    /// Who usually comes, in the order of the rotation; empty to ask each time.
    public var people: [Person]
    /// How many rounds; 0 for one for everybody.
    public var rounds: Int
    /// How long a round is, minutes.
    public var minutes: Int
    /// How long the card is shown before a round begins, seconds.
    public var countdown: Int
    /// What becomes of the room when it closes.
    public var recording: RoomPlan.Recording
    /// The safety agreement, by its slug; nil to ask each time.
    public var agreement: String?

    /// A template.
    public init(
        name: String, play: Play, customer: Customer = .person, people: [Person] = [], rounds: Int = 0,
        minutes: Int = 4, countdown: Int = 10, recording: RoomPlan.Recording = .forgotten, agreement: String? = nil
    ) {
        self.name = name
        self.play = play
        self.customer = customer
        self.people = people
        self.rounds = rounds
        self.minutes = minutes
        self.countdown = countdown
        self.recording = recording
        self.agreement = agreement
    }
}

extension RoomTemplate {
    /// People in a room. More than thirty cannot be heard, and no audience of a role-play is larger.
    public static let people = 0...30
    /// Rounds; 0 for one for everybody. Nobody learns much in a thirteenth.
    public static let rounds = 0...12
    /// Minutes of a round.
    public static let minutes = CardLimits.minutes
    /// Seconds before a round begins.
    public static let countdown = 0...120
    /// Characters of a template's name.
    public static let nameLength = CardLimits.title

    /// The name that its file has: small letters and figures of its name, with hyphens between; nil when nothing is left.
    public var slug: String? {
        var slug = ""
        for character in name.lowercased() {
            if character.isLetter || character.isNumber {
                slug.append(character)
            } else if !slug.isEmpty, slug.last != "-" {
                slug.append("-")
            }
        }
        while slug.last == "-" { slug.removeLast() }
        return slug.isEmpty ? nil : slug
    }
}
