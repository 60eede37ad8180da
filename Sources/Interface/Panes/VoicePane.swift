import Conversation
import Terminal

/// A call: captions that arrive word by word, how it sounds in the margin, and who speaks how much.
struct VoicePane {
    let session: Session
    /// Local time, ms.
    let now: Int
    let glyphs: Glyphs
    /// Reduced motion: words come by the line, and the meter stands.
    var isStill = false
    /// The words of the last reply that the coach quotes.
    var marked: [String] = []
    /// What the agent is called: somebody who looks on reads a name.
    var agent = "You"

    /// From so many cells on, names and sounds stand in a margin of their own; below, in parentheses.
    static let marginColumns = 64
    /// How wide that margin is, and what stands before it.
    private static let margin = 12, clock = 7

    /// One dot of a silence stands for so long, ms, and no silence is drawn with more than this many.
    static let dot = 450, mostDots = 6

    // MARK: The transcript

    /// The transcript in lines of at most `columns` cells.
    func lines(columns: Int) -> [StyledLine] {
        let begun = session.front.transcript.filter { appears($0) <= now && $0.kind != .moved }
        let lastReply = begun.lastIndex { $0.kind == .agent }
        var lines: [StyledLine] = []
        var previous: Entry?
        for (index, entry) in begun.enumerated() {
            let isNew = previous?.speaker != entry.speaker || previous?.kind != entry.kind
            let gap = isNew && previous != nil ? [StyledLine()] : []
            let said = self.lines(
                for: entry, isNew: isNew, columns: columns, marked: index == lastReply ? marked : [])
            lines += (gap + said).of(entry: entry.sequence)
            previous = entry
        }
        return lines
    }

    /// When something of an entry is first seen: a silence before a line is drawn as it passes.
    private func appears(_ entry: Entry) -> Int { entry.channel == .voice ? entry.begins - entry.pause : entry.heard }

    private func lines(for entry: Entry, isNew: Bool, columns: Int, marked: [String]) -> [StyledLine] {
        switch entry.kind {
        case .scene: return aside("\(glyphs.dot) \(entry.text)", columns)
        case .note: return aside("In the ticket: \(entry.text)", columns)
        case .mail(let mail): return EmailPane.mail(mail, from: agent, columns: columns)
        case .moved: return []
        case .customer, .agent, .silence: break
        }
        let name = isNew ? (entry.kind == .customer ? entry.speaker : agent) : ""
        let role: Role = entry.kind == .customer ? .customer : .agent
        let pieces = captions(of: entry, marked: marked)
        let time = StyledLine(Self.offset(session.story(at: entry.begins - entry.pause) - start), .muted)
        let sounds = heard(entry)
        guard columns >= Self.marginColumns else {
            var head = time
            if !name.isEmpty { head = head.with("  ").with(name, role) }
            if !sounds.isEmpty {
                let room = max(1, columns - head.columns - 2)
                let beside = "(\(sounds.joined(separator: ", ")))"
                head = head.with("  ").with(
                    DisplayText.truncated(beside, columns: room, ellipsis: glyphs.lines.ellipsis), .muted)
            }
            let body = Self.packed(pieces, columns: columns - 2).map { line in
                var line = line
                line.indent = 2
                return line
            }
            return name.isEmpty && sounds.isEmpty ? body : [head] + body
        }
        let before = Self.clock + Self.margin + 2
        let beside = sounds.flatMap { DisplayText.wrapped($0, columns: Self.margin) }
        let text = Self.packed(pieces, columns: columns - before)
        let shown = DisplayText.truncated(name, columns: Self.margin, ellipsis: glyphs.lines.ellipsis)
        // A margin of nothing but sounds begins on the first line; under a name, on the second.
        let column = name.isEmpty ? beside.map { ($0, Role.muted) } : [(shown, role)] + beside.map { ($0, .muted) }
        return (0..<max(1, max(text.count, column.count))).map { row in
            var line = row == 0 ? time : StyledLine()
            line = line.padded(to: Self.clock)
            if row < column.count { line = line.with(column[row].0, column[row].1) }
            guard row < text.count else { return line }
            line = line.padded(to: before)
            line.runs += text[row].runs
            return line
        }
    }

    private func aside(_ text: String, _ columns: Int) -> [StyledLine] {
        let indent = columns >= Self.marginColumns ? Self.clock + Self.margin + 2 : 2
        return StyledLine.wrapped(text, .muted, columns: columns, indent: indent)
    }

    /// How a line sounds: tone and pace as far as one can hear them, then what is heard beside the voice.
    private func heard(_ entry: Entry) -> [String] {
        var words: [String] = []
        var voice = entry.tone.map { [Self.plain($0)] } ?? []
        switch entry.wordsPerMinute ?? SpokenWords.usualRate {
        case 185...: voice.append("fast")
        case ...125: voice.append("slow")
        default: break
        }
        if !voice.isEmpty { words.append(voice.joined(separator: ", ")) }
        if let sound = entry.sound { words.append("*\(Self.plain(sound))*") }
        return words
    }

    private static func plain(_ id: String) -> String { id.split(separator: "-").joined(separator: " ") }

    // MARK: Captions

    /// A word, a dot or a bracket, and how many blanks are before it.
    struct Piece {
        var text: String
        var role: Role
        var blanks = 1
    }

