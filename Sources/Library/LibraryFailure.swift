/// What a file could not give, in people's words.
public struct LibraryFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, where, and what to do.
    public var description: String

    init(_ description: String) {
        self.description = description
    }
}
