/// Wakes whoever follows a stream. It carries no news itself: the journal is the truth, and a ring says to look there.
///
/// A bell is used from one thread, the event loop's. What a store writes does not ring its own bells: who wrote knows.
public protocol JournalBell: AnyObject {
    /// Readable (poll(2)) when somebody rang; -1 while there is none, because the connection is lost. May change with
    /// every call of `drain`.
    var descriptor: Int32 { get }

    /// What was rung since the last time, each once. Never waits. A ring may be lost, or come without news.
    func drain() throws(JournalFailure) -> Set<JournalRing>

    /// Rings at everybody else who follows the stream. Never waits for any of them. The store itself rings `.news`
    /// after everything it writes; `.beat` is the leader's.
    func ring(_ ring: JournalRing) throws(JournalFailure)

    /// Takes the bell down. It may be taken down twice.
    func close()
}

/// What a bell says.
public enum JournalRing: UInt8, Hashable, Sendable {
    /// Something was written.
    case news
    /// The leader is there. Never written down.
    case beat
}
