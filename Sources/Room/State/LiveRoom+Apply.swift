import Conversation

// The one reducer of a live room.
extension LiveRoom {
    /// The room that these events make.
    public init(replaying entries: some Sequence<Entry>) {
        for entry in entries { apply(entry) }
    }

    /// Folds one event into the state. Events come in the order of their sequence numbers; one that was folded before
    /// changes nothing, and one that makes no sense here changes nothing either.
    public mutating func apply(_ entry: Entry) {
        guard entry.sequence > sequence else { return }
        sequence = entry.sequence
        log.append(entry)
        if case .room(.undone(let batch), _) = entry.record {
            takeBack(batch, by: entry.sequence)
        } else {
            fold(entry)
        }
    }

    /// Folds everything anew, without what was a slip.
    private mutating func takeBack(_ batch: Int, by sequence: Int) {
        guard undone[batch] == nil, undoables.contains(where: { $0.batch == batch }) else { return }
        var anew = LiveRoom()
        anew.undone = undone
        anew.undone[batch] = sequence
        for entry in log {
            anew.sequence = entry.sequence
            anew.fold(entry)
        }
        anew.log = log
        self = anew
    }

    private mutating func fold(_ entry: Entry) {
        switch entry.record {
        case .room(let event, let time):
            // The clock is the conductor's: a wish says nothing about it.
            if case .asked = event {} else { self.time = max(self.time, time) }
            if case .did(let did) = event {
                begin(did, at: entry.sequence)
            } else if case .asked(let input) = event {
                if entry.sequence > answered {
                    inputs.append(StandingInput(sequence: entry.sequence, author: entry.author, input: input))
                }
            } else if batch.map({ undone[$0.sequence] == nil }) ?? true {
                fold(event, at: self.time, sequence: entry.sequence, by: entry.author)
            } else if case .roundEnded = event {
                endedAt = self.time
            }
        case .play(let timed):
            guard entry.author == desk, !isTakenBack(entry.sequence) else { return }
            play.apply(timed)
            if let room = clock.room(at: timed.time) { time = max(time, room) }
            followPlay(timed)
        }
    }

    /// Some slip in the play, that was taken back later, came before this.
    private func isTakenBack(_ sequence: Int) -> Bool {
        if let batch, undone[batch.sequence] != nil { return true }
        return slips.contains { $0.key < sequence && sequence < $0.value }
    }

    private mutating func begin(_ did: Did, at sequence: Int) {
        batch = Batch(sequence: sequence, did: did)
        if let input = did.input {
            answered = max(answered, input)
            inputs.removeAll { $0.sequence <= input }
        }
        if let end = undone[sequence] {
            if did.scope == .play { slips[sequence] = end }
        } else if did.scope != .course {
            undoables.append(Undoable(batch: sequence, words: did.words, scope: did.scope))
        }
    }

    /// What one key takes back now; nil for nothing.
    public var undoable: Undoable? { undoables.last }

    // MARK: The play

    private mutating func followPlay(_ timed: TimedEvent) {
        switch timed.event {
        case .optionsOffered: vote = nil
        case .replied, .steppedBack, .emailSent:
            hint = nil
            vote?.isOpen = false
        case .rewound:
            hint = nil
            vote = nil
        default: break
        }
    }

    // MARK: The room

