/// What a session comes to, for looking back: a fold of a ``Session``, without judgement and without a score.
public struct Debrief: Equatable, Sendable {
    /// One moment of the path.
    public struct Step: Equatable, Sendable {
        /// The sequence number of its moment: what a rewind names.
        public var sequence: Int
        /// The conversation it was in.
        public var thread: String
        /// The moment's name.
        public var name: String
        /// The channel it was in.
        public var channel: Channel
        /// The agent's words, or silence.
        public var reply: String
        /// Whether it was words or silence.
        public var role: Option.Role
        /// By how much trust and heat moved.
        public var trust: Int, heat: Int
        /// Trust broke here.
        public var hasRupture: Bool
        /// A rupture was mended here.
        public var hasRepair: Bool
        /// Here trust turned: it moved further than anywhere else, up or down, or broke, or was mended.
        public var isTurningPoint: Bool
        /// Trust when the moment opened, 0–100.
        public var before: Int
        /// The local time of the answer, ms.
        public var at: Int
        /// What was tried here at other times, and taken back.
        public var others: [Other]
        /// The answer with what was heard in it, where the agent typed it.
        public var typed: Moment.Reply?
    }

    /// A move and how often it was made.
    public struct MoveCount: Equatable, Sendable {
        /// The move's id.
        public var move: String
        /// How often.
        public var count: Int
    }

    /// What was said where, in a conversation that somebody could read along with.
    public struct Places: Equatable, Sendable {
        /// The moves made in public, and those made in private messages, each once, in order.
        public var publicMoves: [String], privateMoves: [String]
        /// The promises made in a private message that the public thread never heard, and the reverse.
        public var onlyPrivate: [Commitment], onlyPublic: [Commitment]
        /// How many looked on at the end.
        public var onlookers: Int
    }

    /// A line with a cue that was answered so that trust fell.
    public struct Misread: Equatable, Sendable {
        /// The moment's name.
        public var moment: String
        /// What was said.
        public var line: String
        /// The cue it carried.
        public var cue: String
    }

    /// The ending's id; empty when the session has none.
    public var ending: String
    /// How it ended for the customer.
    public var outcome: Outcome?
    /// Every moment that was answered, in order.
    public var path: [Step]
    /// How trust and heat stood over time.
    public var readings: [Reading]
    /// What was promised.
    public var commitments: [Commitment]
    /// Where more was promised than could be held, in order.
    public var overPromises: [OverPromise]
    /// The moves made, most frequent first, then in the order they were first made.
    public var moves: [MoveCount]
    /// Local time until the first clarifying or focusing question, ms; nil when none was asked.
    public var firstQuestion: Int?
    /// Time from the first rupture to its repair, ms; nil when there was none or it stayed open.
    public var timeToRepair: Int?
    /// How many ruptures there were, and how many of them were mended.
    public var ruptures: Int, repairs: Int
    /// Who spoke how much, in calls.
    public var talk: TalkRatio
    /// How often the agent spoke before the other had finished.
    public var interruptions: Int
    /// How long a call was on hold altogether, ms of story time.
    public var hold: Int
    /// How long it took, ms of local time.
    public var lasting: Int
    /// The conversations, in the order they were opened.
    public var parts: [Part]
    /// From each rupture to its repair, ms of local time, in order.
    public var repairTimes: [Int]
    /// The moves that were on offer and that nobody made, in the order they were on offer.
    public var chances: [Chance]
    /// What people came back to, in order.
    public var memories: [Memory]
    /// Lines with a subtle cue after which trust fell: the moment, the line, the cue.
    public var misread: [Misread]
    /// The curveballs that struck, in order.
    public var curveballs: [Curveball]
    /// How the difficulty changed, in order.
    public var difficultyShifts: [DifficultyShift]
    /// What the learner wrote down.
    public var learner: LearnerNotes
    /// The agent stepped back, or was treated badly: looking after oneself comes first.
    public var isHard: Bool
    /// Story time at the beginning, minutes after midnight.
    public var opens: Int
    /// The agent's part of all words, in percent; nil when nobody has spoken.
    public var wordShare: Int?
    /// What was said in public and what in private; nil where nothing was public.
    public var places: Places?
    /// The questions for afterwards.
    public var reflections: [Reflection]
    /// The notes in the ticket.
    public var notes: [String]

