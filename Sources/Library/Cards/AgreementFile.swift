import Room
import Yarn

/// `agreements/<slug>.yaml`, read. Docs/Cards.md says what stands in it.
enum AgreementFile {
    static func read(_ source: SourceFile, slug: String) -> FileReading<SafetyAgreement> {
        var walk = YAMLWalk(source, code: "agreement")
        let agreement = agreement(slug, &walk)
        return FileReading(source: source, slug: slug, value: walk.isBroken ? nil : agreement, findings: walk.findings)
    }

    private static func agreement(_ slug: String, _ walk: inout YAMLWalk) -> SafetyAgreement? {
        let names = ["title", "summary", "points", "recording", "never_seen", "question"]
        guard let top = walk.top(knows: names) else { return nil }
        let title = walk.words("title", in: top, limit: CardLimits.title)
        let summary = walk.words("summary", in: top, limit: CardLimits.twoRows)
        let points = walk.list("points", in: top, count: CardLimits.points, limit: CardLimits.row)
        let neverSeen = walk.list("never_seen", in: top, count: CardLimits.neverSeen, limit: CardLimits.row)
        let question = walk.words("question", in: top, limit: CardLimits.twoRows)
        guard let recording = walk.part("recording", in: top, knows: ["kept", "forgotten"]) else { return nil }
        return SafetyAgreement(
            slug: slug, title: title, summary: summary, points: points,
            kept: walk.words("kept", in: recording, limit: CardLimits.twoRows),
            forgotten: walk.words("forgotten", in: recording, limit: CardLimits.twoRows), neverSeen: neverSeen,
            question: question)
    }
}
