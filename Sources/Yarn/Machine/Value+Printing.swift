extension Value: CustomStringConvertible {
    /// The value as Yarn prints it: `1.5`, `100`, `1E-05`, `True`, or the text itself.
    public var description: String {
        switch self {
        case .number(let number): Value.print(number)
        case .string(let text): text
        case .bool(let truth): truth ? "True" : "False"
        }
    }

    /// Prints a number with the fewest digits that read back the same; plain up to nine digits before the point and four
    /// noughts behind it, else with an exponent of at least two digits. This is how .NET prints a `float`, whatever the
    /// language of the machine.
    static func print(_ number: Float) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        // Up to here every whole number has all its digits; most that are ever printed are among them.
        if number.magnitude < 16_777_216, number != 0, number == number.rounded(.towardZero) {
            return String(Int32(number))
        }
        let sign = number.sign == .minus ? "-" : ""
        if number == 0 { return sign + "0" }
        let (digits, point) = shortestDigits(of: number.magnitude)
        if point > 9 || point < -3 {
            let exponent = point - 1
            let size = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
            let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
            return "\(sign)\(digits.prefix(1))\(fraction)E\(exponent < 0 ? "-" : "+")\(size)"
        }
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }

    /// The digits `d` and the place `p` of the point such that the number is `0.d × 10^p`.
    private static func shortestDigits(of number: Float) -> (digits: String, point: Int) {
        var digits = ""
        var point: Int?
        var exponent = 0
        let text = number.description
        for (index, character) in zip(text.indices, text) {
            if character == "." {
                point = digits.count
            } else if character == "e" {
                exponent = Int(text[text.index(after: index)...].drop { $0 == "+" }) ?? 0
                break
            } else {
                digits.append(character)
            }
        }
        var place = (point ?? digits.count) + exponent
        let leading = digits.prefix { $0 == "0" }.count
        digits.removeFirst(leading)
        place -= leading
        while digits.count > 1, digits.last == "0" { digits.removeLast() }
        return (digits, place)
    }
}
