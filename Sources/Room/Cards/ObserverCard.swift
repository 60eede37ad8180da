/// What observers watch for: acts that can be seen and heard, never what somebody is like.
public struct ObserverCard: Codable, Hashable, Sendable {
    /// The checklist, in the order a conversation tends to bring it.
    public var behaviours: [Behaviour]

    /// A card.
    public init(behaviours: [Behaviour]) {
        self.behaviours = behaviours
    }

    /// The behaviour that a key marks.
    public func behaviour(for key: String) -> Behaviour? { behaviours.first { $0.key == key } }
}
