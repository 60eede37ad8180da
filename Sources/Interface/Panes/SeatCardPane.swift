import Room
import Terminal

/// What somebody has in hand in a round, in pages: a card is longer than the room beside a conversation.
struct SeatCardPane {
    /// The parts of the card: headings with what stands below them.
    let parts: [CardFace.Part]
    let glyphs: Glyphs

    /// The card of whoever is this in the round; nil where they have none. The customer's is there for the customer alone.
    init?(_ place: SeatPlace, glyphs: Glyphs) {
        guard let plan = place.room.plan else { return nil }
        self.glyphs = glyphs
        switch place.role {
        case .agent:
            guard let card = plan.agent else { return nil }
            parts = Self.faces(card)
        case .customer:
            guard let card = place.room.card else { return nil }
            let (who, how) = (card.faces[0].parts, card.faces[1].parts)
            // Read in its own order first; played from what one has to have in sight: facts, goal, what turns one.
            parts =
                place.part == .playing
                ? Array(who.dropFirst(2) + how.dropFirst()) + how.prefix(1) + who.prefix(2).reversed() : who + how
        case .observer: parts = Self.checklist(plan)
        case nil:
            guard place.me?.kind == .facilitator else { return nil }
            parts = Self.checklist(plan)
        }
    }

    private static func faces(_ card: AgentCard) -> [CardFace.Part] {
        card.face.parts
    }

    private static func checklist(_ plan: RoomPlan) -> [CardFace.Part] {
        ObserverCard(behaviours: plan.behaviours).face.parts
    }

    /// The card in pages of so many rows. What belongs together stays together where it can.
    func pages(columns: Int, rows: Int) -> [[StyledLine]] {
        let rows = max(2, rows)
        var pages: [[StyledLine]] = [[]]
        for part in parts where !part.items.isEmpty {
            var heading = part.heading
            for item in part.items {
                var lines = heading.isEmpty ? [] : [StyledLine(heading, .title)]
                lines += Self.item(item, columns: columns, glyphs: glyphs)
                heading = ""
                if pages[pages.count - 1].count + lines.count > rows, !pages[pages.count - 1].isEmpty {
                    if lines.first?.runs.first?.role != .title { lines.insert(StyledLine(part.heading, .title), at: 0) }
                    pages.append([])
                }
                for line in lines {
                    if pages[pages.count - 1].count == rows { pages.append([]) }
                    pages[pages.count - 1].append(line)
                }
            }
        }
        return pages
    }

    private static func item(_ item: CardFace.Item, columns: Int, glyphs: Glyphs) -> [StyledLine] {
        let pieces = DisplayText.wrapped(item.words, columns: max(8, columns - 2))
        let head = pieces.enumerated().map { StyledLine($0 == 0 ? "\(glyphs.dot) " : "  ", .muted).with($1) }
        return head + item.details.flatMap { StyledLine.wrapped($0, .muted, columns: columns, indent: 4) }
    }

    /// The whole card in sentences, for plain mode.
    var sentences: [String] {
        parts.filter { !$0.items.isEmpty }.map { part in
            let items = part.items.map { ([$0.words] + $0.details).joined(separator: " ") }
            return ([part.heading + ":"] + items).joined(separator: "\n")
        }
    }
}
