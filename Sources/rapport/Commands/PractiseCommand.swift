import ArgumentParser
import Library

import struct Yarn.Diagnostic

/// `rapport practise late-delivery`
struct PractiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practise", abstract: "Go straight into a scenario.", aliases: ["practice"])

    @Argument(help: "The scenario's short name, as `rapport list` shows it.")
    var scenario: String

    @Option(name: .long, help: ArgumentHelp("What chance begins with; the same number plays the same.", valueName: "N"))
    var seed: UInt64?

    @OptionGroup var screen: ScreenOptions

    func run() throws {
        var surroundings = screen.surroundings
        surroundings.seed = seed
        guard surroundings.library.entry(scenario) != nil else {
            throw Words.noScenario(scenario, in: surroundings.library)
        }
        // Full screen shows what is wrong; a dialogue that cannot begin says so where errors belong.
        if screen.plain.applies(in: surroundings.environment) { try refuseBroken(in: surroundings) }
        try FullScreen.run(surroundings, opening: .practice(scenario), plain: screen.plain)
    }

    private func refuseBroken(in surroundings: Surroundings) throws {
        do {
            guard let entry = surroundings.library.entry(scenario) else { return }
            let loaded = try entry.load(vocabulary: try surroundings.library.vocabulary())
            guard loaded.scenario == nil else { return }
            throw Words.failure(
                "\(scenario) cannot be played yet.\n\n"
                    + loaded.errors.rendered(in: loaded.files).joined(separator: "\n\n"))
        } catch let failure as LibraryFailure {
            throw Words.failure(failure.description)
        }
    }
}
