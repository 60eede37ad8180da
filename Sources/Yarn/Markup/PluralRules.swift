/// Which plural category a number has in one language; cardinal for `3 days`, ordinal for `3rd day`.
///
/// Rules are written in the syntax of Unicode Technical Standard 35, part 3, "Language Plural Rules":
/// `v = 0 and i % 10 = 2..4 and i % 100 != 12..14`. The categories are tried in the order zero, one, two, few, many; a number
/// that fits none is `other`.
public struct PluralRules: Hashable, Sendable {
    /// The language as a BCP 47 tag: `en`, `pt-PT`.
    public let locale: String
    /// False when nothing is known of the language: every number is `other`.
    public let isKnown: Bool
    private let cardinals: [Rule]
    private let ordinals: [Rule]

    private struct Rule: Hashable, Sendable {
        var category: PluralCategory
        var condition: PluralCondition
    }

    /// The rules of English.
    public static let english = PluralRules.known("en") ?? PluralRules(unknown: "en")

    /// The rules of a language that the table has, also by a longer tag: `de-AT` has those of `de`.
    public init?(locale: String) {
        var tag = locale.split { $0 == "_" || $0 == "-" }.map(String.init)
        while !tag.isEmpty {
            if let rules = PluralRules.known(tag.joined(separator: "-")) {
                self = rules
                return
            }
            tag.removeLast()
        }
        return nil
    }

    /// Stands for a language nothing is known of: every number is `other`.
    public init(unknown locale: String) {
        self.locale = locale
        isKnown = false
        cardinals = []
        ordinals = []
    }

    /// Rules of your own; a category without a rule never applies.
    /// - Throws: `PluralRules.Mistake` when a condition cannot be read, or a rule is given for `other`.
    public init(
        locale: String, cardinal: [PluralCategory: String], ordinal: [PluralCategory: String] = [:]
    ) throws(Mistake) {
        self.locale = locale
        isKnown = true
        cardinals = try PluralRules.rules(cardinal)
        ordinals = try PluralRules.rules(ordinal)
    }

    /// Why rules cannot be read.
    public struct Mistake: Error, Hashable {
        /// What is wrong, in a sentence.
        public var message: String
    }

    private static func rules(_ texts: [PluralCategory: String]) throws(Mistake) -> [Rule] {
        var rules: [Rule] = []
        for category in PluralCategory.allCases {
            guard let text = texts[category] else { continue }
            guard category != .other else {
                throw Mistake(message: "`other` is what is left; it has no rule.")
            }
            rules.append(Rule(category: category, condition: try PluralCondition(text)))
        }
        return rules
    }

    private static func known(_ tag: String) -> PluralRules? {
        guard let texts = table[tag.lowercased()] else { return nil }
        return try? PluralRules(locale: tag, cardinal: texts.cardinal, ordinal: texts.ordinal)
    }

    /// The category of a number that counts: `1 day`, `2 days`. Printed digits matter: `1.0` may differ from `1`.
    public func cardinal(of number: String) -> PluralCategory {
        category(of: number, in: cardinals)
    }

    /// The category of a number that orders: `1st`, `2nd`.
    public func ordinal(of number: String) -> PluralCategory {
        category(of: number, in: ordinals)
    }

    /// The categories that numbers of this language fall into.
    public var cardinalCategories: [PluralCategory] { cardinals.map(\.category) + [.other] }
    /// The categories of ordinal numbers.
    public var ordinalCategories: [PluralCategory] { ordinals.map(\.category) + [.other] }

    private func category(of number: String, in rules: [Rule]) -> PluralCategory {
        guard !rules.isEmpty, let operands = PluralOperands(number) else { return .other }
        return rules.first { $0.condition.holds(for: operands) }?.category ?? .other
    }
}
