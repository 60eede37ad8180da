import Listening

/// Which of the replies on offer typed words are: the one whose moves they make; the wording breaks ties.
public struct ReplyMatch: Equatable, Sendable {
    /// What the words are taken for.
    public enum Outcome: Equatable, Sendable {
        /// The option with that index.
        case option(Int)
        /// None of them: they make a move that harms, and no option has it.
        case harm(String)
        /// None of them.
        case none
    }

    /// What the words are taken for.
    public var outcome: Outcome
    /// The options nearest to them, the nearest first, three at most.
    public var nearest: [Int]

    /// An option has to fit this well, 0–1.
    private static let fits = 0.34
    /// Words that share this much with an option's are the option, whatever is heard in them.
    private static let sameWords = 0.6
    /// How much the wording counts beside the moves.
    private static let wording = 0.25

    /// A move of the same kind as the one that was heard counts this much of it: who names a feeling where the scenario thought
    /// of naming the impact has said something fitting.
    private static let kinship = 0.62
    /// Moves that do the same kind of thing.
    private static let kinds: [Set<String>] = [
        ["acknowledge-impact", "name-emotion", "validate", "specific-apology", "summarise", "repair-rupture"],
        ["own-without-blame", "repair-rupture", "specific-apology"],
        ["clarify", "focusing-question", "clarity-check"],
        ["ask-permission", "offer-choice", "clarity-check", "explain-intent"],
        ["timeboxed-next-step", "narrate-action", "concrete-repair", "proactive-follow-up", "own-without-blame"],
        ["written-confirmation", "close-with-clarity", "summarise", "timeboxed-next-step"],
        ["transparent-limits", "plain-translation", "explain-intent", "narrate-action"],
        ["escalate-with-context", "own-without-blame"],
        ["thank-specific", "validate"],
        ["generic-apology", "canned-empathy", "company-apology"],
        ["minimise", "defensive", "policy-shield"],
        ["blame-customer", "blame-other", "defensive"],
        ["rush", "command-calm"],
        ["over-explain", "jargon"],
        ["question-stack", "privacy-breach"],
        ["speculate", "over-promise"],
    ]

    /// How sure each move is, where a move also counts for others of its kind.
    private static func withKin(_ confidences: [String: Double]) -> [String: Double] {
        var all = confidences
        for (move, confidence) in confidences where confidence >= HeardMove.heardFrom {
            for kind in kinds where kind.contains(move) {
                for other in kind where other != move {
                    all[other] = max(all[other] ?? 0, confidence * kinship)
                }
            }
        }
        return all
    }

    /// Matches words with the options that can be said now.
    /// - Parameter confidences: how sure each move is, 0–1.
    init(_ text: String, confidences: [String: Double], options: [(index: Int, option: Option)], listener: Listener) {
        let exact = confidences.filter { $0.value >= HeardMove.heardFrom }
        let confidences = Self.withKin(confidences)
        let heard = confidences.filter { $0.value >= HeardMove.heardFrom }
        let ranked = options.map { index, option in
            let likeness = listener.ear.likeness(of: text, to: option.text)
            let fit = Self.fit(option.moves, confidences, heard)
            return (
                index: index, fit: fit, likeness: likeness, score: fit * (1 - Self.wording) + likeness * Self.wording
            )
        }
        .sorted { ($0.score, $1.index) > ($1.score, $0.index) }
        nearest = ranked.prefix(3).map(\.index)
        if let same = ranked.max(by: { ($0.likeness, $1.index) < ($1.likeness, $0.index) }),
            same.likeness >= Self.sameWords
        {
            outcome = .option(same.index)
            return
        }
        let harms = exact.filter { listener.vocabulary.move($0.key)?.helps == false }
        let worst = harms.max { ($0.value, $1.key) < ($1.value, $0.key) }
        if let best = ranked.first, best.fit > 0, best.score >= Self.fits || Self.has(heard, best.index, options) {
            // A line that harms is not taken for one that helps because of half a likeness.
            let answers = options.first { $0.index == best.index }?.option.moves ?? []
            if let worst, !answers.contains(worst.key),
                worst.value >= (heard.filter { answers.contains($0.key) }.values.max() ?? 0)
            {
                outcome = .harm(worst.key)
            } else {
                outcome = .option(best.index)
            }
        } else {
            outcome = worst.map { .harm($0.key) } ?? .none
        }
    }

    private static func has(_ heard: [String: Double], _ index: Int, _ options: [(index: Int, option: Option)]) -> Bool
    {
        options.first { $0.index == index }?.option.moves.contains { heard[$0] != nil } ?? false
    }

    /// How well an option's moves are the ones that were heard, 0–1: half for how much of the option was heard, half for how
    /// much of what was heard the option has.
    private static func fit(_ moves: [String], _ confidences: [String: Double], _ heard: [String: Double]) -> Double {
        guard !moves.isEmpty else { return 0 }
        let found = moves.reduce(0) { $0 + (confidences[$1] ?? 0) } / Double(moves.count)
        // The one move that carries an option counts more than the average of all that it was tagged with.
        let surest = moves.reduce(0) { max($0, confidences[$1] ?? 0) }
        let all = heard.values.reduce(0, +)
        let shared = moves.reduce(0) { $0 + (heard[$1] ?? 0) }
        let covered = all > 0 ? shared / all : surest
        return 0.3 * found + 0.3 * surest + 0.4 * covered
    }
}
