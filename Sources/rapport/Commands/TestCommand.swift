import ArgumentParser
import Conversation
import Library

import struct Yarn.SourceFile

/// `rapport test`
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the test plans beside scenarios.",
        discussion: "Exit status 0 when every run goes as planned, 1 otherwise.")

    @Argument(help: "Content folders, scenario folders or .yarn files; all that is found without any.")
    var paths: [String] = []

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let named = try NamedScenarios(paths: paths, surroundings: Surroundings(places))
        var passed = 0
        var failed = 0
        for entry in named.entries {
            let results = test(entry, named.vocabulary)
            passed += results.passed
            failed += results.failed
        }
        Words.say("\(passed) passed, \(failed) failed")
        if failed > 0 || passed == 0 { throw ExitCode(1) }
    }

    private func test(_ entry: LibraryEntry, _ vocabulary: Vocabulary) -> (passed: Int, failed: Int) {
        do {
            let loaded = try entry.load(vocabulary: vocabulary)
            guard let scenario = loaded.scenario else {
                Words.say(loaded.errors.map { $0.rendered(in: loaded.files) }.joined(separator: "\n"))
                return (0, 1)
            }
            guard let (plan, file) = try entry.plan() else {
                Words.say("\(entry.slug): there is no test plan (\(entry.planPath))")
                return (0, 1)
            }
            guard plan.diagnostics.isEmpty else {
                Words.say(plan.diagnostics.map { $0.rendered(in: [file]) }.joined(separator: "\n"))
                return (0, plan.diagnostics.count)
            }
            return report(ScenarioTest(scenario: scenario, plan: plan).run(), of: entry, scenario, file)
        } catch {
            Words.say("\(entry.slug): \(error)")
            return (0, 1)
        }
    }

    private func report(
        _ results: [ScenarioTest.RunResult], of entry: LibraryEntry, _ scenario: Scenario, _ file: SourceFile
    ) -> (passed: Int, failed: Int) {
        for result in results {
            if let failure = result.failure {
                Words.say("\(entry.slug) run \(result.number): failed\n" + failure.rendered(in: [file]))
            } else {
                Words.say("\(entry.slug) run \(result.number): \(result.ending.isEmpty ? "as planned" : result.ending)")
            }
        }
        let reached = Set(results.map(\.ending))
        let missing = scenario.endings.filter { !reached.contains($0) }
        if !missing.isEmpty { Words.say("\(entry.slug): no run comes to \(missing.joined(separator: ", "))") }
        let failed = results.count { $0.failure != nil } + missing.count
        return (results.count { $0.failure == nil }, failed)
    }
}
