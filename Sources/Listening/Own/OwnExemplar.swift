/// Something that a learner said was meant otherwise than it was heard. It stays on the machine unless it is shared.
public struct OwnExemplar: Hashable, Sendable {
    /// The words.
    public var text: String
    /// The move that was meant; nil for none.
    public var move: String?

    /// An exemplar of words and the move that was meant by them; nil for none.
    public init(text: String, move: String?) {
        self.text = text
        self.move = move
    }
}

/// A learner's correction as the ear uses it: what is said nearly alike is heard nearly alike.
struct Correction: Sendable {
    private let values: [Int: Float]
    private let length: Float
    /// The column of what was meant; the last one is none.
    private let column: Int

    /// Less alike than this, nothing is changed.
    private static let nearest: Float = 0.45

    init(_ exemplar: OwnExemplar, table: HearingTable, reader: FeatureReader) {
        let utterance = Utterance(exemplar.text, spelling: table.spelling)
        let words = table.lexicon.heard(utterance.words)
        let features = reader.features(
            of: words, words.indices, sentences: utterance.sentences[...], echo: nil)
        values = features.reduce(into: [:]) { $0[$1.row, default: 0] += $1.value }
        length = values.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        column = exemplar.move.flatMap { id in table.moves.firstIndex { $0.id == id } } ?? table.moves.count
    }

    /// Moves shares towards what was meant, the more alike the words the more.
    func apply(to shares: inout [Float], of features: [Feature]) {
        var product: Float = 0
        var square: Float = 0
        var seen: [Int: Float] = [:]
        for feature in features { seen[feature.row, default: 0] += feature.value }
        for (row, value) in seen.sorted(by: { $0.key < $1.key }) {
            square += value * value
            product += value * (values[row] ?? 0)
        }
        guard square > 0, length > 0 else { return }
        let likeness = product / (square.squareRoot() * length)
        guard likeness > Self.nearest else { return }
        let weight = (likeness - Self.nearest) / (1 - Self.nearest)
        for index in shares.indices { shares[index] *= 1 - weight }
        shares[column] += weight
    }
}
