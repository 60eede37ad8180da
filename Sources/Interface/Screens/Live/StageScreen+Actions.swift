import Conversation
import Room
import Terminal

// What can be done on the stage. Whoever has the desk can conduct from here; the other stages only show.
extension StageScreen {
    private var room: LiveRoom { view.room }
    private var isPlaying: Bool { room.phase == .playing }

    /// What can be done now, most needed first. Few of them are named below: the room reads along.
    public var actions: [ScreenAction] {
        if asksToLeave {
            return [
                ScreenAction(.accept, "leave", "Leave this stage; the room goes on."),
                ScreenAction(.back, "stay", "Stay."), ScreenAction(.leave, "", "Stay."),
            ]
        }
        let turning =
            pages > 1
            ? [
                ScreenAction(.right, "", "The next page of the text; from then on pages turn by this key."),
                ScreenAction(.left, "", "The page before."),
            ] : []
        guard view.standing.hasDesk else {
            return turning + [
                ScreenAction(.leave, "leave", "Leave this stage, after a question; the room goes on."), .help,
                ScreenAction(.back, "", "Leave this stage, after a question."),
            ]
        }
        return desk + turning + [
            ScreenAction(.leave, "", "To the desk."), ScreenAction(.back, "", "To the desk."), .help,
        ]
    }

    private var desk: [ScreenAction] {
        var actions = [
            view.own.isEmpty
                ? ScreenAction(.stage, "desk", "To the desk. The room goes on.")
                : ScreenAction(.stage, "seat", "To your own seat. The room goes on.")
        ]
        if room.isBlank {
            actions.append(ScreenAction(.blank, "show the stage", "Show the stage again."))
        }
        if isPlaying {
            actions.append(
                ScreenAction(
                    .pause, room.isBlank ? "" : room.isFrozen ? "go on" : "freeze",
                    room.isFrozen ? "Go on from here." : "Freeze: everything stands still."))
        }
        actions += [
            ScreenAction(.goOn, nextWord, "The next thing in the course of the room."),
            ScreenAction(.undo, "", "Take the last slip back."),
        ]
        if !room.isBlank {
            actions.append(ScreenAction(.blank, "blank", "Blank the stage; the same key shows it again."))
        }
        actions.append(
            ScreenAction(.reveal, "", room.showsNames ? "Hide the names again." : "Show everybody's names."))
        guard isPlaying else { return actions }
        let isVote = room.vote?.isOpen == true
        let words = isVote ? "One hand more for the reply with that number." : "The reply with that number was heard."
        return actions + (1...9).map { ScreenAction(.say($0), "", words) } + [
            ScreenAction(.wait, "", "The agent is silent on purpose."),
            ScreenAction(.stepBack, "", "The agent steps back."),
            ScreenAction(.vote, "", isVote ? "The vote is over." : "Ask the room which reply comes next."),
            ScreenAction(.longer, "", "A minute more for this round."),
            ScreenAction(.shorter, "", "A minute less for this round."),
            ScreenAction(.endRound, "", "End the round; the feedback round follows."),
        ]
    }

    private var nextWord: String {
        switch room.phase {
        case .gathering: "the cards"
        case .cards: "begin"
        case .feedback: "next"
        case .countdown, .playing, .debrief, .closed: ""
        }
    }

    /// The options that numbers stand for: those of the vote while it is on, and else the lines on offer.
    private var options: [Int] {
        if let vote = room.vote, vote.isOpen { return vote.options }
        return room.play.front.offer?.lines.map(\.index) ?? []
    }

    /// Why something cannot be done just now.
    public func refusal(of action: Action, at now: Uptime) -> String? {
        guard view.standing.hasDesk else { return nil }
        switch action {
        case .say(let number):
            if room.isFrozen { return "Everything is frozen. Unfreeze it first." }
            guard !options.isEmpty else { return "There is no reply to choose just now." }
            return options.indices.contains(number - 1)
                ? nil : "The numbers go from 1 to \(options.count) here."
        case .undo: return room.undoable == nil ? "There is nothing to take back." : nil
        case .goOn:
            switch room.phase {
            case .playing: return "The round is on; its end has a key of its own, at the desk and here."
            case .debrief: return "The room is closed from the desk."
            case .closed: return "The room is closed."
            default: return nil
            }
        case .vote:
            return room.vote?.isOpen == true || !options.isEmpty ? nil : "There are no replies to vote on just now."
        default: return nil
        }
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        if asksToLeave {
            ask(toLeave: false)
            return action == .accept ? [.live(.leave)] : []
        }
        switch action {
        case .right, .left:
            turnPage(by: action == .right ? 1 : -1, at: now)
            return []
        default: break
        }
        guard view.standing.hasDesk else {
            if action == .leave || action == .back { ask(toLeave: true) }
            return []
        }
        // Who has the desk beside a seat of their own goes round: seat, desk, stage.
        if action == .stage { return [.live(.show(view.own.isEmpty ? .desk : .seat))] }
        if [.leave, .back].contains(action) { return [.live(.show(.desk))] }
        return command(for: action).map { [.live(.command($0))] } ?? []
    }

    private func command(for action: Action) -> RoomCommand? {
        switch action {
        case .blank: .blank
        case .reveal: .reveal
        case .pause: .freeze
        case .goOn: .next
        case .undo: .undo
        case .wait: .wait
        case .stepBack: .stepBack
        case .vote: room.vote?.isOpen == true ? .closeVote : .openVote
        case .longer: .extend(60_000)
        case .shorter: .extend(-60_000)
        case .endRound: .end
        case .say(let number): say(number)
        default: nil
        }
    }

    private func say(_ number: Int) -> RoomCommand? {
        guard options.indices.contains(number - 1) else { return nil }
        let option = options[number - 1]
        guard let vote = room.vote, vote.isOpen else { return .heard(option) }
        return .hands(option: option, count: vote.hands[option, default: 0] + 1)
    }
}
