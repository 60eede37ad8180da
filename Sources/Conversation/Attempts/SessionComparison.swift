/// Two sessions of one scenario side by side, moment by moment, in the order of their ways.
public struct SessionComparison: Equatable, Sendable {
    /// One moment, as the one and as the other answered it; nil where a way does not come there.
    public struct Row: Equatable, Sendable {
        /// The one's attempt and the other's.
        public var left: Attempt?, right: Attempt?

        /// In what they differ; nil where only one of them was there.
        public var differences: Set<Attempt.Aspect>? {
            guard let left, let right else { return nil }
            return right.differences(from: left)
        }

        /// Somebody's way differs here.
        public var isDifferent: Bool { differences.map { !$0.isEmpty } ?? true }
    }

    /// The moments of both ways. A moment that both come to stands once.
    public var rows: [Row]

    /// More moments than this are not looked through for the closest fit; no session that somebody played has them.
    static let longestWay = 2_000

    /// Compares the ways on which two sessions stand.
    public init(_ left: Attempts, _ right: Attempts) {
        let one = Array(left.standing.prefix(Self.longestWay))
        let other = Array(right.standing.prefix(Self.longestWay))
        rows = Self.aligned(one, other)
    }

    /// Nothing differs.
    public var isSame: Bool { !rows.contains(where: \.isDifferent) }

    /// The longest sequence of places that both have, in both orders, decides which stand side by side.
    private static func aligned(_ one: [Attempt], _ other: [Attempt]) -> [Row] {
        var common = Array(repeating: Array(repeating: 0, count: other.count + 1), count: one.count + 1)
        for i in one.indices.reversed() {
            for j in other.indices.reversed() {
                common[i][j] =
                    one[i].place == other[j].place
                    ? common[i + 1][j + 1] + 1 : max(common[i + 1][j], common[i][j + 1])
            }
        }
        var rows: [Row] = []
        var (i, j) = (0, 0)
        while i < one.count || j < other.count {
            if i < one.count, j < other.count, one[i].place == other[j].place {
                rows.append(Row(left: one[i], right: other[j]))
                (i, j) = (i + 1, j + 1)
            } else if j == other.count || (i < one.count && common[i + 1][j] >= common[i][j + 1]) {
                rows.append(Row(left: one[i], right: nil))
                i += 1
            } else {
                rows.append(Row(left: nil, right: other[j]))
                j += 1
            }
        }
        return rows
    }
}
