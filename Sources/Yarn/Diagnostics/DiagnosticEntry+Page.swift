extension DiagnosticEntry {
    /// The reference page: every entry with its examples, as Markdown, in the order given.
    ///
    /// Control characters of the examples are shown as pictures.
    public static func page(of entries: [DiagnosticEntry]) -> String {
        var page = """
            # Diagnostics

            Everything that can be said about a script, with an example that raises it and the same example mended. `YS` codes
            are those of the Yarn language, `RP` codes are Rapport's own. An *error* means that there is no program; after a
            *warning* the script runs, but probably not as meant; an *info* is worth knowing.

            This page is made from the table that the messages are made from: `rapport yarn diagnostics` prints it.


            """
        page += "| code | | what |\n| --- | --- | --- |\n"
        for entry in entries {
            page += "| [\(entry.code)](#\(entry.code.lowercased())) | \(entry.severity.rawValue) | \(entry.title) |\n"
        }
        for entry in entries {
            page += "\n## \(entry.code)\n\n**\(entry.title.capitalisedFirst)** (\(entry.severity.rawValue)). "
            page += "\(entry.explanation)\n"
            if !entry.wrong.isEmpty { page += "\n\(block(entry.wrong))\nMended:\n\n\(block(entry.right))" }
        }
        return page
    }

    private static func block(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let body = lines.last == "" ? lines.dropLast() : lines[...]
        return "```yarn\n" + body.map { Diagnostic.visible(String($0)) + "\n" }.joined() + "```\n"
    }
}
