import Conversation
import Room
import Terminal

// What the keys of the desk do.
extension DeskScreen {
    // MARK: Keys of its own

    /// The letters of the checklist while it is open; every key while a card is shown to somebody.
    public func claims(_ key: Key) -> Bool {
        switch sheet {
        case .card?: key != .control("c")
        case .marks?:
            key.typed.map { letter in room.plan?.behaviours.contains { $0.key == String(letter) } ?? false } ?? false
        default: false
        }
    }

    /// Takes typed text, a paste, a new size, and the keys of its own.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .resized(let size): self.size = size
        case .paste(let text) where entry != nil: if entry?.editor.insert(text) ?? 0 > 0 { return [.tooMuch] }
        case .key(let key) where entry != nil: entry?.editor.handle(key)
        case .key(let key):
            refused = nil
            switch sheet {
            case .card(let face)?:
                switch key.code {
                case .left: sheet = .card(face: max(0, face - 1))
                case .right: sheet = .card(face: min(max(0, customerFaces.count - 1), face + 1))
                default: sheet = nil
                }
            case .marks?:
                guard let letter = key.typed else { return [] }
                return `do`(mark(String(letter)))
            default: break
            }
        default: break
        }
        return []
    }

    // MARK: Doing

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        refused = nil
        if entry != nil { return performTyping(action, at: now) }
        if let sheet { return perform(action, on: sheet) }
        if let command = command(of: action) { return [.live(.command(command))] }
        switch action {
        case .goOn: return next()
        case .accept: return accept(at: now)
        case .say(let number): return take(number)
        case .left, .right: return sideways(action)
        case .nextFocus where room.phase == .gathering: return readAgreement()
        case .nextFocus, .previousFocus: turnCard(action == .nextFocus ? 1 : -1)
        case .type(let words): return write(words, at: now)
        case .fix: type(.fix)
        case .retry: open(.moments, at: max(0, rows(of: .moments).count - 1))
        case .curveballs: open(.curveballs)
        case .people: open(.people)
        case .hint: open(.hint)
        case .observe: open(.marks)
        case .win: open(.win)
        case .card: return showCard()
        case .vote: return [.live(.command(isVoting ? .closeVote : .openVote))]
        case .stage: return [.live(.show(view.standing.hasDesk ? .stage : .seat))]
        case .restart: open(.question(.again))
        case .setAside: open(.question(.closing))
        case .leave: return room.phase == .closed ? [.live(.leave)] : asked(.leaving)
        case .back: scroll.follow()
        default: move(action, at: now)
        }
        return []
    }

    /// The actions that are a command as they stand.
    private func command(of action: Action) -> RoomCommand? {
        switch action {
        case .wait: .wait
        case .pause: .freeze
        case .stepBack: .stepBack
        case .send: .send
        case .longer: .extend(60_000)
        case .shorter: .extend(-60_000)
        case .endRound: .end
        case .undo: .undo
        case .blank: .blank
        case .reveal: .reveal
        default: nil
        }
    }

    mutating func open(_ sheet: DeskSheet, at row: Int = 0) {
        self.sheet = sheet
        list = ListSelection(row: row)
    }

    private mutating func asked(_ question: DeskSheet.Question) -> [Effect] {
        open(.question(question))
        return []
    }

    private mutating func next() -> [Effect] {
        switch room.phase {
        case .debrief: return asked(.closing)
        case .closed: return [.live(.leave)]
        default: return [.live(.command(.next))]
        }
    }

    private mutating func accept(at now: Uptime) -> [Effect] {
        switch room.phase {
        case .gathering:
            return room.unagreed.isEmpty ? next() : take(1)
        case .playing:
            guard let chosen, branches.indices.contains(chosen) else {
                let tie = room.vote?.isOpen == false && room.vote?.moment == room.play.front.offer?.sequence
                return [
                    .notice(
                        tie && !branches.isEmpty
                            ? "No reply has the most hands. Choose one with the arrows; you decide."
                            : "Choose a reply with the arrows, or press its number.")
                ]
            }
            return [.live(.command(.heard(branches[chosen].index)))]
        case .debrief:
            if debriefRows.indices.contains(main.row) { return `do`(debriefRows[main.row].act) }
            return []
        default: return next()
        }
    }

    /// A digit on the desk itself.
    private mutating func take(_ number: Int) -> [Effect] {
        if room.phase == .gathering { return greet(number) }
        guard branches.indices.contains(number - 1) else {
            return [.notice(branches.isEmpty ? "No reply is waited for just now." : "There is no reply \(number).")]
        }
        let index = branches[number - 1].index
        guard isVoting else { return [.live(.command(.heard(index)))] }
        chosen = number - 1
        return hands(1)
    }

    private func hands(_ by: Int) -> [Effect] {
        guard let chosen, branches.indices.contains(chosen) else { return [] }
        let index = branches[chosen].index
        let count = max(0, (room.vote?.hands[index] ?? 0) + by)
        return [.live(.command(.hands(option: index, count: count)))]
    }

    private mutating func greet(_ number: Int) -> [Effect] {
        guard room.agreeing.indices.contains(main.row) else {
            return [.notice("Nobody is here yet. t lets somebody in.")]
        }
        let person = room.agreeing[main.row]
        switch number {
        case 1, 2:
            // On to the next who has not said yes.
            let people = room.agreeing
            if let next = people.indices.first(where: { $0 != main.row && room.agreed[people[$0].id] == nil }) {
                main = ListSelection(row: next)
            }
            return [.live(.command(.agree(person.id, mayKeep: number == 1 && room.plan?.recording == .kept)))]
        case 3: type(.rename(person.id))
        case 4: return asked(.removing(person.id))
        default: return [.notice("1 yes, 2 yes but nothing kept, 3 another name, 4 ask to go.")]
        }
        return []
    }

    private mutating func sideways(_ action: Action) -> [Effect] {
        switch room.phase {
        case .feedback: return [.live(.command(action == .left ? .previousTurn : .next))]
        case .playing where isVoting: return hands(action == .right ? 1 : -1)
        default: return []
        }
    }

    private mutating func write(_ words: String, at now: Uptime) -> [Effect] {
        let purpose: DeskEntry.Purpose
        switch room.phase {
        case .gathering: purpose = .welcome
        case .playing: purpose = .agent
        case .feedback:
            let last = room.feedback?.turns.last?.person
            guard let person = turn?.person ?? last else { return [.notice("Nobody has a turn to speak.")] }
            purpose = .feedback(person)
        case .debrief:
            guard debriefRows.indices.contains(main.row), case .type(let row) = debriefRows[main.row].act else {
                return []
            }
            purpose = row
        default: return []
        }
        guard words.isEmpty else { return keep(words, for: purpose, at: now) }
        type(purpose)
        return []
    }

    private func readAgreement() -> [Effect] {
        guard let agreement = room.plan?.agreement else { return [] }
        var lines = agreement.points.map { "- \($0)" } + ["", "What becomes of it", closingWords, ""]
        lines += ["What a lead can never see"] + agreement.neverSeen.map { "- \($0)" } + ["", agreement.question]
        // A whole line is a paragraph: it is broken where the window ends.
        let text = lines.flatMap { DisplayText.wrapped($0, columns: max(20, min(76, size.columns - 4))) }
        return [.read(title: agreement.title, text: text.joined(separator: "\n"))]
    }

    private mutating func turnCard(_ by: Int) {
        let all: [CardRole] = [.agent, .customer, .observer, .facilitator]
        let index = all.firstIndex(of: card) ?? 0
        card = all[(index + by + all.count) % all.count]
        cardScroll = ScrollPosition()
    }

    private mutating func showCard() -> [Effect] {
        guard !customerFaces.isEmpty else {
            return [.notice("The scenario is the customer here: there is no card to show.")]
        }
        open(.card(face: 0))
        return []
    }

    private mutating func move(_ action: Action, at now: Uptime) {
        switch room.phase {
        case .gathering: main.move(action, count: mainCount)
        case .debrief:
            let before = main.row
            main.move(action, count: mainCount)
            if main.row != before { since = now }
        case .cards: cardScroll.move(action)
        case .playing where action == .up || action == .down:
            guard !branches.isEmpty else { return }
            let step = action == .down ? 1 : -1
            chosen = chosen.map { min(branches.count - 1, max(0, $0 + step)) } ?? (step > 0 ? 0 : branches.count - 1)
        default:
            let layout = DeskLayout(size)
            scroll.move(
                action, in: transcript(at: now).blocks(columns: layout.body.columns), rows: max(3, layout.body.rows / 2)
            )
        }
    }

    // MARK: Sheets

    private mutating func perform(_ action: Action, on sheet: DeskSheet) -> [Effect] {
        let rows = rows(of: sheet)
        switch action {
        case .back, .leave: self.sheet = nil
        case .accept:
            if case .question(let question) = sheet { return answer(question) }
            if case .envelope = sheet {
                self.sheet = nil
            } else if rows.indices.contains(list.row) {
                return `do`(rows[list.row].act)
            }
        case .say(let number):
            if sheet == .people { return act(number) }
            guard rows.indices.contains(number - 1) else { return [.notice("There is no row \(number).")] }
            return `do`(rows[number - 1].act)
        default: list.move(action, count: rows.count)
        }
        return []
    }

    /// Does what a row is for.
    mutating func `do`(_ act: DeskRow.Act) -> [Effect] {
        sheet = nil
        switch act {
        case .nothing: return [.notice("Nobody observes in this round.")]
        case .command(let command): return [.live(.command(command))]
        case .open(let sheet): open(sheet)
        case .type(let purpose): type(purpose)
        }
        return []
    }

    private mutating func answer(_ question: DeskSheet.Question) -> [Effect] {
        sheet = nil
        switch question {
        case .leaving: return [.live(.leave)]
        case .closing: return [.live(.command(.close))]
        case .again: return [.live(.command(.plan(round: room.phase == .debrief ? room.round + 1 : room.round)))]
        case .removing(let id): return [.live(.command(.remove(id)))]
        case .handing(let id):
            return room.person(id)?.account.map { [.live(.command(.handOver($0)))] } ?? []
        }
    }

    /// A digit for whoever is chosen among the people.
    private mutating func act(_ number: Int) -> [Effect] {
        guard room.people.indices.contains(list.row) else { return [] }
        let person = room.people[list.row]
        switch number {
        case 1: return [.live(.command(.give(.agent, to: person.id)))]
        case 2: return [.live(.command(.give(.customer, to: person.id)))]
        case 3: return [.live(.command(.give(.observer, to: person.id)))]
        case 4: return [.live(.command(.mute(person.id, !room.muted.contains(person.id))))]
        case 5:
            sheet = nil
            type(.rename(person.id))
        case 6:
            guard let account = person.account, account != room.desk else {
                return [
                    .notice(
                        person.account == nil
                            ? "\(person.name) has no terminal of their own to hand the desk to."
                            : "\(person.name) has the desk.")
                ]
            }
            return asked(.handing(person.id))
        case 7: return asked(.removing(person.id))
        default: return [.notice("The digits 1 to 7 do something for the chosen one.")]
        }
        return []
    }
}
