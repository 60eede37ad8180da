extension BuiltInFunction {
    /// The result of a function that depends on nothing but its arguments; nil for chance and visits, and where the
    /// arguments have no result.
    public func result(of first: Value?, _ last: Value?) -> Value? {
        switch (self, first, last) {
        case (.format, .string(let format)?, let value?): .string(Self.fill(format, value))
        case (.string, let value?, _), (.formatInvariant, let value?, _): .string(value.description)
        case (.number, let value?, _): Self.number(from: value)
        case (.bool, let value?, _): Self.truth(from: value)
        case (_, .number(let first)?, .number(let last)?): arithmetic(first, last).map(Value.number)
        default: nil
        }
    }

    private static func number(from value: Value) -> Value? {
        switch value {
        case .number: return value
        case .bool(let truth): return .number(truth ? 1 : 0)
        case .string(let text):
            let trimmed = text.filter { !$0.isWhitespace }
            guard
                trimmed.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) })
            else { return nil }
            return Float(trimmed).map(Value.number)
        }
    }

    private static func truth(from value: Value) -> Value? {
        switch value {
        case .bool: return value
        case .number(let number): return .bool(number != 0)
        case .string(let text):
            switch text.lowercased() {
            case "true": return .bool(true)
            case "false": return .bool(false)
            default: return nil
            }
        }
    }

    /// Replaces `{0}`; other formats are not part of the language here.
    private static func fill(_ format: String, _ value: Value) -> String {
        var result = ""
        var rest = format[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            if rest[open...].hasPrefix("{0}") {
                result += value.description
                rest = rest[open...].dropFirst(3)
            } else {
                result.append("{")
                rest = rest[open...].dropFirst()
            }
        }
        return result + rest
    }

    private func arithmetic(_ first: Float, _ last: Float) -> Float? {
        switch self {
        case .min: Swift.min(first, last)
        case .max: Swift.max(first, last)
        case .round: first.rounded(.toNearestOrEven)
        case .roundPlaces: Self.round(first, places: last)
        case .floor: first.rounded(.down)
        case .ceil: first.rounded(.up)
        case .int: first.rounded(.towardZero)
        case .decimal: first - first.rounded(.towardZero)
        case .inc: first.rounded(.down) + 1
        case .dec: first.rounded(.up) - 1
        default: nil
        }
    }

    /// Rounds in double precision, halves to even: 2.675 as a 32-bit number lies below the half and becomes 2.67.
    private static func round(_ number: Float, places: Float) -> Float {
        var scale = 1.0
        for _ in 0..<Int(Swift.min(Swift.max(places.isNaN ? 0 : places, 0), 15)) { scale *= 10 }
        let rounded = (Double(number) * scale).rounded(.toNearestOrEven) / scale
        return rounded.isFinite ? Float(rounded) : number
    }
}
