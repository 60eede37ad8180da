import Conversation
import Terminal

/// Mail: the thread with its headers, and the draft as it grows.
struct EmailPane {
    let session: Session
    /// Local time, ms.
    let now: Int
    let glyphs: Glyphs

    /// Thread and draft in lines of at most `columns` cells.
    func lines(columns: Int) -> [StyledLine] {
        let thread = session.front
        let start = thread.transcript.lastIndex { $0.kind == .moved && $0.heard <= now }
        let earlier = thread.transcript[..<(start ?? thread.transcript.startIndex)]
        var lines: [StyledLine] = []
        if let last = earlier.last {
            let count = earlier.count { $0.kind == .customer || $0.kind == .agent }
            lines += [
                StyledLine("\(count) messages before this, by \(last.channel.rawValue); the ticket has them.", .muted),
                StyledLine(),
            ]
        }
        let here = thread.transcript[(start ?? thread.transcript.startIndex)...].filter { $0.heard <= now }
        lines += self.thread(Array(here.filter { $0.kind != .moved }), columns: columns)
        let isWriting = thread.offer != nil || !thread.draft.isEmpty
        if isWriting { lines += draft(thread.draft, columns: columns) }
        if let typing = thread.transcript.first(where: { $0.kind == .customer && $0.begins <= now && now < $0.heard }) {
            lines += [StyledLine(), StyledLine("\(typing.speaker) is writing …", .muted)]
        }
        return lines
    }

    /// Mails and what lies between them. Lines of one person that follow each other are one mail.
    private func thread(_ entries: [Entry], columns: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        var subject = ""
        var writer = ""
        for entry in entries {
            switch entry.kind {
            case .mail(let mail):
                lines += Self.mail(mail, to: customerName, columns: columns)
                (subject, writer) = (mail.subject, "")
            case .customer:
                if writer != entry.speaker {
                    lines += [
                        Self.field("From", fullName(entry.speaker), .customer),
                        Self.field("Subject", subject.isEmpty ? "" : "Re: \(subject)", .strong), StyledLine(),
                    ]
                    writer = entry.speaker
                }
                lines += StyledLine.wrapped(entry.text, .text, columns: columns, indent: 2) + [StyledLine()]
            default:
                lines += StyledLine.wrapped("\(glyphs.dot) \(entry.text)", .muted, columns: columns, indent: 2)
                lines.append(StyledLine())
                writer = ""
            }
        }
        return lines
    }

    /// A mail the agent sent.
    static func mail(_ mail: EmailSent, to recipient: String = "", columns: Int) -> [StyledLine] {
        var lines = [field("From", "You", .agent)]
        if !recipient.isEmpty { lines.append(field("To", recipient, .text)) }
        lines += [field("Subject", mail.subject, .strong), StyledLine()]
        lines += paragraphs(mail.paragraphs, columns: columns)
        if !mail.attachments.isEmpty {
            lines += [field("With", mail.attachments.joined(separator: ", "), .muted), StyledLine()]
        }
        return lines
    }

    private func draft(_ draft: Draft, columns: Int) -> [StyledLine] {
        let rule = String(repeating: String(glyphs.lines.horizontal), count: max(0, min(columns, 72) - 8))
        var lines = [
            StyledLine("Draft \(rule)", .muted), Self.field("To", customerName, .text),
            Self.field("Subject", draft.subject.isEmpty ? "…" : draft.subject, .strong), StyledLine(),
        ]
        lines += Self.paragraphs(draft.paragraphs, columns: columns)
        if !draft.attachments.isEmpty {
            lines.append(Self.field("With", draft.attachments.joined(separator: ", "), .muted))
        }
        return lines
    }

    private static func paragraphs(_ paragraphs: [String], columns: Int) -> [StyledLine] {
        paragraphs.flatMap { StyledLine.wrapped($0, .text, columns: min(columns, 76), indent: 2) + [StyledLine()] }
    }

    private static func field(_ name: String, _ value: String, _ role: Role) -> StyledLine {
        let padded = name + String(repeating: " ", count: max(1, 9 - name.count))
        return StyledLine(padded, .muted).with(value, role)
    }

    private var customerName: String { fullName(session.began?.customer ?? "") }

    private func fullName(_ short: String) -> String {
        session.began?.cast.first { $0.short == short }?.full ?? short
    }
}
