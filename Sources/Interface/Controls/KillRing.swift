/// What was taken away from texts, newest first, to be put back. Hand it from one editor to the next to keep it.
public struct KillRing: Equatable, Sendable {
    /// The pieces, newest first; no more than ``most``.
    public private(set) var pieces: [String] = []

    /// How many pieces are remembered.
    public static let most = 20

    /// An empty ring.
    public init() {}

    /// Remembers a piece of its own.
    mutating func add(_ piece: String) {
        guard !piece.isEmpty else { return }
        pieces.insert(piece, at: 0)
        if pieces.count > Self.most { pieces.removeLast() }
    }

    /// Lengthens the newest piece: what is taken away in one go comes back in one go.
    mutating func extend(_ piece: String, atFront: Bool) {
        guard let newest = pieces.first else { return add(piece) }
        pieces[0] = atFront ? piece + newest : newest + piece
    }
}
