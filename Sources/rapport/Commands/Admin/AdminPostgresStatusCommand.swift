import ArgumentParser
import Journal

/// `rapport admin postgres status`
struct AdminPostgresStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say how a team's journal stands, and what to do about what is wrong.",
        discussion: "Changes nothing. A superuser is told more: who the server lets in without asking, for instance.")

    @OptionGroup var team: TeamJournalOptions

    func run() throws {
        let address = try team.address()
        do {
            let administration = try PostgresAdministration(address)
            let status = try administration.status()
            Words.say("database   \(administration.place)")
            Words.say("server     \(status.server)")
            Words.say(
                "journal    " + (status.form == 0 ? "none" : "form \(status.form) (this Rapport uses \(status.known))"))
            Words.say("members    " + (status.members.isEmpty ? "none yet" : status.members.joined(separator: ", ")))
            for trouble in status.troubles { Words.say("\n\(trouble.what)\n    \(trouble.remedy)") }
            if status.form > 0, !status.hasSeenDoors {
                Words.say("\nWhom the server lets in, and how, only a superuser can see. That was not looked at.")
            }
            if status.troubles.isEmpty { Words.say("\nAll that was looked at is well.") } else { throw ExitCode(1) }
        } catch let failure as JournalFailure {
            throw Words.failure(failure.description)
        }
    }
}
