import ArgumentParser

/// `rapport listen …`
struct ListenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen", abstract: "Learn how moves are heard in typed replies.",
        subcommands: [ListenTrainCommand.self, ListenCorrectionsCommand.self])
}
