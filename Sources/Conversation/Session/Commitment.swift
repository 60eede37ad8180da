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
    /// The local time at which the promise is heard, ms.
    public var heard: Int
    /// It was made in a public thread: where everybody reads, and in a private message. Neither, where nothing is public.
    public var isMadePublicly = false, isMadePrivately = false
    /// How it stands.
    public var state = State.open
    /// The local time at which it was kept or missed, ms.
    public var settled: Int?
    /// How often it was given a new time before it was missed.
    public var renegotiations = 0

    /// How it stands for somebody who has heard what was said by a local time, ms; nil before it was made.
    public func state(at local: Int) -> State? {
        guard heard <= local else { return nil }
        return settled.map { $0 <= local ? state : .open } ?? state
    }
}
