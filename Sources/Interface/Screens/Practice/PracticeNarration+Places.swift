import Conversation
import Terminal

// How somebody says something, and what there is around it in a call and in public.
extension PracticeNarration {
    /// An id of the vocabulary in words: `short-of-breath` as `short of breath`.
    static func plain(_ id: String) -> String { id.split(separator: "-").joined(separator: " ") }

    /// `, flat, fast` behind a name: the feeling, and in a call how the voice is.
    func manner(_ entry: Entry) -> String {
        var words = [entry.emotion, entry.tone].compactMap { $0 }.map(Self.plain)
        if entry.channel == .voice {
            switch entry.wordsPerMinute ?? SpokenWords.usualRate {
            case 185...: words.append("fast")
            case ...125: words.append("slow")
            default: break
            }
        }
        if entry.overlaps { words.append("cutting in") }
        if entry.isCut { words.append("cut off") }
        return words.map { ", \($0)" }.joined()
    }

    /// `(keyboard)` before the words: what is heard beside the voice, and a silence that one would notice.
    func beside(_ entry: Entry) -> String {
        guard entry.channel == .voice else { return "" }
        var words: [String] = []
        if entry.pause >= 1_000 { words.append("after \(PlainText.duration(entry.pause))") }
        if let sound = entry.sound { words.append(Self.plain(sound)) }
        return words.map { "(\($0)) " }.joined()
    }

    /// The channel that the conversation moves to, and the promises that come along.
    func movedTo(_ entry: Entry) -> String {
        let lines = CameAlong(session: session, glyphs: PlainText.glyphs).lines(of: entry, columns: 100_000)
        let words = lines.map { $0.runs.map(\.text).joined() }
        return words.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }.joined(separator: "\n")
    }

    /// Hold and mute, as they are switched.
    var called: [Timed] {
        func told(_ switches: [CallSwitch], _ name: String, _ on: String, _ off: String) -> [Timed] {
            switches.map { change in
                Timed(
                    time: change.at, rank: 2, item: Narration.Item("\(name)-\(change.at)", change.isOn ? on : off))
            }
        }
        let front = session.front
        return told(front.holds, "hold", "The call is on hold.", "The call is taken up again.")
            + told(front.mutes, "mute", "You are muted.", "You can be heard again.") + howToCutIn
    }

    /// Told once, when the call begins: what could be said over somebody is told only to who asks.
    private var howToCutIn: [Timed] {
        let front = session.front
        guard front.journey.contains(.voice) else { return [] }
        let moved = front.transcript.first { $0.kind == .moved && $0.channel == .voice }?.heard
        let words = "A number speaks over whoever is speaking; bottom tells what you could say."
        return [Timed(time: moved ?? 0, rank: -1, item: Narration.Item("cut-in", words))]
    }

    /// How many look on at a public thread, told again when there are markedly more.
    var crowd: [Timed] {
        let front = session.front
        guard !front.crowd.isEmpty, front.channel(at: local) == .social else { return [] }
        let count = front.crowd.count(at: local)
        // Told at every step of about a quarter more: a number that grows by the second is noise.
        var step = 0
        var size = 4
        while size <= count.onlookers {
            step += 1
            size += max(4, size / 4)
        }
        let likes = count.likes == 1 ? "1 like" : "\(count.likes) likes"
        let shares = count.shares == 1 ? "1 share" : "\(count.shares) shares"
        var item = Narration.Item("crowd-\(step)", "\(likes), \(shares).")
        item.isOnce = true
        return [Timed(time: local, rank: 6, item: item)]
    }
}
