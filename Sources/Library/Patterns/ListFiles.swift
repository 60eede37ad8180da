import Conversation
import Patterns
import Yarn

/// `checklists/<slug>.yaml`, read. Docs/Patterns.md says what stands in it.
enum ChecklistFile {
    static func read(_ source: SourceFile, slug: String, vocabulary: Vocabulary?) -> FileReading<Checklist> {
        var walk = PageWalk(source, slug: slug, vocabulary: vocabulary, knows: ["when", "points"])
        guard let top = walk.top else { return walk.reading(nil) }
        return walk.reading(
            Checklist(
                slug: slug, title: walk.title(top), summary: walk.summary(top),
                when: walk.yaml.words("when", in: top, limit: PageLimits.item), points: walk.items("points", top)))
    }
}

/// `rubrics/<slug>.yaml`, read. Docs/Patterns.md says what stands in it.
enum RubricFile {
    static func read(_ source: SourceFile, slug: String, vocabulary: Vocabulary?) -> FileReading<Rubric> {
        var walk = PageWalk(source, slug: slug, vocabulary: vocabulary, knows: ["items"])
        guard let top = walk.top else { return walk.reading(nil) }
        var items: [Rubric.Item] = []
        for node in walk.yaml.nodes("items", in: top, count: PageLimits.behaviours) {
            guard let part = walk.yaml.part(node, called: "An item", knows: ["id", "name", "seen", "not_yet"]) else {
                continue
            }
            let id = walk.yaml.slug("id", in: part) ?? ""
            if id.isEmpty { walk.yaml.tell("An item needs an `id`, by which marks find it.", at: node) }
            if items.contains(where: { $0.id == id }) { walk.yaml.tell("There is an item `\(id)` already.", at: node) }
            items.append(
                Rubric.Item(
                    id: id, name: walk.yaml.words("name", in: part, limit: PageLimits.title),
                    seen: walk.items("seen", part), notYet: walk.items("not_yet", part)))
        }
        return walk.reading(Rubric(slug: slug, title: walk.title(top), summary: walk.summary(top), items: items))
    }
}

/// `pathways/<slug>.yaml`, read. Docs/Patterns.md says what stands in it.
enum PathwayFile {
    static func read(_ source: SourceFile, slug: String, vocabulary: Vocabulary?) -> FileReading<Pathway> {
        var walk = PageWalk(
            source, slug: slug, vocabulary: vocabulary, knows: ["when", "steps", "step_back", "afterwards"])
        guard let top = walk.top else { return walk.reading(nil) }
        var steps: [Pathway.Step] = []
        for node in walk.yaml.nodes("steps", in: top, count: PageLimits.steps) {
            guard let part = walk.yaml.part(node, called: "A step", knows: ["do", "say"]) else { continue }
            steps.append(
                Pathway.Step(
                    action: walk.yaml.words("do", in: part, limit: PageLimits.item),
                    words: walk.yaml.has("say", in: part)
                        ? walk.yaml.words("say", in: part, limit: PageLimits.item) : ""))
        }
        return walk.reading(
            Pathway(
                slug: slug, title: walk.title(top), summary: walk.summary(top), when: walk.items("when", top),
                steps: steps, stepBack: walk.items("step_back", top), afterwards: walk.items("afterwards", top)))
    }
}
