import Terminal

extension JournalScreen {
    /// Every session with a number, newest first.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("journal", "Journal.")
        guard !rows.isEmpty else {
            narration.items.append(
                Narration.Item("empty", "Nothing yet. Every conversation you practise is kept here, for you alone."))
            narration.prompt = "back, or ? for help"
            return narration
        }
        let all = rows.enumerated().map { index, row in
            Narration.Choice(
                String(index + 1), "\(row.date), \(row.summary.title): \(Self.standing(row.summary)).",
                does: [.top] + Array(repeating: .down, count: index) + [.accept])
        }
        let marks = rows.map { "\($0.summary.id)\(Self.standing($0.summary))" }.joined(separator: " ")
        narration.choices = Narration.Choices(
            marks, rows.count == 1 ? "1 session:" : "\(rows.count) sessions, newest first:", all, chosen: chosenRow)
        narration.prompt = rows.count == 1 ? "1, or back" : "1 to \(rows.count), or back"
        return narration
    }
}
