extension DiagnosticEntry {
    /// Examples longer than this, in lines, are shown by what differs between them.
    private static var pageLimit: Int { 24 }

    /// The reference page: every entry with its examples, as Markdown, in the order given.
    ///
    /// Control characters of the examples are shown as pictures. Of long examples only what differs is shown.
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
            page += "\(entry.explanation)\n\(entry.examples)"
        }
        return page
    }

    private var examples: String {
        let wrongLines = DiagnosticEntry.lines(of: wrong)
        let rightLines = DiagnosticEntry.lines(of: right)
        if wrongLines.isEmpty { return "" }
        guard max(wrongLines.count, rightLines.count) > DiagnosticEntry.pageLimit else {
            return "\n\(block(wrongLines[...]))\nMended:\n\n\(block(rightLines[...]))"
        }
        // What both begin and end with is left out, but for the line before.
        var start = 0
        while start < min(wrongLines.count, rightLines.count), wrongLines[start] == rightLines[start] { start += 1 }
        var end = 0
        while end < min(wrongLines.count, rightLines.count) - start,
            wrongLines[wrongLines.count - 1 - end] == rightLines[rightLines.count - 1 - end]
        {
            end += 1
        }
        start = max(start - 1, 0)
        end = max(end - 1, 0)
        let (before, after) = (wrongLines[start..<wrongLines.count - end], rightLines[start..<rightLines.count - end])
        guard max(before.count, after.count) <= DiagnosticEntry.pageLimit else {
            return "\n\(block(before))"
        }
        return "\nIn a scenario, wrong:\n\n\(block(before))\nMended:\n\n\(block(after))"
    }

    private static func lines(of text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private func block(_ lines: ArraySlice<String>) -> String {
        "```\(format)\n" + lines.map { Diagnostic.visible($0) + "\n" }.joined() + "```\n"
    }
}
