import Conversation
import Journal

/// One page of a comparison: a moment, and what it came to in each of several columns.
struct ComparisonPage: Equatable, Sendable {
    /// A stretch of text in a column.
    struct Paragraph: Equatable, Sendable {
        var text: String
        var role = Role.text
        /// Words in it that stand out.
        var marked: [String] = []
    }

    /// What stands beside what.
    struct Section: Equatable, Sendable {
        /// What it is about; the same label stands on the same row in every column.
        var label: String
        var paragraphs: [Paragraph]
    }

    /// One of the things compared.
    struct Column: Equatable, Sendable {
        var title: String
        var sections: [Section]
        /// The sequence number of the moment's `optionsOffered` in the session that comments are about; nil for none.
        var opened: Int?
    }

    /// The moment's name.
    var name: String
    /// In what the columns differ, in a sentence; empty where there is one column.
    var verdict: String
    var columns: [Column]
    /// The moment the session can go back to from here: its sequence number.
    var wayBack: Int?
    /// Which moment it is; nil for the page about the whole way.
    var place: Attempt.Place?

    /// The labels of all columns, in their order.
    var labels: [String] {
        columns.max { $0.sections.count < $1.sections.count }.map { longest in
            var labels = longest.sections.map(\.label)
            for column in columns { labels += column.sections.map(\.label).filter { !labels.contains($0) } }
            return labels
        } ?? []
    }
}

extension ComparisonPage {
    /// The attempts at one moment.
    init(_ attempts: [Attempt], wayBack: Int?) {
        let columns = attempts.map { attempt in
            Column(
                title: "Attempt \(attempt.number)" + (attempt.isStanding ? ", where you stand" : ""),
                sections: Self.sections(of: attempt), opened: attempt.opened)
        }
        self.init(
            name: attempts.first?.name ?? "", verdict: Self.verdict(attempts), columns: columns, wayBack: wayBack,
            place: attempts.first?.place)
    }

    /// One moment of two sessions.
    init(_ row: SessionComparison.Row, titles: (String, String), wayBack: Int?) {
        let columns = [(titles.0, row.left), (titles.1, row.right)].map { title, attempt in
            Column(
                title: title,
                sections: attempt.map { Self.sections(of: $0) }
                    ?? [Section(label: "You said", paragraphs: [Paragraph(text: "Did not come here.", role: .muted)])])
        }
        let verdict =
            row.left != nil && row.right != nil
            ? Self.verdict([row.left, row.right].compactMap { $0 }) : "Only one of the two ways comes here."
        self.init(
            name: (row.left ?? row.right)?.name ?? "", verdict: verdict, columns: columns, wayBack: wayBack,
            place: row.left?.place)
    }

    /// The wordings of one reply.
    init(_ wordings: Wordings, wayBack: Int?, place: Attempt.Place) {
        let columns = wordings.all.enumerated().map { index, wording in
            Column(
                title: "Wording \(index + 1)" + (wording.wasSaid ? ", said" : ""),
                sections: Self.sections(of: wording.attempt).filter {
                    !["Time taken", "Led to"].contains($0.label)
                })
        }
        self.init(
            name: wordings.moment,
            verdict: wordings.all.count == 1
                ? "This is the only wording there is." : "What each would have done; none of it has happened.",
            columns: columns, wayBack: wayBack, place: place)
    }

    /// In what attempts differ, in a sentence.
    static func verdict(_ attempts: [Attempt]) -> String {
        guard let first = attempts.first, attempts.count > 1 else { return "" }
        var found: Set<Attempt.Aspect> = []
        for other in attempts.dropFirst() { found.formUnion(other.differences(from: first)) }
        guard !found.isEmpty else { return "No difference." }
        let names = Attempt.Aspect.allCases.filter(found.contains).map(\.words)
        return "Different: " + names.joined(separator: ", ") + "."
    }

    // MARK: A column

    static func sections(of attempt: Attempt) -> [Section] {
        let reply = attempt.reply
        var sections = [Section(label: "You said", paragraphs: [said(attempt)])]
        sections.append(
            Section(
                label: "Between you",
                paragraphs: [
                    Paragraph(text: feeling("Trust", attempt.trust, attempt.trustAfter)),
                    Paragraph(text: feeling("Heat", attempt.heat, attempt.heatAfter)),
                ] + (reply.hasRupture ? [Paragraph(text: "Trust broke here.", role: .strong)] : [])
                    + (reply.hasRepair ? [Paragraph(text: "It was mended here.", role: .strong)] : [])
            ))
        sections.append(
            Section(label: "Time taken", paragraphs: [Paragraph(text: StoryDuration.clock(reply.taken))]))
        if !reply.moves.isEmpty {
            let moves = reply.moves.map(Feeling.words).joined(separator: ", ")
            sections.append(Section(label: "Moves", paragraphs: [Paragraph(text: moves)]))
        }
        if let heard = HeardWords(reply, vocabulary: Vocabulary()) {
            sections.append(
                Section(
                    label: "Heard",
                    paragraphs: heard.lines(columns: .max).map { Paragraph(text: $0.runs.map(\.text).joined()) }))
        }
        if let apology = ApologyReading(moves: reply.moves, isFix: reply.isFix) {
            sections.append(
                Section(
                    label: "As an apology",
                    paragraphs: ApologyWords.lines(of: apology).map { Paragraph(text: $0) }))
        }
        if !attempt.coach.isEmpty {
            let words = attempt.coach.map { shown in
                let (text, marked) = PopUp.quoted(shown)
                return Paragraph(text: text, role: .coach, marked: marked)
            }
            sections.append(Section(label: "The coach", paragraphs: words))
        }
        sections.append(Section(label: "What came next", paragraphs: came(attempt)))
        sections.append(
            Section(
                label: "Led to",
                paragraphs: attempt.endings.isEmpty
                    ? [Paragraph(text: "Not played to an end.", role: .muted)]
                    : attempt.endings.map { Paragraph(text: Feeling.words($0), role: .strong) }))
        return sections
    }

