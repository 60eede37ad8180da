import ArgumentParser

/// `rapport live`
struct LiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "live", abstract: "Open a room for a live role-play on a shared screen.",
        discussion: """
            A form asks what is played, by whom, for how long, and what is kept. Then the desk opens; S shows the stage \
            for everybody to look at. Others join from their own terminals with `rapport join CODE`, or nobody does: one \
            screen and one keyboard are enough.

            Rooms are kept in your own journal, so that terminals of one machine can join. With \
            RAPPORT_JOURNAL=postgres://… they are kept in your team's, and other machines can.
            """)

    @Argument(help: "The scenario or card set to begin with, by its short name.")
    var play: String?

    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let surroundings = screen.surroundings
        if let play, surroundings.library.entry(play) == nil, (try? surroundings.library.cards(play)) == nil {
            throw Words.noScenario(play, in: surroundings.library)
        }
        try FullScreen.run(surroundings, opening: .live(play), plain: screen.plain)
    }
}
