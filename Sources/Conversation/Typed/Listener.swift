import Listening

/// What typed replies are heard with: an ear, and what moves are called and cost.
public struct Listener: Sendable {
    /// Hears words for moves.
    public var ear: Ear
    /// The moves' names, and what they cost where a scenario has no answer to them.
    public var vocabulary: Vocabulary

    /// A listener with an ear.
    public init(ear: Ear, vocabulary: Vocabulary) {
        self.ear = ear
        self.vocabulary = vocabulary
    }
}
