/// A promise with a time.
public struct Commitment: Equatable, Sendable {
    /// How it stands.
    public enum State: Equatable, Sendable {
        case open, kept, missed
    }

    /// Its id in the scenario.
    public var id: String
    /// The words it was made with.
    public var words: String
    /// Story time at which it was made, ms.
    public var made: Int
    /// Story time at which it is due, ms.
    public var due: Int
    /// How it stands.
    public var state = State.open
    /// How often it was given a new time before it was missed.
    public var renegotiations = 0
}
