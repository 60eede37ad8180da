/// One thing on an observer's checklist: an act, with the key that marks it.
public struct Behaviour: Codable, Hashable, Sendable {
    /// The key that marks it: one small letter, no other behaviour's of the same checklist.
    public var key: String
    /// Its name, as a mark and a small win carry it: "Asked before fixing".
    public var name: String
    /// How one knows it when one sees or hears it.
    public var looksLike: String
    /// Words in which it might be heard.
    public var example: String

    /// A behaviour.
    public init(key: String, name: String, looksLike: String, example: String) {
        self.key = key
        self.name = name
        self.looksLike = looksLike
        self.example = example
    }

    enum CodingKeys: String, CodingKey {
        case key, name, example
        case looksLike = "looks_like"
    }

    /// Letters that mark nothing, because on every screen they leave or move.
    public static let taken: Set<String> = ["g", "h", "j", "k", "l", "q"]

    /// Whether a key can mark anything.
    public static func isKey(_ key: String) -> Bool {
        key.utf8.count == 1 && key.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            && !taken.contains(key)
    }
}
