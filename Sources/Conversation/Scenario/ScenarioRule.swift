import Yarn

/// What a scenario must hold to beyond the language: one case a rule, with what a diagnostic of it is called.
public enum ScenarioRule: String, Hashable, Sendable, CaseIterable {
    case header = "RP0101"
    case headerValue = "RP0102"
    case headerMissing = "RP0103"
    case nodeMissing = "RP0104"
    case noEnding = "RP0105"
    case speaker = "RP0201"
    case hashtag = "RP0202"
    case hashtagValue = "RP0203"
    case noLineID = "RP0204"
    case command = "RP0301"
    case promise = "RP0302"
    case move = "RP0303"
    case clock = "RP0401"
    case silence = "RP0402"
    case noCoach = "RP0403"
    case noMove = "RP0404"
    case quote = "RP0405"

    /// How much breaking it matters.
    public var severity: Diagnostic.Severity {
        switch self {
        case .noLineID, .noCoach, .noMove, .quote: .warning
        default: .error
        }
    }

    /// What the rule asks for, for the authoring guide.
    public var title: String {
        switch self {
        case .header: "A header's name is one of the scenario language."
        case .headerValue: "A header's value has the form its name asks for."
        case .headerMissing: "The first node says scenario, channels, cast and customer."
        case .nodeMissing: "A node that a header names exists."
        case .noEnding: "At least one node is an ending."
        case .speaker: "Who speaks is of the cast, or You, Coach, Scene, Note, Subject, Paragraph or Reflect."
        case .hashtag: "A hashtag is one of the scenario language, where it belongs."
        case .hashtagValue: "A hashtag's value is in the vocabulary, or has the form its name asks for."
        case .noLineID: "Every line has an id, so that translations and records find it again."
        case .command: "A command has a known name and the arguments it needs."
        case .promise: "A promise that is kept, moved or asked about is made somewhere."
        case .move: "A move that is asked about exists."
        case .clock: "Options under a clock have one option tagged #timeout."
        case .silence: "A moment has at most one #timeout and one #pause."
        case .noCoach: "Every option is followed by a word of the coach."
        case .noMove: "Every option says which move it makes."
        case .quote: "The coach quotes words that are in the option."
        }
    }
}
