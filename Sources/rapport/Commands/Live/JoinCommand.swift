import ArgumentParser
import Interface
import Room

/// `rapport join KQT-7MX`
struct JoinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join", abstract: "Go into a live room from a terminal of your own.",
        discussion: """
            The code stands on the stage and at the desk; capitals, spaces and dashes do not matter. What you may see \
            depends on your role: the customer's card comes to the customer's terminal alone. People who share one \
            journal file under one system user are kept apart on the screen only; over PostgreSQL the server keeps them \
            apart.
            """)

    @Argument(help: "The room's code.")
    var code: String?

    @Option(name: .long, help: "As what: to take turns, to look on, as a further stage, or to help at the desk.")
    var role = Person.Kind.player

    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let surroundings = screen.surroundings
        var request: JoinScreen.Request?
        let name = surroundings.owner.isEmpty && role == .stage ? "Stage" : surroundings.owner
        if let code, !name.isEmpty { request = JoinScreen.Request(code: code, name: name, kind: role) }
        try FullScreen.run(
            surroundings, opening: .join(request, JoinScreen(code: code ?? "", name: name, kind: role)),
            plain: screen.plain)
    }
}

extension Person.Kind: ExpressibleByArgument {}
