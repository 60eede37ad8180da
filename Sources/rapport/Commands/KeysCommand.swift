import ArgumentParser
import Interface

/// `rapport keys`
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Print the keys, with your own among them.",
        discussion: """
            Every key of every screen, by group, with the command that does the same behind a colon. An asterisk marks \
            keys that your settings file has changed; what it wishes for and cannot have is said on standard error. \
            `rapport --keys` is the same.
            """)

    @OptionGroup var look: LookOptions

    func run() throws { Self.tell(Surroundings.preferences(look)) }

    static func tell(_ preferences: Preferences) {
        let sheet = KeySheet(preferences.keys)
        if sheet.groups.contains(where: { $0.rows.contains(where: \.isOwn) }) {
            Words.say("* is your own, from \(preferences.path ?? "your settings").\n")
        }
        Words.say(sheet.text)
        for trouble in preferences.troubles { Words.complain(trouble.description) }
    }
}
