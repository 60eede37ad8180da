import Listening
import Yarn

/// Whether what options say sounds like the moves in their tags.
struct HearingRules {
    let trees: [SyntaxTree]
    let heading: ScenarioHeading
    let vocabulary: Vocabulary
    let ear: Ear

    /// A move that is tagged has to be among so many that are heard first.
    private static let first = 5

    func diagnostics() -> [Diagnostic] {
        let known = Set(ear.table.moves.map(\.id))
        var found: [Diagnostic] = []
        for node in trees.flatMap(\.nodes) {
            var customer: String?
            node.walk { statement in
                switch statement {
                case .line(let line):
                    if let speaker = line.speaker?.name, heading.isCast(speaker) {
                        customer = Prose.said(line.template)
                    }
                case .options(let group):
                    for item in group.items { found += about(item.line, after: customer, known) }
                default: break
                }
            }
        }
        return found
    }

    private func about(_ line: LineSyntax, after customer: String?, _ known: Set<String>) -> [Diagnostic] {
        let tags = OptionTags(line.hashtags.map(\.text))
        let moves = tags.moves.filter { known.contains($0) }
        let text = Prose.plain(line.template)
        guard tags.role == .say, !moves.isEmpty, text.contains(where: \.isLetter) else { return [] }
        let heard = ear.hear(text, context: HearingContext(customer: customer)).moves.prefix(Self.first).map(\.move)
        guard Set(heard).isDisjoint(with: moves), let nearest = heard.first else { return [] }
        let names = moves.map { "`\($0)`" }.joined(separator: " or ")
        return [
            ScenarioRule.soundsElse.diagnostic(
                "This does not sound like \(names); the nearest that is heard is `\(nearest)`.", at: line.textSpan,
                hint:
                    "Say it more plainly, or tag what it does. `rapport hear` shows what is heard, and in which words.")
        ]
    }
}
