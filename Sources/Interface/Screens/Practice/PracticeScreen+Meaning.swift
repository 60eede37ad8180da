import Conversation
import Terminal

// What was heard in typed words, and saying that something else was meant. Clocks wait while one chooses.
extension PracticeScreen {
    /// Takes the names of the moves.
    public mutating func learn(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// What moves are called, as far as it is known here.
    var names: Vocabulary { engine.listener?.vocabulary ?? vocabulary }

    /// The last reply of the conversation in front, where it was typed: what was heard in it can be put right.
    var typedLast: Moment.Reply? {
        guard !session.isReadOnly else { return nil }
        let last = session.moments.last { $0.thread == session.frontName && $0.reply != nil }?.reply
        return last?.isTyped == true ? last : nil
    }

    /// What was heard in the reply that the coach speaks about.
    func heardWords(of feedback: Feedback) -> HeardWords? {
        guard let reply = session.moments.last(where: { $0.reply?.text == feedback.reply })?.reply else { return nil }
        return HeardWords(reply, vocabulary: names)
    }

    /// The words of the last reply that are pointed at now.
    var markedWords: [String] {
        guard let popUp else { return [] }
        return PopUp.quotes(popUp.shown) + (heardWords(of: popUp)?.quotes ?? [])
    }

    /// Without a word of the coach's, what was heard in typed words is shown by itself, when the coach may speak.
    mutating func showHeard(_ events: [TimedEvent]) {
        let here = events.filter { $0.thread == session.frontName }
        let hasTyped = here.contains { if case .replied(let reply) = $0.event { reply.isTyped == true } else { false } }
        let isCoached = here.contains { if case .feedbackShown = $0.event { true } else { false } }
        guard hasTyped, !isCoached, let reply = typedLast, let heard = Feedback(hearing: reply), shows(heard) else {
            return
        }
        coming.insert(heard, at: 0)
    }

    // MARK: Not what I meant

    func meaningActions(_ meaning: MeantPane) -> [ScreenAction] {
        (1...meaning.count).map { ScreenAction(.say($0), $0 == 1 ? "choose" : "", "Say that this was meant.") } + [
            ScreenAction(.accept, "", "Say that the chosen one was meant."),
            ScreenAction(.back, "leave it", "Leave it as it was heard."),
            ScreenAction(.meant, "", "Leave it as it was heard."),
        ] + ScreenAction.moving + [
            .help, ScreenAction(.leave, "", "Leave for now. The session waits in the journal, at this very moment."),
        ]
    }

    mutating func openMeaning(at now: Uptime) -> [Effect] {
        guard let reply = typedLast else { return [] }
        // What hears the words again is not there yet after a session was taken up again.
        guard let listener = engine.listener else {
            wantsEar = .meaning
            return [.findListener]
        }
        meaningsOpened += 1
        let before = session.front.transcript.last { $0.kind == .customer && $0.sequence < reply.sequence }
        meaning = MeantPane(
            reply, moves: listener.likeliest(in: reply.text, after: before?.text, most: MeantPane.most),
            vocabulary: names, opening: meaningsOpened)
        clock.set(.meaning, true, at: now)
        return []
    }

    mutating func closeMeaning(at now: Uptime) {
        meaning = nil
        clock.set(.meaning, false, at: now)
    }

    mutating func performMeaning(_ action: Action, at now: Uptime) -> [Effect] {
        guard let meaning else { return [] }
        switch action {
        case .say(let number): return choose(number - 1, of: meaning, at: now)
        case .accept:
            guard let chosen = meaning.chosen else {
                return [.notice("Choose with a number, or with the arrows first.")]
            }
            return choose(chosen, of: meaning, at: now)
        case .back, .meant: closeMeaning(at: now)
        case .up, .down: self.meaning?.move(action)
        case .pageUp, .pageDown, .top, .bottom: scroll(action, at: now)
        case .leave:
            closeMeaning(at: now)
            return leave(at: now)
        default: break
        }
        return []
    }

    private mutating func choose(_ place: Int, of meaning: MeantPane, at now: Uptime) -> [Effect] {
        guard (0..<meaning.count).contains(place) else { return [.notice("There is no \(place + 1) here.")] }
        let candidate = place < meaning.candidates.count ? meaning.candidates[place] : nil
        do {
            let events = try engine.handle(.meant(candidate?.move), in: session, at: sessionTime(at: now))
            closeMeaning(at: now)
            let name = candidate.map { "“\($0.name)”" } ?? "none of these"
            return [
                .keep(events, in: stream),
                .notice("Heard again, as \(name). It stays on this machine, and counts from now on."),
            ]
        } catch {
            return [.notice(error.description)]
        }
    }
}
