import Listening

/// The answer to one line of a batch.
struct HeardLine: Encodable {
    struct Move: Encodable {
        var move: String
        var confidence: Double
        var span: [Int]
    }

    /// The id that the line came with.
    var id: HearBatchLine.ID?
    var moves: [Move]?
    /// Why it was not heard.
    var error: String?
    /// The line of the file, from 1, where there was no id to know it by.
    var line: Int?

    /// So many moves are told, however unsure.
    private static let fewest = 6

    /// The moves that are told, the surest first: all that count, and six at least.
    static func told(_ hearing: Hearing) -> [HeardMove] {
        Array(hearing.moves.prefix(max(fewest, hearing.heard.count)))
    }

    /// A confidence with four decimals, never rounded up over the line at which a move counts.
    static func rounded(_ confidence: Double) -> Double { (confidence * 10_000).rounded(.down) / 10_000 }

    init(_ id: HearBatchLine.ID, _ hearing: Hearing) {
        self.id = id
        moves = Self.told(hearing).map { move in
            Move(
                move: move.move, confidence: Self.rounded(move.confidence),
                span: [move.span.lowerBound, move.span.upperBound])
        }
    }

    init(_ failure: HearBatchLine.Failure, line: Int) {
        id = failure.id
        error = failure.message
        self.line = failure.id == nil ? line : nil
    }
}
