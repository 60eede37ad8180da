/// Unicode normalisation form C (Unicode Standard Annex 15): however a letter was typed, it is the same text afterwards.
struct Composition: Sendable {
    private static let shared = Composition()

    /// What two scalars make together, by both values.
    private var composites: [UInt64: Unicode.Scalar] = [:]
    /// What a scalar consists of; one level for composites.
    private var parts: [UInt32: [Unicode.Scalar]] = [:]
    /// Scalars that may join the one before them.
    private var joining: Set<UInt32> = []
    /// Scalars that are never left as they are.
    private var replaced: Set<UInt32> = []

    /// The text in form C; itself when nothing changes, which is quickly found out for most.
    static func compose(_ text: String) -> String {
        // The first scalar that matters is U+0300, and 0xCC begins its bytes.
        guard text.utf8.contains(where: { $0 >= 0xCC }), text.unicodeScalars.contains(where: shared.mayChange) else {
            return text
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: shared.composed(shared.decomposed(text)))
        return String(result)
    }

    private init() {
        for (value, scalars) in Composition.entries(of: Composition.pairText) where scalars.count == 2 {
            guard let composite = Unicode.Scalar(value) else { continue }
            composites[Composition.key(scalars[0], scalars[1])] = composite
            parts[value] = scalars
            joining.insert(scalars[1].value)
        }
        for (value, scalars) in Composition.entries(of: Composition.replacedText) {
            parts[value] = scalars
            replaced.insert(value)
        }
    }

    /// `C0=41+300` as a number and the scalars it stands for.
    private static func entries(of text: String) -> [(UInt32, [Unicode.Scalar])] {
        text.split { $0 == " " || $0 == "\n" }.compactMap { entry in
            let sides = entry.split(separator: "=")
            guard sides.count == 2, let value = UInt32(sides[0], radix: 16) else { return nil }
            return (
                value, sides[1].split(separator: "+").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
            )
        }
    }

    private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
        UInt64(first.value) << 32 | UInt64(second.value)
    }

    private static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
        scalar.value < 0x300 ? 0 : scalar.properties.canonicalCombiningClass.rawValue
    }

    private func mayChange(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x300 else { return false }
        return joining.contains(scalar.value) || replaced.contains(scalar.value) || Hangul.isTrailing(scalar)
            || Composition.combiningClass(scalar) != 0
    }

    /// All scalars taken apart, marks in their canonical order.
    private func decomposed(_ text: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var marks: [Unicode.Scalar] = []
        func flush() {
            // Stable: marks of one class keep their order.
            let sorted = marks.enumerated().sorted { left, right in
                let classes = (Composition.combiningClass(left.element), Composition.combiningClass(right.element))
                return classes.0 == classes.1 ? left.offset < right.offset : classes.0 < classes.1
            }
            result += sorted.map(\.element)
            marks = []
        }
        var pending: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            pending.append(scalar)
            while let next = pending.popLast() {
                if let inner = parts[next.value] ?? Hangul.parts(of: next) {
                    pending += inner.reversed()
                } else if Composition.combiningClass(next) == 0 {
                    flush()
                    result.append(next)
                } else {
                    marks.append(next)
                }
            }
        }
        flush()
        return result
    }

    private func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var starter: Int?
        var lastClass: UInt8 = 0
        for scalar in scalars {
            let combining = Composition.combiningClass(scalar)
            if let starter, starter == result.count - 1 || lastClass < combining,
                let composite = composites[Composition.key(result[starter], scalar)]
                    ?? Hangul.composite(of: result[starter], scalar)
            {
                result[starter] = composite
                continue
            }
            if combining == 0 { starter = result.count }
            lastClass = combining
            result.append(scalar)
        }
        return result
    }
}

/// Hangul syllables are composed by arithmetic (The Unicode Standard, section 3.12).
private enum Hangul {
    private static let (syllables, leads, vowels, tails): (UInt32, UInt32, UInt32, UInt32) = (
        0xAC00, 0x1100, 0x1161, 0x11A7
    )

    static func isTrailing(_ scalar: Unicode.Scalar) -> Bool {
        (vowels..<vowels + 21).contains(scalar.value) || (tails + 1..<tails + 28).contains(scalar.value)
    }

    static func parts(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
        guard (syllables..<syllables + 11_172).contains(scalar.value) else { return nil }
        let index = scalar.value - syllables
        let values = [leads + index / 588, vowels + index % 588 / 28] + (index % 28 == 0 ? [] : [tails + index % 28])
        return values.compactMap(Unicode.Scalar.init)
    }

    static func composite(of first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
        if (leads..<leads + 19).contains(first.value), (vowels..<vowels + 21).contains(second.value) {
            return Unicode.Scalar(syllables + ((first.value - leads) * 21 + second.value - vowels) * 28)
        }
        guard (syllables..<syllables + 11_172).contains(first.value), (first.value - syllables) % 28 == 0,
            (tails + 1..<tails + 28).contains(second.value)
        else { return nil }
        return Unicode.Scalar(first.value + second.value - tails)
    }
}
