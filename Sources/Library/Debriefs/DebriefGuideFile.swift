import Yams

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `debriefs/<id>.yaml`, read. What is wrong is said with the line it stands in.
struct DebriefGuideFile {
    let path: String
    let id: String

    /// More than this nobody answers in one sitting.
    static let mostPrompts = 20
    /// No timebox is longer, seconds.
    static let longest = 3_600

    func read(_ text: String) throws(LibraryFailure) -> DebriefGuide {
        let root = try compose(text)
        guard let mapping = root.mapping else {
            throw failure(root, "A guide is `name`, `for`, `summary` and `prompts`, each on a line of its own.")
        }
        try check(mapping, knows: ["name", "for", "summary", "agreement", "prompts"], in: root)
        let companyNode = try node("for", of: mapping, in: root)
        guard let company = companyNode.string.flatMap({ DebriefGuide.Company(rawValue: $0) }) else {
            throw failure(companyNode, "`for` is one of " + Self.list(DebriefGuide.Company.allCases) + ".")
        }
        let promptsNode = try node("prompts", of: mapping, in: root)
        guard let items = promptsNode.sequence, !items.isEmpty, items.count <= Self.mostPrompts else {
            throw failure(
                promptsNode, "`prompts` lists one to \(Self.mostPrompts) prompts, each with id, text and seconds.")
        }
        var prompts: [DebriefGuide.Prompt] = []
        for item in items {
            let prompt = try prompt(item)
            if prompts.contains(where: { $0.id == prompt.id }) {
                throw failure(item, "There is a prompt `\(prompt.id)` already.")
            }
            prompts.append(prompt)
        }
        var agreement: [String] = []
        if let node = mapping["agreement"] {
            guard let lines = node.sequence else {
                throw failure(node, "`agreement` lists sentences, each behind a dash.")
            }
            for line in lines { agreement.append(try words(line, called: "agreement")) }
        }
        return DebriefGuide(
            id: id, name: try words(try node("name", of: mapping, in: root), called: "name"), company: company,
            summary: try words(try node("summary", of: mapping, in: root), called: "summary"), agreement: agreement,
            prompts: prompts)
    }

    private func prompt(_ item: Node) throws(LibraryFailure) -> DebriefGuide.Prompt {
        guard let mapping = item.mapping else { throw failure(item, "A prompt has id, text and seconds.") }
        try check(mapping, knows: ["id", "text", "seconds", "keeps"], in: item)
        let secondsNode = try node("seconds", of: mapping, in: item)
        guard let seconds = secondsNode.int, (5...Self.longest).contains(seconds) else {
            throw failure(secondsNode, "`seconds` is a whole number from 5 to \(Self.longest).")
        }
        var output: DebriefGuide.Output?
        if let node = mapping["keeps"] {
            output = node.string.flatMap { DebriefGuide.Output(rawValue: $0) }
            if output == nil {
                throw failure(node, "`keeps` is one of " + Self.list(DebriefGuide.Output.allCases) + ".")
            }
        }
        return DebriefGuide.Prompt(
            id: try words(try node("id", of: mapping, in: item), called: "id"),
            text: try words(try node("text", of: mapping, in: item), called: "text"), timebox: seconds * 1_000,
            output: output)
    }

    // MARK: Nodes

    private func compose(_ text: String) throws(LibraryFailure) -> Node {
        do {
            if let node = try Yams.compose(yaml: text) { return node }
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            throw LibraryFailure("\(path):\(mark.line):\(mark.column): \(problem).")
        } catch {
            throw LibraryFailure("\(path) is not YAML.")
        }
        throw LibraryFailure("\(path):1:1: The file is empty.")
    }

    private func node(_ key: String, of mapping: Node.Mapping, in parent: Node) throws(LibraryFailure) -> Node {
        guard let node = mapping[Node(key)] else { throw failure(parent, "`\(key)` is missing.") }
        return node
    }

    private func words(_ node: Node, called name: String) throws(LibraryFailure) -> String {
        guard let text = node.string, text.contains(where: { !$0.isWhitespace }) else {
            throw failure(node, "`\(name)` needs words.")
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A misspelt name would be read by nobody.
    private func check(_ mapping: Node.Mapping, knows names: [String], in parent: Node) throws(LibraryFailure) {
        for (key, _) in mapping where !names.contains(key.string ?? "") {
            throw failure(key, "There is no `\(key.string ?? "?")` here; there is \(names.joined(separator: ", ")).")
        }
    }

    private func failure(_ node: Node, _ words: String) -> LibraryFailure {
        let mark = node.mark
        return LibraryFailure("\(path):\(mark?.line ?? 1):\(mark?.column ?? 1): \(words)")
    }

    private static func list<T: RawRepresentable>(_ all: [T]) -> String where T.RawValue == String {
        all.map(\.rawValue).joined(separator: ", ")
    }
}

extension Library {
    /// The debrief guides: `debriefs/*.yaml` of every folder; one in an earlier folder hides its namesake in a later.
    public func guides() -> GuideShelf {
        var shelf = GuideShelf(guides: [], troubles: [])
        var seen: Set<String> = []
        for folder in folders {
            let root = folder + "/debriefs"
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
            for name in names.sorted() where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
                let id = String(name.dropLast(".yaml".count))
                guard seen.insert(id).inserted else { continue }
                do throws(LibraryFailure) {
                    let path = root + "/" + name
                    shelf.guides.append(try DebriefGuideFile(path: path, id: id).read(try TextFile.read(path)))
                } catch {
                    shelf.troubles.append(error.description)
                }
            }
        }
        shelf.guides.sort { $0.id < $1.id }
        return shelf
    }
}