    /// Looks back on a session, finished or not.
    public init(_ session: Session) {
        let thread = session.front
        if case .ended(let ended) = session.status {
            (ending, outcome) = (ended.ending, ended.outcome)
        } else {
            (ending, outcome) = ("", nil)
        }
        let answered = session.moments.compactMap { moment in moment.reply.map { (moment, $0) } }
        path = Self.path(answered, others: Self.others(in: session))
        readings = thread.readings
        commitments = session.commitments
        overPromises = session.overPromises
        moves = Self.count(session.moves)
        firstQuestion = Self.firstQuestion(in: session)
        let broken = session.threads.flatMap(\.ruptures)
        repairTimes = broken.compactMap { rupture in rupture.repairedAt.map { $0 - rupture.time } }
        timeToRepair = broken.first.flatMap { rupture in rupture.repairedAt.map { $0 - rupture.time } }
        ruptures = broken.count
        repairs = repairTimes.count
        parts = Self.parts(session)
        chances = Self.chances(in: session)
        memories = Self.memories(in: session)
        misread = Self.misread(answered, in: session)
        curveballs = session.curveballs
        difficultyShifts = session.difficultyShifts
        learner = session.learner
        isHard = session.wasHard
        opens = session.began?.opens ?? 0
        talk = TalkRatio(session, at: .max, in: .voice)
        wordShare = SessionMetrics(session, harmful: []).agentShareOfWords.map { Int(($0 * 100).rounded()) }
        interruptions = answered.count { $0.1.isInterruption }
        hold = session.hold(at: max(session.local(session.time), thread.transcript.map(\.heard).max() ?? 0)).total
        lasting = session.local(session.time)
        places = Self.places(in: session)
        reflections = session.reflections
        notes = session.notes
    }

    private static func misread(_ answered: [(Moment, Moment.Reply)], in session: Session) -> [Misread] {
        answered.filter { $0.1.afterCue && $0.1.trust < 0 }.compactMap { moment, reply in
            let said = session.thread(moment.thread).transcript.last {
                $0.kind == .customer && $0.sequence < reply.sequence
            }
            return said.map { Misread(moment: moment.name, line: $0.text, cue: $0.cue ?? "") }
        }
    }

    private static func path(_ answered: [(Moment, Moment.Reply)], others: [String: [Other]]) -> [Step] {
        let highest = answered.map(\.1.trust).max() ?? 0
        let lowest = answered.map(\.1.trust).min() ?? 0
        return answered.map { moment, reply in
            Step(
                sequence: moment.sequence, thread: moment.thread, name: moment.name, channel: moment.channel,
                reply: reply.text, role: reply.role, trust: reply.trust,
                heat: reply.heat, hasRupture: reply.hasRupture, hasRepair: reply.hasRepair,
                isTurningPoint: reply.hasRupture || reply.hasRepair || (reply.trust > 0 && reply.trust == highest)
                    || (reply.trust < 0 && reply.trust == lowest),
                before: moment.trust, at: reply.at,
                others: (others[moment.key] ?? []).filter { $0.reply != reply.text },
                typed: reply.isTyped ? reply : nil)
        }
    }

    private static func places(in session: Session) -> Places? {
        let answered = session.moments.filter { $0.channel == .social && $0.reply != nil }
        guard !answered.isEmpty else { return nil }
        func moves(_ isPublic: Bool) -> [String] {
            var seen: Set<String> = []
            return answered.filter { $0.isReplyPublic == isPublic }.flatMap { $0.reply?.moves ?? [] }
                .filter { seen.insert($0).inserted }
        }
        return Places(
            publicMoves: moves(true), privateMoves: moves(false),
            onlyPrivate: session.commitments.filter { $0.isMadePrivately && !$0.isMadePublicly },
            onlyPublic: session.commitments.filter { $0.isMadePublicly && !$0.isMadePrivately },
            onlookers: session.front.crowd.told.onlookers)
    }

    private static func count(_ moves: [String]) -> [MoveCount] {
        var counts: [MoveCount] = []
        for move in moves {
            if let index = counts.firstIndex(where: { $0.move == move }) {
                counts[index].count += 1
            } else {
                counts.append(MoveCount(move: move, count: 1))
            }
        }
        // Sorting is stable, so equals keep the order of first use.
        return counts.sorted { $0.count > $1.count }
    }

    private static func firstQuestion(in session: Session) -> Int? {
        let moment = session.moments.first {
            $0.reply?.moves.contains { $0 == "clarify" || $0 == "focusing-question" } ?? false
        }
        guard let moment else { return nil }
        return moment.reply?.at
    }
}
