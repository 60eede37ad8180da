extension SettingTable {
    /// A settings file to begin with: every setting at its usual value, explained, and keys as a comment.
    /// - Parameter keys: examples of keys, `command: key` each.
    public func example(keys: [String]) -> String {
        var lines = Self.comment(
            "Settings of Rapport. It reads ~/.config/rapport/settings.yaml, or what RAPPORT_SETTINGS or --settings names. "
                + "Everything below is as it is without a file; `rapport settings` shows what counts, and why.")
        for row in rows {
            lines.append("")
            lines += Self.comment(row.summary + (row.more.isEmpty ? "" : " " + row.more))
            lines.append("# Takes \(row.wanted).")
            lines.append("\(row.name.rawValue): \(row.usual)")
        }
        lines.append("")
        lines += Self.comment(
            "Who is there after a hard call: a line each, shown at the end of the debrief when somebody stepped back or "
                + "was treated badly.")
        lines += ["support:", "#  - Mira, on the floor until six"]
        lines.append("")
        lines += Self.comment(
            "Keys of your own: a command, and a key or a list of keys for it. An empty list takes its keys away; the "
                + "command can still be typed. `rapport --keys` lists the commands and the keys as they are.")
        lines.append("keys:")
        lines += keys.map { "#  \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text as comment lines of at most 100 columns.
    private static func comment(_ text: String) -> [String] {
        var lines: [String] = []
        var line = "#"
        for word in text.split(separator: " ") {
            if line.count + word.count + 1 > 100 {
                lines.append(line)
                line = "#"
            }
            line += " " + word
        }
        return lines + [line]
    }
}
