// What only a call has: being interrupted, hold and mute.

/// Hold or mute went on or off.
public struct CallSwitch: Equatable, Sendable {
    /// The local time at which it did, ms.
    public var at: Int
    /// Story time then, ms; a jump of story time may follow at the same local time.
    public var story: Int
    /// On, or off.
    public var isOn: Bool
}

/// How long a call has been on hold or mute.
public struct CallTimer: Equatable, Sendable {
    /// It is now.
    public var isOn: Bool
    /// How long this time, ms of story time; the last time's length when it is off.
    public var current: Int
    /// How long altogether, ms of story time.
    public var total: Int
}

extension Session {
    /// How long the call has been on hold at a local time, ms.
    public func hold(at local: Int) -> CallTimer { timer(front.holds, at: local) }

    /// How long the agent has been muted at a local time, ms.
    public func mute(at local: Int) -> CallTimer { timer(front.mutes, at: local) }

    mutating func turn(
        _ switches: WritableKeyPath<Thread, [CallSwitch]>, _ change: CallSwitched, in name: String, at now: Int
    ) {
        let at = now + change.after
        let turned = CallSwitch(at: at, story: story(at: at), isOn: change.isOn)
        inThread(name) { $0[keyPath: switches].append(turned) }
    }

    private func timer(_ switches: [CallSwitch], at local: Int) -> CallTimer {
        var timer = CallTimer(isOn: false, current: 0, total: 0)
        var since = 0
        for change in switches where change.at <= local && change.isOn != timer.isOn {
            if change.isOn {
                since = change.story
            } else {
                timer.current = change.story - since
                timer.total += timer.current
            }
            timer.isOn = change.isOn
        }
        if timer.isOn {
            timer.current = story(at: local) - since
            timer.total += timer.current
        }
        return timer
    }

    /// The local time from which a reply can be said in a call, ms: as soon as somebody begins to answer the agent. Nil
    /// when replies wait until everything was heard.
    public var speaksFrom: Int? { speaksFrom(in: frontName) }

    func speaksFrom(in name: String) -> Int? {
        let front = thread(name)
        guard front.channel == .voice, let offer = front.offer, !offer.isSend else { return nil }
        let own = front.transcript.last { $0.kind == .agent || $0.kind == .silence }?.sequence ?? 0
        let begins = front.transcript.filter { $0.sequence > own && $0.isSpoken }.map(\.begins).min() ?? offer.opens
        let calls = front.transcript.filter { $0.kind == .moved }.map(\.heard).max() ?? 0
        return min(offer.opens, max(begins, calls))
    }

    /// What a reply at a local time would cut off: the first thing that is not said to its last word by then. Nil when
    /// everybody has finished, and outside a call.
    public func interruption(at local: Int) -> Interrupted? { interruption(in: frontName, at: local) }

    func interruption(in name: String, at local: Int) -> Interrupted? {
        let front = thread(name)
        guard front.channel == .voice, front.channel(at: local) == .voice else { return nil }
        for entry in front.transcript where entry.isSpoken && entry.heard > local {
            let words = SpokenWords(entry)
            let count = entry.begins <= local ? words.count(at: local - entry.begins) : 0
            guard count < words.words.count else { continue }
            var line = ""
            if log.indices.contains(entry.sequence - 1), case .lineSpoken(let spoken) = log[entry.sequence - 1].event {
                line = spoken.line
            }
            return Interrupted(entry: entry.sequence, line: line, word: count)
        }
        return nil
    }

    /// Who would be interrupted by a reply at a local time, ms: a short name; nil for nobody.
    public func speaker(at local: Int) -> String? { speaker(in: frontName, at: local) }

    func speaker(in name: String, at local: Int) -> String? {
        interruption(in: name, at: local).flatMap { cut in
            thread(name).transcript.first { $0.sequence == cut.entry }?.speaker
        }
    }

    /// The words said to the agent since the last reply, each with the local time at which it begins, ms.
    private var turnWords: [Int] {
        let own = front.transcript.last { $0.kind == .agent || $0.kind == .silence }?.sequence ?? 0
        return front.transcript.filter { $0.sequence > own && $0.isSpoken }.flatMap { entry in
            SpokenWords(entry).words.map { entry.begins + $0.at }
        }.sorted()
    }

    /// How many words were said to the agent since the last reply, by a local time.
    func wordsHeard(at local: Int) -> Int { turnWords.count { $0 <= local } }

    /// The local time, ms, at which that many words have been said to the agent since the last reply; nil when there are
    /// not that many, or the last one is among them. Without a number: the middle of the last line.
    func time(after words: Int?) -> Int? {
        let times = turnWords
        if let words { return words > 0 && words < times.count ? times[words - 1] : nil }
        guard let last = front.transcript.last(where: \.isSpoken) else { return nil }
        let count = SpokenWords(last).words.count
        return count > 1 ? last.begins + SpokenWords(last).words[(count - 1) / 2].at : nil
    }

    mutating func interrupt(_ interrupted: Interrupted, in name: String, at now: Int) {
        inThread(name) { thread in
            thread.transcript = thread.transcript.compactMap { entry in
                guard entry.heard > now else { return entry }
                var entry = entry
                entry.heard = now
                // What the room gave has happened, whoever spoke.
                guard entry.isSpoken else {
                    entry.begins = min(entry.begins, now)
                    return entry
                }
                let words = SpokenWords(entry)
                let count =
                    entry.sequence == interrupted.entry ? interrupted.word : words.count(at: now - entry.begins)
                guard count > 0 else { return nil }
                if count < words.words.count {
                    entry.text = SpokenWords.cut(entry.text, to: count, of: words)
                    entry.isCut = true
                }
                return entry
            }
            for index in thread.holds.indices { thread.holds[index].at = min(thread.holds[index].at, now) }
            for index in thread.mutes.indices { thread.mutes[index].at = min(thread.mutes[index].at, now) }
            for index in thread.ruptures.indices { thread.ruptures[index].time = min(thread.ruptures[index].time, now) }
        }
        for index in jumps.indices { jumps[index].at = min(jumps[index].at, now) }
        for index in queues.indices { queues[index].at = min(queues[index].at, now) }
        for index in commitments.indices {
            commitments[index].heard = min(commitments[index].heard, now)
            commitments[index].settled = commitments[index].settled.map { min($0, now) }
        }
    }
}

extension Entry {
    /// Somebody else says it in a call.
    var isSpoken: Bool { kind == .customer && channel == .voice }

    /// Somebody's words, not what the room gives.
    var isSpeech: Bool {
        switch kind {
        case .customer, .agent, .mail: true
        default: false
        }
    }
}
