import Conversation
import Patterns
import Yarn

/// `patterns/<slug>.yaml`, read. Docs/Patterns.md says what stands in it.
enum PatternFile {
    static func read(_ source: SourceFile, slug: String, vocabulary: Vocabulary?) -> FileReading<Pattern> {
        var walk = PageWalk(
            source, slug: slug, vocabulary: vocabulary,
            knows: ["skills", "moves", "fits", "steps", "helps", "not", "say"])
        guard let top = walk.top else { return walk.reading(nil) }
        let pattern = Pattern(
            slug: slug, title: walk.title(top), summary: walk.summary(top), skills: walk.skills(top),
            moves: walk.moves(top), fits: situations(&walk, top),
            steps: walk.items("steps", top, count: PageLimits.steps), helps: walk.items("helps", top),
            hinders: walk.items("not", top), phrasings: walk.phrasings("say", top))
        return walk.reading(pattern)
    }

    /// What it fits; nothing where only its skill brings it.
    private static func situations(_ walk: inout PageWalk, _ top: YAMLPart) -> [Pattern.Situation] {
        guard walk.yaml.has("fits", in: top) else { return [] }
        return walk.yaml.nodes("fits", in: top, count: PageLimits.items).compactMap { node in
            if let found = node.string.flatMap(Pattern.Situation.init(rawValue:)) { return found }
            let names = Pattern.Situation.allCases.map(\.rawValue).joined(separator: ", ")
            walk.yaml.tell("`fits` lists some of \(names).", at: node)
            return nil
        }
    }
}

/// `moves/pages/<move>.yaml`, read. Docs/Patterns.md says what stands in it.
enum MovePageFile {
    static func read(_ source: SourceFile, slug: String, vocabulary: Vocabulary?) -> FileReading<MovePage> {
        let helping = ["helps", "not", "say"]
        let harming = ["tempts", "does", "instead"]
        let move = vocabulary?.move(slug)
        var walk = PageWalk(source, slug: slug, vocabulary: vocabulary, knows: helping + harming)
        guard let top = walk.top else { return walk.reading(nil) }
        if vocabulary != nil, move == nil {
            walk.yaml.tell("There is no move `\(slug)`, and the file is named for it.", line: 1, column: 1)
        }
        let helps = move?.helps ?? walk.yaml.has("say", in: top)
        for name in helps ? harming : helping where walk.yaml.has(name, in: top) {
            let expected = (helps ? helping : harming).map { "`\($0)`" }.joined(separator: ", ")
            walk.yaml.tell(
                "A move that \(helps ? "helps" : "harms") has \(expected), and no `\(name)`.", at: top.node)
        }
        let sense =
            helps
            ? MovePage.Sense.helps(
                when: walk.items("helps", top), not: walk.items("not", top), phrasings: walk.phrasings("say", top))
            : MovePage.Sense.harms(
                tempts: walk.items("tempts", top), does: walk.items("does", top),
                instead: walk.phrasings("instead", top))
        return walk.reading(MovePage(slug: slug, title: walk.title(top), summary: walk.summary(top), sense: sense))
    }
}
