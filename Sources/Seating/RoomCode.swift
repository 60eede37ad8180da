/// What people join a room with: six letters and digits that are not taken for each other when read from a wall.
public struct RoomCode: Hashable, Sendable, CustomStringConvertible {
    /// The six, in capitals, as the journal is asked with.
    public let text: String

    /// No vowels, so that it spells nothing; no 0, 1, 5 or 8, which look like letters.
    private static let signs = Array("BCDFGHJKLMNPQRSTVWXZ234679")
    private static let length = 6
    /// How long a code holds, ms: a working day.
    public static let lasting = 12 * 3_600_000

    /// A new code.
    public init(using chance: inout some RandomNumberGenerator) {
        text = String((0..<Self.length).map { _ in Self.signs[Int.random(in: 0..<Self.signs.count, using: &chance)] })
    }

    /// A code as somebody typed it: case, spaces and dashes do not matter. Nil where it cannot be one.
    public init?(typed: String) {
        let signs = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        guard signs.count == Self.length, signs.allSatisfy(Self.signs.contains) else { return nil }
        text = signs
    }

    /// As people read it: `KQT-7MX`.
    public var description: String { text.prefix(3) + "-" + text.dropFirst(3) }
}
