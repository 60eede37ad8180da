import ArgumentParser
import Library
import Listening

/// `rapport listen compare`
struct ListenCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Measure ways to hear by voices they did not learn from.",
        discussion: """
            Leaves out every fourth voice of moves/lines, learns from the others, hears the lines of those left out, and does \
            so four times. That is how ways to hear are chosen: the held-out lines are for measuring alone. It takes a release \
            build half a minute, and a debug build very much longer.
            """)

    /// How many times.
    private static let folds = 4

    @Option(help: ArgumentHelp("What chance begins with.", valueName: "N"))
    var seed: UInt64 = 7

    @OptionGroup var content: ContentOptions

    func run() throws {
        do throws(LibraryFailure) {
            let library = Surroundings(content).library
            let shelf = try library.hearing(try library.vocabulary())
            let voices = try shelf.exemplars()
            let trainer = try shelf.trainer()
            var softmax = Measurement(moves: trainer.moves)
            var nearest = softmax
            for fold in 0..<Self.folds {
                let left = voices.enumerated().filter { $0.offset % Self.folds == fold }.map(\.element)
                let kept = voices.enumerated().filter { $0.offset % Self.folds != fold }.flatMap(\.element.lines)
                let ear = Ear(table: trainer.table(from: kept, source: "compare", seed: seed))
                let exemplars = NearestExemplars(kept, moves: trainer.moves, lore: trainer.lore)
                for line in left.flatMap(\.lines) {
                    softmax.add(line, ear)
                    nearest.add(line, hearing: exemplars.moves(in: line.text))
                }
                Words.say("\(fold + 1) of \(Self.folds): without \(left.map(\.voice).joined(separator: ", "))")
            }
            for (name, measurement) in [("softmax", softmax), ("nearest exemplars", nearest)] {
                Words.say(
                    "\(name): " + MeasurementReport(name: name, measurement: measurement, table: "").line)
            }
        } catch {
            throw Words.failure(error.description)
        }
    }
}
