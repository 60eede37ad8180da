/// Somebody in a live room, or a terminal that only shows it.
public struct Person: Codable, Hashable, Sendable, Identifiable {
    /// What a person is in the room for, whatever the round.
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// Runs the room; takes no turn.
        case facilitator
        /// Plays each role in turn.
        case player
        /// Looks on, and votes.
        case audience
        /// A further screen for the room to look at; nobody sits there.
        case stage
    }

    /// Its id in the room: `p1`, `p2` … in the order of arrival, never given twice.
    public var id: String
    /// A first name or an alias, as they want to be called.
    public var name: String
    /// What they are here for.
    public var kind: Kind
    /// Whose terminal they sit at, as the journal knows them; nil for who shares the facilitator's screen.
    public var account: String?

    /// Somebody as they are.
    public init(id: String, name: String, kind: Kind, account: String? = nil) {
        (self.id, self.name, self.kind, self.account) = (id, name, kind, account)
    }

    /// The number in the id, by which they are called while names are hidden.
    public var number: Int { Int(id.dropFirst()) ?? 0 }
}
