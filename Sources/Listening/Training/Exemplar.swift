/// A line that somebody might say, and the moves that it makes.
public struct Exemplar: Hashable, Sendable {
    /// The words.
    public var text: String
    /// What the customer had said before; nil where the line stands alone.
    public var customer: String?
    /// The move it makes first; nil for none.
    public var move: String?
    /// Moves that it makes beside that one.
    public var further: [String]
    /// Whose way of speaking it is.
    public var voice: String
    /// A customer says it, and no agent.
    public var isCustomers: Bool
    /// The line of the file it stands in, from 1.
    public var line: Int
}
