import Conversation
import Terminal

/// A public thread: posts, the people who look on, and beside them what is said in private.
///
/// In a wide pane the private messages are a second column, level with the post they were written under; in a narrow one
/// they are blocks of their own between the posts, so that the newest words always come last.
struct SocialPane {
    let session: Session
    /// Local time, ms.
    let now: Int
    let glyphs: Glyphs
    /// The words of the last reply that the coach quotes.
    var marked: [String] = []
    /// What the agent is called: somebody who looks on reads a name.
    var agent = "You"

    /// Columns from which private messages stand in a column of their own.
    static let twoColumns = 84

    /// The thread in lines of at most `columns` cells.
    func lines(columns: Int) -> [StyledLine] {
        let hasPrivate = entries.contains(where: \.isPrivate) || typing?.isPrivate == true
        return hasPrivate && columns >= Self.twoColumns ? beside(columns: columns) : together(columns: columns)
    }

    /// When the numbers change next, local ms; nil while nothing moves. At most once a second.
    var nextTick: Int? {
        guard session.front.channel(at: now) == .social else { return nil }
        return session.front.crowd.nextChange(after: now)
    }

    // MARK: What there is

    private var entries: [Entry] { session.front.transcript.filter { $0.heard <= now } }

    private var typing: Entry? {
        session.front.transcript.first { $0.kind == .customer && $0.begins <= now && now < $0.heard }
    }

    private var customer: String { session.customer }

    private func together(columns: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        var wasPrivate = false
        for (index, entry) in entries.enumerated() {
            var part: [StyledLine] = []
            if entry.isPrivate {
                if !wasPrivate { part.append(rule("private, with \(customer)", columns: columns)) }
                part += message(entry, index, columns: columns - 4).map(boxed)
            } else {
                if wasPrivate { part.append(rule("in public", columns: columns)) }
                part += post(entry, index, columns: columns)
            }
            part = part.of(entry: entry.sequence)
            if wasPrivate != entry.isPrivate || !entry.isPrivate || entries[index - 1].speaker != entry.speaker,
                !lines.isEmpty
            {
                lines.append(StyledLine())
            }
            lines += part
            wasPrivate = entry.isPrivate
        }
        if let typing { lines += [StyledLine(), self.typing(typing)] }
        return lines + crowd
    }

    private func beside(columns: Int) -> [StyledLine] {
        let right = min(56, columns * 2 / 5)
        let left = columns - right - 3
        var publicly: [StyledLine] = []
        var privately = [StyledLine("private, with \(customer)", .muted)]
        var level = 0
        for (index, entry) in entries.enumerated() {
            if entry.isPrivate {
                if privately.count > 1 { privately.append(StyledLine()) }
                while privately.count < level { privately.append(StyledLine()) }
                privately += message(entry, index, columns: right)
            } else {
                if !publicly.isEmpty { publicly.append(StyledLine()) }
                level = publicly.count
                publicly += post(entry, index, columns: left).of(entry: entry.sequence)
            }
        }
        if let typing {
            if typing.isPrivate {
                privately += [StyledLine(), self.typing(typing)]
            } else {
                publicly += [StyledLine(), self.typing(typing)]
            }
        }
        publicly += crowd
        return StyledLine.beside(publicly, privately, leftColumns: left, rule: glyphs.lines.vertical)
    }

    // MARK: Posts

