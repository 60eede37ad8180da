import ArgumentParser
import Foundation
import Library

import struct Conversation.TweeScenario
import struct Conversation.TweeStory
import struct Yarn.SourceFile

/// `rapport import`
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Make a scenario of something written elsewhere.",
        subcommands: [ImportTweeCommand.self])
}

/// `rapport import twee FILE`
struct ImportTweeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "twee", abstract: "Make a scenario of a Twine story in Twee 3, to finish by hand.",
        discussion: """
            Passages become nodes, their text lines of the customer, links replies of the agent. Variables and macros \
            cannot be carried over; they are listed with their line. In Twine: Build, Export As Twee.
            """)

    @Argument(help: "The story, a .twee or .tw file.")
    var file: String

    @Option(
        name: .long,
        help: ArgumentHelp("The scenario's folder; named after the story, here, if not said.", valueName: "FOLDER"))
    var into: String?

    @OptionGroup var content: ContentOptions

    func run() throws {
        let source = try YarnFiles.readStrictly(file)
        let base = file.split(separator: "/").last.map(String.init) ?? file
        let name = base.lastIndex(of: ".").map { String(base[..<$0]) } ?? base
        let scenario = TweeScenario(TweeStory(parsing: source), name: name)
        let folder = into ?? scenario.slug
        let path = folder + "/scenario.yarn"
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Words.failure("\(path) is there already. Name another folder with --into.")
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Words.failure("The folder \(folder) cannot be made.")
        }
        try FileReplacement.write(scenario.text, to: path)
        for remark in scenario.remarks { Words.say("\(file):\(remark.line): \(remark.message)") }
        func count(_ number: Int, _ one: String, _ several: String) -> String {
            "\(number) \(number == 1 ? one : several)"
        }
        Words.say(
            "\(path): \(count(scenario.nodeCount, "node", "nodes")), "
                + "\(count(scenario.optionCount, "reply", "replies")), "
                + "\(count(scenario.remarks.count, "remark", "remarks")). "
                + "Finish it by hand; `rapport check \(folder)` says what is missing.")
        try report(folder)
    }

    /// Says so if the scenario does not load: it always should.
    private func report(_ folder: String) throws {
        guard let vocabulary = try? Surroundings(content).library.vocabulary(),
            let loaded = try? Library.entries(at: folder).first?.load(vocabulary: vocabulary), !loaded.errors.isEmpty
        else { return }
        Words.say(loaded.errors.rendered(in: loaded.files).joined(separator: "\n"))
        throw ExitCode(1)
    }
}
