import Conversation
import Room
import Terminal

/// What was said in a round, with the names of the room: the scenario's lines, what was heard, what was typed.
struct DeskTranscript {
    let room: LiveRoom
    /// Local time of the play, ms.
    let local: Int

    /// Everything by now, an entry a block.
    func blocks(columns: Int) -> [TranscriptBlock<Int>] {
        var pieces: [(at: Int, block: TranscriptBlock<Int>)] = []
        let agent = room.casting.agent.map { room.name(of: $0) } ?? "Agent"
        let transcript = room.play.front.transcript
        for entry in transcript where entry.heard <= local {
            pieces.append((entry.heard, TranscriptBlock(entry.sequence, lines(entry, agent: agent, columns: columns))))
        }
        for (index, said) in room.said.enumerated() {
            let name = room.name(of: said.said.person)
            let role: Role = said.said.role == .agent ? .agent : .customer
            pieces.append(
                (
                    room.play.local(said.at),
                    TranscriptBlock(
                        1_000_000 + index, Self.spoken(name, role, said.said.text, columns: columns))
                ))
        }
        for (index, handed) in room.handed.enumerated() {
            pieces.append(
                (
                    room.play.local(handed.at),
                    TranscriptBlock(
                        2_000_000 + index,
                        StyledLine.wrapped(handed.envelope.inWords, .muted, columns: columns, indent: 2))
                ))
        }
        // What came at the same time stays in order: the sort of the library is not stable.
        var blocks = pieces.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element.block)
        if let next = transcript.first(where: { $0.kind == .customer && $0.begins <= local && local < $0.heard }) {
            blocks.append(TranscriptBlock(-next.sequence, [StyledLine("\(next.speaker) \u{2026}", .muted)]))
        }
        return blocks
    }

    private func lines(_ entry: Entry, agent: String, columns: Int) -> [StyledLine] {
        switch entry.kind {
        case .customer: Self.spoken(entry.speaker, .customer, entry.text, columns: columns)
        case .agent: Self.spoken(agent, .agent, entry.text, columns: columns)
        case .silence: Self.spoken(agent, .agent, entry.text, role: .muted, columns: columns)
        case .scene, .note: StyledLine.wrapped(entry.text, .muted, columns: columns, indent: 2)
        case .moved:
            StyledLine.wrapped("On from here by \(entry.channel.rawValue).", .muted, columns: columns, indent: 2)
        case .mail(let mail):
            Self.spoken(agent, .agent, "a mail: \(mail.subject)", columns: columns)
        }
    }

    private static func spoken(
        _ name: String, _ nameRole: Role, _ text: String, role: Role = .text, columns: Int
    ) -> [StyledLine] {
        let head = DisplayText.truncated(name, columns: 12, ellipsis: ".")
        let indent = max(8, DisplayText.width(of: head) + 2)
        return DisplayText.wrapped(text, columns: max(8, columns - indent)).enumerated().map { row, piece in
            guard row == 0 else { return StyledLine(piece, role, indent: indent) }
            let gap = String(repeating: " ", count: indent - DisplayText.width(of: head))
            return StyledLine(head, nameRole).with(gap + piece, role)
        }
    }
}
