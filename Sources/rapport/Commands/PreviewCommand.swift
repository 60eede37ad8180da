import ArgumentParser
import Library

/// `rapport preview FILE`
struct PreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Try a scenario while you write it.",
        discussion: """
            It plays from any node, without clocks, and takes up every change of the file when you save it: the \
            choices so far are made again, and what changed is said. While the file has mistakes, they are shown \
            beside the last version that works. Nothing of it goes into the journal.
            """)

    @Argument(help: "A scenario's folder or file, or the short name of one that `rapport list` shows.")
    var file: String

    @ArgumentParser.Option(name: .customLong("from"), help: ArgumentHelp("Begin in this node.", valueName: "NODE"))
    var node: String?

    @ArgumentParser.Option(
        name: .long, help: ArgumentHelp("What chance begins with; the same number plays the same.", valueName: "N"))
    var seed: UInt64 = 1

    @OptionGroup var plain: PlainOptions
    @OptionGroup var content: ContentOptions

    @OptionGroup var look: LookOptions

    func run() throws {
        let surroundings = Surroundings(content, look: look)
        if !file.contains("/"), !file.hasSuffix(".yarn"), (try? surroundings.library.entries(named: file)) == nil {
            throw Words.noScenario(file, in: surroundings.library)
        }
        let named = try NamedScenarios(paths: [file], surroundings: surroundings)
        guard let entry = named.entries.first, named.entries.count == 1 else {
            throw Words.failure(
                "\(file) holds \(named.entries.count) scenarios. Name one of them: "
                    + named.entries.map(\.slug).joined(separator: ", ") + ".")
        }
        if let node, let scenario = try? entry.load(vocabulary: named.vocabulary).scenario,
            scenario.program.node(named: node) == nil
        {
            throw Words.noNode(node, in: scenario)
        }
        let application = PreviewApplication(
            entry, vocabulary: named.vocabulary, from: node, seed: seed, preferences: surroundings.preferences)
        try FullScreen.run(application, surroundings, plain: plain)
    }
}
