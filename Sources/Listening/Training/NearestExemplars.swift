#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Hearing by the exemplar that is most alike: each move as sure as the cosine of its nearest exemplar, rare things
/// counting more (tf-idf). The program does not hear so; it is kept to compare with.
public struct NearestExemplars: Sendable {
    private let moves: [HearingTable.Move]
    private let spelling: Spelling
    private let lexicon: Lexicon
    /// The move of each exemplar, as a column; nil for none.
    private var columns: [Int?] = []
    /// How much a row counts.
    private var rarity: [Int: Float] = [:]
    /// Which exemplars have a row, and how much of it.
    private var postings: [Int: [(exemplar: Int, value: Float)]] = [:]

    /// From this cosine on the nearest move counts as heard: the best F1 of those tried on voices left out.
    private static let heardAt: Float = 0.08

    /// Keeps some exemplars to compare with.
    public init(_ exemplars: [Exemplar], moves: [HearingTable.Move], lore: WordLore) {
        self.moves = moves
        spelling = lore.spelling
        lexicon = lore.lexicon(of: exemplars)
        let places = Dictionary(moves.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let all = exemplars.map { values(of: $0.text) }
        var counts: [Int: Int] = [:]
        for values in all { for row in values.keys { counts[row, default: 0] += 1 } }
        for (row, count) in counts { rarity[row] = log(Float(exemplars.count) / Float(count)) }
        for (index, values) in all.enumerated() {
            columns.append(exemplars[index].move.flatMap { places[$0] })
            for (row, value) in normal(values) { postings[row, default: []].append((index, value)) }
        }
    }

    /// The moves of a line, the surest first.
    public func moves(in text: String) -> [HeardMove] {
        var cosines = [Float](repeating: 0, count: columns.count)
        for (row, value) in normal(values(of: text)).sorted(by: { $0.key < $1.key }) {
            for posting in postings[row] ?? [] { cosines[posting.exemplar] += posting.value * value }
        }
        var best = [Float](repeating: 0, count: moves.count)
        var none: Float = 0
        for (index, cosine) in cosines.enumerated() {
            if let column = columns[index] {
                best[column] = max(best[column], cosine)
            } else {
                none = max(none, cosine)
            }
        }
        let nearest = max(none, best.max() ?? 0)
        return moves.indices.map { column in
            // Only the nearest of all counts as heard.
            let counts = best[column] >= Self.heardAt && best[column] == nearest && none < nearest
            let confidence = counts ? 0.5 + 0.5 * best[column] : 0.499 * best[column]
            return HeardMove(
                move: moves[column].id, harms: moves[column].harms, confidence: Double(min(confidence, 1)), span: 0..<0)
        }
        .sorted { $0.confidence > $1.confidence }
    }

    private func values(of text: String) -> [Int: Float] {
        let utterance = Utterance(text, spelling: spelling)
        let words = lexicon.heard(utterance.words)
        let features = FeatureReader(lexicon: lexicon).features(
            of: words, words.indices, sentences: utterance.sentences[...], echo: nil)
        return features.reduce(into: [:]) { $0[$1.row, default: 0] += $1.value }
    }

    /// Weighed by rarity, and brought to length one.
    private func normal(_ values: [Int: Float]) -> [Int: Float] {
        let weighed = values.reduce(into: [Int: Float]()) { $0[$1.key] = $1.value * (rarity[$1.key] ?? 0) }
        let length = weighed.sorted { $0.key < $1.key }.reduce(Float(0)) { $0 + $1.value * $1.value }.squareRoot()
        return length > 0 ? weighed.mapValues { $0 / length } : [:]
    }
}
