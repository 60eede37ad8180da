/// What was learnt from the exemplars: how much each thing that ``FeatureReader`` notices speaks for each move.
///
/// It is one softmax over the moves and “no move”, its weights kept in a byte each. It carries all that hearing needs, so that
/// one file, with one name, decides what is heard.
public struct HearingTable: Sendable {
    /// A move that it knows.
    public struct Move: Hashable, Sendable {
        /// The move's id.
        public var id: String
        /// It harms; otherwise it helps.
        public var harms: Bool

        /// A move by its id.
        public init(id: String, harms: Bool) {
            self.id = id
            self.harms = harms
        }
    }

    /// How many rows the weights have.
    static let rows = 1 << 16
    /// From which share of the softmax on a move counts as heard. Found by leaving out every fourth voice of the exemplars: the
    /// lowest steps of 0.05 at which fewer than 4 % of plain lines are heard as a move, and helping lines are blamed less
    /// than half as often as the aim of 2 % allows.
    static let heardAt: (helping: Float, harming: Float) = (0.50, 0.70)

    /// The moves, in the order of the columns.
    public let moves: [Move]
    /// What the exemplars were, by name: ``WordHash/name(of:)`` of all that was read.
    public let source: String
    /// The table's own name.
    public let name: String
    let spelling: Spelling
    let lexicon: Lexicon
    /// The words that everybody uses.
    let common: Set<String>
    /// Row after row, a column a move and one for none.
    let weights: [Int8]
    /// What a weight of one stands for.
    let scale: Float
    let biases: [Float]

    init(
        moves: [Move], source: String, spelling: Spelling, lexicon: Lexicon, weights: [Int8], scale: Float,
        biases: [Float]
    ) {
        self.moves = moves
        self.source = source
        self.spelling = spelling
        self.lexicon = lexicon
        self.weights = weights
        self.scale = scale
        self.biases = biases
        common = lexicon.common
        name = WordHash.name(of: weights.lazy.map { UInt8(bitPattern: $0) } + Array(source.utf8))
    }

    /// A name for a text: the same for the same letters, on every machine.
    public static func name(of text: String) -> String { WordHash.name(of: text.utf8) }

    /// Columns of a row: a move each, and none.
    var columns: Int { moves.count + 1 }

    /// How likely each move is the one that a stretch makes, and none at the end: shares that sum to one.
    func shares(of features: [Feature]) -> [Float] {
        let columns = columns
        var sums = [Float](repeating: 0, count: columns)
        weights.withUnsafeBufferPointer { weights in
            sums.withUnsafeMutableBufferPointer { sums in
                for feature in features {
                    let row = feature.row * columns
                    for column in 0..<columns { sums[column] += Float(weights[row + column]) * feature.value }
                }
            }
        }
        for column in 0..<columns { sums[column] = sums[column] * scale + biases[column] }
        return Softmax.shares(sums)
    }

    /// How much a row speaks for one column rather than for the others.
    func weight(_ row: Int, for column: Int) -> Float {
        let start = row * columns
        var sum = 0
        for other in 0..<columns { sum += Int(weights[start + other]) }
        return (Float(weights[start + column]) - Float(sum) / Float(columns)) * scale
    }

    /// A share as a confidence: at one half the move counts as heard, and 1 stays 1.
    func confidence(_ share: Float, of column: Int) -> Double {
        let heardAt = Double(moves[column].harms ? Self.heardAt.harming : Self.heardAt.helping)
        let share = Double(share)
        return share < heardAt ? 0.5 * share / heardAt : 0.5 + 0.5 * (share - heardAt) / (1 - heardAt)
    }
}
