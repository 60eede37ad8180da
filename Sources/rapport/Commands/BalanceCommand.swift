import ArgumentParser
import Conversation
import Foundation
import Library

/// `rapport balance`
struct BalanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance",
        abstract: "Count what scenarios hold: moments, endings, words, skills, what can be guessed.",
        discussion: """
            For whoever looks over a whole library: tables over all scenarios and the runs of their test plans. Without \
            --to they go to standard output; with it, to Balance.md in that folder.

            With --check nothing is written: exit status 1 when the page there is not what would be written, else 0.
            """)

    @Argument(help: "Content folders, scenario folders, .yarn files or short names; all there is without any.")
    var paths: [String] = []

    @ArgumentParser.Option(
        help: ArgumentHelp("The folder that Balance.md is written to.", valueName: "DIR"), completion: .directory)
    var to: String?

    @Flag(help: "With --to: only say whether the page there is stale.")
    var check = false

    @OptionGroup var places: PlaceOptions

    func validate() throws {
        if check, to == nil { throw ValidationError("--check compares with the page in the folder that --to names.") }
    }

    func run() throws {
        let surroundings = Surroundings(places)
        let named = try NamedScenarios(paths: paths, surroundings: surroundings)
        let listener = surroundings.listener(named.vocabulary)
        var report = BalanceReport(rows: [])
        for entry in named.entries {
            do {
                report.rows.append(try row(entry, named.vocabulary, listener))
            } catch {
                throw Words.failure("\(entry.slug): \(error)")
            }
        }
        guard let to else { return Words.say(String(report.text.dropLast())) }
        let path = to + "/Balance.md"
        guard FileManager.default.contents(atPath: path) != Data(report.text.utf8) else { return }
        guard !check else {
            throw Words.failure("\(path) is not as the scenarios are. `rapport balance --to \(to)` writes it.")
        }
        try FileReplacement.write(report.text, to: path)
        Words.say("Written to \(path).")
    }

    private func row(_ entry: LibraryEntry, _ vocabulary: Vocabulary, _ listener: Listener?) throws -> BalanceReport.Row
    {
        let review = Scenario.review(slug: entry.slug, files: try entry.files(), vocabulary: vocabulary)
        guard let scenario = review.loaded.scenario, let balance = review.balance else {
            throw SessionTrouble("It has errors; `rapport check \(entry.slug)` tells them.")
        }
        var played = PlayedBalance()
        if let (plan, _) = try entry.plan(), plan.diagnostics.isEmpty {
            for result in ScenarioTest(scenario: scenario, plan: plan, listener: listener).run()
            where result.failure == nil {
                played.add(result.session)
            }
        }
        return BalanceReport.Row(
            slug: entry.slug, channels: scenario.heading.channels, balance: balance,
            played: played, endings: scenario.endings)
    }
}
