/// What can be counted in a session: a fold of its events, for looking back and for adding up over many sessions.
///
/// Nothing here is a grade. Times are ms; a part is 0–1 and nil where there is nothing to divide by. What rewinding took
/// back is not counted. The definitions are those of `Docs/Metrics.md`.
public struct SessionMetrics: Hashable, Sendable {
    /// How long each reply took from the moment it could be given, in order; what the clock decided is not a reply.
    public var responseTimes: [Int] = []
    /// How often the reply clock ran out.
    public var timeouts = 0
    /// A question came before the first fix; nil where no fix was proposed and nothing was asked.
    public var clarifiesBeforeFix: Bool?
    /// The time from each rupture that was mended to its mending.
    public var timesToRepair: [Int] = []
    /// How many replies each mending took, the one that mended included.
    public var turnsToRepair: [Int] = []
    /// How many ruptures were not mended.
    public var openRuptures = 0
    /// Replies that let the customer choose.
    public var choicesOffered = 0
    /// Replies that checked whether something is clear, and how many of them the customer confirmed.
    public var clarityChecks = 0, clarityConfirmed = 0
    /// Promises with a time, and how many of them were kept in it.
    public var promises = 0, promisesKept = 0
    /// How many words each side said.
    public var agentWords = 0, customerWords = 0
    /// The agent's turns: replies in words, and mails.
    public var agentTurns = 0
    /// The turns that asked a clarifying or focusing question.
    public var questions = 0
    /// The turns with a move that mends.
    public var repairTurns = 0
    /// Moves that cost something.
    public var harmfulMoves = 0
    /// Trust at the beginning and after each reply, 0–100.
    public var trustTrace: [Int] = []
    /// How long was spent on questions for afterwards, answered or left.
    public var reflection = 0

    /// The moves that count as mending: acknowledging and summing up among them.
    public static let repairMoves = Turn.repairs
    /// The moves that ask before a fix.
    public static let questionMoves: Set<String> = ["clarify", "focusing-question"]

    /// Counts a session.
    /// - Parameters:
    ///   - thread: only one conversation of it; nil for all, with the trust of the first.
    ///   - harmful: the ids of the moves that cost something.
    public init(_ session: Session, thread: String? = nil, harmful: Set<String>) {
        let threads = session.threads.filter { thread == nil || $0.name == thread }
        let answered = session.moments.filter { $0.reply != nil && (thread == nil || $0.thread == thread) }
        for moment in answered { if let reply = moment.reply { count(reply, harmful: harmful) } }
        clarifiesBeforeFix = Self.clarifiesBeforeFix(answered.compactMap(\.reply))
        for thread in threads {
            count(words: thread.transcript)
            count(ruptures: thread, answered.filter { $0.thread == thread.name })
            count(clarity: thread, answered.filter { $0.thread == thread.name })
        }
        promises = session.commitments.count
        promisesKept = session.commitments.count { $0.state == .kept }
        if let first = threads.first {
            let own = session.moments.filter { $0.thread == first.name }
            trustTrace = [first.readings.first?.trust ?? first.trust]
            for (index, moment) in own.enumerated() where moment.reply != nil {
                trustTrace.append(own.indices.contains(index + 1) ? own[index + 1].trust : first.trust)
            }
        }
        reflection = Self.reflection(in: session.log)
    }

    private mutating func count(_ reply: Moment.Reply, harmful: Set<String>) {
        if reply.role == .timeout { timeouts += 1 } else { responseTimes.append(max(0, reply.taken)) }
        guard reply.role == .say else { return }
        agentTurns += 1
        if reply.moves.contains("offer-choice") { choicesOffered += 1 }
        if reply.moves.contains("clarity-check") { clarityChecks += 1 }
        if reply.moves.contains(where: Self.questionMoves.contains) { questions += 1 }
        if reply.moves.contains(where: Self.repairMoves.contains) { repairTurns += 1 }
        harmfulMoves += reply.moves.count(where: harmful.contains)
    }

    private static func clarifiesBeforeFix(_ replies: [Moment.Reply]) -> Bool? {
        for reply in replies {
            if reply.moves.contains(where: questionMoves.contains) { return true }
            if reply.isFix || reply.moves.contains("concrete-repair") { return false }
        }
        return nil
    }

    private mutating func count(words transcript: [Entry]) {
        for entry in transcript {
            switch entry.kind {
            case .customer: customerWords += Self.words(entry.text)
            case .agent, .mail: agentWords += Self.words(entry.text)
            case .silence, .scene, .note, .moved: break
            }
        }
    }

    private static func words(_ text: String) -> Int {
        text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
    }

    private mutating func count(ruptures thread: Thread, _ answered: [Moment]) {
        for rupture in thread.ruptures {
            guard let repairedAt = rupture.repairedAt else {
                openRuptures += 1
                continue
            }
            timesToRepair.append(max(0, repairedAt - rupture.time))
            turnsToRepair.append(
                answered.count { moment in
                    moment.reply.map { $0.sequence > rupture.sequence && $0.at <= repairedAt } ?? false
                })
        }
    }

    /// A check is confirmed by what the customer says before the agent's next turn.
    private mutating func count(clarity thread: Thread, _ answered: [Moment]) {
        let replies = answered.compactMap(\.reply)
        for (index, reply) in replies.enumerated() where reply.moves.contains("clarity-check") {
            let from = reply.sequence
            let to = replies.indices.contains(index + 1) ? replies[index + 1].sequence : Int.max
            if thread.transcript.contains(where: { $0.confirms && $0.sequence > from && $0.sequence < to }) {
                clarityConfirmed += 1
            }
        }
    }

    private static func reflection(in log: [TimedEvent]) -> Int {
        log.reduce(0) { sum, timed in
            switch timed.event {
            case .reflected(let reflected): sum + max(0, reflected.taken)
            case .promptAnswered(let answered): sum + max(0, answered.taken)
            default: sum
            }
        }
    }
}

extension SessionMetrics {
    /// How long the first reply took, ms.
    public var firstResponse: Int? { responseTimes.first }

    /// The middle one of the response times, ms; between two, the mean of both.
    public var medianResponse: Double? {
        let sorted = responseTimes.sorted()
        guard !sorted.isEmpty else { return nil }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
    }

    /// The part of the promises that were kept in their time.
    public var adherence: Double? { Self.part(promisesKept, of: promises) }
    /// The agent's part of all words.
    public var agentShareOfWords: Double? { Self.part(agentWords, of: agentWords + customerWords) }
    /// Questions for each turn of the agent.
    public var questionRate: Double? { Self.part(questions, of: agentTurns) }
    /// Turns that mend, for each turn of the agent.
    public var repairRate: Double? { Self.part(repairTurns, of: agentTurns) }
    /// The least trust on the way, 0–100.
    public var leastTrust: Int? { trustTrace.min() }
    /// Trust at the end, 0–100.
    public var lastTrust: Int? { trustTrace.last }

    private static func part(_ some: Int, of all: Int) -> Double? { all > 0 ? Double(some) / Double(all) : nil }
}