    private mutating func fold(_ event: RoomEvent, at time: Int, sequence: Int, by author: String) {
        switch event {
        case .asked, .did: break
        case .undone(let batch):
            // The play stands where it stood; what was spent on the slip was never spent.
            guard slips[batch] == sequence else { break }
            clock.set(session: play.time, at: time, isRunning: phase == .playing && !isFrozen)
            if let endedAt { timer.passed -= time - endedAt }
            endedAt = nil
        case .declined(let account, let reason): refusals[account] = Refusal(sequence: sequence, reason: reason)
        case .opened(let plan): self.plan = plan
        case .closed: close(at: time)
        case .invited(let code): self.code = code
        case .deskTaken(let account):
            if opener.isEmpty { opener = account }
            // Given by another: meant for them. Taken by oneself: only to keep the room going.
            if author != account { handedTo = account } else if handedTo != account { handedTo = "" }
            desk = account
        case .personCame, .personLeft, .personMuted, .agreed: foldPeople(event)
        case .roundPlanned, .cardDealt, .countdownStarted, .roundStarted, .roundExtended, .frozen, .unfrozen,
            .roundEnded, .roundResumed, .cast:
            foldRound(event, at: time)
        case .said(let said): self.said.append(Said(at: clock.session(at: time), said: said))
        case .hinted(let text): hint = text.isEmpty ? nil : text
        case .marked(let mark): marks.append(PlacedMark(sequence: sequence, mark: mark))
        case .markRemoved(let sequence): marks.removeAll { $0.sequence == sequence }
        case .voteOpened(let moment, let options): vote = Vote(moment: moment, options: options)
        case .voteCast(let person, let option):
            if vote?.isOpen == true { vote?.votes[person] = option }
        case .handsCounted(let option, let count):
            if vote?.isOpen == true { vote?.hands[option] = max(0, count) }
        case .voteClosed: vote?.isOpen = false
        case .feedbackOpened(let turns):
            feedback = Feedback(turns: turns, since: time)
            phase = .feedback
        case .feedbackMoved(let index):
            let count = feedback?.turns.count ?? 0
            feedback?.index = min(max(0, index), count)
            feedback?.since = time
        case .feedbackSaid(let person, let text): feedback?.said.append(Feedback.Told(person: person, text: text))
        case .winKept(let win): wins.append(win)
        case .debriefOpened: phase = .debrief
        case .prompted(let prompt): self.prompt = prompt.text.isEmpty ? nil : Asked(prompt: prompt, since: time)
        case .noteHung(let note): notes.append(note)
        case .namesShown(let isOn): showsNames = isOn
        case .blanked(let isOn): isBlank = isOn
        case .unknown(let record): isReadOnly = isReadOnly || record.weight == .state
        }
    }

    private mutating func foldPeople(_ event: RoomEvent) {
        switch event {
        case .personCame(let person):
            known[person.id] = person
            if let index = people.firstIndex(where: { $0.id == person.id }) {
                people[index] = person
            } else {
                people.append(person)
            }
        case .personLeft(let id, let isRemoved):
            people.removeAll { $0.id == id }
            casting.remove(id)
            if isRemoved, let account = known[id]?.account { removed.insert(account) }
        case .personMuted(let id, let isMuted):
            if isMuted { muted.insert(id) } else { muted.remove(id) }
        case .agreed(let person, let mayKeep): agreed[person] = mayKeep
        default: break
        }
    }

    private mutating func foldRound(_ event: RoomEvent, at time: Int) {
        switch event {
        case .roundPlanned(let number, let casting):
            (round, self.casting) = (number, casting)
            firstAgent = casting.agent
            phase = .cards
            (card, hint, vote, feedback) = (nil, nil, nil, nil)
            // What was done in the round before is over, slips and all.
            undoables = undoables.filter { $0.batch == batch?.sequence }
            (play, said, isFrozen) = (Session(), [], false)
            clock = PlayClock()
            timer = RoundTimer()
        case .cardDealt(_, let card): self.card = card
        case .countdownStarted(let lasting): phase = .countdown(until: time + lasting)
        case .roundStarted(let lasting):
            phase = .playing
            timer = RoundTimer()
            timer.lasting = lasting
            timer.run(from: time)
            clock.set(session: 0, at: time, isRunning: true)
        case .roundExtended(let by): timer.lasting = max(0, timer.lasting + by)
        case .frozen:
            isFrozen = true
            timer.stand(at: time)
            clock.set(session: clock.session(at: time), at: time, isRunning: false)
        case .unfrozen:
            isFrozen = false
            guard phase == .playing else { return }
            timer.run(from: time)
            clock.set(session: clock.session, at: time, isRunning: true)
        case .roundEnded:
            isFrozen = false
            timer.stand(at: time)
            clock.set(session: clock.session(at: time), at: time, isRunning: false)
            vote?.isOpen = false
        case .roundResumed:
            phase = .playing
            feedback = nil
            timer.run(from: time)
            clock.set(session: clock.session, at: time, isRunning: true)
        case .cast(let casting): self.casting = casting
        default: break
        }
    }

    private mutating func close(at time: Int) {
        phase = .closed
        timer.stand(at: time)
        clock.set(session: clock.session(at: time), at: time, isRunning: false)
    }
}
