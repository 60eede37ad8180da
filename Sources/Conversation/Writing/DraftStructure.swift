/// What a mail has of the six things that a reader looks for. A pure function of the draft; it reads words, and grades
/// nobody. Of each paragraph the first ``longestRead`` characters are read: it is asked at every key.
public struct DraftStructure: Equatable, Sendable {
    /// One of the six, in the order they usually stand.
    public enum Part: CaseIterable, Hashable, Sendable {
        /// The customer's short or full name among the first eight words.
        case greeting
        /// A move that names what it did to them (`acknowledge-impact`, `specific-apology`, `name-emotion`), or a
        /// sentence of the agent's own that says sorry and goes on with at least three words, which are not
        /// “any inconvenience”.
        case harm
        /// A move that tells it (`narrate-action`, `plain-translation`, `transparent-limits`, `summarise`,
        /// `over-explain`), or one of a few words like “happened”, “because”, “the reason”.
        case happened
        /// A move that gives a time (`timeboxed-next-step`, `close-with-clarity`), or a sentence with a time
        /// (``TimeWords``) in which somebody will do something (“I'll”, “you will”, “comes” …).
        case next
        /// One sentence ends in a question mark, and no more than one.
        case question
        /// The last paragraph, or a short last line of it, begins with the words a letter ends with, or says who it is from:
        /// “From the order desk”, “Good luck, from all of us”.
        case signOff

        /// In the fewest words.
        public var short: String {
            switch self {
            case .greeting: "greeting"
            case .harm: "harm named"
            case .happened: "what happened"
            case .next: "next, with a time"
            case .question: "one question"
            case .signOff: "sign-off"
            }
        }
    }

    /// More characters of one paragraph are not read.
    public static let longestRead = 4_000

    /// What the draft has.
    public let found: Set<Part>
    /// How many questions it asks.
    public let questions: Int

    /// Reads a draft that goes to a customer of these names.
    /// - Parameter heard: the moves that were heard in paragraphs of the agent's own; none where nobody listens, and the
    ///   words alone are read.
    public init(_ draft: Draft, names: [String], heard: Set<String> = []) {
        let texts = draft.texts.map { String($0.prefix(Self.longestRead)) }
        let moves = heard.union(draft.paragraphs.flatMap(\.moves))
        let sentences = texts.flatMap(Self.sentences)
        var found: Set<Part> = []
        if Self.greets(texts, names) { found.insert(.greeting) }
        if !moves.isDisjoint(with: ["acknowledge-impact", "specific-apology", "name-emotion"])
            || sentences.contains(where: Self.namesHarm)
        {
            found.insert(.harm)
        }
        let telling = ["narrate-action", "plain-translation", "transparent-limits", "summarise", "over-explain"]
        if !moves.isDisjoint(with: telling) || sentences.contains(where: Self.tells) { found.insert(.happened) }
        if !moves.isDisjoint(with: ["timeboxed-next-step", "close-with-clarity"])
            || sentences.contains(where: Self.promises)
        {
            found.insert(.next)
        }
        questions = texts.reduce(0) { $0 + Self.questions(in: $1) }
        if questions == 1 { found.insert(.question) }
        if Self.signsOff(texts) { found.insert(.signOff) }
        self.found = found
    }

    // MARK: What counts

    /// A greeting is near the beginning, wherever the paragraph ends.
    static func greets(_ texts: [String], _ names: [String]) -> Bool {
        let words = Prose.words(texts.joined(separator: " ").prefix(200).lowercased()).prefix(8)
        let opening = words.joined(separator: " ")
        return names.contains { Prose.contains($0, in: opening) }
    }

    private static func sentences(_ text: String) -> [String] {
        text.split(separator: "\n").flatMap { Prose.sentences(String($0)) }
    }

    private static func namesHarm(_ sentence: String) -> Bool {
        let words = Prose.words(sentence.lowercased())
        let sorry: Set<Substring> = ["sorry", "apologise", "apologize", "apologies"]
        guard let place = words.firstIndex(where: sorry.contains) else { return false }
        return words.count - place > 3 && !words.contains("inconvenience")
    }

    private static func tells(_ sentence: String) -> Bool {
        ["happened", "because", "the reason", "went wrong", "due to", "turned out", "we found", "i found"].contains {
            Prose.contains($0, in: sentence)
        }
    }

    private static func promises(_ sentence: String) -> Bool {
        guard !TimeWords.find(in: sentence).isEmpty else { return false }
        let will: Set<Substring> = [
            "i'll", "i’ll", "we'll", "we’ll", "you'll", "you’ll", "it'll", "will", "comes", "arrives", "get", "expect",
            "have", "hear", "write", "ring", "call", "send",
        ]
        return Prose.words(sentence.lowercased()).contains(where: will.contains)
    }

    private static func questions(in text: String) -> Int {
        var count = 0
        var wasMark = false
        for character in text {
            let isMark = character == "?"
            if isMark, !wasMark { count += 1 }
            wasMark = isMark
        }
        return count
    }

    private static func signsOff(_ texts: [String]) -> Bool {
        guard let last = texts.last else { return false }
        let closings = [
            "best", "kind regards", "warm regards", "regards", "yours", "sincerely", "warmly", "all the best",
            "with best wishes", "take care", "thanks again", "with thanks", "until then", "many thanks",
        ]
        return last.split(separator: "\n").suffix(3).contains { line in
            let words = Prose.words(line.lowercased())
            if words.count <= 10, words.first == "from" || line.lowercased().contains(", from ") { return true }
            return words.count <= 8 && closings.contains { words.starts(with: Prose.words($0)) }
        }
    }
}
