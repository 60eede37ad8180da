/// A set of whole numbers from 0 to 100: every value that trust, say, may have at a place.
struct MeasureSet: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init() {}

    init(_ value: Int) { insert(value) }

    /// Every value there is.
    static var all: MeasureSet {
        var set = MeasureSet()
        for value in 0...100 { set.insert(value) }
        return set
    }

    mutating func insert(_ value: Int) {
        if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
    }

    func contains(_ value: Int) -> Bool {
        value < 64 ? low & (1 << UInt64(value)) != 0 : high & (1 << UInt64(value - 64)) != 0
    }

    var isEmpty: Bool { low == 0 && high == 0 }
    var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }

    /// The values, in order.
    var values: [Int] {
        var values: [Int] = []
        var rest = low
        while rest != 0 {
            values.append(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        rest = high
        while rest != 0 {
            values.append(64 + rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        return values
    }

    /// Takes in the values of another set.
    /// - Returns: whether that added any.
    mutating func formUnion(_ other: MeasureSet) -> Bool {
        let before = self
        low |= other.low
        high |= other.high
        return self != before
    }

    /// Every value moved by as much, kept between 0 and 100.
    func shifted(by amount: Int) -> MeasureSet {
        var moved = MeasureSet()
        for value in values { moved.insert(min(100, max(0, value + amount))) }
        return moved
    }
}
