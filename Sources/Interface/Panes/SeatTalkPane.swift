import Conversation
import Room
import Terminal

/// What was said in a round, as a seat sees it: the pane of the channel, and between its entries what people said in
/// words of their own.
///
/// Where somebody plays the customer, the scenario's lines are theirs alone, to speak from: everybody else sees that
/// they speak, and what they type.
struct SeatTalkPane {
    let view: LiveView
    let now: Uptime
    let glyphs: Glyphs
    var isStill = false
    /// Who looks, by id; nil for nobody who is in the room.
    var me: String?

    /// Whoever looks is the customer, and has the scenario's lines as prompts.
    private var isCustomer: Bool { me != nil && room.casting.customer == me }

    /// What the agent is called here.
    private var agent: String {
        guard let agent = room.casting.agent else { return "The agent" }
        return agent == me ? "You" : room.name(of: agent)
    }

    private var room: LiveRoom { view.room }
    private var session: Session { room.play }
    private var local: Int { view.local(at: now) }

    /// The channel that is on the screen.
    var channel: Channel { session.front.channel(at: local) }

    /// The lines of this entry are spoken by a person, and are not shown.
    func isSpoken(_ entry: Entry) -> Bool {
        guard room.casting.customer != nil, !isCustomer, entry.kind == .customer else { return false }
        return entry.speaker == session.customer && (entry.channel == .chat || entry.channel == .voice)
    }

    /// What was said, by its entries, in lines of at most so many cells.
    func blocks(columns: Int) -> [TranscriptBlock<Int>] {
        let entries = session.front.transcript
        let isMail = channel == .email
        let spoken = isMail ? [] : Set(entries.filter(isSpoken).map(\.sequence))
        var blocks: [TranscriptBlock<Int>] = []
        for block in lines(columns: columns).blocks {
            guard spoken.contains(block.id) else {
                blocks.append(block)
                continue
            }
            guard let entry = entries.first(where: { $0.sequence == block.id }), entry.begins <= local else { continue }
            let line = StyledLine(customer, .customer).with(" speaks.", .muted)
            // Several lines one behind the other are one turn.
            if blocks.last?.lines.last == line { continue }
            blocks.append(TranscriptBlock(block.id, (blocks.isEmpty ? [] : [StyledLine()]) + [line]))
        }
        for (index, said) in room.said.enumerated() where session.local(said.at) <= local {
            let at = session.local(said.at)
            // Mails are counted, not numbered by what happened: words beside them stand at the end.
            let before = blocks.lastIndex { block in
                isMail || (entries.first { $0.sequence == block.id }.map { $0.heard <= at } ?? (block.id < -999))
            }
            let lines = words(said.said, columns: columns)
            let place = before.map { $0 + 1 } ?? 0
            blocks.insert(TranscriptBlock(-1_000 - index, (place == 0 ? [] : [StyledLine()]) + lines), at: place)
        }
        for (index, handed) in room.handed.enumerated() where session.local(handed.at) <= local {
            let at = session.local(handed.at)
            let before = blocks.lastIndex { block in
                isMail || (entries.first { $0.sequence == block.id }.map { $0.heard <= at } ?? (block.id < -999))
            }
            let place = before.map { $0 + 1 } ?? 0
            let lines = StyledLine.wrapped(handed.envelope.inWords, .muted, columns: columns, indent: 2)
            blocks.insert(TranscriptBlock(-5_000 - index, (place == 0 ? [] : [StyledLine()]) + lines), at: place)
        }
        return blocks
    }

    /// Who the customer is, by the name in the story and the name in the room.
    private var customer: String {
        let name = session.front.transcript.isEmpty ? "" : session.customer
        guard let person = room.casting.customer else { return name }
        let own = room.name(of: person)
        return name.isEmpty ? own : "\(name) (\(own))"
    }

    private func lines(columns: Int) -> [StyledLine] {
        guard session.began != nil else { return [] }
        return switch channel {
        case .email: EmailPane(session: session, now: local, glyphs: glyphs, agent: agent).lines(columns: columns)
        case .social: SocialPane(session: session, now: local, glyphs: glyphs, agent: agent).lines(columns: columns)
        case .voice: call.lines(columns: columns)
        case .chat: ChatPane(session: session, now: local, glyphs: glyphs, agent: agent).lines(columns: columns)
        }
    }

    /// The call, as its pane shows it.
    var call: VoicePane { VoicePane(session: session, now: local, glyphs: glyphs, isStill: isStill, agent: agent) }

    private func words(_ said: SaidAloud, columns: Int) -> [StyledLine] {
        let isAgent = said.role == .agent
        let name = said.person == me ? "You" : isAgent ? room.name(of: said.person) : customer
        let width = max(16, columns * 3 / 4)
        let body = StyledLine.wrapped("“\(said.text)”", .text, columns: width, indent: 2)
        return [StyledLine(name.isEmpty ? "The customer" : name, isAgent ? .agent : .customer)] + body
    }

    /// When something of it changes by itself next, local ms; nil when nothing moves.
    var nextTick: Int? {
        var times = session.front.transcript.flatMap { [$0.begins, $0.heard] }
        if let offer = session.front.offer { times.append(offer.opens) }
        times += session.jumps.map(\.at)
        if let tick = SocialPane(session: session, now: local, glyphs: glyphs).nextTick { times.append(tick) }
        if channel == .voice, let tick = call.nextTick { times.append(tick) }
        if let tick = StandingPane(session: session, now: local, glyphs: glyphs).nextTick { times.append(tick) }
        return times.filter { $0 > local }.min()
    }

    /// The agent's replies that were heard, the newest first, typed words among them.
    var replies: [String] {
        let said = room.said.filter { $0.said.role == .agent }.map { (session.local($0.at), $0.said.text) }
        let heard = session.front.transcript.filter { $0.kind == .agent && $0.begins <= local }
            .map { ($0.begins, $0.text) }
        return (heard + said).sorted { $0.0 > $1.0 }.map(\.1)
    }

    /// What the customer of the scenario says since the last reply: prompts for whoever plays them, also what comes next.
    var prompts: [String] {
        let entries = session.front.transcript
        let last = entries.lastIndex { $0.kind == .agent || $0.kind == .silence } ?? -1
        return entries.dropFirst(last + 1).filter { $0.kind == .customer }.map { entry in
            entry.speaker == session.customer ? entry.text : "\(entry.speaker): \(entry.text)"
        }
    }
}
