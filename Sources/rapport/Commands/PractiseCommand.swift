import ArgumentParser

/// `rapport practise late-delivery`
struct PractiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practise", abstract: "Go straight into a scenario.", aliases: ["practice"])

    @Argument(help: "The scenario's short name, as `rapport list` shows it.")
    var scenario: String

    @Option(name: .long, help: ArgumentHelp("What chance begins with; the same number plays the same.", valueName: "N"))
    var seed: UInt64?

    @OptionGroup var plain: PlainOptions
    @OptionGroup var places: PlaceOptions

    @OptionGroup var look: LookOptions

    func run() throws {
        var surroundings = Surroundings(places, look: look)
        surroundings.seed = seed
        guard surroundings.library.entry(scenario) != nil else {
            throw Words.noScenario(scenario, in: surroundings.library)
        }
        try FullScreen.run(surroundings, opening: .practice(scenario), plain: plain)
    }
}
