import Yarn

/// Whether a moment gives its better replies away to somebody who does not read them.
///
/// Only replies with a number count: silence, the clock and stepping back stand nowhere. A reply is the better, the more
/// it adds to trust minus heat, on the best branch of its own body; several can be best. A moment in which all are equally
/// good has no best one, and gives nothing away.
struct MomentBalance: Hashable, Sendable {
    /// Characters of each numbered reply, in order.
    var lengths: [Int]
    /// What each adds to trust minus heat.
    var effects: [Int]

    init(_ group: OptionGroup) {
        let numbered = group.items.filter { OptionTags($0.line.hashtags.map(\.text)).role == .say }
        lengths = numbered.map { Prose.plain($0.line.template).count }
        effects = numbered.map { LanguageRules.effect(of: $0.body) }
    }

    init(lengths: [Int], effects: [Int]) {
        (self.lengths, self.effects) = (lengths, effects)
    }

    /// The places of the best replies, from 0; empty where all are equally good, or there is only one.
    var best: [Int] {
        guard let highest = effects.max(), effects.contains(where: { $0 < highest }) else { return [] }
        return effects.indices.filter { effects[$0] == highest }
    }

    /// The chance that a reply taken blindly is a best one.
    var chance: Double { effects.isEmpty ? 0 : Double(best.count) / Double(effects.count) }

    /// A longest reply is a best one.
    var isLongestBest: Bool {
        let longest = lengths.max()
        return best.contains { lengths[$0] == longest }
    }

    /// How much further the longest reply goes than the next, where that is striking: by more than three fifths and by more
    /// than 25 characters. The place of the longest; nil where none strikes.
    var striking: Int? {
        let sorted = lengths.sorted(by: >)
        guard sorted.count > 1, sorted[0] - sorted[1] > 25, sorted[0] * 5 > sorted[1] * 8 else { return nil }
        return lengths.firstIndex(of: sorted[0])
    }
}
