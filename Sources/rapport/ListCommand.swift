import ArgumentParser
import Conversation
import Interface
import Journal
import Library
import Terminal

/// `rapport list`
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Print the scenarios there are.")

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let library = Surroundings(places).library
        let entries = library.entries()
        guard !entries.isEmpty else {
            throw Words.failure("No scenarios were found. Name the folder they are in with --content DIR.")
        }
        let vocabulary = try? library.vocabulary()
        let width = entries.map { DisplayText.width(of: $0.slug) }.max() ?? 0
        for entry in entries {
            let pad = String(repeating: " ", count: width - DisplayText.width(of: entry.slug))
            Words.say("\(entry.slug)\(pad)  \(Self.about(entry, vocabulary))")
        }
    }

    private static func about(_ entry: LibraryEntry, _ vocabulary: Vocabulary?) -> String {
        if let trouble = entry.trouble { return "cannot be read: \(trouble)" }
        if let vocabulary, let loaded = try? entry.load(vocabulary: vocabulary), let error = loaded.errors.first {
            return "\(entry.title) (needs mending, line \(error.span.start.line): \(error.message))"
        }
        let heading = entry.heading
        let channels = heading.channels.map(\.rawValue).joined(separator: " → ")
        return "\(entry.title) (\(channels), \(heading.minutes) min, \(heading.difficulty.rawValue))"
    }
}

/// `rapport journal`
struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "List past sessions, or open one's debrief.",
        discussion: "Without an id, sessions are listed, newest first. With one, its debrief opens full screen.")

    @Argument(help: "The session to look back on.")
    var session: String?

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let surroundings = Surroundings(places)
        if let session {
            let id = StreamID(session)
            do {
                guard try Journal(surroundings.place).stream(id, reader: surroundings.owner) != nil else {
                    throw Words.failure("There is no session \(session). `rapport journal` lists the ones there are.")
                }
            } catch let failure as JournalFailure {
                throw Words.failure(failure.description)
            }
            try FullScreen.run(surroundings, opening: .debrief(id))
            return
        }
        do {
            let sessions = try Journal(surroundings.place).streams(owner: surroundings.owner)
            guard !sessions.isEmpty else {
                return Words.say("Nothing yet. Every conversation you practise is kept here, for you alone.")
            }
            for summary in sessions {
                Words.say(
                    "\(summary.id)  \(Surroundings.date(summary.openedAt))  \(summary.title)  "
                        + JournalScreen.standing(summary))
            }
        } catch {
            throw Words.failure(error.description)
        }
    }
}

/// `rapport forget ID`
struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Delete a session for good.",
        discussion: "Its events are overwritten in the file. Copies you made of the journal cannot be reached.")

    @Argument(help: "The session, as `rapport journal` shows it.")
    var session: String

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let surroundings = Surroundings(places)
        do {
            let journal = try Journal(surroundings.place)
            let id = StreamID(session)
            guard try journal.stream(id, reader: surroundings.owner) != nil else {
                throw Words.failure("There is no session \(session). `rapport journal` lists the ones there are.")
            }
            try journal.forget(id)
            Words.say("Forgotten. Nothing of it is left in this journal.")
        } catch let failure as JournalFailure {
            throw Words.failure(failure.description)
        }
    }
}
