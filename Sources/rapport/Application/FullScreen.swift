import ArgumentParser
import Conversation
import Interface
import Journal
import Terminal

/// Runs the screens on a terminal, drawn or told.
enum FullScreen {
    /// What is shown first.
    enum Opening {
        case home
        case practice(String)
        case debrief(StreamID)
        /// The form for a live room, for this scenario or card set; or one's own room that is still open.
        case live(String?)
        /// Somebody else's live room; without a request the form asks first.
        case join(JoinScreen.Request?, JoinScreen)
        /// A session that somebody shared, beside one's own of that scenario where there is one.
        case shared(SharedSession, beside: StreamID?)
    }

    static func run(_ surroundings: Surroundings, opening: Opening, plain: PlainOptions) throws {
        try run(Application(surroundings, opening: opening), surroundings, plain: plain)
    }

    /// Runs a program of screens: on the whole of the terminal, or in lines where that is wished for or all there is.
    static func run(_ program: some ScreenProgram, _ surroundings: Surroundings, plain: PlainOptions) throws {
        if plain.applies(in: surroundings.environment) { return try PlainRun.run(program, options: plain) }
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
