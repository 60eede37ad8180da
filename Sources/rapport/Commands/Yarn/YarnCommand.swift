import ArgumentParser

/// `rapport yarn`
struct YarnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "yarn", abstract: "Work with plain Yarn, without the rules of scenarios.",
        subcommands: [
            YarnTestCommand.self, YarnMarkupCommand.self, YarnTagsCommand.self, YarnStringsCommand.self,
            YarnBenchCommand.self, DiagnosticsCommand.self,
        ])
}
