/// What an apology in a reply has: does it name the harm, own it, mend it, and say when?
public struct ApologyParts: Hashable, Sendable {
    /// It names what went wrong for this person.
    public var namesHarm: Bool
    /// It takes it on.
    public var owns: Bool
    /// It says what is done about it.
    public var mends: Bool
    /// It says by when.
    public var saysWhen: Bool

    /// The parts of an apology; nil where nobody says sorry.
    init?(_ utterance: Utterance, moves: [HeardMove], table: HearingTable) {
        let heard = Set(moves.lazy.filter(\.isHeard).map(\.move))
        let saysSorry = utterance.words.contains { table.lexicon.concepts(of: $0.form).contains("sorry") }
        guard saysSorry || !heard.isDisjoint(with: Self.apologies) else { return nil }
        namesHarm = !heard.isDisjoint(with: ["specific-apology", "acknowledge-impact"])
        owns = !heard.isDisjoint(with: ["own-without-blame", "specific-apology", "repair-rupture"])
        mends = !heard.isDisjoint(with: ["concrete-repair", "narrate-action", "offer-choice", "escalate-with-context"])
        saysWhen =
            heard.contains("timeboxed-next-step") || heard.contains("close-with-clarity")
            || !PromiseReading.all(in: utterance).isEmpty
    }

    private static let apologies: Set<String> = ["specific-apology", "generic-apology", "company-apology"]
}
