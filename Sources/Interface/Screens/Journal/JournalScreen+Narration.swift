import Terminal

extension JournalScreen {
    /// So many sessions are told at a time.
    private static let told = 20

    /// The sessions round the chosen one with their numbers, newest first.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration(
            isShared ? "journal-shared" : "journal", isShared ? "Shared with you." : "Journal.")
        if !isShared, let line = CheckInLines.overWeeks(checkIns, glyphs: PlainText.glyphs), query.isEmpty {
            narration.items.append(Narration.Item("weeks", line.runs.map(\.text).joined()))
        }
        if finding.isTyping { narration.typing = .search }
        guard total > 0 else {
            narration.items.append(
                Narration.Item(
                    "empty",
                    query.isEmpty ? emptyWords : "No session has “\(query)”."))
            narration.prompt =
                finding.isTyping ? "Words, or :back for all" : "next for \(otherList), or back"
            return narration
        }
        let block = chosenRow / Self.told * Self.told
        let places = (block..<min(total, block + Self.told)).filter { rows.indices.contains($0 - offset) }
        let all = places.map { place in
            let row = rows[place - offset]
            let facts = Self.facts(row)
            let step: Action = place < chosenRow ? .up : .down
            return Narration.Choice(
                String(place + 1),
                "\(row.date), \(isShared ? Discussion.name(row.summary.owner) + ", " : "")\(row.summary.title): "
                    + "\(Self.standing(row.summary)).",
                detail: facts.isEmpty ? "" : facts.joined(separator: ", ") + ".",
                does: (finding.isTyping ? [.accept] : [])
                    + Array(repeating: step, count: abs(place - chosenRow)) + [.accept])
        }
        let marks = places.map { place in
            let row = rows[place - offset]
            return "\(row.summary.id)\(Self.standing(row.summary))"
        }.joined(separator: " ")
        let count = Self.count(total, query: query)
        var heading = total == 1 ? "\(count):" : "\(count), newest first:"
        if total > Self.told {
            heading =
                "\(count), newest first; \(block + 1) to \(block + all.count) here. "
                + "page-down goes on, find looks for words:"
        }
        narration.choices = Narration.Choices(query + marks, heading, all, chosen: chosenRow - block)
        let range = total == 1 ? "1" : "\(block + 1) to \(block + all.count)"
        narration.prompt =
            finding.isTyping
            ? "Words, or a number"
            : isShared
                ? "\(range), next for \(otherList), or back"
                : "\(range), compare or share for number \(chosenRow + 1), next for \(otherList), or back"
        return narration
    }

    private var otherList: String { isShared ? "your own" : "what others share with you" }
}
