import Conversation
import Terminal

import struct Yarn.Program

/// A previewed session as its author reads it: what was said with its hashtags, and every command that ran.
struct PreviewPane {
    let session: Session
    let program: Program
    let glyphs: Glyphs

    /// The session so far in lines of at most `columns` cells.
    func lines(columns: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        var shifts: [String] = []
        func flush() {
            guard !shifts.isEmpty else { return }
            lines += ran(shifts.joined(separator: " \(glyphs.dot) "), columns)
            shifts = []
        }
        for timed in session.log {
            if case .shifted(let shift) = timed.event {
                shifts.append("\(shift.measure.rawValue) \(Self.signed(shift.by)) \(glyphs.arrow) \(shift.to)")
                continue
            }
            let next = self.lines(of: timed.event, columns: columns)
            guard !next.isEmpty else { continue }
            flush()
            lines += next
        }
        flush()
        return lines
    }

    private func lines(of event: SessionEvent, columns: Int) -> [StyledLine] {
        switch event {
        case .nodeEntered(let entered):
            let name = [entered.node, entered.moment].compactMap { $0 }.joined(separator: " \(glyphs.dot) ")
            return rule(name, columns)
        case .lineSpoken(let line): return said(line, columns)
        case .feedbackShown(let shown):
            return StyledLine.wrapped("Coach: \(PopUp.quoted(shown).text)", .coach, columns: columns, indent: 4)
        case .reflectionAsked(let asked):
            return StyledLine.wrapped("Reflect: \(asked.text)", .coach, columns: columns, indent: 4)
        case .replied(let reply): return replied(reply, columns)
        case .steppedBack: return [StyledLine("\(glyphs.pointer) You step back.", .agent)]
        case .drafted(let draft):
            let part = draft.part == .subject ? "Subject" : "Paragraph"
            return StyledLine.wrapped("\(part): \(draft.text)", .agent, columns: columns, indent: 2)
        case .ended(let ended):
            guard !ended.ending.isEmpty else { return rule("the end, outside any ending", columns) }
            return rule("the end: \(ended.ending)\(ended.outcome.map { " (\($0.rawValue))" } ?? "")", columns)
        default: return Self.words(event).map { ran($0, columns) } ?? []
        }
    }

    /// What a command has done, in the words of commands; nil for events that no author asks about.
    private static func words(_ event: SessionEvent) -> String? {
        switch event {
        case .channelChanged(let changed): "channel \(changed.channel.rawValue)"
        case .queueChanged(let queue): "queue \(queue.waiting)"
        case .clockStarted(let clock): "reply within \(StoryDuration.clock(clock.lasting))"
        case .storyMoved(let moved): "later, by \(StoryDuration.clock(moved.by))"
        case .commitmentMade(let made): "promise \(made.commitment), due in \(StoryDuration.clock(made.dueIn))"
        case .commitmentRenegotiated(let made):
            "promise \(made.commitment) moved, due in \(StoryDuration.clock(made.dueIn))"
        case .commitmentKept(let change): "promise \(change.commitment) is kept"
        case .commitmentMissed(let change): "promise \(change.commitment) is missed"
        case .ruptured: "trust breaks here"
        case .repaired(let repaired): "mended, by \(repaired.move)"
        case .audienceGrew(let grew): "audience \(Self.signed(grew.likes)) \(Self.signed(grew.shares))"
        case .threadOpened(let opened): "a conversation with \(opened.customer) begins"
        case .threadClosed: "the conversation is over"
        case .threadRested: "waits for the other conversations"
        case .curveballStruck(let struck): "curveball: \(struck.label)"
        case .attached(let file): "attached \(file.name)"
        case .emailSent: "the mail is sent"
        case .clockRanOut: "the clock runs out"
        default: nil
        }
    }

    private func said(_ line: LineSpoken, _ columns: Int) -> [StyledLine] {
        let isPerson = !["Scene", "Note", "You"].contains(line.speaker)
        let tags = (program.line(id: line.line)?.tags ?? []).filter { !$0.hasPrefix("line:") && $0 != "lastline" }
        var lines = hanging("\(line.speaker): \(line.text)", isPerson ? .text : .muted, columns)
        if isPerson, let first = lines.first, let run = first.runs.first {
            let name = "\(line.speaker):"
            if run.text.hasPrefix(name) {
                lines[0] = StyledLine(name, .customer).with(String(run.text.dropFirst(name.count)))
            }
        }
        return Self.add(tags.map { "#\($0)" }.joined(separator: " "), to: lines, columns)
    }

    /// Puts hashtags behind the last line, or below it where there is no room.
    static func add(_ tags: String, to lines: [StyledLine], _ columns: Int) -> [StyledLine] {
        guard !tags.isEmpty, let last = lines.last else { return lines }
        if last.columns + 2 + DisplayText.width(of: tags) <= columns {
            return lines.dropLast() + [last.with("  \(tags)", .muted)]
        }
        return lines + StyledLine.wrapped(tags, .muted, columns: columns, indent: 4)
    }

    private func replied(_ reply: Replied, _ columns: Int) -> [StyledLine] {
        hanging("\(glyphs.pointer) \(reply.text)", .agent, columns)
    }

    /// A text whose later lines stand a little further in.
    private func hanging(_ text: String, _ role: Role, _ columns: Int) -> [StyledLine] {
        DisplayText.wrapped(text, columns: max(1, columns - 2)).enumerated().map { row, piece in
            StyledLine(piece, role, indent: row == 0 ? 0 : 2)
        }
    }

    private func ran(_ words: String, _ columns: Int) -> [StyledLine] {
        StyledLine.wrapped(words, .muted, columns: columns, indent: 4)
    }

    private func rule(_ title: String, _ columns: Int) -> [StyledLine] {
        let dash = String(glyphs.lines.horizontal)
        let name = DisplayText.truncated(title, columns: max(1, columns - 6), ellipsis: glyphs.lines.ellipsis)
        let rest = max(0, columns - DisplayText.width(of: name) - 4)
        return [StyledLine("\(dash)\(dash) \(name) " + String(repeating: dash, count: rest), .border)]
    }

    static func signed(_ by: Int) -> String { by < 0 ? "−\(-by)" : "+\(by)" }
}
