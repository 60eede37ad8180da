import ArgumentParser
import Library

import struct Conversation.PathWalk

/// `rapport check`
struct CheckCommand: ParsableCommand {
    /// How the report is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif
    }

    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Walk every path through scenarios and report what is wrong with them, with cards and pages too.",
        discussion: """
            A scenario without errors is walked: every option, silence and step back, through every state that its \
            conditions tell apart. When there are more states than the budget, paths are sampled by the seed; the last \
            lines say which, and how much of the scenario was come to. Docs/Diagnostics.md explains every code.

            Options are heard as if somebody had typed them: a note says when one does not sound like the moves in its \
            tags. Without the hearing table, moves/hearing.table, that is left out.

            Role cards, safety agreements and what there is to read (Docs/Cards.md, Docs/Patterns.md) are read too: what \
            is missing, too long, or may belong to a real person.

            Several scenarios are compared, too: sentences of six words and more that two of them share, and whether the \
            better replies could be guessed by their length or place (`rapport balance` has the figures).

            Exit status 0 when nothing has an error, 1 otherwise. Warnings do not count, unless --strict is given; notes \
            never do.
            """)

    @Argument(
        help:
            "Content folders, scenario folders, .yarn files, or files of cards and pages; all that is found without any."
    )
    var paths: [String] = []

    @Option(help: "How the report is written: text, json or sarif.")
    var format = Format.text

    @Option(help: ArgumentHelp("States to walk through before paths are sampled.", valueName: "N"))
    var budget = PathWalk.Budget().states

    @Option(help: ArgumentHelp("What chance begins with when paths are sampled.", valueName: "N"))
    var seed: UInt64 = 1

    @Flag(help: "Let warnings count: exit status 1 when there is one.")
    var strict = false

    @OptionGroup var content: ContentOptions

    func validate() throws {
        guard budget > 0 else { throw ValidationError("--budget takes a whole number above 0.") }
    }

    func run() throws {
        let surroundings = Surroundings(content)
        var report = CheckReport()
        // A path with cards and pages alone is none of a scenario; a content folder is both.
        let scenarios = paths.filter { path in
            let files = LibraryFiles(at: path)
            report.add(files)
            return files.isEmpty || !Library(folders: [path]).entries().isEmpty
        }
        if paths.isEmpty { report.add(LibraryFiles(of: surroundings.library)) }
        if paths.isEmpty || !scenarios.isEmpty {
            let named = try NamedScenarios(paths: scenarios, surroundings: surroundings)
            let budget = PathWalk.Budget(states: budget, seed: seed)
            let ear = named.ear()
            for entry in named.entries { report.check(entry, vocabulary: named.vocabulary, ear: ear, budget: budget) }
            report.compare()
        }
        switch format {
        case .text: Words.say(report.text)
        case .json: try JSONOutput.say(report.json)
        case .sarif: try JSONOutput.say(report.sarif)
        }
        if report.errors > 0 || (strict && report.warnings > 0) { throw ExitCode(1) }
    }
}