    private static func said(_ attempt: Attempt) -> Paragraph {
        switch attempt.reply.role {
        case .say: Paragraph(text: attempt.reply.text, role: .agent)
        case .pause where attempt.line == nil: Paragraph(text: "Stepped back, and handed over.", role: .agent)
        case .pause: Paragraph(text: "Nothing, on purpose.", role: .agent)
        case .timeout: Paragraph(text: "Nothing; the clock ran out.", role: .agent)
        }
    }

    private static func feeling(_ name: String, _ before: Int, _ after: Int) -> String {
        // At the ends of the scale less moves than the beat asked for.
        Feeling.change(after - before).map { "\(name) \(before), then \(after) (\($0))" }
            ?? "\(name) \(before), no change"
    }

    /// How much of what came next is shown.
    private static let mostHeard = 4

    private static func came(_ attempt: Attempt) -> [Paragraph] {
        var lines = attempt.promised.map { _ in Paragraph(text: "A promise was made.", role: .strong) }
        lines += attempt.heard.prefix(mostHeard).map { heard in
            ["Scene", "Note"].contains(heard.speaker)
                ? Paragraph(text: heard.text, role: .muted)
                : Paragraph(text: "\(heard.speaker): \(heard.text)", role: heard.speaker == "You" ? .agent : .customer)
        }
        if attempt.heard.count > mostHeard { lines.append(Paragraph(text: "…", role: .muted)) }
        if let next = attempt.next { lines.append(Paragraph(text: "Then: \(next)", role: .muted)) }
        return lines.isEmpty ? [Paragraph(text: "Nothing more was heard.", role: .muted)] : lines
    }
}

extension Attempt.Aspect {
    /// What it is, for people.
    var words: String {
        switch self {
        case .line: "what was said"
        case .time: "the time taken"
        case .trust: "trust"
        case .heat: "heat"
        case .effort: "effort"
        case .moves: "the moves"
        case .coach: "the coach's word"
        case .heard: "what was answered"
        case .promised: "the promise"
        case .next: "where it went"
        case .ending: "what it led to"
        }
    }
}

/// The reading of an apology, in words.
enum ApologyWords {
    /// Which of the three it does, what takes its strength away, and one thing to try.
    static func lines(of reading: ApologyReading) -> [String] {
        [reading.isApology ? three(reading) : ""].filter { !$0.isEmpty } + reading.pulls.map(\.words)
            + (hint(reading).map { [$0] } ?? [])
    }

    /// One thing to try, the first that is missing.
    private static func hint(_ reading: ApologyReading) -> String? {
        guard reading.isApology else { return nil }
        if !reading.acknowledges { return "To try: name what it has cost them." }
        if !reading.aligns { return "To try: stand beside them, own it or ask what matters most." }
        return reading.acts ? nil : "To try: say what you do next, and by when."
    }

    /// The same in one line, for under the coach's word.
    static func line(of reading: ApologyReading) -> String {
        guard reading.isApology else { return reading.pulls.map(\.words).joined(separator: " ") }
        return "As an apology, it " + three(reading).prefix(1).lowercased() + three(reading).dropFirst()
    }

    /// `Acknowledges and acts; it does not align yet.`
    private static func three(_ reading: ApologyReading) -> String {
        let parts = [
            (reading.acknowledges, "acknowledges", "acknowledge"), (reading.aligns, "aligns", "align"),
            (reading.acts, "acts", "act"),
        ]
        let done = joined(parts.filter(\.0).map(\.1), "and")
        let missing = joined(parts.filter { !$0.0 }.map(\.2), "or")
        if missing.isEmpty { return "Acknowledges, aligns and acts." }
        return done.isEmpty
            ? "Does not \(missing) yet."
            : done.prefix(1).uppercased() + done.dropFirst() + "; it does not \(missing) yet."
    }

    private static func joined(_ words: [String], _ last: String) -> String {
        words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " \(last) " + (words.last ?? "")
    }
}
