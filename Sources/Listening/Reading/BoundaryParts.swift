/// What a boundary in a reply has: the behaviour that has to stop, the help that is still there, and what follows otherwise.
///
/// It looks at words, not at sense, and is asked only where a boundary was heard.
public struct BoundaryParts: Hashable, Sendable {
    /// It names what has to stop.
    public var namesLimit: Bool
    /// It says that help is still there.
    public var offersHelp: Bool
    /// It says what follows otherwise.
    public var saysConsequence: Bool

    /// The parts of a boundary; nil where none was heard.
    init?(_ utterance: Utterance, moves: [HeardMove]) {
        guard moves.contains(where: { $0.move == "boundary-with-respect" && $0.isHeard }) else { return nil }
        let forms = utterance.words.map(\.form)
        let words = Set(forms)
        func has(_ runs: [[String]]) -> Bool { runs.contains { Self.stands($0, in: forms) } }
        namesLimit = !words.isDisjoint(with: Self.limits) || has(Self.limitRuns)
        offersHelp = !words.isDisjoint(with: Self.help) || has(Self.helpRuns)
        saysConsequence = !words.isDisjoint(with: Self.consequences) || has(Self.consequenceRuns)
    }

    /// What is missing, in a sentence for people; nil where all three are there.
    public var words: String? {
        var missing: [String] = []
        if !namesLimit { missing.append("what has to stop") }
        if !offersHelp { missing.append("that you still want to help") }
        if !saysConsequence { missing.append("what follows if it goes on") }
        guard !missing.isEmpty, missing.count < 3 else { return nil }
        return
            "A limit holds best with three things in it; \(missing.joined(separator: " and ")) is not in this one yet."
    }

    private static func stands(_ run: [String], in forms: [String]) -> Bool {
        guard run.count <= forms.count else { return false }
        return (0...forms.count - run.count).contains { Array(forms[$0..<$0 + run.count]) == run }
    }

    private static let limits: Set<String> = [
        "insult", "insults", "insulting", "insulted", "swear", "swearing", "shout", "shouting", "abuse", "abusive",
        "threat", "threats", "threaten", "threatening", "respect", "respectful", "respectfully", "language", "names",
        "personal", "civil", "rude", "stop", "stops", "remarks",
    ]
    private static let limitRuns: [[String]] = [
        ["called", "that"], ["call", "me", "that"], ["like", "that"], ["spoken", "to"], ["talk", "to", "me"],
    ]
    private static let help: Set<String> = [
        "help", "helping", "sort", "sorted", "solve", "fix", "find", "continue", "carry", "finish", "keep",
    ]
    private static let helpRuns: [[String]] = [
        ["work", "on"], ["working", "on"], ["go", "on"], ["with", "you"], ["here", "for"], ["get", "your"],
    ]
    private static let consequences: Set<String> = ["otherwise", "end", "ends", "hang", "close", "pause", "unless"]
    private static let consequenceRuns: [[String]] = [
        ["will", "have", "to"], ["i", "will", "stop"], ["we", "stop"], ["have", "to", "stop"], ["one", "more"],
        ["if", "it", "goes", "on"], ["if", "it", "continues"], ["put", "the", "phone"], ["leave", "the", "call"],
    ]
}
