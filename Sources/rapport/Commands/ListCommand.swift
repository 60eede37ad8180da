import ArgumentParser
import Conversation
import Library
import Terminal

/// `rapport list`
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Print the scenarios there are.")

    @OptionGroup var content: ContentOptions

    func run() throws {
        let library = Surroundings(content).library
        let entries = library.entries()
        guard !entries.isEmpty else {
            throw Words.failure("No scenarios were found. Name the folder they are in with --content DIR.")
        }
        let vocabulary = try? library.vocabulary()
        let width = entries.map { DisplayText.width(of: $0.slug) }.max() ?? 0
        for entry in entries {
            let pad = String(repeating: " ", count: width - DisplayText.width(of: entry.slug))
            Words.say("\(entry.slug)\(pad)  \(Self.about(entry, vocabulary))")
        }
    }

    private static func about(_ entry: LibraryEntry, _ vocabulary: Vocabulary?) -> String {
        if let trouble = entry.trouble { return "cannot be read: \(trouble)" }
        if let vocabulary, let loaded = try? entry.load(vocabulary: vocabulary), let error = loaded.errors.first {
            return "\(entry.title) (needs mending, line \(error.span.start.line): \(error.message))"
        }
        let heading = entry.heading
        let channels = heading.channels.map(\.rawValue).joined(separator: " → ")
        return "\(entry.title) (\(channels), \(heading.minutes) min, \(heading.difficulty.rawValue))"
    }
}
