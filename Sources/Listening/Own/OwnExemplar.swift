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
        length = values.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
        column = exemplar.move.flatMap { id in table.moves.firstIndex { $0.id == id } } ?? table.moves.count
    }

    /// Words that are heard, as corrections compare them with their own.
    struct Said {
        fileprivate let values: [(row: Int, value: Float)]
        fileprivate let length: Float

        init(_ features: [Feature]) {
            let seen: [Int: Float] = features.reduce(into: [:]) { $0[$1.row, default: 0] += $1.value }
            // In one order, so that sums come out the same every time.
            values = seen.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            length = values.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
        }
    }

    /// Moves shares towards what was meant, the more alike the words the more.
    func apply(to shares: inout [Float], of said: Said) {
        guard said.length > 0, length > 0 else { return }
        let product = said.values.reduce(0) { $0 + $1.value * (values[$1.row] ?? 0) }
        let likeness = product / (said.length * length)
        guard likeness > Self.nearest else { return }
        let weight = min(1, (likeness - Self.nearest) / (1 - Self.nearest))
        for index in shares.indices { shares[index] *= 1 - weight }
        shares[column] += weight
    }
}
