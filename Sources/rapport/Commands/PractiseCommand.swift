import ArgumentParser

/// `rapport practise late-delivery`
struct PractiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practise", abstract: "Go straight into a scenario.", aliases: ["practice"])

    @Argument(help: "The scenario's short name, as `rapport list` shows it.")
    var scenario: String

    @Option(name: .long, help: ArgumentHelp("What chance begins with; the same number plays the same.", valueName: "N"))
    var seed: UInt64?

    @OptionGroup var clocks: ClockOptions
    @OptionGroup var plain: PlainOptions
    @OptionGroup var places: PlaceOptions

    func run() throws {
        var surroundings = Surroundings(places)
        surroundings.seed = seed
        surroundings.replyTime = clocks.time.percent
        guard surroundings.library.entry(scenario) != nil else {
            throw Words.noScenario(scenario, in: surroundings.library)
        }
        try FullScreen.run(surroundings, opening: .practice(scenario), plain: plain)
    }
}
