import Conversation
import Terminal

/// Whether a conversation is heard aloud, and what of it is being said.
struct SpeechState: Equatable, Sendable {
    /// Lines are said aloud.
    var isOn = false
    /// The sequence number of the line that is being said, or was said last.
    var line: Int?
    /// What is being said is not heard any more: somebody spoke over it, went on, or went back.
    var isCutOff = false
}

// Lines said aloud, by whatever voice the machine has.
extension PracticeScreen {
    /// Somebody is on the phone in this conversation.
    var hasCall: Bool { engine.scenario.heading.channels.contains(.voice) }

    mutating func toggleSpeech() -> [Effect] {
        guard speech.isOn else { return [.findVoice] }
        speech = SpeechState()
        return [.hush, .notice("Nothing is said aloud any more.")]
    }

    /// Takes the name of the machine's voice, or nil when it has none.
    public mutating func gain(voice: String?, at now: Uptime) -> [Effect] {
        guard let voice else {
            return [.notice("This machine has no voice. espeak-ng is one; the captions need none.")]
        }
        speech = SpeechState(isOn: true)
        return [.notice("The lines are said aloud by \(voice). v again, and it is quiet.")] + utterances(at: now)
    }

    /// What is to be said, or not any more, at this time.
    mutating func utterances(at now: Uptime) -> [Effect] {
        guard speech.isOn else { return [] }
        let local = local(at: now)
        let wasCutOff = speech.isCutOff
        speech.isCutOff = false
        let speaking = session.front.transcript.last {
            $0.kind == .customer && $0.channel == .voice && $0.begins <= local && local < $0.heard
        }
        if clock.isRunning, let entry = speaking {
            guard entry.sequence != speech.line else { return [] }
            speech.line = entry.sequence
            // Taken up in the middle, after a pause: only what has not been said yet.
            let rest = SpokenWords(entry).words.filter { entry.begins + $0.at + $0.lasting > local }
            let person = session.began?.cast.firstIndex { $0.short == entry.speaker } ?? 0
            return [
                .utter(
                    Utterance(
                        text: rest.map(\.text).joined(separator: " "),
                        wordsPerMinute: entry.wordsPerMinute ?? SpokenWords.usualRate, person: person))
            ]
        }
        // A line that has come to its end may be said to its end: no voice keeps exact time.
        guard speech.line != nil, wasCutOff || !clock.isRunning else { return [] }
        speech.line = nil
        return [.hush]
    }
}
