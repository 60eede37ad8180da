import Terminal

extension NotebookScreen.Row {
    /// The note in one line.
    var words: String { entry.text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension NotebookScreen {
    /// The notes with their numbers, newest first.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("notebook", "Notebook.")
        if finding.isTyping { narration.typing = .search }
        guard !rows.isEmpty else {
            narration.items.append(Narration.Item("empty", emptyWords))
            narration.prompt = finding.isTyping ? "Words, or :back for all" : "back, or ? for help"
            return narration
        }
        let all = rows.enumerated().map { index, row in
            Narration.Choice(
                String(index + 1), "\(row.date), \(row.entry.isRule ? "rule" : "note"): \(row.words)",
                detail: "Written in \(row.entry.title)\(row.entry.name.isEmpty ? "" : ", at \(row.entry.name)").",
                does: (finding.isTyping ? [.accept] : []) + [.top] + Array(repeating: .down, count: index) + [.accept])
        }
        let marks = rows.map { "\($0.entry.stream)-\($0.entry.sequence)" }.joined(separator: " ")
        narration.choices = Narration.Choices(
            query + marks, rows.count == 1 ? "1 note:" : "\(rows.count) notes, newest first:", all, chosen: chosenRow)
        narration.prompt = rows.count == 1 ? "1, or back" : "1 to \(rows.count), or back"
        return narration
    }
}
