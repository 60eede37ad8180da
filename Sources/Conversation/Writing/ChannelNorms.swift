/// What people are used to in a channel, as data: how long, in what form, how fast, and how one shows having heard.
public struct ChannelNorms: Hashable, Sendable {
    /// Something a reply can be far away from.
    public enum Norm: String, Hashable, Sendable, CaseIterable {
        case length, greeting, breath, publicData
    }

    /// One gentle sentence about a reply, for below the coach's word.
    public struct Remark: Hashable, Sendable {
        /// What it is about.
        public var norm: Norm
        /// The channel.
        public var channel: Channel
        /// The sentence, without the channel's name before it.
        public var text: String
    }

    /// The channel.
    public let channel: Channel
    /// More words than this in one reply are far from usual.
    public let mostWords: Int
    /// The form, the pace, and how one shows having heard, in words for people.
    public let form: String, pace: String, acknowledgement: String

    /// The norms of a channel.
    public static func of(_ channel: Channel) -> ChannelNorms {
        switch channel {
        case .chat:
            ChannelNorms(
                channel: .chat, mostWords: 60, form: "one or two short lines at a time, no greeting after the first",
                pace: "a sign within a minute, even when the answer takes longer",
                acknowledgement: "say back the word that matters to them, then go on")
        case .voice:
            ChannelNorms(
                channel: .voice, mostWords: 45, form: "one thought a breath; the ear cannot scroll back",
                pace: "a second of quiet is fine, ten want a word about why",
                acknowledgement: "a short “yes”, and the fact in their order")
        case .email:
            ChannelNorms(
                channel: .email, mostWords: 90,
                form: "a greeting by name, short paragraphs, one question, a sign-off",
                pace: "hours are fine when the mail says which",
                acknowledgement: "the harm in the first lines, before the explanation")
        case .social:
            ChannelNorms(
                channel: .social, mostWords: 45,
                form: "short, by name, and nothing in it that is nobody else's business",
                pace: "everybody sees how long it takes",
                acknowledgement: "own it in public, settle the details in private")
        }
    }

    /// What to say about the last reply of a session; nil where it is near enough, where the coach speaks of it already,
    /// and where the same was said before.
    ///
    /// - Parameter coach: what the coach says about that reply.
    public static func remark(in session: Session, coach: String) -> Remark? {
        guard let last = session.moments.last(where: { $0.reply != nil && $0.thread == session.frontName }),
            let remark = remark(on: last),
            !words(about: remark.norm).contains(where: { Prose.contains($0, in: coach) })
        else { return nil }
        let earlier = session.moments.prefix { $0.sequence != last.sequence }
        return earlier.contains { Self.remark(on: $0)?.norm == remark.norm } ? nil : remark
    }

    /// What there is to say about the reply to one moment.
    static func remark(on moment: Moment) -> Remark? {
        guard let reply = moment.reply, reply.role == .say else { return nil }
        let norms = of(moment.channel)
        let count = Prose.words(reply.text).count
        func remark(_ norm: Norm, _ text: String) -> Remark { Remark(norm: norm, channel: moment.channel, text: text) }
        switch moment.channel {
        case .social where !reply.isPrivate && tellsData(reply):
            return remark(.publicData, "everybody reads along, so details like these are safer in a private message.")
        case .email where reply.opensMail && count < 15 && !isGreeted(reply):
            return remark(.greeting, "a mail has room for a greeting by name before the first line.")
        case .voice where count > norms.mostWords:
            return remark(.breath, "\(count) words are more than one breath, and the ear cannot scroll back.")
        case .chat where count > norms.mostWords, .social where !reply.isPrivate && count > norms.mostWords,
            .email where count > norms.mostWords * 3 / 2:
            return remark(
                .length, "\(count) words are a lot to take in at once; two shorter pieces are easier to answer.")
        default: return nil
        }
    }

    private static func isGreeted(_ reply: Moment.Reply) -> Bool {
        ["hello", "hi", "dear", "good morning", "good afternoon", "good evening"].contains {
            Prose.words(reply.text.lowercased()).starts(with: Prose.words($0))
        }
    }

    /// It asks for, or holds, what belongs to one person only.
    private static func tellsData(_ reply: Moment.Reply) -> Bool {
        if reply.moves.contains("privacy-breach") || !PersonalData.find(in: reply.text).isEmpty { return true }
        // Sending somebody to a private message for it is the opposite.
        guard !reply.moves.contains("move-to-private") else { return false }
        let asks = ["your address", "your card", "your date of birth", "your phone number", "your account number"]
        return asks.contains { Prose.contains($0, in: reply.text) }
    }

    private static func words(about norm: Norm) -> [String] {
        switch norm {
        case .length: ["long", "short", "shorter", "half", "length"]
        case .greeting: ["greeting", "greet", "by name", "hello", "dear"]
        case .breath: ["breath", "long", "short", "shorter"]
        case .publicData: ["public", "private", "everybody", "everyone", "privately", "details"]
        }
    }
}
