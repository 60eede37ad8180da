import Conversation
import Patterns
import Yarn

/// `guides/<slug>.yaml`, read. Docs/Patterns.md says what stands in it.
enum GuideFile {
    static func read(_ source: SourceFile, slug: String, vocabulary: Vocabulary?) -> FileReading<Guide> {
        var walk = PageWalk(source, slug: slug, vocabulary: vocabulary, knows: ["for", "sections"])
        guard let top = walk.top else { return walk.reading(nil) }
        let reader: Guide.Reader = walk.yaml.choice("for", in: top, otherwise: .agent)
        var sections: [Guide.Section] = []
        for node in walk.yaml.nodes("sections", in: top, count: PageLimits.sections) {
            guard let part = walk.yaml.part(node, called: "A part", knows: ["title", "text", "points"]) else {
                continue
            }
            let section = Guide.Section(
                title: walk.yaml.words("title", in: part, limit: PageLimits.title),
                text: walk.paragraphs("text", part, optional: true),
                points: walk.yaml.has("points", in: part) ? walk.items("points", part) : [])
            if section.text.isEmpty, section.points.isEmpty {
                walk.yaml.tell("A part has `text`, `points` or both.", at: node)
            }
            sections.append(section)
        }
        return walk.reading(
            Guide(slug: slug, title: walk.title(top), summary: walk.summary(top), reader: reader, sections: sections))
    }
}

/// `stories/<slug>.yaml`, read. Docs/Patterns.md says what stands in it.
enum StoryFile {
    static func read(_ source: SourceFile, slug: String, vocabulary: Vocabulary?) -> FileReading<Story> {
        var walk = PageWalk(
            source, slug: slug, vocabulary: vocabulary,
            knows: ["by", "origin", "skills", "happened", "turned", "afterwards", "question", "try"])
        guard let top = walk.top else { return walk.reading(nil) }
        guard let place = walk.yaml.part("try", in: top, knows: ["scenario", "moment"]) else {
            return walk.reading(nil)
        }
        let scenario = walk.yaml.slug("scenario", in: place) ?? ""
        if scenario.isEmpty { walk.yaml.tell("`try` needs the short name of a `scenario`.", at: place.node) }
        let story = Story(
            slug: slug, title: walk.title(top), summary: walk.summary(top),
            author: walk.yaml.words("by", in: top, limit: PageLimits.title),
            origin: walk.yaml.words("origin", in: top, limit: PageLimits.item), skills: walk.skills(top),
            happened: walk.paragraphs("happened", top), turned: walk.paragraphs("turned", top),
            afterwards: walk.paragraphs("afterwards", top),
            question: walk.yaml.words("question", in: top, limit: PageLimits.item),
            practice: Page.Practice(
                scenario: scenario, node: walk.yaml.words("moment", in: place, limit: PageLimits.title)))
        return walk.reading(story)
    }
}
