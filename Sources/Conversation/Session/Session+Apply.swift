extension Session {
    /// Folds one event into the state: the one reducer of the program.
    ///
    /// Events are applied in the order of their sequence numbers. An event that makes no sense here changes nothing:
    /// a damaged log never traps.
    public mutating func apply(_ timed: TimedEvent) {
        if case .rewound(let rewound) = timed.event {
            rewind(rewound, at: timed)
            return
        }
        log.append(timed)
        let now = local(timed.time)
        switch timed.event {
        case .began(let began): begin(began, thread: timed.thread)
        case .setAside: status = .setAside
        case .ended(let ended):
            status = .ended(ended)
            frontName = timed.thread
        case .checkpointed(let checkpoint): reach(checkpoint, in: timed.thread)
        case .steppedBack: stepBack(in: timed.thread, at: now)
        case .paused, .resumed, .rewound: break
        case .unknown(let record): isReadOnly = isReadOnly || record.weight == .state
        case .queueChanged(let queue): queues.append(QueueLength(at: now + queue.after, waiting: queue.waiting))
        case .storyMoved(let moved): jumps.append(StoryJump(at: now + moved.after, by: moved.by))
        case .reflectionAsked(let asked):
            reflections.append(
                Reflection(
                    line: asked.line, text: asked.text, timebox: asked.timebox,
                    answer: learner.reflections[asked.line]))
        case .threadOpened(let opened): openThread(opened, named: timed.thread, at: now)
        case .threadClosed(let closed): closeThread(closed, named: timed.thread, at: now)
        case .threadRested: inThread(timed.thread) { $0.isResting = true }
        case .turnedTo: frontName = timed.thread
        case .curveballStruck(let struck):
            curveballs.append(
                Curveball(node: struck.node, label: struck.label, thread: timed.thread, at: now + struck.after))
            tell("Curveball: \(struck.label).", in: timed.thread, at: now + struck.after)
            hold(struck, in: timed.thread, at: now)
        case .difficultyChanged(let change):
            difficulty = change.to
            difficultyShifts.append(
                DifficultyShift(at: now, change: change, replies: moments.count { $0.reply != nil }))
            tell(change.words, in: timed.thread, at: now)
        case .noteWritten, .noteRemoved, .checkedIn, .outputKept, .promptAnswered:
            learner.apply(timed.event, sequence: sequence)
        case .commented(let written): comments.add(written, sequence: sequence, log: log)
        case .commentRemoved(let removal): comments.remove(removal)
        case .hearingCorrected:
            learner.apply(timed.event, sequence: sequence)
            // Nothing was tried anew: the same words are heard again.
            if case .rewound? = log.dropLast().last?.event { takeBackAttempt(in: timed.thread) }
        case .reflected(let reflected):
            learner.apply(timed.event, sequence: sequence)
            if let index = reflections.firstIndex(where: { $0.line == reflected.line }) {
                reflections[index].answer = reflected.text
            }
        case .commitmentMade(let made): promise(made, in: timed.thread, at: now)
        case .commitmentRenegotiated(let made): renegotiate(made, at: now)
        case .commitmentKept(let change): settle(change, as: .kept, at: now)
        case .commitmentMissed(let change): settle(change, as: .missed, at: now)
        case .lineSpoken(let line):
            if line.speaker == "Note" { notes.append(line.text) }
            let entry = entry(line, in: thread(timed.thread), at: now)
            inThread(timed.thread) { $0.transcript.append(entry) }
        case .optionsOffered(let offered): open(offered, in: timed.thread, at: now)
        case .replied(let reply): answer(reply, in: timed.thread, at: now)
        case .movesHeard(let heard): hear(heard, in: timed.thread)
        case .shifted(let shift): move(shift, in: timed.thread, at: now)
        case .ruptured(let ruptured): rupture(ruptured, in: timed.thread, at: now)
        case .repaired(let repaired): repair(repaired, in: timed.thread, at: now)
        case .interrupted(let interrupted): interrupt(interrupted, in: timed.thread, at: now)
        case .holdChanged(let hold): turn(\.holds, hold, in: timed.thread, at: now)
        case .muteChanged(let mute): turn(\.mutes, mute, in: timed.thread, at: now)
        case .nodeEntered, .channelChanged, .clockStarted, .clockRanOut, .feedbackShown, .drafted, .attached,
            .sendOffered, .emailSent, .audienceGrew, .draftEdited:
            applyToThread(timed, at: now)
        }
    }

    private mutating func begin(_ began: Began, thread: String) {
        self.began = began
        status = .open
        difficulty = began.difficulty
        if !began.ticket.isEmpty { notes.append(began.ticket) }
        inThread(thread) {
            $0.customer = began.customer
            $0.ticket = began.ticket
            $0.trust = began.trust
            $0.heat = began.heat
            $0.effort = began.effort
            $0.crowd.pace = min(max(0, began.audiencePace ?? 0), Crowd.fastestPace)
            $0.crowd.extraTime = began.extraTime
            $0.readings = [Reading(time: 0, trust: began.trust, heat: began.heat, effort: began.effort)]
        }
    }

    /// What changes nothing outside its own conversation.
    private mutating func applyToThread(_ timed: TimedEvent, at now: Int) {
        let sequence = sequence
        let story = story(at: now)
        inThread(timed.thread) { thread in
            switch timed.event {
            case .nodeEntered(let entered):
                thread.node = entered.node
                if let ending = entered.ending { thread.ending = ending }
                if entered.ending != nil || entered.outcome != nil { thread.outcome = entered.outcome }
            case .channelChanged(let changed):
                if let last = thread.journey.last, last != changed.channel {
                    thread.transcript.append(
                        Entry(
                            sequence: sequence, kind: .moved, channel: changed.channel, speaker: "", text: "",
                            begins: now + changed.after, heard: now + changed.after, story: story + changed.after))
                }
                // Nobody stays on hold in a call that is over.
                for switches in [\Thread.holds, \Thread.mutes] where thread[keyPath: switches].last?.isOn == true {
                    thread[keyPath: switches].append(
                        CallSwitch(at: now + changed.after, story: story + changed.after, isOn: false))
                }
                thread.channel = changed.channel
                if thread.journey.last != changed.channel { thread.journey.append(changed.channel) }
            case .clockStarted(let clock):
                thread.clock = ReplyClock(starts: now + clock.after, lasting: clock.lasting)
            case .clockRanOut: thread.clock = nil
            case .feedbackShown(let shown):
                let reply = thread.transcript.last { $0.kind == .agent || $0.kind == .silence }
                thread.feedback = Feedback(
                    sequence: sequence, said: now + shown.after, reply: reply?.text ?? "", shown: shown)
            case .drafted(let drafted):
                switch drafted.part {
                case .subject: thread.draft.subject = drafted.text
                case .paragraph: thread.draft.append(drafted.text, .given)
                }
            case .audienceGrew(let grew): thread.crowd.grow(grew, at: now)
            case .draftEdited(let edited): thread.draft.apply(edited)
            case .attached(let attached): thread.draft.attachments.append(attached.name)
            case .sendOffered(let offered):
                thread.offer = Offer(
                    sequence: sequence, opens: now + offered.after, moment: "", options: [], attempt: 1, isSend: true)
            case .emailSent(let mail):
                thread.transcript.append(
                    Entry(
                        sequence: sequence, kind: .mail(mail), channel: .email, speaker: "You",
                        text: mail.paragraphs.joined(separator: "\n\n"), begins: now, heard: now, story: story))
                thread.draft = Draft()
                thread.offer = nil
            default: break
            }
        }
    }

    private mutating func reach(_ checkpoint: Checkpointed, in name: String) {
        guard let position = checkpoint.position else { return }
        memory = position.memory
        inThread(name) {
            $0.machine = position.machine
            $0.isResting = false
        }
    }

    private func entry(_ line: LineSpoken, in thread: Thread, at now: Int) -> Entry {
        let kind: Entry.Kind =
            switch line.speaker {
            case "Scene": .scene
            case "Note": .note
            case "You": .agent
            default: .customer
            }
        let heard = now + line.after
        return Entry(
            sequence: sequence, kind: kind, channel: thread.channel, speaker: line.speaker, text: line.text,
            begins: heard - line.lasting, heard: heard, story: story(at: heard), emotion: line.emotion, cue: line.cue,
            tone: line.tone, sound: line.sound, wordsPerMinute: line.wordsPerMinute, pause: line.pause ?? 0,
            pauses: line.pauses ?? [], overlaps: line.overlaps ?? false, isPrivate: line.isPrivate ?? false,
            confirms: line.confirms ?? false, recalls: line.recalls ?? [])
    }

    private mutating func takeBackAttempt(in name: String) {
        guard let last = lastMoment(in: name), let offer = thread(name).offer else { return }
        let undone = max(0, self.undone[moments[last].key, default: 0] - 1)
        self.undone[moments[last].key] = undone == 0 ? nil : undone
        if offer.attempt > 1 { inThread(name) { $0.offer?.attempt -= 1 } }
    }

    private mutating func rewind(_ rewound: Rewound, at timed: TimedEvent) {
        guard (1...max(1, log.count)).contains(rewound.to), !log.isEmpty,
            case .optionsOffered(let offered) = log[rewound.to - 1].event
        else {
            log.append(timed)
            return
        }
        var undone = undone
        // A moment that opened behind it and was not answered has not been tried.
        // One that opened again behind words that were none of its replies is still the same one.
        // So is one that a curveball came into, and it is tried where it opened again.
        var again: Set<Moment.Place> = []
        for moment in moments where moment.sequence >= rewound.to {
            let isSame = again.contains(moment.place)
            if moment.reply?.isAside == true {
                again.insert(moment.place)
            } else if !moment.isHeld {
                again.remove(moment.place)
            }
            guard !moment.isHeld, moment.sequence == rewound.to || (moment.reply != nil && !isSame) else { continue }
            undone[moment.key, default: 0] += 1
        }
        var earlier = Session(replaying: log.prefix(rewound.to))
        // What was written right behind the moment belongs to it: its clock, its checkpoint, conversations it opened.
        let opening = log[rewound.to - 1]
        for next in log.dropFirst(rewound.to) {
            guard next.time == opening.time, next.event.isStory else { break }
            earlier.apply(next)
        }
        earlier.undone = undone
        earlier.learner = learner
        earlier.comments = comments
        earlier.frontName = timed.thread
        earlier.log = log + [timed]
        let opened = earlier.threads.first { $0.name == timed.thread }?.offer?.opens ?? 0
        earlier.takenBack = timed.time - opened
        let key = offered.options.first?.line ?? offered.node
        earlier.inThread(timed.thread) { $0.offer?.attempt = 1 + undone[key, default: 0] }
        // What a later program has said about the state is not known to be undone.
        earlier.isReadOnly = earlier.isReadOnly || isReadOnly
        self = earlier
    }
}

extension SessionEvent {
    /// It follows from what was done before it, and is no act of anybody and no mere passing of time.
    fileprivate var isStory: Bool {
        switch self {
        case .began, .interrupted, .replied, .steppedBack, .emailSent, .draftEdited, .clockRanOut, .paused, .resumed,
            .rewound, .setAside, .ended, .turnedTo, .noteWritten, .noteRemoved, .checkedIn, .outputKept,
            .promptAnswered, .reflected, .hearingCorrected, .commented, .commentRemoved, .unknown:
            false
        case .checkpointed(let checkpoint): checkpoint.position != nil
        case .curveballStruck(let struck): struck.interrupts != true
        default: true
        }
    }
}
