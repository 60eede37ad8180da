/// What lets curveballs strike.
public enum CurveballSource: Hashable, Sendable {
    /// The session's seed and its difficulty: rarely when gentle, sometimes when steady, mostly when stretching.
    case chance
    /// Nothing strikes.
    case none
    /// Whoever runs the room, or the author who tries the scenario: these nodes or names, each at the first place that
    /// has room for it.
    case named([String])

    /// How often one strikes at a place, of a hundred sessions.
    static func percent(at difficulty: Int) -> UInt64 {
        switch difficulty {
        case ...1: 15
        case 2: 40
        default: 75
        }
    }
}
