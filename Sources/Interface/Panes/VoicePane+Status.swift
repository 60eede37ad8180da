import Conversation
import Terminal

// The line below a call: level meter, who speaks, talk ratio, hold and mute.
extension VoicePane {
    private static let meterColumns = 8

    /// The status line of at most `columns` cells.
    func status(columns: Int) -> StyledLine {
        var line = StyledLine(meter, .muted).with("  ")
        let ratio = ratio
        let timers = timers
        let state = state
        let room = columns - 4
        // What matters most comes first when there is no room for all: a timer that runs, then the ratio.
        var used = line.columns
        func fits(_ text: String) -> Bool {
            let width = DisplayText.width(of: text)
            guard !text.isEmpty, used + width + 3 <= room + 4 else { return false }
            used += width + 3
            return true
        }
        let showsTimers = fits(timers.text)
        let showsRatio = fits(ratio)
        let showsState = fits(state)
        // The ratio stands still; who speaks changes its length all the time.
        if showsRatio { line = line.with(ratio, .muted) }
        if showsState { line = line.with(showsRatio ? "   " : "").with(state, .text) }
        if showsTimers {
            let gap = max(2, columns - line.columns - DisplayText.width(of: timers.text))
            line = line.with(String(repeating: " ", count: gap)).with(timers.text, timers.isOn ? .urgent : .muted)
        }
        return line
    }

    /// `Daniel is speaking`, `you are speaking`, or nobody is.
    private var state: String {
        if session.hold(at: now).isOn { return "on hold" }
        guard let speaker = speaking.last else { return "quiet" }
        let names = speaking.map { $0.kind == .customer ? $0.speaker : "you" }
        if names.count > 1, Set(names).count > 1 { return "\(names[0]) and \(names[1]) at once" }
        return speaker.kind == .customer ? "\(speaker.speaker) is speaking" : "you are speaking"
    }

    /// Whoever is heard now, in the order in which they began.
    private var speaking: [Entry] {
        session.front.transcript.filter {
            $0.channel == .voice && ($0.kind == .customer || $0.kind == .agent) && $0.begins <= now && now < $0.heard
        }
    }

    /// The last words as bars: longer and louder ones are higher. Without a voice, or with reduced motion, it lies flat.
    private var meter: String {
        let flat = String(repeating: glyphs.bars[0], count: Self.meterColumns)
        guard !isStill, let entry = speaking.last else { return flat }
        let words = SpokenWords(entry).words
        let begun = words.prefix { entry.begins + $0.at <= now }.suffix(Self.meterColumns)
        let bars = begun.map { glyphs.bars[Self.level($0.text, tone: entry.tone) * (glyphs.bars.count - 1) / 7] }
        return flat.prefix(Self.meterColumns - bars.count) + String(bars)
    }

    /// How loud a word looks, 1–7.
    private static func level(_ word: String, tone: String?) -> Int {
        let letters = word.filter { $0.isLetter || $0.isNumber }
        var level = 2 + min(3, letters.count / 2)
        if letters.count > 1, letters.allSatisfy({ !$0.isLowercase }) { level += 2 }
        if word.contains("!") { level += 1 }
        switch tone {
        case "loud", "sharp": level += 1
        case "quiet", "soft", "gentle", "shaky": level -= 2
        default: break
        }
        return min(7, max(1, level))
    }

    /// `you 38 % · Daniel 62 %`; empty until somebody was heard.
    private var ratio: String {
        let ratio = TalkRatio(session, at: now, in: .voice)
        return zip(ratio.shares, ratio.percents).map { share, percent in
            "\(share.speaker != "You" ? share.speaker : agent == "You" ? "you" : agent) \(percent) %"
        }.joined(separator: " \(glyphs.dot) ")
    }

    /// Hold and mute, as long as they have been used.
    private var timers: (text: String, isOn: Bool) {
        var texts: [String] = []
        var isOn = false
        for (name, timer) in [("hold", session.hold(at: now)), ("mute", session.mute(at: now))]
        where timer.total > 0 || timer.isOn {
            isOn = isOn || timer.isOn
            let shown = timer.isOn ? timer.current : timer.total
            // A time that passes is rounded down: it has not been a second before it was one.
            let clock = StoryDuration.clock(shown / 1_000 * 1_000)
            texts.append(timer.isOn ? "\(name) \(clock)" : "\(name) \(clock) in all")
        }
        return (texts.joined(separator: " \(glyphs.dot) "), isOn)
    }
}
