/// `select`, `plural` and `ordinal`: tags that put one of several texts in their place.
enum MarkupReplacement {
    static let names: Set<String> = ["select", "plural", "ordinal"]

    static func text(for tag: MarkupScanner.Tag, _ plurals: PluralRules) throws(MarkupParser.Problem) -> String {
        guard let value = tag["value"] else {
            throw MarkupParser.Problem(message: "`[\(tag.name)` needs a property `value`.")
        }
        let key: String
        if tag.name == "select" {
            key = value.description
        } else {
            guard let number = digits(of: value) else {
                throw MarkupParser.Problem(message: "`[\(tag.name)` needs a number, not `\(value)`.")
            }
            key = (tag.name == "plural" ? plurals.cardinal(of: number) : plurals.ordinal(of: number)).rawValue
        }
        let choice =
            tag.properties.first { $0.name == key && $0.name != "value" }
            ?? tag.properties.first { $0.name.lowercased() == key.lowercased() && $0.name != "value" }
        guard let choice else { throw MarkupParser.Problem(message: "`[\(tag.name)` has no text for `\(key)`.") }
        return fill(choice.value.description, value.description)
    }

    /// Whether every number has a form, for a value that is not known yet.
    static func checkForms(of tag: MarkupScanner.Tag, _ plurals: PluralRules) throws(MarkupParser.Problem) {
        guard tag.name != "select" else { return }
        for category in tag.name == "plural" ? plurals.cardinalCategories : plurals.ordinalCategories
        where !tag.properties.contains(where: { $0.name.lowercased() == category.rawValue }) {
            throw MarkupParser.Problem(message: "`[\(tag.name)` has no text for `\(category.rawValue)`.")
        }
    }

    /// A number as it is printed; nil when the value is none.
    private static func digits(of value: Value) -> String? {
        switch value {
        case .number: value.description
        case .string(let text): isNumber(text) ? text : nil
        case .bool: nil
        }
    }

    /// `12`, `-1.50`, and what a number may print as: `1E+09`, `NaN`, `Infinity`.
    private static func isNumber(_ text: String) -> Bool {
        if MarkupScanner.number(text) != nil || ["NaN", "Infinity", "-Infinity"].contains(text) { return true }
        let parts = text.split(separator: "E", omittingEmptySubsequences: false)
        return parts.count == 2 && MarkupScanner.number(String(parts[0])) != nil
            && (parts[1].first == "+" || parts[1].first == "-") && Int(parts[1]) != nil
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
