import ArgumentParser
import Journal

/// `rapport admin postgres init`
struct AdminPostgresInitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a team's journal in a PostgreSQL database, or bring it to this form.",
        discussion: """
            Run it once, with a login that may make roles and schemas; running it again does no harm and adds members. \
            Everyone in the team needs a login role of their own: the server keeps people apart by it. Passwords are \
            never printed, and the server is only given what proves them.
            """)

    @OptionGroup var team: TeamJournalOptions

    @Option(
        name: .long,
        help: ArgumentHelp("A login role that may use the journal; one for each person.", valueName: "NAME"))
    var member: [String] = []

    @Flag(
        name: .long,
        help: "Make login roles that are not there yet, and ask for a password for each (from a pipe: one line each).")
    var createLogins = false

    func run() throws {
        let address = try team.address()
        do {
            let administration = try PostgresAdministration(address)
            let outcome = try administration.prepare(members: member)
            let place = administration.place
            switch outcome.formBefore {
            case outcome.form: Words.say("The team's journal \(place) was ready already (form \(outcome.form)).")
            case 0: Words.say("The team's journal \(place) is ready (form \(outcome.form)).")
            default:
                Words.say("The team's journal \(place) came from form \(outcome.formBefore) to form \(outcome.form).")
            }
            var members = outcome.added
            var missing = outcome.missing
            if createLogins {
                for name in missing {
                    guard let password = PasswordPrompt.ask("Password for \(name): "), !password.isEmpty else {
                        throw Words.failure("No password was given for \(name). No role was made for it.")
                    }
                    try administration.createLogin(name, password: password)
                    members.append(name)
                }
                missing = []
            }
            if !members.isEmpty { Words.say("Members: \(members.joined(separator: ", ")).") }
            tell(missing)
        } catch let failure as JournalFailure {
            throw Words.failure(failure.description)
        }
    }

    private func tell(_ missing: [String]) {
        guard !missing.isEmpty else { return }
        Words.say("\nThere is no login role yet for: \(missing.joined(separator: ", ")).")
        Words.say("Make them in psql and run this once more, or add --create-logins:\n")
        for name in missing {
            let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
            Words.say("    CREATE ROLE \(quoted) LOGIN;\n    \\password \(quoted)")
        }
    }
}
