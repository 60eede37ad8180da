/// Statements, commands, and files as a whole.
extension DiagnosticEntry {
    static let syntax = DiagnosticEntry(
        .syntax, "something that is not Yarn",
        "The message says what was expected. The statement is skipped, the rest of the file is read.",
        wrong: """
            title: Start
            ---
            <<if true>>
            Good morning.
            <<else if false>>
            Good evening.
            <<endif>>
            ===

            """,
        right: """
            title: Start
            ---
            <<if true>>
            Good morning.
            <<elseif false>>
            Good evening.
            <<endif>>
            ===

            """)

    static let unclosedCommand = DiagnosticEntry(
        .unclosedCommand, "a command without its end",
        "A command ends with `>>` on the line it began on.",
        wrong: """
            title: Start
            ---
            <<wait 2
            ===

            """,
        right: """
            title: Start
            ---
            <<wait 2>>
            ===

            """)

    static let unclosedBlock = DiagnosticEntry(
        .unclosedBlock, "a block without its end",
        "`<<if>>` needs `<<endif>>`, `<<once>>` needs `<<endonce>>`, `<<enum>>` needs `<<endenum>>`, inside the "
            + "same body.",
        wrong: """
            title: Start
            ---
            <<if true>>
            Good morning.
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

    static let unreachableCode = DiagnosticEntry(
        .unreachableCode, "statements nobody reaches",
        "Behind a jump, a return or a stop nothing happens any more. Only said when asked for.",
        wrong: """
            title: Start
            ---
            <<stop>>
            Good morning.
            ===

            """,
        right: """
            title: Start
            ---
            Good morning.
            <<stop>>
            ===

            """)

    static let textAfterCommand = DiagnosticEntry(
        .textAfterCommand, "text behind a command",
        "It becomes a line of its own. Put it on the next line.",
        wrong: """
            title: Start
            ---
            <<wait 2>> Good morning.
            ===

            """,
        right: """
            title: Start
            ---
            <<wait 2>>
            Good morning.
            ===

            """)

    static let commandAfterText = DiagnosticEntry(
        .commandAfterText, "a command behind text",
        "Only the conditions `<<if …>>`, `<<once>>` and `<<once if …>>` may follow text. Commands have lines of "
            + "their own.",
        wrong: """
            title: Start
            ---
            Good morning. <<wait 2>>
            ===

            """,
        right: """
            title: Start
            ---
            Good morning.
            <<wait 2>>
            ===

            """)

    static let extraChevrons = DiagnosticEntry(
        .extraChevrons, "too many chevrons",
        "Commands have two on each side.",
        wrong: """
            title: Start
            ---
            <<<wait 2>>>
            ===

            """,
        right: """
            title: Start
            ---
            <<wait 2>>
            ===

            """)

    static let tooDeep = DiagnosticEntry(
        .tooDeep, "too much nesting",
        "Statements and operators nest only so deep, so that no file can harm the program that "
            + "reads it. Use jumps and detours, or variables for parts of an expression.",
        wrong: nested(100),
        right: nested(99))

    static let notText = DiagnosticEntry(
        .notText, "bytes that are no text",
        "Yarn files are text in UTF-8. A NUL character, or bytes that are not UTF-8, mean that the file is "
            + "something else or was damaged.",
        wrong: """
            title: Start
            ---
            Good \u{0}morning.
            ===

            """,
        right: """
            title: Start
            ---
            Good morning.
            ===

            """)

    static let badTestPlan = DiagnosticEntry(
        .badTestPlan, "a test plan that cannot be read, or does not hold",
        "The message says what happened instead.",
        wrong: """
            line: Good morning.
            stop

            """,
        right: """
            line: `Good morning.`
            stop

            """)

    /// A file with an expression of so many operators.
    private static func nested(_ depth: Int) -> String {
        "title: Start\n---\n{1\(String(repeating: "+1", count: depth))}\n===\n"
    }
}
