import SeededChance

/// Makes a hostile text out of good ones.
enum Mutator {
    /// No input is longer, bytes: long ones are tested by hand, many short ones find more.
    private static let longest = 6_000

    static func input(from corpus: Corpus, _ chance: inout Chance) -> [UInt8] {
        var bytes = chance.element(of: corpus.texts) ?? []
        for _ in 0...(chance.once(in: 2) ? 0 : chance.below(5)) { mutate(&bytes, corpus, &chance) }
        return Array(bytes.prefix(longest))
    }

    private static func mutate(_ bytes: inout [UInt8], _ corpus: Corpus, _ chance: inout Chance) {
        switch chance.below(12) {
        case 0: replaceByte(&bytes, &chance)
        case 1: insert(Corpus.words, into: &bytes, &chance)
        case 2: insert(Corpus.words, into: &bytes, &chance)
        case 3: removeRange(&bytes, &chance)
        case 4: repeatRange(&bytes, &chance)
        case 5: changeLines(&bytes, &chance) { lines, chance in _ = lines.remove(at: chance.below(lines.count)) }
        case 6:
            changeLines(&bytes, &chance) { lines, chance in
                lines.insert(lines[chance.below(lines.count)], at: chance.below(lines.count + 1))
            }
        case 7:
            changeLines(&bytes, &chance) { lines, chance in
                lines.swapAt(chance.below(lines.count), chance.below(lines.count))
            }
        case 8:
            changeLines(&bytes, &chance) { lines, chance in
                let index = chance.below(lines.count)
                lines[index] = Array(repeating: chance.once(in: 2) ? 0x20 : 0x09, count: chance.below(9)) + lines[index]
            }
        case 9: cross(&bytes, corpus, &chance)
        case 10: if chance.once(in: 4) { bytes = Array(bytes.prefix(chance.below(bytes.count + 1))) }
        default: insert(Corpus.hostile, into: &bytes, &chance)
        }
    }

    private static func replaceByte(_ bytes: inout [UInt8], _ chance: inout Chance) {
        guard !bytes.isEmpty else { return }
        bytes[chance.below(bytes.count)] = UInt8(truncatingIfNeeded: chance.next())
    }

    private static func insert(_ words: [String], into bytes: inout [UInt8], _ chance: inout Chance) {
        guard let word = chance.element(of: words) else { return }
        bytes.insert(contentsOf: Array(word.utf8), at: chance.below(bytes.count + 1))
    }

    private static func removeRange(_ bytes: inout [UInt8], _ chance: inout Chance) {
        let start = chance.below(bytes.count)
        bytes.removeSubrange(start..<min(start + 1 + chance.below(40), bytes.count))
    }

    private static func repeatRange(_ bytes: inout [UInt8], _ chance: inout Chance) {
        let start = chance.below(bytes.count)
        let part = Array(bytes[start..<min(start + 1 + chance.below(24), bytes.count)])
        for _ in 0..<1 + chance.below(chance.once(in: 20) ? 300 : 4) { bytes.insert(contentsOf: part, at: start) }
    }

    private static func changeLines(
        _ bytes: inout [UInt8], _ chance: inout Chance, _ change: (inout [[UInt8]], inout Chance) -> Void
    ) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        change(&lines, &chance)
        bytes = Array(lines.joined(separator: [0x0A]))
    }

    private static func cross(_ bytes: inout [UInt8], _ corpus: Corpus, _ chance: inout Chance) {
        guard let other = chance.element(of: corpus.texts) else { return }
        let start = chance.below(other.count)
        let part = other[start..<min(start + 1 + chance.below(200), other.count)]
        bytes.insert(contentsOf: part, at: chance.below(bytes.count + 1))
    }
}
