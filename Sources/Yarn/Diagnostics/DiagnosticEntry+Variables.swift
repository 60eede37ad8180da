/// Variables and their types.
extension DiagnosticEntry {
    static let undeclaredVariable = DiagnosticEntry(
        .undeclaredVariable, "a variable that is not declared",
        "It starts as 0, \"\" or false. Declare it to say so, or check its spelling.",
        wrong: """
            title: Start
            ---
            <<set $visits = 1>>
            ===

            """,
        right: """
            title: Start
            ---
            <<declare $visits = 0>>
            <<set $visits = 1>>
            ===

            """)

    static let unusedVariable = DiagnosticEntry(
        .unusedVariable, "a variable nobody uses",
        "It is declared and then neither read nor set.",
        wrong: """
            title: Start
            ---
            <<declare $visits = 0>>
            Good morning.
            ===

            """,
        right: """
            title: Start
            ---
            <<declare $visits = 0>>
            This is visit {$visits}.
            ===

            """)

    static let redeclaredVariable = DiagnosticEntry(
        .redeclaredVariable, "a variable declared twice",
        "A project declares a variable once, in any file.",
        wrong: """
            title: Start
            ---
            <<declare $visits = 0>>
            <<declare $visits = 1>>
            This is visit {$visits}.
            ===

            """,
        right: """
            title: Start
            ---
            <<declare $visits = 0>>
            This is visit {$visits}.
            ===

            """)

    static let implicitTypeConflict = DiagnosticEntry(
        .implicitTypeConflict, "a variable used as several types",
        "A variable keeps one type for ever; without a declaration its first use decides. Use two variables, or "
            + "convert with `string()` or `number()`.",
        wrong: """
            title: Start
            ---
            <<set $visits = 1>>
            <<set $visits = "one">>
            ===

            """,
        right: """
            title: Start
            ---
            <<declare $visits = 1>>
            <<set $visits = 2>>
            ===

            """)

    static let typeMismatch = DiagnosticEntry(
        .typeMismatch, "a value that does not fit its variable",
        "A variable takes only values of the type it was declared with.",
        wrong: """
            title: Start
            ---
            <<declare $visits = 0>>
            <<set $visits = "one">>
            ===

            """,
        right: """
            title: Start
            ---
            <<declare $visits = 0>>
            <<set $visits = 1>>
            ===

            """)

    static let declaredTypeMismatch = DiagnosticEntry(
        .declaredTypeMismatch, "a value that is not of the type behind `as`",
        "Change the value or the type.",
        wrong: """
            title: Start
            ---
            <<declare $visits = "one" as number>>
            This is visit {$visits}.
            ===

            """,
        right: """
            title: Start
            ---
            <<declare $visits = 1 as number>>
            This is visit {$visits}.
            ===

            """)

    static let wrongType = DiagnosticEntry(
        .wrongType, "a value of the wrong type",
        "Operators, conditions and functions take values of certain types. Numbers and texts are not added; "
            + "`string()` and `number()` convert.",
        wrong: """
            title: Start
            ---
            {"Visit " + 1}
            ===

            """,
        right: """
            title: Start
            ---
            {"Visit " + string(1)}
            ===

            """)

    static let unknownType = DiagnosticEntry(
        .unknownType, "a type that cannot be found out",
        "Nothing says whether it is a number, a text or a truth value. Declare the variable with a value.",
        wrong: """
            title: Start
            ---
            This is visit {$visits}.
            ===

            """,
        right: """
            title: Start
            ---
            <<declare $visits = 1>>
            This is visit {$visits}.
            ===

            """)

    static let nullValue = DiagnosticEntry(
        .nullValue, "null",
        "Yarn has no null. Use \"\", 0 or false.",
        wrong: """
            title: Start
            ---
            <<declare $name = null>>
            Good morning.
            ===

            """,
        right: """
            title: Start
            ---
            <<declare $name = "">>
            Good morning, {$name}.
            ===

            """)

    static let smartVariableWritten = DiagnosticEntry(
        .smartVariableWritten, "a smart variable that is set",
        "A variable declared with an expression is computed at each read and cannot be set.",
        wrong: """
            title: Start
            ---
            <<declare $visits = 1>>
            <<declare $next = $visits + 1>>
            <<set $next = 5>>
            ===

            """,
        right: """
            title: Start
            ---
            <<declare $visits = 1>>
            <<declare $next = $visits + 1>>
            <<set $visits = 4>>
            Next is visit {$next}.
            ===

            """)

    static let smartVariableLoop = DiagnosticEntry(
        .smartVariableLoop, "smart variables in a circle",
        "Each needs the other, so none could ever be computed.",
        wrong: """
            title: Start
            ---
            <<declare $last = $next - 1>>
            <<declare $next = $last + 1>>
            Next is visit {$next}.
            ===

            """,
        right: """
            title: Start
            ---
            <<declare $last = 1>>
            <<declare $next = $last + 1>>
            Next is visit {$next}.
            ===

            """)
}
