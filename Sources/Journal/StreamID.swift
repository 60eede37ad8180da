/// The name of one stream of events: one practice session, one room.
///
/// Whoever opens a stream makes its id from the randomness it was handed, so that a replay makes the same one.
public struct StreamID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The id as it is stored.
    public let rawValue: String

    /// Takes an id as it is: any text without a NUL.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Takes an id as it is: any text without a NUL.
    public init(_ text: String) {
        rawValue = text
    }

    /// The id as it is stored.
    public var description: String { rawValue }
}
