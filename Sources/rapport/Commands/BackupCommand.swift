import ArgumentParser
import Journal

/// `rapport backup FILE`
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write everything you practised into one file.",
        discussion: """
            The file holds the journal as it stands at one moment, also while Rapport is running, and is read through \
            before this says that it is there. `rapport restore FILE` takes it up again, here or on another machine. It \
            is as private as the journal: keep it where only you read it.
            """)

    @Argument(help: "The file to write; it must not be there yet.")
    var file: String

    @OptionGroup var places: PlaceOptions

    func run() throws {
        do {
            let sessions = try Journal(Surroundings(places).place).backup(to: file)
            Words.say("\(sessions == 1 ? "1 session is" : "\(sessions) sessions are") in \(file), and it reads well.")
        } catch {
            throw Words.failure(error.description)
        }
    }
}

/// `rapport restore FILE`
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the journal's place.",
        discussion: """
            The backup is read through first and stays as it is. A journal that is there already is kept beside the new \
            one, and the last line says where. Close every other Rapport before.
            """)

    @Argument(help: "A file that `rapport backup` has written.")
    var file: String

    @OptionGroup var places: PlaceOptions

    func run() throws {
        guard case .file(let path) = Surroundings(places).place else {
            throw Words.failure("With --private there is no journal to put a backup in the place of.")
        }
        do {
            let done = try Journal.restore(from: file, to: path)
            Words.say("\(done.sessions == 1 ? "1 session is" : "\(done.sessions) sessions are") in \(path) now.")
            if let old = done.old { Words.say("What was there before is in \(old).") }
        } catch {
            throw Words.failure(error.description)
        }
    }
}
