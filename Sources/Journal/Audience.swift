/// Who besides its owner may read a stream.
public enum Audience: Hashable, Sendable {
    /// Nobody: the owner alone.
    case `private`
    /// Everyone in the room, which is everyone who reads this journal.
    case room
    /// The people named.
    case shared(with: Set<String>)

    /// The word the journal stores for it.
    var word: String {
        switch self {
        case .private: "private"
        case .room: "room"
        case .shared: "shared"
        }
    }

    /// The names to store beside the word, in a fixed order.
    var names: [String] {
        if case .shared(let names) = self { names.sorted() } else { [] }
    }
}
