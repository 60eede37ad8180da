import Conversation
import Terminal

extension CompareScreen {
    /// The page column by column.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("compare:\(title)", "\(title).")
        guard let shown else {
            narration.items.append(Narration.Item("empty", "Nothing has been answered yet."))
            narration.prompt = "back"
            return narration
        }
        let id = "page-\(page)"
        let place = pages.count > 1 ? " (\(page + 1) of \(pages.count))" : ""
        narration.items.append(Narration.Item(id, "\(shown.name)\(place). \(shown.verdict)"))
        for (index, column) in shown.columns.enumerated() {
            narration.items.append(Narration.Item("\(id)-\(index)", "\(column.title):"))
            for (row, section) in column.sections.enumerated() {
                narration.items.append(Narration.Item("\(id)-\(index)-\(row)", "\(section.label): \(section.spoken)"))
            }
        }
        var ways = pages.count > 1 ? ["next for the next moment"] : []
        if shown.wayBack != nil { ways.append("retry to go back to this one") }
        if discussion != nil { ways.append("comment and your words") }
        narration.prompt = (ways + ["back"]).joined(separator: ", ")
        return narration
    }
}

extension ComparisonPage.Section {
    /// Its paragraphs as sentences, one after the other.
    fileprivate var spoken: String {
        paragraphs.map(\.text).map { text in
            paragraphs.count == 1 || text.last.map { ".!?…”:".contains($0) } ?? true ? text : text + "."
        }.joined(separator: " ")
    }
}

extension ComparisonPage {
    /// Whole ways: how they ended, what they moved, and where they part.
    init(wholeOf all: [Attempts], titles: [String], _ comparison: SessionComparison?) {
        let columns = zip(all, titles).map { attempts, title in
            Column(title: title, sections: Self.sections(ofWhole: attempts))
        }
        var verdict = ""
        if let comparison {
            let parted = comparison.rows.filter(\.isDifferent)
            let names = parted.prefix(4).map { ($0.left ?? $0.right)?.name ?? "" }
            verdict =
                parted.isEmpty
                ? "No difference."
                : "Different at \(parted.count) of \(comparison.rows.count) moments: "
                    + names.joined(separator: ", ") + (parted.count > 4 ? " …" : ".")
        }
        self.init(name: "The whole way", verdict: verdict, columns: columns, wayBack: nil, place: nil)
    }

    private static func sections(ofWhole attempts: Attempts) -> [Section] {
        let session = attempts.session
        let debrief = Debrief(session)
        let way = attempts.standing
        let outcome = Feeling.outcome(debrief.outcome)
        var sections = [
            Section(
                label: "Ended",
                paragraphs: [
                    Paragraph(
                        text: debrief.ending.isEmpty ? "Not yet" : Feeling.words(debrief.ending), role: .strong),
                    Paragraph(text: outcome.prefix(1).uppercased() + outcome.dropFirst() + ".", role: .muted),
                ])
        ]
        if let first = session.front.readings.first, let last = session.front.readings.last {
            sections.append(
                Section(
                    label: "Between you",
                    paragraphs: [
                        Paragraph(text: "Trust \(first.trust), then \(last.trust)"),
                        Paragraph(text: "Heat \(first.heat), then \(last.heat)"),
                    ]))
        }
        let kept = session.commitments.count { $0.state == .kept }
        let missed = session.commitments.count { $0.state == .missed }
        let others = attempts.all.count - way.count
        var words = ["Moments answered: \(way.count)" + (others > 0 ? ", and tried otherwise: \(others)" : "")]
        words.append(
            debrief.ruptures > 0
                ? "Trust broke: \(debrief.ruptures); mended: \(debrief.repairs)" : "Trust never broke")
        words.append(kept + missed > 0 ? "Promises kept: \(kept); missed: \(missed)" : "No promise came due")
        sections.append(Section(label: "On the way", paragraphs: words.map { Paragraph(text: $0) }))
        return sections
    }
}
