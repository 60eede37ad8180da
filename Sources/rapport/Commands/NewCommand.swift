import ArgumentParser
import Foundation
import Library

/// `rapport new SLUG`
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a small scenario to start from.",
        discussion: """
            It can be played, checked and tested as it is. Without --in it is put where your own scenarios are, \
            ~/.local/share/rapport/content/scenarios, and Home lists it. Nothing is ever overwritten.
            """)

    @Argument(help: "Its short name, as in late-parcel: the name of its folder.")
    var slug: String

    @Option(name: .customLong("in"), help: ArgumentHelp("Put it into this folder.", valueName: "FOLDER"))
    var folder: String?

    @OptionGroup var content: ContentOptions

    func run() throws {
        if let problem = ScenarioTemplate.problem(withSlug: slug) { throw Words.failure(problem) }
        let surroundings = Surroundings(content)
        let target = try scenariosFolder(surroundings) + "/" + slug
        let manager = FileManager.default
        guard !manager.fileExists(atPath: target) else {
            throw Words.failure("\(target) is there already, and nothing was changed. Choose another name.")
        }
        do {
            let template = try surroundings.library.template()
            try manager.createDirectory(atPath: target, withIntermediateDirectories: true)
            for file in template.files(for: slug) {
                try Data(file.text.utf8).write(
                    to: URL(fileURLWithPath: "\(target)/\(file.name)"), options: .withoutOverwriting)
            }
        } catch let failure as LibraryFailure {
            throw Words.failure("\(failure)")
        } catch {
            throw Words.failure("\(target) cannot be written. Check that the folder is yours to write in.")
        }
        Words.say(
            """
            Written: \(target)/scenario.yarn
                     \(target)/scenario.testplan
            Open the first one in your editor, and beside it: rapport preview \(folder == nil ? slug : target)
            """)
    }

    /// The folder it is put into. A content folder keeps its scenarios in `scenarios`.
    private func scenariosFolder(_ surroundings: Surroundings) throws -> String {
        let manager = FileManager.default
        guard let folder else {
            guard let own = ContentLocator.ownFolder(environment: surroundings.environment) else {
                throw Words.failure("There is no home folder here. Say where it goes with --in FOLDER.")
            }
            return own + "/scenarios"
        }
        let trimmed = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let hasScenarios = manager.fileExists(atPath: trimmed + "/scenarios")
        return hasScenarios ? trimmed + "/scenarios" : trimmed
    }
}
