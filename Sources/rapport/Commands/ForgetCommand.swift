import ArgumentParser
import Journal

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
            guard try journal.stream(id, reader: surroundings.owner)?.owner == surroundings.owner else {
                throw Words.failure("There is no session \(session). `rapport journal` lists the ones there are.")
            }
            try journal.forget(id, by: surroundings.owner)
            Words.say("Forgotten. Nothing of it is left in this journal.")
        } catch let failure as JournalFailure {
            throw Words.failure(failure.description)
        }
    }
}
