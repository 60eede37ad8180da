// How moments, replies, feelings and promises fold.
extension Session {
    mutating func open(_ offered: OptionsOffered, in name: String, at now: Int) {
        let sequence = sequence
        inThread(name) { thread in
            thread.offer = Offer(
                sequence: sequence, opens: now + offered.after, moment: offered.moment, options: offered.options,
                attempt: offered.attempt, nearest: offered.nearest ?? [])
            thread.clock = nil
            let isAsked = thread.transcript.last(where: \.isPublic)?.kind == .customer
            thread.crowd.fallSilent(at: isAsked ? now + offered.after : nil)
        }
        let thread = thread(name)
        moments.append(
            Moment(
                sequence: sequence, thread: name, name: offered.moment, node: offered.node,
                key: offered.options.first?.line ?? offered.node, channel: thread.channel, trust: thread.trust,
                heat: thread.heat))
    }

    mutating func changeReply(in name: String, _ change: (inout Moment.Reply) -> Void) {
        guard let last = lastMoment(in: name), var reply = moments[last].reply else { return }
        change(&reply)
        moments[last].reply = reply
    }

    /// The index of the moment that opened last in a conversation.
    func lastMoment(in name: String) -> Int? { moments.lastIndex { $0.thread == name } }

    mutating func stepBack(in name: String, at now: Int) {
        let entry = Entry(
            sequence: sequence, kind: .silence, channel: thread(name).channel, speaker: "You", text: "You step back.",
            begins: now, heard: now, story: story(at: now))
        inThread(name) { thread in
            thread.crowd.hear(at: now)
            thread.offer = nil
            thread.clock = nil
            thread.beat = Beat()
            thread.transcript.append(entry)
        }
        if let last = lastMoment(in: name) {
            moments[last].reply = Moment.Reply(
                sequence: sequence, at: now, text: "You stepped back.", role: .pause, taken: 0)
        }
    }

    mutating func answer(_ reply: Replied, in name: String, at now: Int) {
        // The event right before a reply says whether somebody was cut off by it.
        let isInterruption = if case .interrupted? = log.dropLast().last?.event { true } else { false }
        let sequence = sequence
        let story = story(at: now)
        let offer = thread(name).offer
        var opensMail = false
        let afterCue = thread(name).transcript.last { $0.kind == .customer }?.cue != nil
        inThread(name) { thread in
            thread.crowd.hear(at: now)
            thread.offer = nil
            thread.clock = nil
            thread.beat = Beat()
            let isParagraph = thread.channel == .email && reply.role == .say
            if isParagraph, reply.option < 0 {
                // None of the replies: it is not in the mail.
            } else if isParagraph {
                let moves = offer?.options.first { $0.line == reply.line }?.moves ?? []
                opensMail = thread.draft.paragraphs.isEmpty
                thread.draft.append(reply.text, reply.isTyped == true ? .written : .chosen, moves: moves)
            } else {
                var entry = Entry(
                    sequence: sequence, kind: reply.role == .say ? .agent : .silence, channel: thread.channel,
                    speaker: "You", text: reply.text, begins: now, heard: now + (reply.lasting ?? 0), story: story,
                    isPrivate: reply.isPrivate ?? false)
                if isInterruption {
                    let cut =
                        thread.transcript.last { $0.isSpoken && $0.isCut } ?? thread.transcript.last(where: \.isSpoken)
                    entry.spokeOver = cut?.speaker
                }
                thread.transcript.append(entry)
            }
        }
        if let last = lastMoment(in: name) {
            moments[last].reply = Moment.Reply(
                sequence: sequence, at: now, text: reply.text, role: reply.role, taken: reply.taken,
                isInterruption: isInterruption,
                afterCue: afterCue, isPrivate: reply.isPrivate ?? false, opensMail: opensMail,
                isTyped: reply.isTyped ?? false, isAside: reply.option < 0)
        }
    }

    mutating func hear(_ heard: MovesHeard, in name: String) {
        inThread(name) { $0.beat.moves = heard.moves }
        changeReply(in: name) {
            $0.moves = heard.moves
            $0.isFix = heard.isFix
            $0.heard = heard.heard ?? []
            $0.remarks = heard.remarks ?? []
        }
    }

    mutating func move(_ shift: Shifted, in name: String, at now: Int) {
        inThread(name) { thread in
            switch shift.measure {
            case .trust: (thread.trust, thread.beat.trust) = (shift.to, thread.beat.trust + shift.by)
            case .heat: (thread.heat, thread.beat.heat) = (shift.to, thread.beat.heat + shift.by)
            case .effort: (thread.effort, thread.beat.effort) = (shift.to, thread.beat.effort + shift.by)
            }
            let reading = Reading(time: now, trust: thread.trust, heat: thread.heat, effort: thread.effort)
            if thread.readings.last?.time == now { thread.readings.removeLast() }
            thread.readings.append(reading)
        }
        let beat = thread(name).beat
        changeReply(in: name) { ($0.trust, $0.heat, $0.effort) = (beat.trust, beat.heat, beat.effort) }
    }

    mutating func rupture(_ ruptured: Ruptured, in name: String, at now: Int) {
        let sequence = sequence
        inThread(name) { thread in
            thread.beat.hasRupture = true
            thread.ruptures.append(Rupture(sequence: sequence, time: now + ruptured.after))
        }
        changeReply(in: name) { $0.hasRupture = true }
    }

    mutating func repair(_ repaired: Repaired, in name: String, at now: Int) {
        inThread(name) { thread in
            guard let index = thread.ruptures.firstIndex(where: { $0.sequence == repaired.rupture }) else { return }
            thread.ruptures[index].repairedAt = now
            thread.ruptures[index].repairedBy = repaired.move
        }
        changeReply(in: name) { $0.hasRepair = true }
    }

    mutating func promise(_ made: CommitmentMade, in name: String, at now: Int) {
        let story = story(at: now + made.after)
        // The same promise made again, in another place, was made in both.
        let earlier = commitments.filter { $0.id == made.commitment && $0.state == .open }
        commitments.removeAll { $0.id == made.commitment && $0.state == .open }
        let moment = lastMoment(in: name).map { moments[$0] }
        let isSocial = moment?.channel == .social && moment?.reply != nil
        let isPrivate = moment?.reply?.isPrivate ?? false
        commitments.append(
            Commitment(
                id: made.commitment, words: made.words, made: story, due: story + made.dueIn,
                heard: now + made.after,
                isMadePublicly: isSocial && !isPrivate || earlier.contains(where: \.isMadePublicly),
                isMadePrivately: isSocial && isPrivate || earlier.contains(where: \.isMadePrivately)))
    }

    mutating func renegotiate(_ made: CommitmentMade, at now: Int) {
        guard let index = commitments.lastIndex(where: { $0.id == made.commitment && $0.state == .open }) else {
            return
        }
        commitments[index].due = story(at: now + made.after) + made.dueIn
        commitments[index].renegotiations += 1
    }

    mutating func settle(_ change: CommitmentChanged, as state: Commitment.State, at now: Int) {
        let commitment = change.commitment
        guard let index = commitments.lastIndex(where: { $0.id == commitment && $0.state == .open }) else { return }
        commitments[index].state = state
        commitments[index].settled = now + change.after
    }
}
