import ArgumentParser

/// The command line: what can be asked for, and the words it is explained in.
@main
struct Rapport: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "rapport",
        abstract: "Practise the hard conversations of customer support before you have them.",
        discussion: """
            Without a command, Rapport opens full screen on Home. ? shows the keys of every screen.
            With --plain it talks in lines instead, for screen readers, dumb terminals and pipes.
            What you practise is kept in a journal on this machine, readable by you alone.
            """,
        version: version,
        subcommands: [StartCommand.self],
        groupedSubcommands: [
            CommandGroup(
                name: "Practise",
                subcommands: [
                    PractiseCommand.self, ListCommand.self, CardsCommand.self, JournalCommand.self,
                    NotebookCommand.self, PatternsCommand.self,
                    ExportCommand.self, ShareCommand.self, OpenCommand.self, ForgetCommand.self,
                ]),
            CommandGroup(name: "Together", subcommands: [LiveCommand.self, JoinCommand.self]),
            CommandGroup(
                name: "Look after it",
                subcommands: [
                    HealthCommand.self, PathsCommand.self, BackupCommand.self, RestoreCommand.self,
                    SettingsCommand.self, KeysCommand.self, ManualCommand.self, AdminCommand.self,
                ]),
            CommandGroup(
                name: "Write",
                subcommands: [
                    NewCommand.self, PreviewCommand.self, CheckCommand.self, TestCommand.self, BalanceCommand.self,
                    GraphCommand.self,
                    FormatCommand.self, TagCommand.self, StringsCommand.self, ImportCommand.self, YarnCommand.self,
                    HearCommand.self, ListenCommand.self,
                ]),
        ],
        defaultSubcommand: StartCommand.self)
}
