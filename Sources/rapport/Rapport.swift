import ArgumentParser

/// The command line: what can be asked for, and the words it is explained in.
@main
struct Rapport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rapport",
        abstract: "Practise the hard conversations of customer support before you have them.",
        discussion: """
            Without a command, Rapport opens full screen on Home. ? shows the keys of every screen.
            What you practise is kept in a journal on this machine, readable by you alone.
            """,
        version: "0.1.0",
        subcommands: [
            StartCommand.self, PractiseCommand.self, ListCommand.self, JournalCommand.self, ForgetCommand.self,
            CheckCommand.self, TestCommand.self,
        ],
        defaultSubcommand: StartCommand.self)
}

/// Where things are, and whose they are: options of every command that needs them.
struct PlaceOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Read scenarios from this folder alone.", valueName: "DIR"))
    var content: String?

    @Option(name: .long, help: ArgumentHelp("Keep sessions in this journal file.", valueName: "FILE"))
    var journal: String?

    @Flag(name: .customLong("private"), help: "Keep nothing: the journal lives and dies with this run.")
    var isPrivate = false

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Practise under this name, apart from other people here.", valueName: "NAME"))
    var name = ""
}

/// `rapport`
struct StartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Open Home (what happens without a command).")

    @OptionGroup var places: PlaceOptions

    func run() throws {
        try FullScreen.run(Surroundings(places), opening: .home)
    }
}

/// `rapport practise late-delivery`
struct PractiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practise", abstract: "Go straight into a scenario.", aliases: ["practice"])

    @Argument(help: "The scenario's short name, as `rapport list` shows it.")
    var scenario: String

    @Option(name: .long, help: ArgumentHelp("What chance begins with; the same number plays the same.", valueName: "N"))
    var seed: UInt64?

    @OptionGroup var places: PlaceOptions

    func run() throws {
        var surroundings = Surroundings(places)
        surroundings.seed = seed
        guard surroundings.library.entry(scenario) != nil else {
            throw Words.noScenario(scenario, in: surroundings.library)
        }
        try FullScreen.run(surroundings, opening: .practice(scenario))
    }
}
