/// A break in trust.
public struct Rupture: Equatable, Sendable {
    /// The sequence number of its event.
    public var sequence: Int
    /// Local time, ms.
    public var time: Int
    /// When it was mended, local ms.
    public var repairedAt: Int?
    /// The move that mended it.
    public var repairedBy: String?
}
