import Patterns
import Terminal

extension PatternsScreen {
    /// The page that is open, line by line; else the pages there are, with their numbers.
    public func narration(at now: Uptime) -> Narration {
        if let open { return narration(of: open) }
        var narration = Narration("patterns", "Patterns: what helps in hard conversations.")
        if finding.isTyping { narration.typing = .search }
        guard !list.rows.isEmpty else {
            let words = finding.isIdle ? list.emptyWords : "No page has these words. Fewer letters find more."
            narration.items.append(Narration.Item("empty", words))
            narration.prompt = finding.isTyping ? "Words, or :back for all" : "back, or ? for help"
            return narration
        }
        let all = list.rows.enumerated().map { index, row in
            Narration.Choice(
                String(index + 1), row.text + (row.detail.isEmpty ? "" : ", \(row.detail)"),
                detail: pages.first { $0.id.description == row.id }?.summary ?? "",
                does: (finding.isTyping ? [.accept] : []) + [.top] + Array(repeating: .down, count: index) + [.accept])
        }
        let kind = tabs.tabs[tabs.open].title
        let count = list.rows.count == 1 ? "1 page:" : "\(list.rows.count) pages:"
        narration.choices = Narration.Choices(
            "\(kind) \(finding.query) \(list.rows.count)", kind == "All" ? count : "\(kind), \(count)", all,
            chosen: list.rows.firstIndex { $0.id == list.chosen?.id })
        narration.prompt = all.count == 1 ? "1, next, find, or back" : "1 to \(all.count), next, find, or back"
        return narration
    }

    private func narration(of page: Page) -> Narration {
        var narration = Narration("page:\(page.id)", "\(page.title). \(page.summary)")
        for (index, words) in page.blocks.flatMap(\.told).enumerated() {
            narration.items.append(Narration.Item("\(page.id)-\(index)", words))
        }
        narration.prompt = page.practice == nil ? "Enter goes back" : "Enter, or back"
        return narration
    }
}

extension Page.Block {
    /// What is said of it, sentence by sentence.
    fileprivate var told: [String] {
        switch self {
        case .heading(let words): [words + ":"]
        case .words(let words): [words]
        case .points(let items): items.map { "- " + $0 }
        case .steps(let items): items.enumerated().map { "\($0 + 1). \($1)" }
        case .phrasings(let channel, let items): items.map { (channel.map { "\($0.inWords): " } ?? "") + "“\($0)”" }
        }
    }
}
