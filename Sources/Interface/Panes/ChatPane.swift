import Conversation
import Terminal

/// A chat: bubbles by side, with times, as far as it has been heard.
struct ChatPane {
    let session: Session
    /// Local time, ms.
    let now: Int
    let glyphs: Glyphs
    /// The words of the last reply that the coach quotes.
    var marked: [String] = []
    /// What the agent is called: somebody who looks on reads a name.
    var agent = "You"

    /// The transcript in lines of at most `columns` cells.
    func lines(columns: Int) -> [StyledLine] {
        let entries = session.front.transcript
        let heard = entries.filter { $0.heard <= now && !($0.kind == .moved && $0.channel == .email) }
        let lastReply = heard.lastIndex { $0.kind == .agent }
        var lines: [StyledLine] = []
        var previous: Entry?
        for (index, entry) in heard.enumerated() {
            let isRead = entries.contains { $0.kind == .customer && $0.sequence > entry.sequence && $0.begins <= now }
            lines += self.lines(
                for: entry, after: previous, columns: columns, isRead: isRead, isLast: index == lastReply
            ).of(entry: entry.sequence)
            previous = entry
        }
        if let typing = entries.first(where: { $0.kind == .customer && $0.begins <= now && now < $0.heard }) {
            // A colleague speaks across the desk; only the customer types.
            let isTyping = typing.speaker == session.customer
            let words = isTyping ? "\(typing.speaker) is typing …" : "\(typing.speaker) …"
            lines += [StyledLine(), StyledLine(words, .muted)].of(entry: typing.sequence)
        }
        return lines
    }

    private func lines(
        for entry: Entry, after previous: Entry?, columns: Int, isRead: Bool, isLast: Bool
    ) -> [StyledLine] {
        let width = max(20, min(columns - 2, columns * 3 / 4))
        let isNew = previous?.speaker != entry.speaker || previous?.kind != entry.kind
        switch entry.kind {
        case .customer:
            let head =
                isNew
                ? [StyledLine(clock(entry), .muted).with(" \(entry.speaker)", .customer)] : []
            return gap(isNew, previous) + head
                + StyledLine.wrapped(entry.text, .text, columns: width, indent: 2)
        case .agent:
            let head = StyledLine(clock(entry), .muted).with(" \(agent)", .agent)
                .with(" \(isRead ? glyphs.read : glyphs.sent)", .muted)
                // The sign alone says little to who does not know it: the newest one has its word.
                .with(isLast ? isRead ? " read" : " sent" : "", .muted)
            let body = StyledLine.wrapped(
                entry.text, .text, columns: width - 2, marking: isLast ? marked : [], as: .quote)
            // The newest reply has a head of its own, for its sign.
            let hasHead = isNew || isLast
            return gap(hasHead, previous) + (hasHead ? right([head], columns, entry: entry) : [])
                + right(body, columns, entry: entry)
        case .silence:
            return gap(true, previous) + right([StyledLine(entry.text, .muted)], columns, entry: entry)
        case .scene:
            return gap(true, previous)
                + StyledLine.wrapped("\(glyphs.dot) \(entry.text)", .muted, columns: columns - 4, indent: 4)
        case .note:
            return gap(true, previous)
                + StyledLine.wrapped("In the ticket: \(entry.text)", .muted, columns: columns - 4, indent: 4)
        case .moved:
            return [StyledLine()] + CameAlong(session: session, glyphs: glyphs).lines(of: entry, columns: columns)
        case .mail(let mail):
            return gap(true, previous) + EmailPane.mail(mail, from: agent, columns: columns)
        }
    }

    private func gap(_ isNew: Bool, _ previous: Entry?) -> [StyledLine] {
        isNew && previous != nil ? [StyledLine()] : []
    }

    /// Lines as one block at the right edge, left-aligned within itself.
    private func right(_ lines: [StyledLine], _ columns: Int, entry: Entry) -> [StyledLine] {
        let widest = lines.map(\.columns).max() ?? 0
        return lines.map { line in
            var line = line
            line.indent = max(0, columns - widest - 1)
            return line
        }
    }

    private func clock(_ entry: Entry) -> String {
        StoryClock.timeOfDay(opens: session.began?.opens ?? 0, story: entry.story)
    }
}

/// Story time as people read it.
enum StoryClock {
    /// `10:02`, from the minutes after midnight at which the story began and the ms since.
    static func timeOfDay(opens: Int, story: Int) -> String {
        let minutes = (opens + story / 60_000) % 1_440
        let minute = String(minutes % 60)
        return "\(minutes / 60):\(minute.count < 2 ? "0" + minute : minute)"
    }
}
