/// How long people take, ms: the human pace of a channel. Presentation only; it changes no outcome.
public struct Pace: Hashable, Sendable {
    /// Before somebody begins to answer.
    public var beforeTyping: Int
    /// For each character.
    public var perCharacter: Int
    /// At least, and at most, for one line.
    public var shortest: Int, longest: Int

    /// The pace of a channel. A chat line is typed at about 65 words a minute, and nobody waits over four seconds for
    /// one; a mail arrives whole.
    public static func of(_ channel: Channel) -> Pace {
        switch channel {
        case .chat, .social: Pace(beforeTyping: 500, perCharacter: 42, shortest: 700, longest: 4_000)
        case .voice: Pace(beforeTyping: 300, perCharacter: 60, shortest: 600, longest: 8_000)
        case .email: Pace(beforeTyping: 400, perCharacter: 0, shortest: 300, longest: 300)
        }
    }

    /// How long a text of so many characters is being typed or said.
    public func typing(_ characters: Int) -> Int {
        min(longest, max(shortest, characters * perCharacter))
    }
}
