import Conversation
import Terminal

/// The coach's word about a reply: what shifted, and which words did it.
struct PopUp {
    let feedback: Feedback
    let glyphs: Glyphs
    /// What is usual in this channel, where the reply was far from it.
    var remark: ChannelNorms.Remark?
    /// What the reply does as an apology, where it is one.
    var apology: ApologyReading?
    /// What the reply promised beyond what can be held, in a sentence.
    var promises: String?
    /// What was heard in a reply that was typed.
    var heard: HeardWords?

    /// Its title: what moved, by how much.
    var title: String {
        let shown = feedback.shown
        let parts = [("Trust", shown.trust), ("Heat", shown.heat), ("Effort", shown.effort)].compactMap { name, by in
            Feeling.change(by).map { "\(name) \($0) \(by > 0 ? glyphs.rise : glyphs.fall)" }
        }
        if parts.isEmpty, shown.text.isEmpty, heard != nil { return "What was heard" }
        return parts.isEmpty ? "Nothing moved" : parts.joined(separator: " \(glyphs.dot) ")
    }

    /// The coach's words with the quoted ones marked and in quotation marks.
    func lines(columns: Int) -> [StyledLine] {
        let (text, marked) = Self.quoted(feedback.shown)
        var lines =
            text.isEmpty ? [] : StyledLine.wrapped(text, .coach, columns: columns, marking: marked, as: .quote)
        if let heard { lines += heard.lines(columns: columns) }
        if let apology { lines += StyledLine.wrapped(ApologyWords.line(of: apology), .muted, columns: columns) }
        if let promises { lines += StyledLine.wrapped(promises, .muted, columns: columns) }
        guard let remark else { return lines }
        return lines + StyledLine.wrapped("\(Self.name(remark.channel)): \(remark.text)", .muted, columns: columns)
    }

    private static func name(_ channel: Channel) -> String {
        switch channel {
        case .chat: "On chat"
        case .voice: "On the telephone"
        case .email: "By email"
        case .social: "In public"
        }
    }

    /// The words of the reply that are quoted.
    static func quotes(_ shown: FeedbackShown) -> [String] {
        let characters = Array(shown.text)
        return shown.quotes.compactMap { range in
            let start = max(0, range.start)
            let end = min(characters.count, start + max(0, range.length))
            return start < end ? String(characters[start..<end]) : nil
        }
    }

    /// The coach's words with quotation marks, and the marked ones in them.
    static func quoted(_ shown: FeedbackShown) -> (text: String, marked: [String]) {
        var text = ""
        let opens = Set(shown.quotes.map(\.start))
        let closes = Set(shown.quotes.map { $0.start + $0.length })
        for (index, character) in shown.text.enumerated() {
            if closes.contains(index) { text.append("”") }
            if opens.contains(index) { text.append("“") }
            text.append(character)
        }
        if closes.contains(shown.text.count) { text.append("”") }
        return (text, quotes(shown).map { "“\($0)”" })
    }

    /// How many rows it needs at a width, borders included.
    func rows(columns: Int) -> Int { lines(columns: columns - 4).count + 2 }

    /// Draws the box over a rectangle of at least ``rows(columns:)`` rows.
    func draw(into surface: inout Surface, in area: Rect, footer: String) {
        surface.fill(area)
        surface.box(area, style: Role.coach.index, title: title, lines: glyphs.lines)
        surface.draw(lines(columns: area.columns - 4), in: area.inset(columns: 2, rows: 1))
        let width = DisplayText.width(of: footer) + 2
        if !footer.isEmpty, width < area.columns - 2 {
            surface.put(
                " \(footer) ", at: Point(column: area.endColumn - width - 2, row: area.endRow - 1),
                style: Role.muted.index)
        }
    }
}
