/// How one candidate of a line group or node group is chosen among those whose conditions hold.
public enum SaliencyStrategy: String, Hashable, Codable, Sendable, CaseIterable {
    /// The first in source order.
    case first
    /// The one with the most conditions, then source order.
    case best
    /// The one seen least often, then most conditions, then source order.
    case bestLeastRecentlySeen = "best_least_recently_seen"
    /// As above, but by chance among the equally good, from the seeded generator.
    case randomBestLeastRecentlySeen = "random_best_least_recently_seen"
    /// By chance among all, from the seeded generator.
    case random
}
