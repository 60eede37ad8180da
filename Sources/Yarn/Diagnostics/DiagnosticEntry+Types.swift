/// Functions and enums.
extension DiagnosticEntry {
    static let unknownFunction = DiagnosticEntry(
        .unknownFunction, "a function that does not exist",
        "Neither the language nor the host offers it.",
        wrong: """
            title: Start
            ---
            {rond(2.5)}
            ===

            """,
        right: """
            title: Start
            ---
            {round(2.5)}
            ===

            """)

    static let wrongArguments = DiagnosticEntry(
        .wrongArguments, "the wrong number of arguments",
        "A function takes a fixed number of values.",
        wrong: """
            title: Start
            ---
            {max(1)}
            ===

            """,
        right: """
            title: Start
            ---
            {max(1, 2)}
            ===

            """)

    static let invalidEnum = DiagnosticEntry(
        .invalidEnum, "an enum that does not hold together",
        "An enum has at least one case; cases are unique; either none has a raw value or all have one, all "
            + "whole numbers or all texts, all different.",
        wrong: """
            title: Start
            ---
            <<enum Mood>>
            <<case Calm>>
            <<case Calm>>
            <<endenum>>
            Good morning.
            ===

            """,
        right: """
            title: Start
            ---
            <<enum Mood>>
            <<case Calm>>
            <<case Angry>>
            <<endenum>>
            Good morning.
            ===

            """)

    static let invalidLiteral = DiagnosticEntry(
        .invalidLiteral, "a raw value that is not a literal",
        "Raw values are whole numbers or texts, written out.",
        wrong: """
            title: Start
            ---
            <<enum Mood>>
            <<case Calm = 1 + 1>>
            <<endenum>>
            Good morning.
            ===

            """,
        right: """
            title: Start
            ---
            <<enum Mood>>
            <<case Calm = 2>>
            <<endenum>>
            Good morning.
            ===

            """)

    static let unknownCase = DiagnosticEntry(
        .unknownCase, "a case that does not exist",
        "No enum in question has it. Check the spelling.",
        wrong: """
            title: Start
            ---
            <<enum Mood>>
            <<case Calm>>
            <<case Angry>>
            <<endenum>>
            {Mood.Clam}
            ===

            """,
        right: """
            title: Start
            ---
            <<enum Mood>>
            <<case Calm>>
            <<case Angry>>
            <<endenum>>
            {Mood.Calm}
            ===

            """)

    static let ambiguousType = DiagnosticEntry(
        .ambiguousType, "a case that several enums have",
        "Name the enum: `Enum.Case`.",
        wrong: """
            title: Start
            ---
            <<enum Mood>>
            <<case Calm>>
            <<case Angry>>
            <<endenum>>
            <<enum Sea>>
            <<case Calm>>
            <<endenum>>
            {.Calm}
            ===

            """,
        right: """
            title: Start
            ---
            <<enum Mood>>
            <<case Calm>>
            <<case Angry>>
            <<endenum>>
            <<enum Sea>>
            <<case Calm>>
            <<endenum>>
            {Sea.Calm}
            ===

            """)

    static let redeclaredType = DiagnosticEntry(
        .redeclaredType, "a type declared twice",
        "A project declares an enum once. number, string and bool are taken.",
        wrong: """
            title: Start
            ---
            <<enum Mood>>
            <<case Calm>>
            <<case Angry>>
            <<endenum>>
            <<enum Mood>>
            <<case Calm>>
            <<case Angry>>
            <<endenum>>
            Good morning.
            ===

            """,
        right: """
            title: Start
            ---
            <<enum Mood>>
            <<case Calm>>
            <<case Angry>>
            <<endenum>>
            Good morning.
            ===

            """)
}
