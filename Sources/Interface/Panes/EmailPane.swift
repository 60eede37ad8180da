import Conversation
import Terminal

/// Mail: the thread with its headers, the mails before folded into quotations, and the draft with what it has so far.
struct EmailPane {
    let session: Session
    /// Local time, ms.
    let now: Int
    let glyphs: Glyphs
    /// The words of the last reply that the coach quotes.
    var marked: [String] = []
    /// What the agent is called: somebody who looks on reads a name.
    var agent = "You"
    /// False while the draft is typed in, in a place of its own.
    var showsDraft = true
    /// The moves that were heard in the paragraphs of one's own.
    var heard: Set<String> = []

    /// Columns from which the structure of the draft stands in a margin of its own.
    static let marginFrom = 76
    /// An earlier mail shows this many lines of itself.
    static let quotedLines = 6
    private static let widestText = 76

    /// Thread and draft in lines of at most `columns` cells.
    func lines(columns: Int) -> [StyledLine] {
        let transcript = session.front.transcript
        let moved = transcript.last { $0.kind == .moved && $0.heard <= now }
        let start = transcript.lastIndex { $0.kind == .moved && $0.heard <= now }
        let earlier = transcript[..<(start ?? transcript.startIndex)]
        var lines: [StyledLine] = []
        if let moved, let last = earlier.last {
            let count = earlier.count { $0.kind == .customer || $0.kind == .agent }
            lines.append(
                StyledLine("\(count) messages before this, by \(last.channel.rawValue).", .muted))
            lines += CameAlong(session: session, glyphs: glyphs).lines(of: moved, columns: columns).dropFirst()
                .map { $0.indented(-4) }
            lines.append(StyledLine())
        }
        let here = transcript[(start ?? transcript.startIndex)...].filter { $0.heard <= now && $0.kind != .moved }
        lines += thread(Self.pieces(of: here), columns: columns)
        let draft = session.front.draft
        if showsDraft, session.front.channel == .email, session.front.offer != nil || !draft.isEmpty {
            lines += self.draft(draft, columns: columns).of(entry: -2)
        }
        if let typing = transcript.first(where: { $0.kind == .customer && $0.begins <= now && now < $0.heard }) {
            lines += [StyledLine(), StyledLine("\(typing.speaker) is writing …", .muted)]
        }
        return lines
    }

    // MARK: The thread

    /// A mail, or something between two mails.
    enum Piece: Equatable {
        case received(from: String, story: Int, texts: [String], about: String)
        case sent(EmailSent, story: Int)
        case between(String)

        var isMail: Bool { if case .between = self { false } else { true } }
    }

    /// Lines of one person that follow each other are one mail.
    static func pieces(of entries: some Sequence<Entry>) -> [Piece] {
        var pieces: [Piece] = []
        var subject = ""
        for entry in entries {
            switch entry.kind {
            case .mail(let mail):
                pieces.append(.sent(mail, story: entry.story))
                subject = mail.subject
            case .customer:
                if case .received(entry.speaker, let story, let texts, let about)? = pieces.last {
                    pieces[pieces.count - 1] = .received(
                        from: entry.speaker, story: story, texts: texts + [entry.text], about: about)
                } else {
                    pieces.append(
                        .received(from: entry.speaker, story: entry.story, texts: [entry.text], about: subject))
                }
            case .moved: break
            default: pieces.append(.between(entry.text))
            }
        }
        return pieces
    }

    /// The newest mail whole, those before it as quotations: what one answers is never folded away.
    private func thread(_ pieces: [Piece], columns: Int) -> [StyledLine] {
        let newest = pieces.lastIndex(where: \.isMail)
        return pieces.enumerated().flatMap { index, piece in
            let lines: [StyledLine] =
                switch piece {
                case .between(let text):
                    StyledLine.wrapped("\(glyphs.dot) \(text)", .muted, columns: columns, indent: 2) + [StyledLine()]
                case .sent(let mail, let story):
                    index == newest
                        ? Self.mail(mail, from: agent, to: customerName, at: clock(story), columns: columns)
                        : quoted(mail.paragraphs, "\(clock(story)) You wrote", columns: columns)
                case .received(let from, let story, let texts, let about):
                    index == newest
                        ? received(from, clock(story), texts, about, columns: columns)
                        : quoted(texts, "\(clock(story)) \(fullName(from)) wrote", columns: columns)
                }
            return lines.of(entry: index)
        }
    }