    private func captions(of entry: Entry, marked: [String]) -> [Piece] {
        var pieces: [Piece] = []
        let isDone = entry.heard <= now || isStill
        func dots(_ silence: Int, from begins: Int) {
            guard silence > 0 else { return }
            let all = Self.dots(of: silence)
            let count = isDone || begins + silence <= now ? all : min(all, max(0, now - begins) / Self.dot + 1)
            guard begins <= now else { return }
            for _ in 0..<count { pieces.append(Piece(text: beat, role: .muted, blanks: 2)) }
        }
        if entry.kind == .silence {
            pieces.append(Piece(text: entry.text, role: .muted))
            dots(entry.heard - entry.begins, from: entry.begins)
            return pieces
        }
        let isBracketed = entry.overlaps || entry.spokeOver != nil
        dots(entry.pause, from: entry.begins - entry.pause)
        guard entry.begins <= now else { return pieces }
        if isBracketed { pieces.append(Piece(text: "[", role: .muted)) }
        let words = SpokenWords(entry)
        let quoted = Self.quoted(words.words.map(\.text), marked)
        for (index, word) in words.words.enumerated() {
            dots(word.silence, from: entry.begins + word.at - word.silence)
            guard isDone || entry.begins + word.at <= now else { break }
            let isBehindDots = word.silence > 0 || (index == 0 && entry.pause > 0)
            pieces.append(
                Piece(text: word.text, role: quoted.contains(index) ? .quote : .text, blanks: isBehindDots ? 2 : 1))
        }
        if isBracketed, isDone { pieces.append(Piece(text: "]", role: .muted)) }
        if let over = entry.spokeOver, isDone {
            pieces.append(Piece(text: "\(arrow) spoke over \(over)", role: .muted, blanks: 2))
        }
        return pieces
    }

    static func dots(of silence: Int) -> Int { min(mostDots, max(1, (silence + dot / 2) / dot)) }

    /// The numbers of the words that are part of a quotation.
    private static func quoted(_ words: [String], _ marked: [String]) -> Set<Int> {
        var found: Set<Int> = []
        for mark in marked {
            let wanted = mark.split(whereSeparator: \.isWhitespace).map(String.init)
            guard !wanted.isEmpty, wanted.count <= words.count else { continue }
            for start in 0...(words.count - wanted.count)
            where zip(words[start...], wanted).allSatisfy({ $0.contains($1) }) {
                found.formUnion(start..<(start + wanted.count))
                break
            }
        }
        return found
    }

    /// Pieces in lines of at most so many cells; what is shown of them stays where it is when more arrive.
    private static func packed(_ pieces: [Piece], columns: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        var line = StyledLine()
        for piece in pieces {
            var rest = DisplayText.wrapped(piece.text, columns: max(1, columns))[...]
            guard let first = rest.popFirst() else { continue }
            let blanks = line.runs.isEmpty ? 0 : piece.blanks
            if line.columns + blanks + DisplayText.width(of: first) <= columns {
                line.runs.append(StyledLine.Run(text: String(repeating: " ", count: blanks), role: .text))
            } else {
                lines.append(line)
                line = StyledLine()
            }
            line.runs.append(StyledLine.Run(text: first, role: piece.role))
            for more in rest {
                lines.append(line)
                line = StyledLine(more, piece.role)
            }
        }
        if !line.runs.isEmpty { lines.append(line) }
        return lines
    }

    private var isASCII: Bool { glyphs == .ascii }
    private var beat: String { isASCII ? "." : "·" }
    private var arrow: String { isASCII ? "<-" : "←" }

    // MARK: Time

    /// Story time when the call began.
    private var start: Int {
        let moved = session.front.transcript.last { $0.kind == .moved && $0.channel == .voice && $0.heard <= now }
        return moved?.story ?? 0
    }

    /// `00:41`, from ms; `+4 h` where the story has jumped hours ahead.
    static func offset(_ milliseconds: Int) -> String {
        let seconds = max(0, milliseconds) / 1_000
        if seconds >= 3_600 { return "+\(seconds / 3_600) h" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(seconds / 60)):\(two(seconds % 60))"
    }

    /// The next local time, ms, at which something of this pane changes by itself; nil when nothing moves.
    var nextTick: Int? {
        var next = Int.max
        func consider(_ time: Int) { if time > now { next = min(next, time) } }
        for entry in session.front.transcript where entry.channel == .voice && entry.heard > now {
            consider(entry.begins)
            consider(entry.heard)
            guard !isStill else { continue }
            eachDot(of: entry.pause, from: entry.begins - entry.pause, consider)
            if entry.kind == .silence {
                eachDot(of: entry.heard - entry.begins, from: entry.begins, consider)
                continue
            }
            for word in SpokenWords(entry).words where entry.begins + word.at > now {
                eachDot(of: word.silence, from: entry.begins + word.at - word.silence, consider)
                consider(entry.begins + word.at)
                break
            }
        }
        for timer in [session.hold(at: now), session.mute(at: now)] where timer.isOn {
            consider(now + 1_000 - timer.current % 1_000)
        }
        return next == .max ? nil : next
    }

    private func eachDot(of silence: Int, from begins: Int, _ consider: (Int) -> Void) {
        guard silence > 0 else { return }
        for index in 0..<Self.dots(of: silence) { consider(begins + index * Self.dot) }
    }
}

extension StyledLine {
    /// The line with blanks behind it, up to a column.
    func padded(to columns: Int) -> StyledLine {
        let missing = columns - self.columns
        return missing > 0 ? with(String(repeating: " ", count: missing)) : self
    }
}
