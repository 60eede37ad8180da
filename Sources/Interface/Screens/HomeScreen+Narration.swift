import Conversation
import Terminal

extension HomeScreen {
    /// What was broken off, and every scenario with a number.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("home", "Rapport. Home.")
        if let trouble { narration.items.append(Narration.Item("trouble", trouble)) }
        if let unfinished {
            narration.items.append(
                Narration.Item(
                    "unfinished-\(unfinished.id)",
                    "You were in the middle of “\(unfinished.title)”. continue goes on at the same moment, set-aside leaves "
                        + "it be."))
        } else if endingsSeen.isEmpty, trouble == nil {
            narration.items.append(
                Narration.Item("welcome", "Welcome. Pick a conversation and try things: nothing here is graded."))
        }
        guard !rows.isEmpty else {
            narration.items.append(Narration.Item("empty", "There is no scenario here yet."))
            narration.prompt = "Command"
            return narration
        }
        let all = rows.enumerated().map { index, row in
            Narration.Choice(
                String(index + 1), Self.words(row), detail: detail(row),
                does: (focus == .lately ? [.nextFocus] : []) + [.top] + Array(repeating: .down, count: index) + [.accept])
        }
        narration.choices = Narration.Choices(
            "library", rows.count == 1 ? "1 conversation to practise:" : "\(rows.count) conversations to practise:",
            all,
            chosen: chosenRow)
        narration.prompt = rows.count == 1 ? "1, or ? for help" : "1 to \(rows.count), or ? for help"
        return narration
    }

    private static func words(_ row: Row) -> String {
        let heading = row.entry.heading
        guard row.trouble == nil else { return "\(row.entry.title). Needs mending." }
        let channels = PlainText.journey(heading.channels.map(\.rawValue))
        let minutes = heading.minutes == 1 ? "1 minute" : "\(heading.minutes) minutes"
        let notice = heading.notice.isEmpty ? "" : " Before you start: \(heading.notice)"
        return "\(heading.title): \(channels), \(minutes), \(heading.difficulty.rawValue).\(notice)"
    }

    private func detail(_ row: Row) -> String {
        if let trouble = row.trouble { return trouble }
        let heading = row.entry.heading
        let skills = heading.skills.map { $0.split(separator: "-").joined(separator: " ") }.joined(separator: ", ")
        var lines = [heading.summary]
        if !skills.isEmpty { lines.append("You practise \(skills).") }
        if let seen = endingsSeen[row.entry.slug], !seen.isEmpty {
            lines.append("Endings seen: \(seen.sorted().map(Feeling.words).joined(separator: "; ")).")
        }
        return lines.joined(separator: "\n")
    }
}
