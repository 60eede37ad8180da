/// Numbers for words: FNV-1a, 64 bits (Fowler, Noll and Vo), the same for the same bytes on every machine.
enum WordHash {
    private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3
    private static let golden: UInt64 = 0x9e37_79b9_7f4a_7c15

    /// The number of some bytes; another `kind` gives other numbers.
    static func of(_ bytes: some Sequence<UInt8>, kind: UInt64 = 0) -> UInt64 {
        var hash = basis ^ (kind &* golden)
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
        return hash
    }

    /// The number of a text.
    static func of(_ text: String) -> UInt64 { of(text.utf8) }

    /// The number of several in this order.
    static func join(_ first: UInt64, _ second: UInt64, _ third: UInt64 = 0, kind: UInt64) -> UInt64 {
        var hash = basis ^ (kind &* golden)
        for part in [first, second, third] {
            hash = (hash ^ part) &* 0xff51_afd7_ed55_8ccd
            hash ^= hash >> 32
        }
        return hash
    }

    /// Sixteen letters that name some bytes, for telling one table from another.
    static func name(of bytes: some Sequence<UInt8>) -> String {
        let digits = String(of(bytes), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
