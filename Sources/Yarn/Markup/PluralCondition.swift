/// What a plural rule can ask about a number, after its printed digits.
struct PluralOperands: Hashable {
    /// The whole number, its sign dropped.
    var integer: Double
    /// The number itself, its sign dropped.
    var value: Double
    /// Digits behind the point, with and without noughts at the end, and how many there are.
    var fraction: Double
    var trimmedFraction: Double
    var fractionDigits: Double
    var trimmedFractionDigits: Double

    /// Reads `12`, `-1.50`, `1E+09`; nil for anything else, also for Infinity.
    init?(_ text: String) {
        guard let number = Double(text), number.isFinite else { return nil }
        value = number.magnitude
        integer = value.rounded(.towardZero)
        let digits: Substring
        if text.utf8.contains(0x45) || text.utf8.contains(0x65) {
            digits = ""
        } else {
            digits = text.firstIndex(of: ".").map { text[text.index(after: $0)...] } ?? ""
        }
        var trimmed = digits
        while trimmed.last == "0" { trimmed.removeLast() }
        fraction = Double(digits) ?? 0
        trimmedFraction = Double(trimmed) ?? 0
        fractionDigits = Double(digits.count)
        trimmedFractionDigits = Double(trimmed.count)
    }

    subscript(operand: PluralCondition.Operand) -> Double {
        switch operand {
        case .n: value
        case .i: integer
        case .v: fractionDigits
        case .w: trimmedFractionDigits
        case .f: fraction
        case .t: trimmedFraction
        case .c, .e: 0
        }
    }
}

/// One plural rule: relations joined by `and`, those joined by `or`.
struct PluralCondition: Hashable, Sendable {
    enum Operand: String, Hashable, Sendable {
        case n, i, v, w, f, t, c, e
    }

    /// `i % 100 != 12..14`
    private struct Relation: Hashable, Sendable {
        var operand: Operand
        var divisor: Double?
        var isNegated: Bool
        var ranges: [ClosedRange<Double>]

        func holds(for operands: PluralOperands) -> Bool {
            var value = operands[operand]
            if let divisor { value = value.truncatingRemainder(dividingBy: divisor) }
            // A range holds whole numbers only: 1.5 does not lie in 1..2.
            let isInside = value == value.rounded() && ranges.contains { $0.contains(value) }
            return isInside != isNegated
        }
    }

    private let alternatives: [[Relation]]

    /// Reads a rule as the CLDR writes it.
    init(_ text: String) throws(PluralRules.Mistake) {
        var alternatives: [[Relation]] = [[]]
        var words = text.split(separator: " ")[...]
        var isComplete = false
        while !isComplete {
            let relation = try PluralCondition.relation(&words, of: text)
            alternatives[alternatives.count - 1].append(relation)
            switch words.popFirst() {
            case "and": continue
            case "or": alternatives.append([])
            case nil: isComplete = true
            case .some(let word): throw PluralRules.Mistake(message: "`\(word)` in `\(text)` is not understood.")
            }
        }
        self.alternatives = alternatives
    }

    func holds(for operands: PluralOperands) -> Bool {
        alternatives.contains { $0.allSatisfy { $0.holds(for: operands) } }
    }

    private static func relation(
        _ words: inout ArraySlice<Substring>, of text: String
    ) throws(PluralRules.Mistake) -> Relation {
        guard let name = words.popFirst(), let operand = Operand(rawValue: String(name)) else {
            throw PluralRules.Mistake(message: "A relation in `\(text)` does not begin with one of n, i, v, w, f, t.")
        }
        var divisor: Double?
        if words.first == "%" {
            words.removeFirst()
            guard let number = words.popFirst().flatMap({ Double($0) }), number > 0 else {
                throw PluralRules.Mistake(message: "There is no number behind `%` in `\(text)`.")
            }
            divisor = number
        }
        guard let sign = words.popFirst(), sign == "=" || sign == "!=", let list = words.popFirst() else {
            throw PluralRules.Mistake(message: "A relation in `\(text)` has no `=` or `!=` with numbers behind it.")
        }
        var ranges: [ClosedRange<Double>] = []
        for item in list.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = item.split(separator: ".", omittingEmptySubsequences: false).filter { !$0.isEmpty }
            guard let low = ends.first.flatMap({ Double($0) }), let high = ends.last.flatMap({ Double($0) }),
                ends.count <= 2, low <= high
            else {
                throw PluralRules.Mistake(message: "`\(item)` in `\(text)` is no number or range.")
            }
            ranges.append(low...high)
        }
        return Relation(operand: operand, divisor: divisor, isNegated: sign == "!=", ranges: ranges)
    }
}
