/// What every scalar of Unicode does to a row of cells: a table of runs, made by `width-table` (Tests/WidthTable).
///
/// East Asian wide and full-width scalars take two columns, combining marks and conjoining Hangul none; ambiguous ones
/// take one, as terminals draw them outside East Asia. After UAX #11 and the general categories.
enum WidthTable {
    /// What a scalar does. The numbers stand in the generated runs.
    enum Kind: UInt32, Sendable {
        case narrow, wide
        /// Sits on the scalar before it.
        case mark
        /// Invisible everywhere, or it changes what stands beside it: never shown.
        case dropped
        /// Unassigned or private: no two terminals agree on it.
        case unknown
        case narrowEmoji, wideEmoji

        var columns: Int {
            switch self {
            case .narrow, .narrowEmoji, .unknown: 1
            case .wide, .wideEmoji: 2
            case .mark, .dropped: 0
            }
        }

        var isEmoji: Bool { self == .narrowEmoji || self == .wideEmoji }
    }

    /// The kind of a scalar.
    static func kind(_ scalar: Unicode.Scalar) -> Kind {
        if scalar.value < 0xA0 { return .narrow }
        if scalar.value < 0x1_0000 { return firstPlane[Int(scalar.value)] }
        return Kind(rawValue: runs[run(scalar.value)] & 7) ?? .unknown
    }

    // The runs of the first 65,536 scalars laid out: nearly all text is there, and a frame asks thousands of times.
    private static let firstPlane: [Kind] = {
        var kinds: [Kind] = []
        kinds.reserveCapacity(0x1_0000)
        for (place, run) in runs.enumerated() where kinds.count < 0x1_0000 {
            let end = min(0x1_0000, place + 1 < runs.count ? Int(runs[place + 1] >> 3) : 0x1_0000)
            kinds.append(contentsOf: repeatElement(Kind(rawValue: run & 7) ?? .unknown, count: end - kinds.count))
        }
        return kinds
    }()

    // The last run that begins at or before `value`.
    private static func run(_ value: UInt32) -> Int {
        let sought = value << 3 | 7
        return runs.withUnsafeBufferPointer { runs in
            var low = 0
            var high = runs.count
            while high - low > 1 {
                let middle = (low + high) / 2
                if runs[middle] <= sought { low = middle } else { high = middle }
            }
            return low
        }
    }

    // Combining marks are numbered from 1, so that a cell can hold two of them in 24 bits.
    private static let markRuns: [(first: UInt32, number: UInt32)] = {
        var number: UInt32 = 1
        var found: [(first: UInt32, number: UInt32)] = []
        for (place, run) in runs.enumerated() where run & 7 == Kind.mark.rawValue {
            found.append((run >> 3, number))
            number += (place + 1 < runs.count ? runs[place + 1] >> 3 : 0x11_0000) - (run >> 3)
        }
        return found
    }()

    /// The number of a combining mark, 1…4095; 0 for every other scalar.
    static func markNumber(_ scalar: Unicode.Scalar) -> UInt64 {
        guard kind(scalar) == .mark, let run = markRuns.last(where: { $0.first <= scalar.value }) else { return 0 }
        return UInt64(run.number + scalar.value - run.first)
    }

    /// The combining mark of a number; `nil` for 0.
    static func mark(_ number: UInt64) -> Unicode.Scalar? {
        guard number > 0, let run = markRuns.last(where: { UInt64($0.number) <= number }) else { return nil }
        return Unicode.Scalar(run.first + UInt32(number) - run.number)
    }
}
