import ArgumentParser
import Conversation
import Library

import struct Yarn.SourceFile

/// `rapport test`
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the test plans beside scenarios.",
        discussion: """
            Exit status 0 when every run goes as planned, 1 otherwise. What a run types is heard with the table that \
            comes with the content; without one it stops there and says so.
            With --record FILE a session that you have played becomes a run of a plan instead: the one whose id you \
            give (`rapport journal` lists them), or the last one that came to its end.
            """)

    @Argument(
        help:
            "Content folders, scenario folders, .yarn files or short names; all there is without any. With --record: a session."
    )
    var paths: [String] = []

    @ArgumentParser.Option(
        name: .long, help: ArgumentHelp("Write a session that you have played as a test plan.", valueName: "FILE"))
    var record: String?

    @Flag(name: .long, help: "With --record: add the run to a plan that is there already.")
    var append = false

    @OptionGroup var places: PlaceOptions

    func validate() throws {
        if append, record == nil { throw ValidationError("--append adds to the plan that --record names.") }
        if record != nil, paths.count > 1 {
            throw ValidationError("--record FILE takes one session; `rapport journal` lists them.")
        }
    }

    func run() throws {
        let surroundings = Surroundings(places)
        if let record {
            return try SessionRecorder(
                surroundings: surroundings, session: paths.first, file: record, isAdded: append
            ).record()
        }
        let named = try NamedScenarios(paths: paths, surroundings: surroundings)
        var tally = Tally()
        let listener = surroundings.listener(named.vocabulary)
        for entry in named.entries { test(entry, named.vocabulary, listener, &tally) }
        let unheard = tally.unheard == 0 ? "" : ", \(tally.unheard) not yet heard"
        Words.say("\(tally.passed) passed, \(tally.failed) failed\(unheard)")
        if tally.failed > 0 || tally.passed == 0 { throw ExitCode(1) }
    }

    /// How the runs went so far.
    private struct Tally {
        var passed = 0, failed = 0, unheard = 0
    }

    private func test(_ entry: LibraryEntry, _ vocabulary: Vocabulary, _ listener: Listener?, _ tally: inout Tally) {
        do {
            let loaded = try entry.load(vocabulary: vocabulary)
            guard let scenario = loaded.scenario else {
                Words.say(loaded.errors.rendered(in: loaded.files).joined(separator: "\n"))
                tally.failed += 1
                return
            }
            guard let (plan, file) = try entry.plan() else {
                Words.say("\(entry.slug): there is no test plan (\(entry.planPath))")
                tally.failed += 1
                return
            }
            guard plan.diagnostics.isEmpty else {
                Words.say(plan.diagnostics.rendered(in: [file]).joined(separator: "\n"))
                tally.failed += plan.diagnostics.count
                return
            }
            report(
                ScenarioTest(scenario: scenario, plan: plan, listener: listener).run(), of: entry, scenario, file,
                &tally)
        } catch {
            Words.say("\(entry.slug): \(error)")
            tally.failed += 1
        }
    }

    private func report(
        _ results: [ScenarioTest.RunResult], of entry: LibraryEntry, _ scenario: Scenario, _ file: SourceFile,
        _ tally: inout Tally
    ) {
        for result in results {
            let name = "\(entry.slug) run \(result.number)"
            if let failure = result.failure {
                Words.say("\(name): failed\n" + failure.rendered(in: [file]))
                tally.failed += 1
            } else if let step = result.notYetHeard {
                Words.say("\(name): not yet heard (\(file.name):\(step.span.start.line) types a reply)")
                tally.unheard += 1
            } else {
                Words.say("\(name): \(result.ending.isEmpty ? "as planned" : result.ending)")
                tally.passed += 1
            }
        }
        // A run that could not be heard out has not shown that its ending cannot be reached.
        let reached = Set(results.map(\.ending) + results.filter { $0.notYetHeard != nil }.map(\.wanted))
        let missing = scenario.endings.filter { !reached.contains($0) }
        if !missing.isEmpty { Words.say("\(entry.slug): no run comes to \(missing.joined(separator: ", "))") }
        tally.failed += missing.count
    }
}
