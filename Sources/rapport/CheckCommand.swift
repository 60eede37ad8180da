import ArgumentParser
import Conversation
import Library

import struct Yarn.SourceFile

/// What authors name on the command line: content folders, scenario folders or scenario files.
struct NamedScenarios {
    var entries: [LibraryEntry]
    var vocabulary: Vocabulary

    /// The scenarios at the paths, or the whole library when none is given.
    init(paths: [String], surroundings: Surroundings) throws {
        let library = surroundings.library
        do {
            guard !paths.isEmpty else {
                entries = library.entries()
                vocabulary = try library.vocabulary()
                return
            }
            entries = try paths.flatMap { path throws(LibraryFailure) in try Library.entries(at: path) }
            let own = paths.compactMap(Library.contentFolder(above:))
            vocabulary = try Library(folders: own + library.folders).vocabulary()
        } catch {
            throw Words.failure("\(error)")
        }
    }
}

/// `rapport check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Load scenarios and report what is wrong with them.",
        discussion: "Exit status 0 when no scenario has an error, 1 otherwise. Warnings do not count.")

    @Argument(help: "Content folders, scenario folders or .yarn files; all that is found without any.")
    var paths: [String] = []

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let named = try NamedScenarios(paths: paths, surroundings: Surroundings(places))
        var errors = 0
        var warnings = 0
        for entry in named.entries {
            do {
                let loaded = try entry.load(vocabulary: named.vocabulary)
                for diagnostic in loaded.diagnostics { Words.say(diagnostic.rendered(in: loaded.files) + "\n") }
                errors += loaded.errors.count
                warnings += loaded.diagnostics.count { $0.severity == .warning }
            } catch {
                Words.say("\(entry.slug): \(error)")
                errors += 1
            }
        }
        let count = named.entries.count
        Words.say(
            "\(count) scenario\(count == 1 ? "" : "s") checked: \(errors) error\(errors == 1 ? "" : "s"), "
                + "\(warnings) warning\(warnings == 1 ? "" : "s")")
        if errors > 0 { throw ExitCode(1) }
    }
}

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
