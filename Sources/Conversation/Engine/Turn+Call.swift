import Yarn

// A call: words take their time, and two people can speak at once.
extension Turn {
    /// How long silence on purpose lasts in a call, ms, when its author does not say.
    private static var usualSilence: Int { 2_000 }
    /// By how much two lines overlap at most, ms.
    private static var longestOverlap: Int { 1_200 }

    /// Begins to speak, or to be silent, while somebody else may still be speaking.
    mutating func takeTheFloor(with option: Option) throws(EngineRefusal) {
        guard let interruption = session.interruption(in: thread, at: local) else { return }
        guard option.role == .say else {
            throw EngineRefusal(
                description: "\(session.speaker(in: thread, at: local) ?? scenario.customerName) is still speaking: "
                    + "listening is what you do already.")
        }
        guard let from = session.speaksFrom(in: thread), from <= local else {
            throw EngineRefusal(description: "Your own sentence comes first. Enter brings it to its end.")
        }
        emit(.interrupted(interruption))
    }

    /// What is not said by now is not said any more: the agent leaves.
    mutating func cutOff() {
        if let interruption = session.interruption(in: thread, at: local) { emit(.interrupted(interruption)) }
    }

    /// How long a reply takes; nil outside a call.
    func lasting(of option: Option) -> Int? {
        guard here.channel == .voice else { return nil }
        return switch option.role {
        case .say: SpokenWords(option.text).lasting
        case .pause: option.silence ?? Self.usualSilence
        case .timeout: nil
        }
    }

    /// Somebody says a line aloud: a person of the cast, or the agent.
    mutating func sayAloud(_ line: SpokenLine, _ tags: LineTags, by speaker: String) {
        let text = line.text
        let rate = tags.wordsPerMinute ?? SpokenWords.usualRate
        let pauses = text.attributes.filter { $0.name == "pause" }.map {
            SpokenPause(at: $0.start, lasting: Self.silence($0))
        }
        let lasting = SpokenWords(text.string, wordsPerMinute: rate, pauses: pauses).lasting
        let isOverlap = tags.isOverlap && speech != nil
        var begins = after + tags.pause + Pace.of(.voice).beforeTyping
        if isOverlap, let speech {
            begins = speech.ends - min(Self.longestOverlap, (speech.ends - speech.begins) * 2 / 5)
        }
        let ends = begins + lasting
        let isPerson = speaker != "You"
        emit(
            .lineSpoken(
                LineSpoken(
                    line: line.id, speaker: speaker, text: text.string, after: ends, lasting: lasting,
                    emotion: tags.emotion, cue: tags.cue, tone: tags.tone, sound: tags.sound, wordsPerMinute: rate,
                    pause: tags.pause > 0 && !isOverlap ? tags.pause : nil, pauses: pauses.isEmpty ? nil : pauses,
                    overlaps: isOverlap ? true : nil, confirms: isPerson && tags.confirms ? true : nil,
                    recalls: recalled(by: isPerson, tags))))
        after = max(after, ends)
        speech = (begins, ends)
    }

    /// `[pause/]`, or `[pause=1.2/]` in seconds.
    private static func silence(_ pause: MarkedText.Attribute) -> Int {
        switch pause["pause"] {
        case .number(let seconds)? where seconds > 0 && seconds <= 60: Int(seconds * 1_000)
        default: SpokenWords.longSilence
        }
    }
}
