import ArgumentParser
import Journal
import Terminal

/// Runs the screens on a terminal, drawn or told.
enum FullScreen {
    /// What is shown first.
    enum Opening {
        case home
        case practice(String)
        case debrief(StreamID)
    }

    static func run(_ surroundings: Surroundings, opening: Opening, plain: PlainOptions) throws {
        try run(Application(surroundings, opening: opening), plain: plain, environment: surroundings.environment)
    }

    /// Runs a program of screens: on the whole of the terminal, or in lines where that is wished for or all there is.
    static func run(_ program: some ScreenProgram, plain: PlainOptions, environment: [String: String]) throws {
        if plain.applies(in: environment) { return try PlainRun.run(program, options: plain) }
        var application = program
        let ending: Ending
        do {
            ending = try TerminalSession.run(&application)
        } catch {
            throw Words.failure(error.description)
        }
        if case .finished(let exit) = ending {
            if let message = exit.message { print(DisplayText.sanitised(message, keepingNewlines: true)) }
            if exit.status != 0 { throw ExitCode(exit.status) }
        }
    }
}
