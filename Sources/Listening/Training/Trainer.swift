/// Learns a hearing table from exemplars: one softmax over the moves and “no move”, by stochastic gradient descent with a step of
/// its own for each weight (AdaGrad: Duchi, Hazan and Singer 2011), leaving out some of what was noticed each time (dropout).
///
/// The same exemplars and seed give the same table on the same machine.
public struct Trainer: Sendable {
    /// The moves, in the order of the table's columns.
    public let moves: [HearingTable.Move]
    /// What is known of words beforehand.
    public let lore: WordLore

    /// How often each line is seen.
    static let rounds = 12
    static let step: Float = 0.1
    /// How much of what was noticed is left out each time.
    static let dropout: Float = 0.3
    /// One line in so many is also seen without its marks and capitals.
    static let bareEach = 3
    /// How strongly weights are drawn back to nothing.
    static let decay: Float = 1e-5

    /// A trainer for these moves, with what is known of words.
    public init(moves: [HearingTable.Move], lore: WordLore) {
        self.moves = moves
        self.lore = lore
    }

    /// What a line is to teach.
    private struct Lesson {
        var features: [Feature]
        /// How much of it is each move, or none; they sum to one.
        var column: Int
        var further: [Int]
    }

    /// Learns a table.
    /// - Parameters:
    ///   - source: the name of all that the exemplars were read from.
    ///   - seed: of the order in which lines are seen, and of what is left out.
    public func table(from exemplars: [Exemplar], source: String, seed: UInt64) -> HearingTable {
        let lexicon = lore.lexicon(of: exemplars)
        let lessons = lessons(exemplars, lexicon)
        var weights = Weights(rows: HearingTable.rows, columns: moves.count + 1)
        var chance = SplitMix(seed: seed)
        var order = Array(lessons.indices)
        for _ in 0..<Self.rounds {
            for index in stride(from: order.count - 1, to: 0, by: -1) {
                order.swapAt(index, Int(chance.next() % UInt64(index + 1)))
            }
            for index in order { learn(lessons[index], &weights, &chance) }
        }
        let (bytes, scale) = weights.rounded()
        return HearingTable(
            moves: moves, source: source, spelling: lore.spelling, lexicon: lexicon, weights: bytes, scale: scale,
            biases: weights.biases)
    }

    private func lessons(_ exemplars: [Exemplar], _ lexicon: Lexicon) -> [Lesson] {
        let reader = FeatureReader(lexicon: lexicon)
        let common = lexicon.common
        let columns = Dictionary(uniqueKeysWithValues: moves.enumerated().map { ($1.id, $0) })
        func lesson(_ exemplar: Exemplar, _ text: String) -> Lesson {
            let utterance = Utterance(text, spelling: lore.spelling)
            let words = lexicon.heard(utterance.words)
            let echo = exemplar.customer.map { said in
                let customer = Utterance(said, spelling: lore.spelling)
                return ContextEcho(of: utterance.words, to: customer.words, lexicon: lexicon, common: common)
            }
            return Lesson(
                features: reader.features(of: words, words.indices, sentences: utterance.sentences[...], echo: echo),
                column: exemplar.move.flatMap { columns[$0] } ?? moves.count,
                further: exemplar.further.compactMap { columns[$0] })
        }
        return exemplars.map { lesson($0, $0.text) }
            + stride(from: 0, to: exemplars.count, by: Self.bareEach).map {
                lesson(exemplars[$0], Self.bare(exemplars[$0].text))
            }
    }

    /// A text as somebody writes it who leaves the marks out.
    private static func bare(_ text: String) -> String { text.filter { !".,;:!?…–—".contains($0) }.lowercased() }

    private func learn(_ lesson: Lesson, _ weights: inout Weights, _ chance: inout SplitMix) {
        let features = lesson.features.filter { _ in chance.unit() >= Self.dropout }
        var errors = weights.sums(features)
        Softmax.apply(&errors)
        errors[lesson.column] -= 1
        // What it does besides is neither asked for nor held against it.
        for column in lesson.further where column != lesson.column { errors[column] = 0 }
        weights.correct(features, errors)
    }
}

/// Weights while they are learnt.
private struct Weights {
    let columns: Int
    var values: [Float]
    /// The squares of all corrections so far: what was often corrected is corrected less.
    var squares: [Float]
    var biases: [Float]
    var biasSquares: [Float]

    init(rows: Int, columns: Int) {
        self.columns = columns
        values = [Float](repeating: 0, count: rows * columns)
        squares = [Float](repeating: 1e-6, count: rows * columns)
        biases = [Float](repeating: 0, count: columns)
        biasSquares = [Float](repeating: 1e-6, count: columns)
    }

    func sums(_ features: [Feature]) -> [Float] {
        var sums = biases
        values.withUnsafeBufferPointer { values in
            sums.withUnsafeMutableBufferPointer { sums in
                for feature in features {
                    let row = feature.row * columns
                    for column in 0..<columns { sums[column] += values[row + column] * feature.value }
                }
            }
        }
        return sums
    }

    mutating func correct(_ features: [Feature], _ errors: [Float]) {
        let columns = columns
        values.withUnsafeMutableBufferPointer { values in
            squares.withUnsafeMutableBufferPointer { squares in
                errors.withUnsafeBufferPointer { errors in
                    for feature in features {
                        let row = feature.row * columns
                        for column in 0..<columns {
                            let slope = errors[column] * feature.value + Trainer.decay * values[row + column]
                            squares[row + column] += slope * slope
                            values[row + column] -= Trainer.step * slope / squares[row + column].squareRoot()
                        }
                    }
                }
            }
        }
        for column in 0..<columns {
            biasSquares[column] += errors[column] * errors[column]
            // A bias is in every line and moves a third as far.
            biases[column] -= Trainer.step / 3 * errors[column] / biasSquares[column].squareRoot()
        }
    }

    /// Each weight as one byte, and what one stands for.
    func rounded() -> (bytes: [Int8], scale: Float) {
        let largest = values.reduce(Float(1e-6)) { max($0, abs($1)) }
        let scale = largest / 127
        return (values.map { Int8(($0 / scale).rounded()) }, scale)
    }
}

/// A small generator of numbers that look like chance (SplitMix64: Steele, Lea and Flood 2014).
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// From 0 to just below 1.
    mutating func unit() -> Float { Float(next() >> 40) / Float(1 << 24) }
}
