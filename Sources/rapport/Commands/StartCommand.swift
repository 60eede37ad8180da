import ArgumentParser

/// `rapport`
struct StartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Open Home (what happens without a command).")

    @OptionGroup var clocks: ClockOptions
    @OptionGroup var plain: PlainOptions
    @OptionGroup var places: PlaceOptions

    func run() throws {
        var surroundings = Surroundings(places)
        surroundings.replyTime = clocks.time.percent
        try FullScreen.run(surroundings, opening: .home, plain: plain)
    }
}
