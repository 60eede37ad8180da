/// The clock on a moment.
public struct ReplyClock: Equatable, Sendable {
    /// The local time at which it starts, ms.
    public var starts: Int
    /// How long it runs, ms.
    public var lasting: Int

    /// The local time at which it runs out, ms.
    public var runsOut: Int { starts + lasting }

    /// What is left at a local time, ms, never below zero.
    public func left(at local: Int) -> Int { max(0, min(lasting, runsOut - local)) }
}
