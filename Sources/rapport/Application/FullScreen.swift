import ArgumentParser
import Journal
import Terminal

/// Runs the screens on a terminal.
enum FullScreen {
    /// What is shown first.
    enum Opening {
        case home
        case practice(String)
        case debrief(StreamID)
    }

    static func run(_ surroundings: Surroundings, opening: Opening) throws {
        try run(Application(surroundings, opening: opening), surroundings)
    }

    /// Runs a program of its own on the terminal.
    static func run(_ program: some TerminalApplication, _ surroundings: Surroundings) throws {
        var application = program
        let ending: Ending
        do {
            ending = try TerminalSession.run(
                &application, options: surroundings.preferences.terminal, crashReport: surroundings.crashReport())
        } catch {
            throw Words.failure(error.description)
        }
        if case .finished(let exit) = ending {
            if let message = exit.message { print(DisplayText.sanitised(message, keepingNewlines: true)) }
            if exit.status != 0 { throw ExitCode(exit.status) }
        }
    }
}