    private func received(
        _ from: String, _ time: String, _ texts: [String], _ about: String, columns: Int
    ) -> [StyledLine] {
        var lines = [
            Self.field("From", fullName(from), .customer), Self.field("To", agent, .text),
            Self.field("Date", time, .text),
        ]
        if !about.isEmpty { lines.append(Self.field("Subject", Self.answering(about), .strong)) }
        lines.append(StyledLine())
        for text in texts { lines += Self.paragraph(text, columns: columns) + [StyledLine()] }
        return lines
    }

    private static func answering(_ subject: String) -> String {
        subject.lowercased().hasPrefix("re:") ? subject : "Re: \(subject)"
    }

    /// An earlier mail, a sign before each line, and no more of it than helps to remember it.
    private func quoted(_ texts: [String], _ head: String, columns: Int) -> [StyledLine] {
        let width = max(16, min(columns, Self.widestText) - 4)
        let all = texts.enumerated().flatMap { index, text in
            (index > 0 ? [""] : []) + DisplayText.wrapped(text, columns: width)
        }
        // A line that says that one more line is there takes as much room as the line.
        let shown = all.count <= Self.quotedLines + 1 ? all[...] : all.prefix(Self.quotedLines)
        var lines = [StyledLine("\(head):", .muted)]
        lines += shown.map { StyledLine("> ", .border, indent: 2).with($0, .muted) }
        if shown.count < all.count {
            lines.append(StyledLine("> ", .border, indent: 2).with("\(all.count - shown.count) more lines", .muted))
        }
        return lines + [StyledLine()]
    }

    /// A mail the agent sent.
    static func mail(
        _ mail: EmailSent, from agent: String, to recipient: String = "", at time: String = "", columns: Int
    ) -> [StyledLine] {
        var lines = [field("From", agent, .agent)]
        if !recipient.isEmpty { lines.append(field("To", recipient, .text)) }
        if !time.isEmpty { lines.append(field("Date", time, .text)) }
        lines += [field("Subject", mail.subject, .strong), StyledLine()]
        for text in mail.paragraphs { lines += paragraph(text, columns: columns) + [StyledLine()] }
        if !mail.attachments.isEmpty {
            lines += [field("With", mail.attachments.joined(separator: ", "), .muted), StyledLine()]
        }
        return lines
    }

    private static func paragraph(_ text: String, columns: Int, marking marked: [String] = []) -> [StyledLine] {
        // Own words may have several lines, a sign-off does.
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            StyledLine.wrapped(
                String(line), .text, columns: max(16, min(columns, widestText) - 2), marking: marked, as: .quote
            ).map { $0.indented(2) }
        }
    }

    // MARK: The draft

    private func draft(_ draft: Draft, columns: Int) -> [StyledLine] {
        let hasMargin = columns >= Self.marginFrom
        let width = hasMargin ? columns - StructureMargin.columns - 3 : columns
        let rule = String(repeating: String(glyphs.lines.horizontal), count: max(0, min(width, 72) - 8))
        var lines = [
            StyledLine("Draft \(rule)", .muted), Self.field("To", customerName, .text),
            Self.field("Subject", draft.subject.isEmpty ? "…" : draft.subject, .strong), StyledLine(),
        ]
        for (index, paragraph) in draft.paragraphs.enumerated() {
            let isLast = index == draft.paragraphs.count - 1
            var body = Self.paragraph(paragraph.text, columns: width, marking: isLast ? marked : [])
            if paragraph.origin == .written {
                body.append(StyledLine("\(glyphs.dot) your own words", .muted, indent: 2))
            }
            lines += body + [StyledLine()]
        }
        if !draft.attachments.isEmpty {
            lines.append(Self.field("With", draft.attachments.joined(separator: ", "), .muted))
        }
        let structure = StructureMargin(structure: DraftStructure(draft, names: names, heard: heard), glyphs: glyphs)
        guard hasMargin else { return lines + structure.folded(columns: columns) }
        // The window stands on the draft's last lines: so does the margin.
        let margin = structure.lines()
        let above = Array(repeating: StyledLine(), count: max(0, lines.count - margin.count))
        return StyledLine.beside(lines, above + margin, leftColumns: width, rule: glyphs.lines.vertical)
    }

    // MARK: Names

    private static func field(_ name: String, _ value: String, _ role: Role) -> StyledLine {
        let padded = name + String(repeating: " ", count: max(1, 9 - name.count))
        return StyledLine(padded, .muted).with(value, role)
    }

    private var names: [String] { [session.customer, customerName] }

    private var customerName: String { session.customerName }

    private func fullName(_ short: String) -> String {
        session.began?.cast.first { $0.short == short }?.full ?? short
    }

    private func clock(_ story: Int) -> String {
        StoryClock.timeOfDay(opens: session.began?.opens ?? 0, story: story)
    }
}
