/// How well lines are heard that nothing was learnt from.
public struct Measurement: Hashable, Sendable {
    /// How one move is heard.
    public struct OfMove: Hashable, Sendable {
        /// The move's id.
        public var move: String
        /// Lines that make it and were heard so; lines heard so that do not make it; lines that make it and were not heard so.
        public var right = 0, wrong = 0, missed = 0
        /// The harmonic mean of how many of the heard are right and how many of the right are heard, 0–1.
        public var f1: Double {
            right == 0 ? 0 : 2 * Double(right) / Double(2 * right + wrong + missed)
        }
    }

    /// A move heard first where another was made.
    public struct Confusion: Hashable, Sendable {
        public var made: String, heard: String, count: Int
    }

    /// Every move, in the table's order.
    public private(set) var moves: [OfMove]
    /// Lines that make a move; of those, how many have it first, and among the first three.
    public private(set) var lines = 0, first = 0, firstThree = 0
    /// Lines that make no move, and how many of them were heard as one.
    public private(set) var neutral = 0, alarms = 0
    /// Lines that help, and how many of them were heard as harming.
    public private(set) var helping = 0, blamed = 0
    private var mixed: [String: [String: Int]] = [:]
    private let harming: Set<String>

    /// Hears all of some lines.
    public init(_ exemplars: [Exemplar], with ear: Ear) {
        self.init(moves: ear.table.moves)
        for exemplar in exemplars { add(exemplar, ear) }
    }

    /// A measurement of nothing yet.
    public init(moves: [HearingTable.Move]) {
        self.moves = moves.map { OfMove(move: $0.id) }
        harming = Set(moves.filter(\.harms).map(\.id))
    }

    /// Hears one more line.
    public mutating func add(_ exemplar: Exemplar, _ ear: Ear) {
        add(exemplar, hearing: ear.hear(exemplar.text, context: HearingContext(customer: exemplar.customer)).moves)
    }

    /// Takes one more line as it was heard in whatever way, the surest move first.
    public mutating func add(_ exemplar: Exemplar, hearing all: [HeardMove]) {
        let counting = all.filter(\.isHeard)
        let heard = Set(counting.map(\.move))
        for index in moves.indices {
            let id = moves[index].move
            if heard.contains(id) {
                if exemplar.move == id {
                    moves[index].right += 1
                } else if !exemplar.further.contains(id) {
                    moves[index].wrong += 1
                }
            } else if exemplar.move == id {
                moves[index].missed += 1
            }
        }
        guard let made = exemplar.move else {
            neutral += 1
            if !heard.isEmpty { alarms += 1 }
            return
        }
        lines += 1
        if all.first?.move == made {
            first += 1
        } else {
            mixed[made, default: [:]][all.first?.move ?? "", default: 0] += 1
        }
        if all.prefix(3).contains(where: { $0.move == made }) { firstThree += 1 }
        if !harming.contains(made) {
            helping += 1
            if counting.contains(where: { $0.harms && !exemplar.further.contains($0.move) }) { blamed += 1 }
        }
    }

    /// The mean of every move's F1, 0–1.
    public var macroF1: Double { moves.isEmpty ? 0 : moves.reduce(0) { $0 + $1.f1 } / Double(moves.count) }
    /// The share of lines whose move is heard first, 0–1.
    public var topOne: Double { share(first, of: lines) }
    /// The share of lines whose move is among the first three heard, 0–1.
    public var topThree: Double { share(firstThree, of: lines) }
    /// The share of lines without a move that were heard as one, 0–1.
    public var alarmShare: Double { share(alarms, of: neutral) }
    /// The share of helping lines that were heard as harming, 0–1.
    public var blamedShare: Double { share(blamed, of: helping) }

    /// What is taken for what most often, the worst first.
    public var confusions: [Confusion] {
        mixed.flatMap { made, heard in heard.map { Confusion(made: made, heard: $0.key, count: $0.value) } }
            .sorted { ($1.count, $0.made, $0.heard) < ($0.count, $1.made, $1.heard) }
    }

    private func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
