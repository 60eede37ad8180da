/// The one source of chance: SplitMix64 (Steele, Lea, Flood 2014), written out so that a seed gives the same numbers on
/// every machine and in every version.
struct RandomGenerator: Hashable, Sendable, RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in [0, 1) from the upper 24 bits, as many as a `Float` can hold.
    mutating func nextUnit() -> Float {
        Float(next() >> 40) / 16_777_216
    }

    /// A number in 0 ..< `bound`; draws again where the remainder would favour small numbers.
    mutating func next(below bound: UInt64) -> UInt64 {
        guard bound > 1 else { return 0 }
        let limit = UInt64.max - UInt64.max % bound
        while true {
            let drawn = next()
            if drawn < limit { return drawn % bound }
        }
    }
}

extension RandomGenerator: Codable {
    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        let high = try container.decode(UInt32.self)
        let low = try container.decode(UInt32.self)
        state = UInt64(high) << 32 | UInt64(low)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(UInt32(state >> 32))
        try container.encode(UInt32(truncatingIfNeeded: state))
    }
}
