import ArgumentParser

/// `rapport`
struct StartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Open Home (what happens without a command).")

    @OptionGroup var places: PlaceOptions

    func run() throws {
        try FullScreen.run(Surroundings(places), opening: .home)
    }
}
