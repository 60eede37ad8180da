import ArgumentParser
import Yarn

/// `rapport yarn tags FILE…`
struct YarnTagsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tags", abstract: "Print the lines of a script with their ids and hashtags, as JSON.",
        discussion: "Lines are in source order. A shadow line has no text of its own and names the line it shadows.")

    @Argument(help: "Yarn files; several are compiled together.")
    var files: [String]

    func run() throws {
        let table = StringTable(of: try YarnFiles.compile(files))
        try JSONOutput.say(
            table.entries.map { entry in
                Entry(
                    id: entry.id, text: entry.text, file: entry.file, node: entry.node, lineNumber: entry.lineNumber,
                    isImplicit: entry.isImplicit, tags: entry.tags, shadow: entry.shadows)
            })
    }

    private struct Entry: Encodable {
        var id: String
        var text: String?
        var file: String
        var node: String
        var lineNumber: Int
        var isImplicit: Bool
        var tags: [String]
        var shadow: String?

        private enum Key: String, CodingKey {
            case id, text, file, node, lineNumber, tags, shadow
            case isImplicit = "implicit"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(id, forKey: .id)
            try container.encode(text, forKey: .text)
            try container.encode(file, forKey: .file)
            try container.encode(node, forKey: .node)
            try container.encode(lineNumber, forKey: .lineNumber)
            try container.encode(isImplicit, forKey: .isImplicit)
            try container.encode(tags, forKey: .tags)
            try container.encode(shadow, forKey: .shadow)
        }
    }
}
