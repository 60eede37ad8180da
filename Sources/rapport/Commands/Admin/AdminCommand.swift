import ArgumentParser
import Foundation

/// `rapport admin`
struct AdminCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admin", abstract: "Look after a team's journal.",
        discussion: "For whoever looks after the server. Practising, alone or in a team, needs none of it.",
        subcommands: [AdminPostgresCommand.self])
}

/// `rapport admin postgres`
struct AdminPostgresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "postgres", abstract: "Set up a team's journal in PostgreSQL, and see how it stands.",
        subcommands: [AdminPostgresInitCommand.self, AdminPostgresStatusCommand.self])
}

/// Which database, for both.
struct TeamJournalOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The database: postgresql://NAME@HOST/DATABASE. Without it, RAPPORT_JOURNAL counts.", valueName: "URL"))
    var journal: String?

    /// The address given, by option or environment.
    func address() throws -> String {
        let address = journal ?? ProcessInfo.processInfo.environment["RAPPORT_JOURNAL"] ?? ""
        guard !address.isEmpty else {
            throw Words.failure("Which database? Name it with --journal postgresql://NAME@HOST/DATABASE.")
        }
        return address
    }
}
