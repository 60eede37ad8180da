import ArgumentParser

/// `rapport`
struct StartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Open Home (what happens without a command).")

    @Flag(help: "Tell how well Rapport can run here, and leave.")
    var health = false

    @Flag(help: "Print the keys, and leave.")
    var keys = false

    @OptionGroup var plain: PlainOptions
    @OptionGroup var places: PlaceOptions

    @OptionGroup var look: LookOptions

    func run() throws {
        let surroundings = Surroundings(places, look: look)
        if health { return try HealthCommand.tell(surroundings) }
        if keys { return KeysCommand.tell(surroundings.preferences) }
        try FullScreen.run(surroundings, opening: .home, plain: plain)
    }
}
