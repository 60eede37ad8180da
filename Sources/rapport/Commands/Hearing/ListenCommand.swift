import ArgumentParser

/// `rapport listen …`
struct ListenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen", abstract: "Learn how moves are heard in typed replies, and measure it.",
        subcommands: [
            ListenTrainCommand.self, ListenMeasureCommand.self, ListenCompareCommand.self,
            ListenCorrectionsCommand.self,
        ])
}
