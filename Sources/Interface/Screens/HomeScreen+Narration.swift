import Conversation
import Terminal

extension HomeScreen {
    /// What was broken off, and every scenario with a number.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("home", "Rapport. Home.")
        if let trouble { narration.items.append(Narration.Item("trouble", trouble)) }
        for words in news { narration.items.append(Narration.Item("news-\(words)", words)) }
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
        if let finding { return found(finding.value, narration) }
        narration.choices = focus == .library ? library : recent
        let count = narration.choices?.all.count ?? 0
        narration.prompt = count == 1 ? "1, or ? for help" : "1 to \(count), or ? for help"
        return narration
    }

    private var library: Narration.Choices {
        let all = rows.enumerated().map { index, row in
            Narration.Choice(
                String(index + 1), Self.words(row), detail: detail(row),
                does: [.top] + Array(repeating: .down, count: index) + [.accept])
        }
        let heading =
            rows.count == 1 ? "1 conversation to practise:" : "\(rows.count) conversations to practise:"
        return Narration.Choices("library", heading, all, chosen: chosenRow)
    }

    private var recent: Narration.Choices {
        let all = lately.enumerated().map { index, session in
            Narration.Choice(
                String(index + 1), "\(session.title): \(JournalScreen.standing(session)).",
                does: [.top] + Array(repeating: .down, count: index) + [.accept])
        }
        let chosen = lately.firstIndex { $0.id.rawValue == latelyList.chosen?.id }
        return Narration.Choices("lately", "Practised lately; next goes back to the library:", all, chosen: chosen)
    }

    /// The rows that have what is looked for, with their numbers in what was found.
    private func found(_ words: String, _ narration: Narration) -> Narration {
        var narration = narration
        let list = focus == .library ? libraryList : latelyList
        let places = words.isEmpty ? Array(list.rows.indices) : list.matches
        let all = places.enumerated().map { number, place in
            Narration.Choice(
                String(number + 1), list.rows[place].text,
                does: Array(repeating: .up, count: list.rows.count) + Array(repeating: .down, count: place) + [
                    .accept, .accept,
                ])
        }
        narration.choices = Narration.Choices(
            "find:\(words)",
            all.isEmpty ? "Nothing here has that in its name." : "Type part of a name, or a number; :back goes back:",
            all)
        narration.typing = .search
        narration.prompt = "Name or number"
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
