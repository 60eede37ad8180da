import Yarn

/// Looks for what may belong to a real person: addresses, numbers of telephones, cards and accounts.
///
/// What is reserved for examples is let pass: the domains of RFC 2606, the telephone numbers that are kept for fiction
/// (555-01xx in North America; 01632 960xxx, 020 7946 0xxx and 07700 900xxx in Britain).
enum PersonalData {
    struct Finding: Hashable {
        var what: String
        var text: String
        var hint: String
    }

    static func find(in text: String) -> [Finding] {
        mails(in: text) + accounts(in: text) + numbers(in: text) + postcodes(in: text)
    }

    // MARK: Mail

    private static func mails(in text: String) -> [Finding] {
        text.split { $0.isWhitespace || "<>()[]{},;:\"“”".contains($0) }.compactMap { word in
            let parts = word.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else { return nil }
            var domain = parts[1].lowercased()
            while domain.last.map({ ".!?".contains($0) }) == true { domain.removeLast() }
            guard domain.contains("."), !isReserved(domain) else { return nil }
            return Finding(
                what: "a mail address", text: String(word), hint: "Use one at `example.com`, which belongs to nobody.")
        }
    }

    private static func isReserved(_ domain: String) -> Bool {
        let labels = domain.split(separator: ".")
        guard let top = labels.last else { return true }
        if ["test", "example", "invalid", "localhost"].contains(top) { return true }
        return labels.count > 1 && labels[labels.count - 2] == "example" && ["com", "org", "net"].contains(top)
    }

    // MARK: Numbers

    /// A run of digits with what people write between them.
    private static func numbers(in text: String) -> [Finding] {
        var found: [Finding] = []
        var run = ""
        for character in text + " ." {
            let isPart = (character.isASCII && character.isNumber) || (!run.isEmpty && " -/().".contains(character))
            if isPart || (character == "+" && run.isEmpty) {
                run.append(character)
            } else {
                if let finding = number(run) { found.append(finding) }
                run = ""
            }
        }
        if let finding = number(run) { found.append(finding) }
        return found
    }

    private static func number(_ run: String) -> Finding? {
        let digits = run.filter(\.isNumber)
        var text = run[...]
        while text.last.map({ " -/().".contains($0) }) == true { text.removeLast() }
        if (13...19).contains(digits.count), luhn(digits) {
            return Finding(what: "the number of a card", text: String(text), hint: "Show the last four digits only.")
        }
        // Sentences end inside of runs such as `5. 2026`: a telephone number has no full stop with a space behind it.
        let looksLikeTelephone = text.hasPrefix("+") || text.hasPrefix("0") || text.hasPrefix("(")
        guard (9...15).contains(digits.count), looksLikeTelephone || digits.count == 10, !text.contains(". "),
            !isFiction(digits)
        else { return nil }
        return Finding(
            what: "a telephone number", text: String(text), hint: "Use one that is kept for fiction, such as 555-0123.")
    }

    private static func isFiction(_ digits: String) -> Bool {
        ["55501", "01632960", "1632960", "2079460", "7700900"].contains(where: digits.contains)
    }

    /// The check digit of card numbers: ISO/IEC 7812-1, annex B.
    static func luhn(_ digits: String) -> Bool {
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let value = digit.wholeNumberValue ?? 0
            let doubled = index % 2 == 1 ? value * 2 : value
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return sum % 10 == 0
    }

    // MARK: Accounts

    private static func accounts(in text: String) -> [Finding] {
        let words = text.split { !($0.isLetter || $0.isNumber) }
        for start in words.indices {
            let head = words[start]
            guard head.count >= 4, head.prefix(2).allSatisfy({ $0.isASCII && $0.isUppercase }),
                head.dropFirst(2).prefix(2).allSatisfy({ $0.isASCII && $0.isNumber })
            else { continue }
            var joined = ""
            for word in words[start...].prefix(9) {
                joined += word
                guard joined.count <= 34 else { break }
                if joined.count >= 15, isAccount(joined) {
                    return [
                        Finding(
                            what: "the number of an account", text: joined, hint: "Show the last four characters only.")
                    ]
                }
            }
        }
        return []
    }

    /// The check digits of an IBAN: ISO 13616-1, mod 97.
    static func isAccount(_ text: String) -> Bool {
        var remainder = 0
        for character in text.dropFirst(4) + text.prefix(4) {
            guard character.isASCII, let value = Int(String(character), radix: 36) else { return false }
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
        }
        return remainder == 1
    }

    // MARK: Places

    /// British postcodes (`SW1A 1AA`) and a house number with its street.
    private static func postcodes(in text: String) -> [Finding] {
        let words = text.split { $0.isWhitespace || ",.;:!?".contains($0) }
        for (first, second) in zip(words, words.dropFirst()) {
            let outward =
                (2...4).contains(first.count) && first.first?.isUppercase == true
                && first.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
                && first.contains(where: \.isNumber)
            let inward =
                second.count == 3 && second.first?.isNumber == true
                && second.dropFirst().allSatisfy { $0.isASCII && $0.isUppercase }
            if outward, inward {
                return [
                    Finding(
                        what: "a postcode", text: "\(first) \(second)",
                        hint: "Leave it out, or name a place that is made up.")
                ]
            }
        }
        let streets: Set<Substring> = ["Street", "Avenue", "Boulevard"]
        for index in words.indices.dropFirst(2) where streets.contains(words[index]) {
            guard Int(words[index - 2]) != nil, words[index - 1].first?.isUppercase == true else { continue }
            let text = words[(index - 2)...index].joined(separator: " ")
            return [Finding(what: "an address", text: text, hint: "Name the street without the number.")]
        }
        return []
    }
}

extension ScenarioRule {
    /// A warning where a text seems to hold what may belong to a real person; of several findings, the first.
    /// - Parameter span: where the text stands.
    public static func personalData(in text: String, at span: SourceSpan) -> [Diagnostic] {
        PersonalData.find(in: text).prefix(1).map { finding in
            ScenarioRule.personalData.diagnostic(
                "This looks like \(finding.what): `\(finding.text)`.", at: span, hint: finding.hint)
        }
    }
}
