import Conversation
import SeededChance
import Yarn

/// What the authors' tools promise for any text.
extension Trial {
    /// What one of the tools makes of a text; nil when all its promises held.
    static func useTool(on file: SourceFile, _ vocabulary: Vocabulary, _ chance: inout Chance) -> String? {
        switch chance.below(6) {
        case 0: format(file)
        case 1: tag(file)
        case 2: importTwine(file)
        case 3: table(file)
        case 4: review(file, vocabulary, seed: chance.next())
        default: translate(file)
        }
    }

    private static func format(_ file: SourceFile) -> String? {
        let formatter = Formatter()
        guard let outcome = try? formatter.format([file]).first, let laidOut = outcome.file else { return nil }
        guard let again = try? formatter.format([laidOut]).first else { return "a laid out script cannot be read" }
        return again.file == nil ? nil : "laying out twice gives something else: \(laidOut.text.debugDescription)"
    }

    private static func tag(_ file: SourceFile) -> String? {
        var generator = SystemlessGenerator()
        let tagger = LineTagger(style: .random)
        guard let tagged = try? tagger.tagged([file], using: &generator) else { return nil }
        guard let again = try? tagger.tagged(tagged.files, using: &generator) else {
            return "a tagged script cannot be read"
        }
        return again.insertions.isEmpty ? nil : "tagging twice adds ids: \(tagged.files[0].text.debugDescription)"
    }

    private static func importTwine(_ file: SourceFile) -> String? {
        let scenario = TweeScenario(TweeStory(parsing: file), name: "fuzz")
        let made = SourceFile(name: "scenario.yarn", text: scenario.text)
        let loaded = Scenario.load(slug: "fuzz", files: [made], vocabulary: Vocabulary())
        return loaded.errors.first.map { "an imported story has an error: \($0.rendered(in: [made]))\n\(made.text)" }
    }

    private static func table(_ file: SourceFile) -> String? {
        guard let table = try? CSVTable(parsing: file) else { return nil }
        let rows = table.rows.map { $0.map(\.text) }
        let written = SourceFile(name: "again.csv", text: CSVTable.text(of: rows))
        guard let again = try? CSVTable(parsing: written) else { return "a written table cannot be read" }
        return again.rows.map { $0.map(\.text) } == rows ? nil : "a table changes when it is written"
    }

    private static func review(_ file: SourceFile, _ vocabulary: Vocabulary, seed: UInt64) -> String? {
        let budget = PathWalk.Budget(states: 300, seed: seed)
        let review = Scenario.review(slug: "fuzz", files: [file], vocabulary: vocabulary, budget: budget)
        return review.loaded.scenario == nil && review.errors.isEmpty ? "a scenario is refused without saying why" : nil
    }

    private static func translate(_ file: SourceFile) -> String? {
        guard let program = Compiler.compile([file], functions: []).program else { return nil }
        let table = StringTable(of: program)
        let csv = Translation(language: "de").csv(for: table)
        guard let read = try? CSVTable(parsing: SourceFile(name: "de.csv", text: csv)) else {
            return "a table for translators cannot be read"
        }
        return read.rows.count == table.entries.count(where: { $0.shadows == nil }) + 1
            ? nil : "a table for translators has other rows"
    }
}

/// Chance without the system's: the same ids in every run.
private struct SystemlessGenerator: RandomNumberGenerator {
    private var state: UInt64 = 7

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}
