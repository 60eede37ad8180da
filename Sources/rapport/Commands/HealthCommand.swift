import ArgumentParser
import Terminal

/// `rapport health`
struct HealthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Tell how well Rapport can run here, and what to do about it.",
        discussion: """
            The terminal, the scenarios, the journal, settings, other programs and versions, a line each. On a terminal \
            it is asked what it can do, which takes a fifth of a second at most. Nothing is made or changed. \
            `rapport --health` is the same.

            Exit status 0 when you can practise, 1 when not.
            """)

    @OptionGroup var places: PlaceOptions

    @OptionGroup var look: LookOptions

    /// How long the terminal may take to answer, ms.
    private static let patience = 200

    func run() throws { try Self.tell(Surroundings(places, look: look)) }

    static func tell(_ surroundings: Surroundings) throws {
        let environment = surroundings.environment
        var report = HealthReport()
        report.look(at: TerminalReport(name: environment["TERM"] ?? "", patience: patience), environment)
        report.look(at: surroundings)
        report.lookForTools(environment, wantsSpeech: surroundings.preferences.settings.isOn(.speech))
        report.tellVersions()
        Words.say(report.text)
        if !report.canPractise { throw ExitCode(1) }
    }
}
