/// How a stream stands, for lists: kept beside the stream and changed only together with the events that say so.
public struct StreamMark: Hashable, Sendable {
    /// Where a stream is in its life.
    public enum Status: String, Hashable, Sendable {
        /// Going on, or broken off: "continue" offers it.
        case open
        /// Came to an end.
        case ended
        /// Left on purpose.
        case setAside
    }

    /// Where the stream is in its life.
    public var status: Status
    /// The id of the ending reached, when one was.
    public var ending: String?

    /// A mark with this status and ending.
    public init(_ status: Status, ending: String? = nil) {
        self.status = status
        self.ending = ending
    }
}
