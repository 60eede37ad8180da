/// Lines, their ids and markup, options.
extension DiagnosticEntry {
    static let lineAndShadow = DiagnosticEntry(
        .lineAndShadow, "a line id and a shadow id",
        "A line has a text and an id of its own (`#line:`) or borrows them (`#shadow:`), not both.",
        wrong: """
            title: Start
            ---
            Good morning. #line:a1
            Good morning. #line:a2 #shadow:a1
            ===

            """,
        right: """
            title: Start
            ---
            Good morning. #line:a1
            Good morning. #shadow:a1
            ===

            """)

    static let duplicateLineID = DiagnosticEntry(
        .duplicateLineID, "two lines with one id",
        "Line ids are unique in a project: translations and recordings are found by them.",
        wrong: """
            title: Start
            ---
            Good morning. #line:a1
            Good evening. #line:a1
            ===

            """,
        right: """
            title: Start
            ---
            Good morning. #line:a1
            Good evening. #line:a2
            ===

            """)

    static let severalLineIDs = DiagnosticEntry(
        .severalLineIDs, "several line ids",
        "A line has at most one `#line:` or `#shadow:`.",
        wrong: """
            title: Start
            ---
            Good morning. #line:a1 #line:a2
            ===

            """,
        right: """
            title: Start
            ---
            Good morning. #line:a1
            ===

            """)

    static let unknownShadow = DiagnosticEntry(
        .unknownShadow, "a shadow of an unknown line",
        "`#shadow:x` borrows the text of the line that has `#line:x`; no line has.",
        wrong: """
            title: Start
            ---
            Good morning. #line:a1
            Good morning. #shadow:a2
            ===

            """,
        right: """
            title: Start
            ---
            Good morning. #line:a1
            Good morning. #shadow:a1
            ===

            """)

    static let shadowedExpression = DiagnosticEntry(
        .shadowedExpression, "a shadow of a line with values",
        "A line that is shadowed has no `{…}`: its values may differ from place to place.",
        wrong: """
            title: Start
            ---
            You are number {2 + 1}. #line:a1
            You are number {2 + 1}. #shadow:a1
            ===

            """,
        right: """
            title: Start
            ---
            You are number {2 + 1}. #line:a1
            You are number {2 + 1}. #line:a2
            ===

            """)

    static let shadowTextDiffers = DiagnosticEntry(
        .shadowTextDiffers, "a shadow with another text",
        "A shadow line repeats the text of its source, letter by letter.",
        wrong: """
            title: Start
            ---
            Good morning. #line:a1
            Good mornin. #shadow:a1
            ===

            """,
        right: """
            title: Start
            ---
            Good morning. #line:a1
            Good morning. #shadow:a1
            ===

            """)

    static let badMarkup = DiagnosticEntry(
        .badMarkup, "markup that does not fit",
        "A tag is opened and closed, a property has a value, a replacement has a text for every number. When "
            + "anything is wrong the whole line is shown raw, brackets and all. A tag that closes itself takes the "
            + "space behind it along, which is said where it probably was not meant.",
        wrong: """
            title: Start
            ---
            Good [b]morning.
            ===

            """,
        right: """
            title: Start
            ---
            Good [b]morning[/b].
            ===

            """)

    static let unknownLocale = DiagnosticEntry(
        .unknownLocale, "a language without plural rules",
        "`plural` and `ordinal` choose by the rules of the language of the texts. For this language there are "
            + "none, so every number takes `other`. The host can hand in rules.",
        wrong: """
            title: Start
            ---
            You have [plural value={3} one="% parcel" other="% parcels"/].
            ===

            """,
        right: """
            title: Start
            ---
            You have [select value={3} 3="three parcels"/].
            ===

            """)

    static let splitOptionGroup = DiagnosticEntry(
        .splitOptionGroup, "a blank line between options",
        "It splits them into two groups that are asked one after the other. A comment may stand between "
            + "options, a blank line may not.",
        wrong: """
            title: Start
            ---
            -> Good morning.

            -> Good evening.
            ===

            """,
        right: """
            title: Start
            ---
            -> Good morning.
            -> Good evening.
            ===

            """)

    static let cutOptionBody = DiagnosticEntry(
        .cutOptionBody, "an empty line inside the body of an option",
        "It ends the body: what follows belongs to nobody and is said whatever was chosen.",
        wrong: """
            title: Start
            ---
            -> Good morning.
                It is late.

                Very late.
            -> Good evening.
            ===

            """,
        right: """
            title: Start
            ---
            -> Good morning.
                It is late.
                Very late.
            -> Good evening.
            ===

            """)

    static let bareKeyword = DiagnosticEntry(
        .bareKeyword, "a keyword without `<< >>`",
        "It is taken as text and said aloud.",
        wrong: """
            title: Start
            ---
            <<if true>>
            Good morning.
            <<endif>>
            endif
            ===

            """,
        right: """
            title: Start
            ---
            <<if true>>
            Good morning.
            <<endif>>
            ===

            """)

    static let singleChevrons = DiagnosticEntry(
        .singleChevrons, "a line in single chevrons",
        "It is taken as text. Commands have two: `<<…>>`.",
        wrong: """
            title: Start
            ---
            <wait 2>
            ===

            """,
        right: """
            title: Start
            ---
            <<wait 2>>
            ===

            """)

    static let strayChevrons = DiagnosticEntry(
        .strayChevrons, "`>>` that ends no command",
        "It is taken as text. Write `\\>\\>` if it is meant so.",
        wrong: """
            title: Start
            ---
            wait 2>>
            ===

            """,
        right: """
            title: Start
            ---
            <<wait 2>>
            ===

            """)
}
