import ArgumentParser
import Conversation
import Library

/// `rapport check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Load scenarios and report what is wrong with them.",
        discussion: "Exit status 0 when no scenario has an error, 1 otherwise. Warnings do not count.")

    @Argument(help: "Content folders, scenario folders or .yarn files; all that is found without any.")
    var paths: [String] = []

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let named = try NamedScenarios(paths: paths, surroundings: Surroundings(places))
        var errors = 0
        var warnings = 0
        for entry in named.entries {
            do {
                let loaded = try entry.load(vocabulary: named.vocabulary)
                for diagnostic in loaded.diagnostics { Words.say(diagnostic.rendered(in: loaded.files) + "\n") }
                errors += loaded.errors.count
                warnings += loaded.diagnostics.count { $0.severity == .warning }
            } catch {
                Words.say("\(entry.slug): \(error)")
                errors += 1
            }
        }
        let count = named.entries.count
        Words.say(
            "\(count) scenario\(count == 1 ? "" : "s") checked: \(errors) error\(errors == 1 ? "" : "s"), "
                + "\(warnings) warning\(warnings == 1 ? "" : "s")")
        if errors > 0 { throw ExitCode(1) }
    }
}
