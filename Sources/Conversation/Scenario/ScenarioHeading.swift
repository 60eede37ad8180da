import Yarn

/// What a scenario's first node says about it: enough for a list, without compiling anything.
public struct ScenarioHeading: Hashable, Sendable {
    /// How demanding a scenario is.
    public enum Difficulty: String, Hashable, Sendable, CaseIterable {
        case gentle, steady, stretching

        /// 1 gentle, 2 steady, 3 stretching.
        public var level: Int {
            switch self {
            case .gentle: 1
            case .steady: 2
            case .stretching: 3
            }
        }
    }

    /// Its title.
    public var title = ""
    /// Two sentences about it.
    public var summary = ""
    /// The channels it moves through, in order.
    public var channels: [Channel] = []
    /// Everybody who speaks.
    public var cast: [Began.Person] = []
    /// The short name of the customer.
    public var customer = ""
    /// Who the customer is, for the card.
    public var persona = ""
    /// The line in the ticket, from before.
    public var ticket = ""
    /// The ids of the skills it practises.
    public var skills: [String] = []
    /// How demanding it is.
    public var difficulty = Difficulty.gentle
    /// About how long it takes, minutes.
    public var minutes = 0
    /// Story time when it begins, minutes after midnight.
    public var opens = 10 * 60
    /// Where trust, heat and effort begin, 0–100.
    public var trust = 50, heat = 50, effort = 0
    /// How many likes a public thread gets in each silent minute; nil for ``Crowd/usualPace``.
    public var audiencePace: Int?
    /// A word of warning before it starts.
    public var notice = ""
    /// Who wrote it, under what licence, and where it comes from.
    public var author = "", licence = "", origin = ""
    /// The node that tells how the agent hands over, for the whole scenario.
    public var stepBack: String?

    /// Reads the headers of a scenario's first node. What is missing or wrong keeps its usual value: complaints are
    /// the business of ``ScenarioCheck``.
    public init(_ headers: [Header]) {
        for header in headers {
            read(header.name, header.value)
        }
    }

    private mutating func read(_ name: String, _ value: String) {
        switch name {
        case "scenario": title = value
        case "summary": summary = value
        case "channels": channels = Self.list(value).compactMap(Channel.init(rawValue:))
        case "cast": cast = Self.cast(value)
        case "customer": customer = value
        case "persona": persona = value
        case "ticket": ticket = value
        case "skills": skills = Self.list(value)
        case "difficulty": difficulty = Difficulty(rawValue: value) ?? difficulty
        case "minutes": minutes = Int(value) ?? 0
        case "opens": opens = Self.timeOfDay(value) ?? opens
        case "trust": trust = Self.measure(value) ?? trust
        case "heat": heat = Self.measure(value) ?? heat
        case "effort": effort = Self.measure(value) ?? effort
        case "audience_pace": audiencePace = Self.pace(value)
        case "notice": notice = value
        case "author": author = value
        case "licence": licence = value
        case "origin": origin = value
        case "step_back": stepBack = value
        default: break
        }
    }

    /// The names that the scenario's headers may have, beside Yarn's own.
    public static let names = [
        "scenario", "summary", "channels", "cast", "customer", "persona", "ticket", "skills", "difficulty", "minutes",
        "opens", "trust", "heat", "effort", "audience_pace", "notice", "author", "licence", "origin",
    ]

    /// Whether a speaker is a person of the cast.
    public func isCast(_ speaker: String) -> Bool { cast.contains { $0.short == speaker } }

    /// The full name of a person of the cast, or the name as given.
    public func fullName(of short: String) -> String { cast.first { $0.short == short }?.full ?? short }

    static func list(_ value: String) -> [String] {
        value.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
    }

    /// `Priya = Priya Nair, Marco`
    static func cast(_ value: String) -> [Began.Person] {
        list(value).map { item in
            let parts = item.split(separator: "=", maxSplits: 1).map { trimmed($0) }
            return Began.Person(short: parts.first ?? "", full: parts.last ?? "")
        }
    }

    /// `10:02` as minutes after midnight.
    static func timeOfDay(_ value: String) -> Int? {
        let parts = value.split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1] else { return nil }
        return (0..<24).contains(hour) && (0..<60).contains(minute) ? hour * 60 + minute : nil
    }

    static func measure(_ value: String) -> Int? {
        Int(value).flatMap { (0...100).contains($0) ? $0 : nil }
    }

    /// `12`: likes a silent minute, 0–600.
    static func pace(_ value: String) -> Int? {
        Int(value).flatMap { (0...Crowd.fastestPace).contains($0) ? $0 : nil }
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
