import ArgumentParser

/// `rapport`
struct StartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Open Home (what happens without a command).")

    @OptionGroup var places: PlaceOptions

    @OptionGroup var look: LookOptions

    func run() throws {
        try FullScreen.run(Surroundings(places, look: look), opening: .home)
    }
}
