/// More was promised than could be held.
public struct OverPromise: Equatable, Sendable {
    /// How that was noticed.
    public enum Cause: Equatable, Sendable {
        /// The reply promised what was not the agent's to promise.
        case said
        /// A promise fell due and was not kept.
        case missed
        /// So many promises were open at once.
        case tooMany(Int)
    }

    /// How it was noticed.
    public var cause: Cause
    /// The words of the promise.
    public var words: String
    /// The local time, ms.
    public var at: Int
}

extension Session {
    /// More open promises than this are hard to hold at once.
    public static var mostOpenPromises: Int { 2 }

    /// Where more was promised than could be held, on the way here, in order of time.
    public var overPromises: [OverPromise] {
        var found = moments.compactMap { moment -> OverPromise? in
            guard let reply = moment.reply, reply.moves.contains("over-promise") else { return nil }
            let entry = thread(moment.thread).transcript.first {
                $0.sequence > moment.sequence && $0.text == reply.text
            }
            return OverPromise(cause: .said, words: reply.text, at: entry?.heard ?? 0)
        }
        for (index, promise) in commitments.enumerated() {
            if promise.state == .missed, let settled = promise.settled {
                found.append(OverPromise(cause: .missed, words: promise.words, at: settled))
            }
            let open = commitments[...index].count { $0.settled.map { $0 > promise.heard } ?? true }
            if open > Self.mostOpenPromises {
                found.append(OverPromise(cause: .tooMany(open), words: promise.words, at: promise.heard))
            }
        }
        return found.sorted { $0.at < $1.at }
    }

    /// One plain sentence where the last reply promised more than can be held; nil where it did not, or where the coach
    /// has said so already.
    /// - Parameter coach: the coach's words about the reply.
    public func promiseRemark(coach: String) -> String? {
        guard let last = moments.last(where: { $0.thread == frontName && $0.reply != nil }), let reply = last.reply
        else { return nil }
        let heard = coach.lowercased()
        if reply.moves.contains("over-promise") {
            return heard.contains("promise") ? nil : "This promises more than is in your hands; it may come back."
        }
        let open = commitments.filter { $0.state == .open }
        guard open.count > Self.mostOpenPromises, open.contains(where: { $0.words == reply.text }) else { return nil }
        return "\(open.count) promises are open at once now: each has its own clock."
    }
}
