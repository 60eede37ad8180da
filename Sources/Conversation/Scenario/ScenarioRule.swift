import Yarn

/// What a scenario must hold to beyond the language: one case a rule, with what a diagnostic of it is called.
///
/// `RP01`–`RP04` read the scenario as it stands, `RP051`–`RP053` come from walking every path, `RP060` are about the
/// language of people, `RP061` about traps of Yarn that are legal and never meant.
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
    case recall = "RP0304"
    case clock = "RP0401"
    case silence = "RP0402"
    case noCoach = "RP0403"
    case noMove = "RP0404"
    case quote = "RP0405"
    case noPublic = "RP0406"
    case lostNode = "RP0511"
    case neverReached = "RP0512"
    case neverChosen = "RP0513"
    case lostEnding = "RP0514"
    case deadEnd = "RP0515"
    case noWayOut = "RP0516"
    case loop = "RP0517"
    case fault = "RP0518"
    case nothingToDo = "RP0519"
    case neverDue = "RP0521"
    case neverAsked = "RP0522"
    case notPromised = "RP0523"
    case neverRead = "RP0524"
    case noDilemma = "RP0601"
    case scolding = "RP0602"
    case longFeedback = "RP0603"
    case longLine = "RP0604"
    case readingLevel = "RP0605"
    case personalData = "RP0606"
    case soundsElse = "RP0607"
    case longReply = "RP0608"
    case longMail = "RP0609"
    case cutAddress = "RP0611"
    case mixedLogic = "RP0612"
    case hastyNot = "RP0613"
    case bothSides = "RP0614"
    case looseBody = "RP0615"

    /// How much breaking it matters: what cannot be played as it should is an error, what is probably not meant a
    /// warning, and what only its author can judge is for information.
    public var severity: Diagnostic.Severity {
        switch self {
        case .noLineID, .noCoach, .noMove, .quote: .warning
        case .lostNode, .neverReached, .neverChosen, .lostEnding: .warning
        case .neverDue, .neverAsked, .notPromised, .neverRead: .warning
        case .noDilemma, .scolding, .longFeedback, .longLine, .readingLevel, .personalData, .longReply,
            .longMail:
            .warning
        case .cutAddress, .mixedLogic, .hastyNot, .bothSides: .warning
        case .soundsElse: .info
        default: .error
        }
    }

    /// A diagnostic of this rule.
    func diagnostic(
        _ message: String, at span: SourceSpan, expected: String? = nil, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            code: rawValue, severity: severity, message: message, span: span, expected: expected, hint: hint)
    }
}
