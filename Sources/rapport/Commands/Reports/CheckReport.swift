import Conversation
import Foundation
import Library
import Listening
import Yarn

/// What `rapport check` found: one entry a scenario, places as paths that an editor can open from here.
struct CheckReport {
    /// One scenario.
    struct Checked {
        var slug: String
        /// Its first file, as a path from the working folder.
        var path: String
        /// Its files under those paths.
        var files: [SourceFile]
        var diagnostics: [Diagnostic] = []
        var walk: PathWalk?
        /// Why it could not be read at all.
        var failure: String?

        /// The lines of its files, by file.
        var lines: [String: [Substring]] {
            var lines: [String: [Substring]] = [:]
            for file in files { lines[file.name] = CheckReport.lines(of: file) }
            return lines
        }
    }

    var scenarios: [Checked] = []
    /// What all scenarios together give away, a sentence each.
    private(set) var together: [String] = []
    private var sentences = SharedSentences()
    private var guesses = Guesses()
    /// Files of cards and of agreements.
    var files: [CheckedFile] = []

    var errors: Int { count(.error) + scenarios.count { $0.failure != nil } }
    var warnings: Int { count(.warning) + together.count }

    /// What is worth knowing, and never counts against a scenario.
    var notes: Int { count(.info) }

    private func count(_ severity: Diagnostic.Severity) -> Int {
        scenarios.reduce(0) { sum, scenario in sum + scenario.diagnostics.count { $0.severity == severity } }
            + files.reduce(0) { sum, file in sum + file.diagnostics.count { $0.severity == severity } }
    }

    /// Checks one scenario, or says why it cannot be read.
    mutating func check(_ entry: LibraryEntry, vocabulary: Vocabulary, ear: Ear?, budget: PathWalk.Budget) {
        let (slug, folder) = (entry.slug, entry.folder)
        let path = { (name: String) in Self.relative(folder + "/" + name) }
        do throws(LibraryFailure) {
            let sources = try entry.files()
            let review = Scenario.review(slug: slug, files: sources, vocabulary: vocabulary, ear: ear, budget: budget)
            var checked = Checked(
                slug: slug, path: path(sources.first?.name ?? ""),
                files: sources.map { SourceFile(name: path($0.name), text: $0.text) })
            checked.diagnostics = review.diagnostics.map { diagnostic in
                var diagnostic = diagnostic
                diagnostic.span.file = path(diagnostic.span.file)
                return diagnostic
            }
            checked.walk = review.walk
            sentences.add(review, slug: slug)
            if let balance = review.balance { guesses.add(balance.guesses) }
            if let program = review.loaded.scenario?.program, sources.first?.name == "scenario.yarn" {
                let found = Self.translations(of: program, in: folder, named: path)
                checked.diagnostics += found.diagnostics
                checked.files += found.files
            }
            scenarios.append(checked)
        } catch {
            scenarios.append(Checked(slug: slug, path: path("scenario.yarn"), files: [], failure: error.description))
        }
    }

    /// Compares the scenarios with each other, once all are checked: sentences that two share, and whether it can be told
    /// without reading which reply is the better.
    mutating func compare() {
        guard scenarios.count > 1 else { return }
        for pair in sentences.pairs {
            guard let index = scenarios.firstIndex(where: { $0.slug == pair.second.scenario }),
                let first = scenarios.first(where: { $0.slug == pair.first.scenario })
            else { continue }
            let folder = { (path: String) in path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }
            var span = pair.second.span
            span.file = folder(scenarios[index].path) + span.file
            let place = "\(folder(first.path))\(pair.first.span.file):\(pair.first.span.start.line)"
            scenarios[index].diagnostics.append(
                Diagnostic(
                    code: "shared", severity: .warning,
                    message: pair.isSame
                        ? "This sentence stands in another scenario, too: \(place)."
                        : "This is nearly a sentence of another scenario: “\(pair.first.words.joined(separator: " "))”, \(place).",
                    span: span, hint: "Say it in the words of the person who says it here."))
        }
        together = guesses.troubles
    }

    /// The lines of a file.
    static func lines(of file: SourceFile) -> [Substring] {
        var text = file.text[...]
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
    }

    /// A path as it is written from the working folder, when it lies in it.
    static func relative(_ path: String) -> String {
        let here = FileManager.default.currentDirectoryPath + "/"
        let tidy = URL(fileURLWithPath: path).standardizedFileURL.path
        return tidy.hasPrefix(here) ? String(tidy.dropFirst(here.count)) : tidy
    }
}

extension CheckReport {
    /// The report for people.
    var text: String {
        var parts: [String] = []
        for scenario in scenarios {
            parts += scenario.diagnostics.rendered(in: scenario.files).map { $0 + "\n" }
            if let failure = scenario.failure { parts.append("\(scenario.slug): \(failure)\n") }
        }
        for file in files { parts += file.diagnostics.rendered(in: [file.source]).map { $0 + "\n" } }
        parts += together.map { "warning balance: \($0)\n" }
        for scenario in scenarios {
            if let walk = scenario.walk { parts.append("\(scenario.slug): \(Self.words(for: walk))") }
        }
        parts.append(
            "\(checked) checked: \(Self.count(errors, "error")), "
                + Self.count(warnings, "warning") + (notes > 0 ? ", " + Self.count(notes, "note") : ""))
        return parts.joined(separator: "\n")
    }

    private var checked: String {
        guard !files.isEmpty else { return Self.count(scenarios.count, "scenario") }
        let words = Self.count(files.count, "file") + " of cards and pages"
        return scenarios.isEmpty ? words : Self.count(scenarios.count, "scenario") + " and " + words
    }

    private static func words(for walk: PathWalk) -> String {
        let mode =
            switch walk.mode {
            case .everyPath(let states): "every path walked (\(count(states, "state")))"
            case .sampled(let walks, let seed): "paths sampled (\(count(walks, "walk")), seed \(seed))"
            }
        let parts = [
            ("lines", walk.lines), ("options", walk.options), ("nodes", walk.nodes), ("endings", walk.endings),
        ]
        return mode + ": "
            + parts.map { "\($1.reached) of \($1.total) \($0)" }.joined(separator: ", ")
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
