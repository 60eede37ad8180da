/// Who spoke how much: by time where people were heard, by words everywhere.
public struct TalkRatio: Equatable, Sendable {
    /// One person's part.
    public struct Share: Equatable, Sendable {
        /// `You`, or a short name of the cast.
        public var speaker: String
        /// How long this person was heard, ms, without the silences.
        public var time: Int
        /// How many words.
        public var words: Int
    }

    /// The agent first, then the others in the order in which they first spoke.
    public var shares: [Share] = []

    /// What was said by a local time, ms.
    /// - Parameter channel: only what was said there; nil for everywhere.
    public init(_ session: Session, at local: Int, in channel: Channel? = nil) {
        shares = [Share(speaker: "You", time: 0, words: 0)]
        for entry in session.front.transcript where channel == nil || entry.channel == channel {
            guard entry.isSpeech, entry.begins <= local else { continue }
            add(entry, at: local)
        }
    }

    private mutating func add(_ entry: Entry, at local: Int) {
        let words = SpokenWords(entry).words
        let isHeard = entry.channel == .voice
        let said = isHeard ? words.prefix { entry.begins + $0.at <= local } : entry.heard <= local ? words[...] : []
        let time = isHeard ? said.reduce(0) { $0 + $1.lasting } : 0
        let speaker = entry.kind == .customer ? entry.speaker : "You"
        if let index = shares.firstIndex(where: { $0.speaker == speaker }) {
            shares[index].time += time
            shares[index].words += said.count
        } else {
            shares.append(Share(speaker: speaker, time: time, words: said.count))
        }
    }

    /// The agent's part of everything that was said, by words, 0–1; nil when nobody has spoken.
    public var agentShareOfWords: Double? { part(\.words) }

    /// The agent's part of the time in which somebody was heard, 0–1; nil when nobody was.
    public var agentShareOfTime: Double? { part(\.time) }

    private func part(_ amount: KeyPath<Share, Int>) -> Double? {
        let all = shares.reduce(0) { $0 + $1[keyPath: amount] }
        return all > 0 ? Double(shares[0][keyPath: amount]) / Double(all) : nil
    }

    /// Whole percents of the time, one for each share, 100 together; empty when nobody was heard.
    public var percents: [Int] {
        let all = shares.reduce(0) { $0 + $1.time }
        guard all > 0 else { return [] }
        var percents = shares.map { $0.time * 100 / all }
        // What rounding down left over goes to those who lost most by it.
        let order = shares.indices.sorted { shares[$0].time * 100 % all > shares[$1].time * 100 % all }
        for index in order.prefix(100 - percents.reduce(0, +)) { percents[index] += 1 }
        return percents
    }
}
