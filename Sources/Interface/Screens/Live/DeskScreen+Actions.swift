import Room
import Terminal

// What can be done at the desk, and in which words.
extension DeskScreen {
    /// What can be done now.
    public var actions: [ScreenAction] {
        if entry != nil {
            return [
                ScreenAction(.accept, "keep it", "Keep what is typed."),
                ScreenAction(.back, "put it away", "Put it away; it is there again next time."),
            ]
        }
        if let sheet { return actions(on: sheet) }
        return deskActions + [.help, ScreenAction(.leave, "leave", "Leave the desk; the room stays open.")]
            + moves + common
    }

    private func actions(on sheet: DeskSheet) -> [ScreenAction] {
        let back = [ScreenAction(.back, "back", "Back to the desk."), ScreenAction(.leave, "", "Back to the desk.")]
        switch sheet {
        case .question: return [ScreenAction(.accept, "yes", "Yes, do it."), .help] + back
        case .envelope: return [ScreenAction(.accept, "done", "It was read aloud.")] + back
        case .card: return [ScreenAction(.back, "or any other key hides it", "Any key but the arrows hides the card.")]
        case .people:
            return [ScreenAction(.say(1), "for the chosen one", "Do it for whoever is chosen.")]
                + (2...7).map { ScreenAction(.say($0)) } + [.help] + back + ScreenAction.moving
        case .marks:
            return [ScreenAction(.accept, "mark it", "Mark the chosen behaviour; or press its letter.")] + back
                + ScreenAction.moving
        default:
            return [ScreenAction(.accept, "choose", "Take the chosen row.")]
                + (1...9).map { ScreenAction(.say($0), "", "Take the row with that number.") } + [.help] + back
                + ScreenAction.moving
        }
    }

    private var deskActions: [ScreenAction] {
        switch room.phase {
        case .gathering:
            [
                ScreenAction(.say(1), "", "The chosen one said yes aloud, and it may be kept."),
                ScreenAction(.say(2), "", "The chosen one said yes, and nothing is to be kept."),
                ScreenAction(.say(3), "", "Call the chosen one otherwise."),
                ScreenAction(.say(4), "", "Ask the chosen one to go."),
                ScreenAction(
                    .accept, room.unagreed.isEmpty ? "" : "yes", "Yes for the chosen one; once all said yes, the cards."
                ),
                ScreenAction(.nextFocus, "", "Read the whole agreement, for reading it aloud."),
                ScreenAction(.type(""), "let in", "Let somebody in who shares this screen."),
                ScreenAction(.goOn, "the cards", "The cards of the first round, once everybody said yes."),
            ]
        case .cards:
            [
                ScreenAction(.goOn, "begin", "The countdown, and then the round."),
                ScreenAction(.accept, "", "The countdown, and then the round."),
                ScreenAction(.nextFocus, "next card", "Read the next card."),
                ScreenAction(.previousFocus, "", "Read the card before."),
                ScreenAction(
                    .card, "show it", "Show the customer\u{2019}s card to whoever plays them, on the whole screen."),
            ]
        case .countdown:
            [
                ScreenAction(.goOn, "begin now", "Begin without waiting."),
                ScreenAction(.accept, "", "Begin without waiting."), ScreenAction(.card),
            ]
        case .playing: playing
        case .feedback:
            [
                ScreenAction(.goOn, nextWords, "On: the next to speak, the next round, or looking back together."),
                ScreenAction(.accept, "", "The same."),
                ScreenAction(.type(""), "write down", "Write down what they said."),
                ScreenAction(.left, "", "The one who spoke before."), ScreenAction(.right, "", "The next to speak."),
                ScreenAction(.retry, "re-run", "Back to a moment of this round, and play it again at once."),
                ScreenAction(.observe, "mark"),
                ScreenAction(.restart, "", "This round again, from its cards; asked once."),
                ScreenAction(.note(""), "", "A note for the desk, on the scenario."),
            ]
        case .debrief:
            [
                ScreenAction(.accept, "write", "Write down what the group says to the chosen one."),
                ScreenAction(.type(""), "", "Write down what the group says to the chosen one."),
                ScreenAction(.fix, "change", "Something to change in the way we work."),
                ScreenAction(.goOn, "close", "Close the room; asked once."),
                ScreenAction(.restart, "", "One round more; asked once."),
                ScreenAction(.note(""), "", "A note for the desk, on the scenario."),
            ]
        case .closed: [ScreenAction(.accept, "done", "Leave the desk."), ScreenAction(.goOn, "", "Leave the desk.")]
        }
    }

    private var playing: [ScreenAction] {
        var actions: [ScreenAction] = []
        if isVoting {
            actions = [
                ScreenAction(.vote, "end vote", "The vote is over."),
                ScreenAction(.say(1), "a hand", "One hand more for the reply with that number."),
            ]
            actions += (2...9).map { ScreenAction(.say($0)) }
            actions += [
                ScreenAction(.right, "", "One hand more for the chosen reply."),
                ScreenAction(.left, "", "One hand less for the chosen reply."),
            ]
        } else {
            let waits = room.play.front.offer?.isSend == true
            actions = [ScreenAction(.say(1), waits ? "" : "heard", "That reply is what the agent said.")]
            actions += (2...9).map { ScreenAction(.say($0), "", "That reply is what the agent said.") }
            actions.append(ScreenAction(.vote, ""))
        }
        if room.play.front.offer?.isSend == true { actions.append(ScreenAction(.send, "send", "Send the mail.")) }
        return actions + [
            ScreenAction(.accept, "", "The chosen reply is what the agent said."),
            ScreenAction(.pause, room.isFrozen ? "go on" : "freeze", "Everything stands still; again goes on."),
            ScreenAction(.undo, "take back", "Take the last slip back."),
            ScreenAction(.retry, "rewind", "Back to a moment of this round, with the same person or another."),
            ScreenAction(.curveballs, "throw in", "Throw a curveball, or hand an envelope in."),
            ScreenAction(.type(""), "words", "What the agent said, where no reply stands for it."),
            ScreenAction(.endRound, "end"),
            ScreenAction(.wait, "", "The agent says nothing, on purpose."),
            ScreenAction(.stepBack, "", "The agent steps back."),
            ScreenAction(.hint), ScreenAction(.observe), ScreenAction(.longer), ScreenAction(.shorter),
            ScreenAction(.goOn, "", "End the round; the feedback round follows."),
            ScreenAction(.note(""), "", "A note for the desk, on this moment."),
            ScreenAction(.card, "", "Show the customer\u{2019}s card to whoever plays them, on the whole screen."),
        ]
    }

    private var common: [ScreenAction] {
        guard room.phase != .closed else { return [] }
        return [
            ScreenAction(.stage, "stage", "Show the stage on this screen."),
            ScreenAction(.undo, "", "Take the last slip back."), ScreenAction(.people), ScreenAction(.win),
            ScreenAction(.blank), ScreenAction(.reveal),
            ScreenAction(.setAside, "", "Close the room; asked once."),
        ]
    }

    private var moves: [ScreenAction] {
        ScreenAction.moving + [ScreenAction(.back, "", "Back to the newest.")]
    }

    /// What the next step in the feedback round is.
    var nextWords: String {
        guard let feedback = room.feedback else { return "next" }
        if feedback.index < feedback.turns.count { return "next" }
        return room.round < room.rounds ? "next round" : "look back"
    }
}
