/// `select`, `plural` and `ordinal`: tags that put one of several texts in their place. Categories are those of English.
enum MarkupReplacement {
    static let names: Set<String> = ["select", "plural", "ordinal"]

    static func text(for tag: MarkupScanner.Tag) throws(MarkupParser.Problem) -> String {
        guard let value = tag["value"] else {
            throw MarkupParser.Problem(message: "`[\(tag.name)` needs a property `value`.")
        }
        let key: String
        if tag.name == "select" {
            key = value.description
        } else {
            guard let number = number(value) else {
                throw MarkupParser.Problem(message: "`[\(tag.name)` needs a number, not `\(value)`.")
            }
            key = (tag.name == "plural" ? PluralCategory.cardinal(number) : PluralCategory.ordinal(number)).rawValue
        }
        let choice =
            tag.properties.first { $0.name == key && $0.name != "value" }
            ?? tag.properties.first { $0.name.lowercased() == key.lowercased() && $0.name != "value" }
        guard let choice else { throw MarkupParser.Problem(message: "`[\(tag.name)` has no text for `\(key)`.") }
        return fill(choice.value.description, value.description)
    }

    private static func number(_ value: Value) -> Float? {
        switch value {
        case .number(let number): number
        case .string(let text): MarkupScanner.number(text)
        case .bool: nil
        }
    }

    /// Replaces `%` by the value; `\%` stays a percent sign.
    private static func fill(_ text: String, _ value: String) -> String {
        guard text.utf8.contains(0x25) else { return text }
        var result = ""
        for character in text {
            if character != "%" {
                result.append(character)
            } else if result.last == "\\" {
                result.removeLast()
                result.append("%")
            } else {
                result += value
            }
        }
        return result
    }
}

/// The plural categories of English, after the Unicode CLDR.
enum PluralCategory: String {
    case one, two, few, many, zero, other

    /// One thing, 2 things.
    static func cardinal(_ number: Float) -> PluralCategory {
        number == 1 ? .one : .other
    }

    /// 1st, 2nd, 3rd, 4th, 11th.
    static func ordinal(_ number: Float) -> PluralCategory {
        guard number.rounded() == number, number.isFinite else { return .other }
        let lastTwo = number.magnitude.truncatingRemainder(dividingBy: 100)
        if (11...13).contains(lastTwo) { return .other }
        switch number.magnitude.truncatingRemainder(dividingBy: 10) {
        case 1: return .one
        case 2: return .two
        case 3: return .few
        default: return .other
        }
    }
}