    private func post(_ entry: Entry, _ index: Int, columns: Int) -> [StyledLine] {
        let isRoot = entry.sequence == root
        // What is not the first post hangs below it.
        let indent = isRoot ? 0 : 4
        let width = max(16, min(columns, 90) - indent - 2)
        switch entry.kind {
        case .customer:
            let isCustomer = entry.speaker == customer
            var head = StyledLine(clock(entry), .muted, indent: indent)
                .with(" \(fullName(entry.speaker))", isCustomer ? .customer : .muted)
                .with(" \(handle(entry.speaker))", .muted)
            if !isCustomer { head = head.with(" \(glyphs.dot) looking on", .muted) }
            return [head]
                + StyledLine.wrapped(entry.text, isCustomer ? .text : .muted, columns: width)
                .map { $0.indented(indent + 2) }
        case .agent:
            let head = StyledLine(clock(entry), .muted, indent: indent).with(" \(agent)", .agent)
                .with(" \(glyphs.dot) in public", .muted)
            return [head]
                + StyledLine.wrapped(
                    entry.text, .text, columns: width, marking: index == lastReply ? marked : [], as: .quote
                ).map { $0.indented(indent + 2) }
        case .silence: return [StyledLine(entry.text, .muted, indent: indent + 2)]
        case .scene, .note:
            let words = entry.kind == .note ? "In the ticket: \(entry.text)" : "\(glyphs.dot) \(entry.text)"
            return StyledLine.wrapped(words, .muted, columns: columns - 4, indent: 4)
        case .moved: return CameAlong(session: session, glyphs: glyphs).lines(of: entry, columns: columns)
        case .mail(let mail): return EmailPane.mail(mail, from: agent, columns: columns)
        }
    }

    /// The likes and shares of the thread, below its newest post: there they are seen to grow.
    private var crowd: [StyledLine] {
        guard !session.front.crowd.isEmpty, session.front.channel(at: now) == .social else { return [] }
        let count = session.front.crowd.count(at: now)
        var line = StyledLine("\(like) ", .muted).with("\(count.likes)", .strong)
            .with(count.likes == 1 ? " like" : " likes", .muted)
            .with("  \(share) ", .muted).with("\(count.shares)", .strong)
            .with(count.shares == 1 ? " share" : " shares", .muted)
        // What grows says so: the numbers alone would be missed.
        let isGrowing = session.front.crowd.pace > 0 && session.front.crowd.silentSince.map { $0 <= now } ?? false
        if isGrowing { line = line.with("  \(glyphs.rise) growing", .warm) }
        return [StyledLine(), line]
    }

    private var isPlain: Bool { glyphs == .ascii }
    private var like: String { isPlain ? "+" : "♡" }
    private var share: String { isPlain ? ">>" : "↻" }

    /// The sequence number of the first post, which the others answer.
    private var root: Int? { session.front.transcript.first { $0.isPublic && $0.kind == .customer }?.sequence }

    private var lastReply: Int? { entries.lastIndex { $0.kind == .agent } }

    // MARK: Private messages

    private func message(_ entry: Entry, _ index: Int, columns: Int) -> [StyledLine] {
        let isOwn = entry.kind == .agent
        let head = StyledLine(clock(entry), .muted)
            .with(isOwn ? " \(agent)" : " \(entry.speaker)", isOwn ? .agent : .customer)
        return [head]
            + StyledLine.wrapped(
                entry.text, .text, columns: max(16, columns - 2), marking: index == lastReply ? marked : [],
                as: .quote
            ).map { $0.indented(2) }
    }

    private func boxed(_ line: StyledLine) -> StyledLine {
        var boxed = StyledLine("\(glyphs.lines.vertical) ", .border, indent: 2)
        boxed.runs.append(StyledLine.Run(text: String(repeating: " ", count: line.indent), role: .text))
        boxed.runs += line.runs
        return boxed
    }

    private func rule(_ words: String, columns: Int) -> StyledLine {
        let line = String(repeating: String(glyphs.lines.horizontal), count: 2)
        return StyledLine("\(line) \(words) \(line)", .muted, indent: 2)
    }

    private func typing(_ entry: Entry) -> StyledLine {
        let place = entry.isPrivate ? " in private" : ""
        return StyledLine("\(entry.speaker) is typing\(place) …", .muted)
    }

    // MARK: Names

    private func fullName(_ short: String) -> String {
        session.began?.cast.first { $0.short == short }?.full ?? short
    }

    /// A name as such a place writes it: `@noor.haddad`.
    private func handle(_ short: String) -> String {
        "@" + fullName(short).lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: ".")
    }

    private func clock(_ entry: Entry) -> String {
        StoryClock.timeOfDay(opens: session.began?.opens ?? 0, story: entry.story)
    }
}
