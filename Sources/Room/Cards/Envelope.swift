/// Something that happens in the middle of a round, when the facilitator hands it in.
public struct Envelope: Codable, Hashable, Sendable {
    /// Its name: "Somebody else is at her keyboard".
    public var name: String
    /// When it is a good moment for it.
    public var when: String
    /// What happens, as it is read out.
    public var words: String

    /// An envelope.
    public init(name: String, when: String, words: String) {
        self.name = name
        self.when = when
        self.words = words
    }
}
