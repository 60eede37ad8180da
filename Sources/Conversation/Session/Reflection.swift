/// A question for afterwards.
public struct Reflection: Equatable, Sendable {
    /// The question's line id.
    public var line: String
    /// The question.
    public var text: String
    /// Its timebox, ms.
    public var timebox: Int
    /// The answer; nil until it was asked, empty when it was left.
    public var answer: String?
}
