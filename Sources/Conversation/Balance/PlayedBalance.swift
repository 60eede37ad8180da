/// What playing a scenario brings, counted over the runs of its test plan: how long it takes to read, how much is said at
/// a time, how its endings are come to.
public struct PlayedBalance: Hashable, Sendable {
    /// Words said in turns of one side.
    public struct Turns: Hashable, Sendable {
        /// How many turns, and words in all of them.
        public private(set) var count = 0, words = 0
        /// Words a turn, on average.
        public var mean: Double { count == 0 ? 0 : Double(words) / Double(count) }

        mutating func add(_ words: Int) {
            count += 1
            self.words += words
        }
    }

    /// Words a minute at which people read silently: Brysbaert, "How many words do we read per minute?", Journal of Memory
    /// and Language 109, 2019, gives 238 for English non-fiction.
    public static let readingPace = 238

    /// Words there were to read in each run that came to an ending: what was said, every reply on offer, the coach.
    public private(set) var wordsRead: [Int] = []
    /// What the others say at a time, and the agent, by channel.
    public private(set) var customers: [Channel: Turns] = [:], agents: [Channel: Turns] = [:]
    /// How many runs come to each ending by choosing alone, and how many by typing most replies.
    public private(set) var chosen: [String: Int] = [:], typed: [String: Int] = [:]
    /// Words of the longest mail that the agent sent.
    public private(set) var longestMail = 0

    /// No run yet.
    public init() {}

    /// Minutes to read the shortest and the longest run; nil without one.
    public var readingTime: ClosedRange<Double>? {
        guard let least = wordsRead.min(), let most = wordsRead.max() else { return nil }
        let pace = Double(Self.readingPace)
        return Double(least) / pace...Double(most) / pace
    }

    /// Takes in a run that went as planned.
    public mutating func add(_ session: Session) {
        guard case .ended(let ended) = session.status else { return }
        var read = 0
        var (answered, typed) = (0, 0)
        for timed in session.log {
            switch timed.event {
            case .optionsOffered(let offered):
                let lines = offered.options.filter { $0.role == .say && $0.isAvailable }
                read += lines.reduce(0) { $0 + Prose.words($1.text).count }
            case .feedbackShown(let shown): read += Prose.words(shown.text).count
            case .replied(let replied) where replied.role == .say:
                answered += 1
                if replied.isTyped == true { typed += 1 }
            default: break
            }
        }
        for thread in session.threads { read += add(thread.transcript) }
        wordsRead.append(read)
        if typed == 0 { chosen[ended.ending, default: 0] += 1 }
        if typed * 2 > answered { self.typed[ended.ending, default: 0] += 1 }
    }

    private mutating func add(_ transcript: [Entry]) -> Int {
        var read = 0
        var turn = 0
        func words(_ entry: Entry) -> Int { Prose.words(entry.text).count }
        for (index, entry) in transcript.enumerated() {
            read += words(entry)
            switch entry.kind {
            case .customer:
                turn += words(entry)
                let next = transcript.dropFirst(index + 1).first
                if next?.kind != .customer || next?.channel != entry.channel {
                    customers[entry.channel, default: Turns()].add(turn)
                    turn = 0
                }
            case .agent: agents[entry.channel, default: Turns()].add(words(entry))
            case .mail(let mail):
                let count = mail.paragraphs.reduce(0) { $0 + Prose.words($1).count }
                agents[.email, default: Turns()].add(count)
                longestMail = max(longestMail, count)
                read += count
            case .silence, .scene, .note, .moved: break
            }
        }
        return read
    }
}
