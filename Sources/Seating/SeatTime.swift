/// A moment, by the two clocks that a seat is handed.
public struct SeatTime: Hashable, Sendable {
    /// Time that only rises, ms.
    public var uptime: Int
    /// Wall time, ms since 1970.
    public var wall: Int

    /// A moment.
    public init(uptime: Int, wall: Int) { (self.uptime, self.wall) = (uptime, wall) }
}
