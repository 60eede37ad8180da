/// A moment that is open: what can be answered, and since when.
public struct Offer: Equatable, Sendable {
    /// The sequence number of its event.
    public var sequence: Int
    /// The local time at which a reply can be given, ms.
    public var opens: Int
    /// Its name for people.
    public var moment: String
    /// Every option, in source order. Empty when only the draft waits to be sent.
    public var options: [Option]
    /// Which attempt this is, from 1.
    public var attempt: Int
    /// The draft waits to be sent.
    public var isSend = false
    /// The options nearest to typed words that were none of them, the nearest first.
    public var nearest: [Int] = []

    /// The options that are lines to say now, with their indices in ``options``.
    public var lines: [(index: Int, option: Option)] {
        options.enumerated().filter { $1.role == .say && $1.isAvailable }.map { ($0, $1) }
    }

    /// The index of the option that silence takes, where there is one.
    public func index(of role: Option.Role) -> Int? {
        options.firstIndex { $0.role == role && $0.isAvailable }
    }
}
