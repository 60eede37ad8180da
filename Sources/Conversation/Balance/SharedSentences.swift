import Yarn

/// Sentences that two scenarios share, word for word or nearly: dialogue, replies and feedback.
///
/// A sentence counts from six words on. Two are nearly the same when no more than one word in six has to be put in, taken
/// out or exchanged to make one the other (the edit distance of Levenshtein, 1966, over words).
public struct SharedSentences: Sendable {
    /// A sentence at its place.
    public struct Sentence: Hashable, Sendable {
        /// The scenario it is in.
        public var scenario: String
        /// Its words in small letters.
        public var words: [String]
        /// The line it is in.
        public var span: SourceSpan
    }

    /// Two sentences that are too much alike.
    public struct Pair: Hashable, Sendable {
        /// The one that was there first, in the order in which scenarios were added, and the later one.
        public var first: Sentence, second: Sentence
        /// They are the same, word for word.
        public var isSame: Bool { first.words == second.words }
    }

    /// Words from which on a sentence counts.
    public static let fewestWords = 6

    private var sentences: [Sentence] = []

    /// No sentence yet.
    public init() {}

    /// Takes in what people say in a scenario, and what the coach says about it.
    public mutating func add(_ review: ScenarioReview, slug: String) {
        guard let walk = review.walk else { return }
        for line in walk.program.lines where !["Note", "Reflect"].contains(line.speaker?.name ?? "") {
            add(Prose.said(line.template), at: line.textSpan, slug)
        }
        for choice in walk.program.groups.flatMap(\.choices) where choice.tags.role == .say {
            add(Prose.plain(choice.line.template), at: choice.line.textSpan, slug)
        }
    }

    mutating func add(_ text: String, at span: SourceSpan, _ slug: String) {
        for sentence in Prose.sentences(text) {
            let words = Prose.words(sentence.lowercased()).map { $0.replacing("’", with: "'") }
            guard words.count >= Self.fewestWords else { continue }
            sentences.append(Sentence(scenario: slug, words: words.map { String($0) }, span: span))
        }
    }

    /// The pairs of different scenarios, in the order of the later sentence.
    public var pairs: [Pair] {
        // Sentences that are nearly the same have three words in a row in common, at these lengths.
        var places: [[String]: [Int]] = [:]
        var found: [Pair] = []
        for (index, sentence) in sentences.enumerated() {
            var candidates: Set<Int> = []
            let runs = sentence.words.indices.dropLast(2).map { Array(sentence.words[$0..<$0 + 3]) }
            for run in runs { candidates.formUnion(places[run] ?? []) }
            for other in candidates.sorted() where sentences[other].scenario != sentence.scenario {
                if Self.areAlike(sentences[other].words, sentence.words) {
                    found.append(Pair(first: sentences[other], second: sentence))
                }
            }
            for run in runs { places[run, default: []].append(index) }
        }
        return found
    }

    static func areAlike(_ one: [String], _ other: [String]) -> Bool {
        let allowed = min(one.count, other.count) / fewestWords
        guard abs(one.count - other.count) <= allowed else { return false }
        var row = Array(0...other.count)
        for (index, word) in one.enumerated() {
            var next = [index + 1]
            for (place, candidate) in other.enumerated() {
                next.append(
                    min(row[place] + (word == candidate ? 0 : 1), row[place + 1] + 1, next[place] + 1))
            }
            row = next
        }
        return row[other.count] <= allowed
    }
}
