/// Titles, node groups, and what leads from node to node.
extension DiagnosticEntry {
    static let missingDelimiter = DiagnosticEntry(
        .missingDelimiter, "a node without its delimiters",
        "A node is headers, a line `---`, a body and a line `===`. Without one of the two lines nobody can tell "
            + "where the body begins or ends.",
        wrong: """
            title: Start
            ---
            Good morning.

            """,
        right: """
            title: Start
            ---
            Good morning.
            ===

            """)

    static let unreachedNode = DiagnosticEntry(
        .unreachedNode, "a node nobody reaches",
        "No jump, no detour and no text of an expression names the node, and it is not Start. Only said when "
            + "asked for: a host may start anywhere.",
        wrong: """
            title: Start
            ---
            Good morning.
            ===
            title: Lost
            ---
            Nobody hears this.
            ===

            """,
        right: """
            title: Start
            ---
            Good morning.
            <<jump Found>>
            ===
            title: Found
            ---
            Somebody hears this.
            ===

            """)

    static let duplicateTitle = DiagnosticEntry(
        .duplicateTitle, "two nodes with one title",
        "Titles are unique in a project, unless every node of that title has a `when:` header: then they are a "
            + "node group.",
        wrong: """
            title: Start
            ---
            Good morning.
            ===
            title: Start
            ---
            Good evening.
            ===

            """,
        right: """
            title: Start
            when: once
            ---
            Good morning.
            ===
            title: Start
            when: always
            ---
            Good evening.
            ===

            """)

    static let unknownNode = DiagnosticEntry(
        .unknownNode, "a node that does not exist",
        "A jump or detour to it can only fail when it is reached. Check the spelling of the title. A node "
            + "without content counts as missing.",
        wrong: """
            title: Start
            ---
            <<jump Goodby>>
            ===
            title: Goodbye
            ---
            Goodbye.
            ===

            """,
        right: """
            title: Start
            ---
            <<jump Goodbye>>
            ===
            title: Goodbye
            ---
            Goodbye.
            ===

            """)

    static let invalidTitle = DiagnosticEntry(
        .invalidTitle, "a title that is not one word",
        "Titles and subtitles are letters, digits and underscores and do not begin with a digit. A full stop is "
            + "kept for the members of node groups.",
        wrong: """
            title: Start.again
            ---
            Good morning.
            ===

            """,
        right: """
            title: Start_again
            ---
            Good morning.
            ===

            """)

    static let memberWithoutWhen = DiagnosticEntry(
        .memberWithoutWhen, "a member of a node group without `when:`",
        "Nodes share a title only if each says when it may run. `when: always` is enough.",
        wrong: """
            title: Start
            when: once
            ---
            Good morning.
            ===
            title: Start
            ---
            Good evening.
            ===

            """,
        right: """
            title: Start
            when: once
            ---
            Good morning.
            ===
            title: Start
            when: always
            ---
            Good evening.
            ===

            """)

    static let duplicateSubtitle = DiagnosticEntry(
        .duplicateSubtitle, "two members with one subtitle",
        "A member of a node group is known as `Title.subtitle`, so subtitles are unique in their group.",
        wrong: """
            title: Start
            subtitle: early
            when: once
            ---
            Good morning.
            ===
            title: Start
            subtitle: early
            when: always
            ---
            Good evening.
            ===

            """,
        right: """
            title: Start
            subtitle: early
            when: once
            ---
            Good morning.
            ===
            title: Start
            subtitle: late
            when: always
            ---
            Good evening.
            ===

            """)

    static let emptyNode = DiagnosticEntry(
        .emptyNode, "a node without content",
        "A node that says and does nothing is left out of the program: a jump to it fails.",
        wrong: """
            title: Start
            ---
            // Still to be written.
            ===

            """,
        right: """
            title: Start
            ---
            Good morning.
            ===

            """)

    static let missingTitle = DiagnosticEntry(
        .missingTitle, "a node without a title",
        "Every node has one `title:` header: jumps find it by that.",
        wrong: """
            tags: greeting
            ---
            Good morning.
            ===

            """,
        right: """
            title: Start
            tags: greeting
            ---
            Good morning.
            ===

            """)

    static let severalTitles = DiagnosticEntry(
        .severalTitles, "a node with two titles",
        "Every node has one `title:` header.",
        wrong: """
            title: Start
            title: Greeting
            ---
            Good morning.
            ===

            """,
        right: """
            title: Start
            ---
            Good morning.
            ===

            """)
}
