import Conversation
import Terminal

/// What comes along when a conversation moves to another channel: the promises that are open, with their times.
struct CameAlong {
    let session: Session
    let glyphs: Glyphs

    /// The lines for an entry that says so.
    func lines(of entry: Entry, columns: Int) -> [StyledLine] {
        var lines = [StyledLine("the conversation moves \(Self.place(entry.channel))", .muted, indent: 4)]
        let open = session.commitments.filter { $0.state(at: entry.heard) == .open }.sorted { $0.due < $1.due }
        guard !open.isEmpty else { return lines }
        let opens = session.began?.opens ?? 0
        let each = open.map { "\($0.id) by \(StoryClock.timeOfDay(opens: opens, story: $0.due))" }
        let count = open.count == 1 ? "1 promise" : "\(open.count) promises"
        lines += StyledLine.wrapped(
            "\(count) came along: \(each.joined(separator: ", "))", .muted, columns: columns - 4, indent: 4)
        return lines
    }

    /// `to email`, in words.
    static func place(_ channel: Channel) -> String {
        switch channel {
        case .chat: "to chat"
        case .voice: "to the telephone"
        case .email: "to email"
        case .social: "into public"
        }
    }
}
