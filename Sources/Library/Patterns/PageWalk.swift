import Conversation
import Patterns
import Yams
import Yarn

/// A file with a page in it, walked: what all kinds of pages have is read here, and each kind reads the rest.
struct PageWalk {
    var yaml: YAMLWalk
    let slug: String
    let vocabulary: Vocabulary?
    private(set) var top: YAMLPart?

    init(_ source: SourceFile, slug: String, vocabulary: Vocabulary?, knows names: [String]) {
        self.slug = slug
        self.vocabulary = vocabulary
        yaml = YAMLWalk(source, code: "page")
        yaml.manual = "Docs/Patterns.md"
        yaml.tooLongHint = "Half of it is read by twice as many people."
        yaml.longestWord = PageLimits.word
        top = yaml.top(knows: ["title", "summary"] + names)
    }

    /// What the file gives, when nothing in it is wrong. It is asked last: what is found while the value is made counts.
    mutating func reading<Value>(_ value: Value?) -> FileReading<Value> {
        FileReading(source: yaml.source, slug: slug, value: yaml.isBroken ? nil : value, findings: yaml.findings)
    }

    // MARK: What all pages have

    mutating func title(_ top: YAMLPart) -> String { yaml.words("title", in: top, limit: PageLimits.title) }

    mutating func summary(_ top: YAMLPart) -> String { yaml.words("summary", in: top, limit: PageLimits.summary) }

    mutating func items(_ key: String, _ part: YAMLPart, count: ClosedRange<Int> = PageLimits.items) -> [String] {
        yaml.list(key, in: part, count: count, limit: PageLimits.item)
    }

    mutating func paragraphs(_ key: String, _ part: YAMLPart, optional: Bool = false) -> [String] {
        guard !optional || yaml.has(key, in: part) else { return [] }
        return yaml.list(key, in: part, count: PageLimits.paragraphs, limit: PageLimits.paragraph)
    }

    /// Ways to say something, by channel; at least one channel.
    mutating func phrasings(_ key: String, _ top: YAMLPart) -> [Channel: [String]] {
        let names = Channel.allCases.map(\.rawValue)
        guard let part = yaml.part(key, in: top, knows: names) else { return [:] }
        var found: [Channel: [String]] = [:]
        for channel in Channel.allCases where yaml.has(channel.rawValue, in: part) {
            found[channel] = yaml.list(
                channel.rawValue, in: part, count: PageLimits.phrasings, limit: PageLimits.item)
        }
        if found.isEmpty { yaml.tell("`\(key)` needs a channel: \(names.joined(separator: ", ")).", at: part.node) }
        return found
    }

    /// Ids of skills; one that the vocabulary does not have is noted.
    mutating func skills(_ top: YAMLPart) -> [String] {
        ids("skills", top, called: "skill", among: vocabulary.map { Array($0.skills.keys) })
    }

    /// Ids of moves; one that the vocabulary does not have is noted.
    mutating func moves(_ top: YAMLPart) -> [String] {
        ids("moves", top, called: "move", among: vocabulary?.moves.map(\.id))
    }

    private mutating func ids(_ key: String, _ top: YAMLPart, called name: String, among known: [String]?) -> [String] {
        yaml.nodes(key, in: top, count: PageLimits.items).map { node in
            let id = yaml.words(node, called: key, limit: PageLimits.title)
            if let known, !id.isEmpty, !known.contains(id) {
                yaml.tell(
                    "There is no \(name) `\(id)`.", at: node,
                    hint: Spelling.nearest(to: id, in: known.sorted()).map { "Did you mean `\($0)`?" })
            }
            return id
        }
    }
}
