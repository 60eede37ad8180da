import Yarn

/// Keys that a settings file gives to a command, as they stand there. What they mean is for the key table to say.
public struct KeyWish: Hashable, Sendable {
    /// The command, as written.
    public var command: String
    /// The keys, as written; none takes every key away.
    public var keys: [String]
    /// Where the command stands in the file.
    public var span: SourceSpan

    /// A wish from a place in a file.
    public init(command: String, keys: [String], span: SourceSpan) {
        (self.command, self.keys, self.span) = (command, keys, span)
    }
}
