extension PluralRules {
    /// Rules by language, from the Unicode CLDR, release 46 (facts; the syntax is theirs). The operands `c` and `e`, which
    /// only compact numbers have, are left out.
    static let table: [String: (cardinal: [PluralCategory: String], ordinal: [PluralCategory: String])] = {
        var table: [String: (cardinal: [PluralCategory: String], ordinal: [PluralCategory: String])] = [:]
        for (languages, rules) in cardinalTable {
            for language in languages.split(separator: " ") {
                table[String(language), default: ([:], [:])].cardinal = rules
            }
        }
        for (languages, rules) in ordinalTable {
            for language in languages.split(separator: " ") {
                table[String(language), default: ([:], [:])].ordinal = rules
            }
        }
        return table
    }()

    private static let slavic = "v = 0 and i % 10 = 1 and i % 100 != 11"
    private static let slavicFew = "v = 0 and i % 10 = 2..4 and i % 100 != 12..14"
    private static let millions = "i != 0 and i % 1000000 = 0 and v = 0"

    private static let cardinalTable: [(String, [PluralCategory: String])] = [
        ("id ja ko lo ms my th vi yo yue zh", [:]),
        ("ast de en et fi fy gl io nl sv sw ur yi", [.one: "i = 1 and v = 0"]),
        ("af az bg el eo eu fo hu ka kk ku ky lb ml mn mr nb ne nn no ps rm so sq ta te tk tr ug uz", [.one: "n = 1"]),
        ("ca it pt-pt", [.one: "i = 1 and v = 0", .many: millions]),
        ("es", [.one: "n = 1", .many: millions]),
        ("fr", [.one: "i = 0,1", .many: millions]),
        ("pt", [.one: "i = 0..1", .many: millions]),
        ("hy", [.one: "i = 0,1"]),
        ("am as bn fa gu hi kn zu", [.one: "i = 0 or n = 1"]),
        ("da", [.one: "n = 1 or t != 0 and i = 0,1"]),
        ("is", [.one: "t = 0 and i % 10 = 1 and i % 100 != 11 or t % 10 = 1 and t % 100 != 11"]),
        ("mk", [.one: "\(slavic) or f % 10 = 1 and f % 100 != 11"]),
        (
            "fil tl",
            [.one: "v = 0 and i = 1,2,3 or v = 0 and i % 10 != 4,6,9 or v != 0 and f % 10 != 4,6,9"]
        ),
        (
            "lv",
            [
                .zero: "n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19",
                .one:
                    "n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1",
            ]
        ),
        ("he", [.one: "i = 1 and v = 0 or i = 0 and v != 0", .two: "i = 2 and v = 0"]),
        ("ro", [.one: "i = 1 and v = 0", .few: "v != 0 or n = 0 or n != 1 and n % 100 = 1..19"]),
        (
            "bs hr sr",
            [
                .one: "\(slavic) or f % 10 = 1 and f % 100 != 11",
                .few: "\(slavicFew) or f % 10 = 2..4 and f % 100 != 12..14",
            ]
        ),
        ("gd", [.one: "n = 1,11", .two: "n = 2,12", .few: "n = 3..10,13..19"]),
        (
            "sl",
            [
                .one: "v = 0 and i % 100 = 1", .two: "v = 0 and i % 100 = 2",
                .few: "v = 0 and i % 100 = 3..4 or v != 0",
            ]
        ),
        ("cs sk", [.one: "i = 1 and v = 0", .few: "i = 2..4 and v = 0", .many: "v != 0"]),
        (
            "pl",
            [
                .one: "i = 1 and v = 0", .few: slavicFew,
                .many:
                    "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
            ]
        ),
        (
            "be",
            [
                .one: "n % 10 = 1 and n % 100 != 11", .few: "n % 10 = 2..4 and n % 100 != 12..14",
                .many: "n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14",
            ]
        ),
        (
            "lt",
            [
                .one: "n % 10 = 1 and n % 100 != 11..19", .few: "n % 10 = 2..9 and n % 100 != 11..19",
                .many: "f != 0",
            ]
        ),
        (
            "ru uk",
            [
                .one: slavic, .few: slavicFew,
                .many: "v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14",
            ]
        ),
        ("mt", [.one: "n = 1", .two: "n = 2", .few: "n = 0 or n % 100 = 3..10", .many: "n % 100 = 11..19"]),
        ("ga", [.one: "n = 1", .two: "n = 2", .few: "n = 3..6", .many: "n = 7..10"]),
        (
            "ar",
            [.zero: "n = 0", .one: "n = 1", .two: "n = 2", .few: "n % 100 = 3..10", .many: "n % 100 = 11..99"]
        ),
        ("cy", [.zero: "n = 0", .one: "n = 1", .two: "n = 2", .few: "n = 3", .many: "n = 6"]),
    ]

    /// Languages that are not named here have one ordinal category.
    private static let ordinalTable: [(String, [PluralCategory: String])] = [
        ("sv", [.one: "n % 10 = 1,2 and n % 100 != 11,12"]),
        ("fil fr ga hy lo ms ro tl vi", [.one: "n = 1"]),
        ("hu", [.one: "n = 1,5"]),
        ("ne", [.one: "n = 1..4"]),
        ("be", [.few: "n % 10 = 2,3 and n % 100 != 12,13"]),
        ("uk", [.few: "n % 10 = 3 and n % 100 != 13"]),
        ("tk", [.few: "n % 10 = 6,9 or n = 10"]),
        ("kk", [.many: "n % 10 = 6 or n % 10 = 9 or n % 10 = 0 and n != 0"]),
        ("it", [.many: "n = 11,8,80,800"]),
        ("ka", [.one: "i = 1", .many: "i = 0 or i % 100 = 2..20,40,60,80"]),
        ("sq", [.one: "n = 1", .many: "n % 10 = 4 and n % 100 != 14"]),
        (
            "en",
            [
                .one: "n % 10 = 1 and n % 100 != 11", .two: "n % 10 = 2 and n % 100 != 12",
                .few: "n % 10 = 3 and n % 100 != 13",
            ]
        ),
        (
            "az",
            [
                .one: "i % 10 = 1,2,5,7,8 or i % 100 = 20,50,70,80",
                .few: "i % 10 = 3,4 or i % 1000 = 100,200,300,400,500,600,700,800,900",
                .many: "i = 0 or i % 10 = 6 or i % 100 = 40,60,90",
            ]
        ),
        ("mr", [.one: "n = 1", .two: "n = 2,3", .few: "n = 4"]),
        ("gd", [.one: "n = 1,11", .two: "n = 2,12", .few: "n = 3,13"]),
        ("ca", [.one: "n = 1,3", .two: "n = 2", .few: "n = 4"]),
        (
            "mk",
            [
                .one: "i % 10 = 1 and i % 100 != 11", .two: "i % 10 = 2 and i % 100 != 12",
                .many: "i % 10 = 7,8 and i % 100 != 17,18",
            ]
        ),
        ("gu hi", [.one: "n = 1", .two: "n = 2,3", .few: "n = 4", .many: "n = 6"]),
        ("as bn", [.one: "n = 1,5,7,8,9,10", .two: "n = 2,3", .few: "n = 4", .many: "n = 6"]),
        ("cy", [.zero: "n = 0,7,8,9", .one: "n = 1", .two: "n = 2", .few: "n = 3,4", .many: "n = 5,6"]),
    ]
}
