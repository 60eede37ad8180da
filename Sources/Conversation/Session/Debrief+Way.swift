// What went otherwise, what could have, and what came back.
extension Debrief {
    /// A reply that was tried at a moment and taken back.
    public struct Other: Hashable, Sendable {
        /// The agent's words, or silence.
        public var reply: String
        /// By how much trust moved.
        public var trust: Int
    }

    /// A move that was on offer and that nobody made anywhere in the session.
    public struct Chance: Hashable, Sendable {
        /// The move's id.
        public var move: String
        /// The moment's name.
        public var moment: String
        /// The words that would have made it.
        public var words: String
    }

    /// A line that was said because of something earlier on.
    public struct Memory: Hashable, Sendable {
        /// The sequence number of the line.
        public var sequence: Int
        /// When, ms of story time.
        public var story: Int
        /// Who came back to it.
        public var speaker: String
        /// The line.
        public var line: String
        /// What it came back to.
        public var recall: Recall
        /// The agent's words that it came back to; empty where none are known.
        public var words: String
    }

    /// One conversation of several.
    public struct Part: Equatable, Sendable {
        /// Its name in the log.
        public var thread: String
        /// The short name of the person it was with.
        public var customer: String
        /// How trust and heat stood over time.
        public var readings: [Reading]
        /// The ending it came to, and how that was for the customer.
        public var ending: String, outcome: Outcome?
    }

    static func parts(_ session: Session) -> [Part] {
        session.threads.map { thread in
            Part(
                thread: thread.name, customer: thread.customer, readings: thread.readings,
                ending: thread.ending ?? "", outcome: thread.outcome)
        }
    }

    /// What was taken back, by the line id of the moment's first option.
    static func others(in session: Session) -> [String: [Other]] {
        let standing = Set(session.moments.compactMap { $0.reply?.sequence })
        var found: [String: [Other]] = [:]
        var open: [String: String] = [:]
        var playing: [String: (key: String, other: Other)] = [:]
        func key(_ sequence: Int) -> String? {
            guard session.log.indices.contains(sequence - 1),
                case .optionsOffered(let offered) = session.log[sequence - 1].event
            else { return nil }
            return offered.options.first?.line ?? offered.node
        }
        func close(_ thread: String) {
            guard let (key, other) = playing.removeValue(forKey: thread) else { return }
            if found[key]?.contains(where: { $0.reply == other.reply }) != true {
                found[key, default: []].append(other)
            }
        }
        for (index, timed) in session.log.enumerated() {
            switch timed.event {
            case .optionsOffered:
                close(timed.thread)
                open[timed.thread] = key(index + 1)
            case .rewound(let rewound):
                for thread in playing.keys.sorted() { close(thread) }
                open[timed.thread] = key(rewound.to)
            case .replied(let reply):
                close(timed.thread)
                guard let key = open[timed.thread], !standing.contains(index + 1) else { continue }
                playing[timed.thread] = (key, Other(reply: reply.text, trust: 0))
            case .shifted(let shift) where shift.measure == .trust: playing[timed.thread]?.other.trust += shift.by
            default: break
            }
        }
        for thread in playing.keys.sorted() { close(thread) }
        return found
    }

    static func chances(in session: Session) -> [Chance] {
        var seen = Set(session.moves)
        var chances: [Chance] = []
        for moment in session.moments where moment.reply != nil {
            guard session.log.indices.contains(moment.sequence - 1),
                case .optionsOffered(let offered) = session.log[moment.sequence - 1].event
            else { continue }
            for option in offered.options where option.role == .say && option.isAvailable {
                for move in option.moves where seen.insert(move).inserted {
                    chances.append(Chance(move: move, moment: moment.name, words: option.text))
                }
            }
        }
        return chances
    }

    static func memories(in session: Session) -> [Memory] {
        var told: Set<Recall> = []
        var memories: [Memory] = []
        let entries = session.threads.flatMap { thread in thread.transcript.map { (thread.name, $0) } }
            .sorted { $0.1.sequence < $1.1.sequence }
        for (thread, entry) in entries where !entry.recalls.isEmpty && !entry.isCut {
            for recall in entry.recalls where !told.contains(recall) {
                guard let words = words(of: recall, before: entry, in: thread, session) else { continue }
                told.insert(recall)
                memories.append(
                    Memory(
                        sequence: entry.sequence, story: entry.story, speaker: entry.speaker, line: entry.text,
                        recall: recall, words: words))
            }
        }
        return memories
    }

    /// The words that a line came back to; nil where it only answers what was said a moment ago.
    private static func words(of recall: Recall, before entry: Entry, in thread: String, _ session: Session) -> String?
    {
        let before = session.moments.filter { ($0.reply?.sequence ?? .max) < entry.sequence }
        // What somebody heard themselves comes back before what was said elsewhere.
        let own = before.filter { $0.thread == thread }.compactMap(\.reply)
        let last = own.last
        let promise = session.commitments.last { $0.id == recall.name && $0.heard <= entry.heard }
        switch recall.kind {
        case .kept, .missed: return promise?.words ?? ""
        case .interrupted: return last?.isInterruption == true ? last?.text : nil
        case .said, .saidPublicly, .saidPrivately, .named:
            if recall.kind == .named, let promise { return promise.words }
            let made =
                own.last { $0.moves.contains(recall.name) }
                ?? before.compactMap(\.reply).last { $0.moves.contains(recall.name) }
            guard let made else { return recall.kind == .named ? "" : nil }
            return made.sequence == last?.sequence && recall.kind != .named ? nil : made.text
        }
    }
}

extension Session {
    /// Looking after oneself comes first: the agent stepped back, or was treated badly, as the scenario says (`care: yes`).
    /// What was said to them was heard, whichever way was taken afterwards.
    public var wasHard: Bool {
        hasSteppedBack
            || log.contains { if case .nodeEntered(let entered) = $0.event { entered.care == true } else { false } }
    }

    /// The agent has handed over, on the way that stands.
    var hasSteppedBack: Bool { hasSteppedBack { _ in true } }

    /// The agent has handed over on the way that stands, and this node tells it.
    func hasSteppedBack(to node: String) -> Bool { hasSteppedBack { $0 == node } }

    private func hasSteppedBack(_ isMeant: (String) -> Bool) -> Bool {
        log.enumerated().contains { index, timed in
            guard case .steppedBack(let stepped) = timed.event, isMeant(stepped.node) else { return false }
            return moments.contains { $0.reply?.sequence == index + 1 }
        }
    }
}
