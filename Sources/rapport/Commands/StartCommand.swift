import ArgumentParser

/// `rapport`
struct StartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Open Home (what happens without a command).")

    @Flag(help: "Tell how well Rapport can run here, and leave.")
    var health = false

    @Flag(help: "Print the keys, and leave.")
    var keys = false

    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let surroundings = screen.surroundings
        if health { return try HealthCommand.tell(surroundings) }
        if keys { return KeysCommand.tell(surroundings.preferences) }
        try FullScreen.run(surroundings, opening: .home, plain: screen.plain)
    }
}
