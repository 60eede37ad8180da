import Conversation
import Terminal

/// What the ticket says, who is who, and the way so far: for windows that have room beside the conversation.
struct TicketPane {
    let session: Session
    /// What the customer's card says of them.
    let persona: String
    /// Other conversations stand beside this one, or can: of the cast, only who has been heard in this one belongs here.
    let isOneOfSeveral: Bool
    /// Local time, ms.
    let now: Int
    let glyphs: Glyphs

    /// Its sections in a column.
    func sections(columns: Int) -> [PaneSection] {
        var card = StyledLine.wrapped(persona, .text, columns: columns)
        if !people.isEmpty {
            card += [StyledLine()] + people.map { StyledLine("with ", .muted).with($0.full) }
        }
        return [
            PaneSection(title: name, lines: card.isEmpty ? [StyledLine("", .muted)] : card),
            PaneSection(title: "Ticket", lines: notes(columns: columns)),
            PaneSection(title: "The way so far", lines: way(columns: columns)),
        ]
    }

    /// The others in the conversation in front.
    private var people: [Began.Person] {
        let customer = session.customer
        let others = (session.began?.cast ?? []).filter { $0.short != customer }
        guard isOneOfSeveral else { return others }
        let heard = Set(session.front.transcript.filter { $0.kind == .customer && $0.heard <= now }.map(\.speaker))
        return others.filter { heard.contains($0.short) }
    }

    /// The customer's full name.
    var name: String { session.customerName }

    /// The notes as they have been written by now.
    private func notes(columns: Int) -> [StyledLine] {
        let written = session.front.transcript.filter { $0.kind == .note && $0.heard <= now }.map(\.text)
        let all = ([session.front.ticket] + written).filter { !$0.isEmpty }
        return all.flatMap { note in
            let pieces = DisplayText.wrapped(note, columns: max(1, columns - 2))
            return pieces.enumerated().map { StyledLine($0 == 0 ? "\(glyphs.dot) " : "  ", .muted).with($1) }
        }
    }

    /// The moments that were answered, the last ones, with what they moved.
    private func way(columns: Int) -> [StyledLine] {
        session.moments.filter { $0.reply != nil && $0.thread == session.frontName }.suffix(9).compactMap {
            line($0, columns: columns)
        }
    }

    private func line(_ moment: Moment, columns: Int) -> StyledLine? {
        guard let reply = moment.reply else { return nil }
        let change = " " + (Feeling.change(reply.trust) ?? "=")
        let mark = reply.hasRupture ? glyphs.rupture : reply.hasRepair ? glyphs.repair : String(glyphs.dot)
        let room = max(1, columns - 3 - DisplayText.width(of: change))
        let name = DisplayText.truncated(moment.name, columns: room, ellipsis: glyphs.lines.ellipsis)
        let pad = String(repeating: " ", count: max(0, room - DisplayText.width(of: name)))
        return StyledLine("\(mark) ", .muted).with(name + pad).with(change, .strong)
    }
}
