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

    /// An option has to fit this well, 0–1. It is less than a move needs to count as heard: what can be said in a moment is
    /// known, and most of all that could be said is not among it.
    private static let fits = 0.26
    /// Words that share this much with an option's are the option, whatever is heard in them.
    private static let sameWords = 0.6
    /// How much the wording counts beside the moves.
    private static let wording = 0.25

    /// By how much an option that harms stands back where the nearest are marked.
    private static let shyness = 0.2
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

    /// How much of a move that was heard another move is, 0–1.
    private static func kinship(_ move: String, _ other: String) -> Double {
        if move == other { return 1 }
        return kinds.contains { $0.contains(move) && $0.contains(other) } ? kinship : 0
    }

    /// Matches words with the options that can be said now.
    /// - Parameter confidences: how sure each move is, 0–1.
    init(_ text: String, confidences: [String: Double], options: [(index: Int, option: Option)], listener: Listener) {
        let heard = confidences.filter { $0.value >= HeardMove.heardFrom }
        let ranked = options.map { index, option in
            let likeness = listener.ear.likeness(of: text, to: option.text)
            let fit = Self.fit(option.moves, confidences, heard)
            return (
                index: index, fit: fit, likeness: likeness, score: fit * (1 - Self.wording) + likeness * Self.wording
            )
        }
        .sorted { ($0.score, $1.index) > ($1.score, $0.index) }
        // What is marked as near is an offer: where little was heard, it is not one that harms.
        let harming = Set(
            options.filter { $0.option.moves.contains { listener.vocabulary.move($0)?.helps == false } }.map(\.index))
        nearest = ranked.map {
            (index: $0.index, score: harming.contains($0.index) ? $0.score - Self.shyness : $0.score)
        }
        .sorted { ($0.score, $1.index) > ($1.score, $0.index) }.prefix(3).map(\.index)
        if let same = ranked.max(by: { ($0.likeness, $1.index) < ($1.likeness, $0.index) }),
            same.likeness >= Self.sameWords
        {
            outcome = .option(same.index)
            return
        }
        let harms = heard.filter { listener.vocabulary.move($0.key)?.helps == false }
        let worst = harms.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best = ranked.first, best.fit > 0, best.score >= Self.fits,
            let answers = options.first(where: { $0.index == best.index })?.option.moves
        else {
            outcome = worst.map { .harm($0.key) } ?? .none
            return
        }
        // A line that harms is not taken for one that helps because of half a likeness.
        let answered = heard.map { move, confidence in
            confidence * (answers.map { Self.kinship(move, $0) }.max() ?? 0)
        }
        if let worst, !answers.contains(where: { Self.kinship(worst.key, $0) > 0 }),
            worst.value >= (answered.max() ?? 0)
        {
            outcome = .harm(worst.key)
        } else {
            outcome = .option(best.index)
        }
    }

    /// How well an option's moves are the ones that were heard, 0–1: half for how much of the option was heard, half for how
    /// much of what was heard the option has.
    private static func fit(_ moves: [String], _ confidences: [String: Double], _ heard: [String: Double]) -> Double {
        guard !moves.isEmpty else { return 0 }
        // What was heard for certain also counts, less, for what is of its kind; what may have been, for itself alone.
        let sure = moves.map { move in
            heard.reduce(confidences[move] ?? 0) { max($0, $1.value * kinship($1.key, move)) }
        }
        let found = sure.reduce(0, +) / Double(moves.count)
        // The one move that carries an option counts more than the average of all that it was tagged with.
        let surest = sure.max() ?? 0
        let all = heard.values.reduce(0, +)
        let shared = heard.reduce(0) { sum, move in
            sum + move.value * (moves.map { kinship(move.key, $0) }.max() ?? 0)
        }
        let covered = all > 0 ? shared / all : surest
        return 0.3 * found + 0.3 * surest + 0.4 * covered
    }
}
