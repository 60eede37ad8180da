import SeededChance
import Terminal

/// Bytes for the key parser: noise, and real sequences with a few things wrong.
enum ParserTrial {
    /// What is wrong, or `nil`.
    static func run(_ chance: inout Chance, isThorough: Bool) -> String? {
        let bytes = input(&chance)
        let fresh = chance.below(2) == 0 ? KeyParser() : seeded
        var whole = fresh
        let expected = whole.feed(bytes) + whole.settle()
        if whole.held > bytes.count { return "holds \(whole.held) bytes of \(bytes.count) after \(bytes)" }
        for case .key(let key) in expected {
            if case .character(let character) = key.code, !isTypeable(character) {
                return "types \(key) after \(bytes)"
            }
        }
        var single = fresh
        var events: [TerminalEvent] = []
        for byte in bytes { events += single.feed(CollectionOfOne(byte)) }
        events += single.settle()
        if events != expected { return "byte by byte gives \(events), not \(expected): \(bytes)" }
        if isThorough {
            for place in bytes.indices {
                if let complaint = split(bytes, at: place, fresh, expected) { return complaint }
            }
        } else if !bytes.isEmpty {
            return split(bytes, at: chance.below(bytes.count), fresh, expected)
        }
        return nil
    }

    private static func split(
        _ bytes: [UInt8], at place: Int, _ fresh: KeyParser, _ expected: [TerminalEvent]
    ) -> String? {
        var parser = fresh
        let events = parser.feed(bytes[..<place]) + parser.feed(bytes[place...]) + parser.settle()
        return events == expected ? nil : "cut at \(place) gives \(events), not \(expected): \(bytes)"
    }

    // One scalar (a typed character), and no control.
    private static func isTypeable(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }

    private static let seeded = KeyParser(sequences: [
        Array("[224z".utf8): Key(.function(1)), Array("[3$".utf8): Key(.delete, .shift), Array("A".utf8): Key(.up),
        Array("Ow".utf8): Key(.end),
    ])

    private static func input(_ chance: inout Chance) -> [UInt8] {
        var bytes: [UInt8] = []
        switch chance.below(4) {
        case 0: bytes = (0..<chance.below(48)).map { _ in UInt8(truncatingIfNeeded: chance.next()) }
        case 1: bytes = (0..<chance.below(48)).map { _ in likely[chance.below(likely.count)] }
        default:
            for _ in 0...chance.below(4) { bytes += corpus[chance.below(corpus.count)] }
            for _ in 0..<chance.below(5) { mutate(&bytes, &chance) }
        }
        return bytes
    }

    private static func mutate(_ bytes: inout [UInt8], _ chance: inout Chance) {
        guard !bytes.isEmpty else { return }
        let place = chance.below(bytes.count)
        switch chance.below(6) {
        case 0: bytes[place] ^= 1 << UInt8(chance.below(8))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(likely[chance.below(likely.count)], at: place)
        case 3: bytes.removeSubrange(place...)
        case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 1 + chance.below(6))], at: place)
        default: bytes[place] = UInt8(truncatingIfNeeded: chance.next())
        }
    }

    private static let likely: [UInt8] =
        Array("\u{1B}\u{1B}[]O;:?<>=$~umMyc0123456789ABCDPXz^_\\\u{07}\u{18}\r".utf8) + [
            0xC3, 0xA9, 0xE2, 0x82, 0xF0, 0x9F, 0x98, 0x80, 0xFF, 0x9B,
        ]

    private static let corpus: [[UInt8]] = [
        "a", "é日😀", "\u{1B}", "\u{1B}[A", "\u{1B}OA", "\u{1B}[1;5C", "\u{1B}[3~", "\u{1B}[3$", "\u{1B}[224z",
        "\u{1B}Ow",
        "\u{1B}[[A", "\u{1B}[200~pa\u{1B}ste\r\n\u{1B}[201~", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[<0;10;5M",
        "\u{1B}[<35;9999;1m", "\u{1B}[<65;1;1M", "\u{1B}[97;5u", "\u{1B}[97:65;2:3u", "\u{1B}[57399;1:1u",
        "\u{1B}[27;5;13~", "\u{1B}]11;rgb:1e1e/2020/ffff\u{1B}\\", "\u{1B}]10;#ffffff\u{07}",
        "\u{1B}P>|kitty(0.40)\u{1B}\\", "\u{1B}[?2026;2$y", "\u{1B}[?62;22c", "\u{1B}[?1u", "\u{1B}[I", "\u{1B}[O",
        "\u{1B}b", "\u{1B}\u{1B}[B", "\u{1B}O5D", "\u{1B}[99999999999999999999;9u", "\u{1B}[1;1:3A", "\u{9B}A",
    ].map { Array($0.utf8) }
}
