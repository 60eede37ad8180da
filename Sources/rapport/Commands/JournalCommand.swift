import ArgumentParser
import Interface
import Journal

/// `rapport journal`
struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "List past sessions, or open one's debrief.",
        discussion: "Without an id, sessions are listed, newest first. With one, its debrief opens.")

    @Argument(help: "The session to look back on.")
    var session: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Only sessions that have these words: title, ending, date, notes.", valueName: "WORDS"))
    var find = ""

    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let surroundings = screen.surroundings
        if let session {
            let id = StreamID(session)
            do {
                guard try Journal(surroundings.place).stream(id, reader: surroundings.owner) != nil else {
                    throw Words.failure("There is no session \(session). `rapport journal` lists the ones there are.")
                }
            } catch let failure as JournalFailure {
                throw Words.failure(failure.description)
            }
            try FullScreen.run(surroundings, opening: .debrief(id), plain: screen.plain)
            return
        }
        do {
            let page = try Journal(surroundings.place)
                .history(owner: surroundings.owner, matching: find, limit: find.isEmpty ? 100 : 10_000)
            guard !page.entries.isEmpty else {
                if !find.isEmpty { return Words.say("No session has these words.") }
                return Words.say("Nothing yet. Every conversation you practise is kept here, for you alone.")
            }
            for summary in page.entries.map(\.summary) {
                Words.say(
                    "\(summary.id)  \(Surroundings.date(summary.openedAt))  \(summary.title)  "
                        + JournalScreen.standing(summary))
            }
        } catch {
            throw Words.failure(error.description)
        }
    }
}
