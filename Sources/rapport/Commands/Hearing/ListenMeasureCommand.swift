import ArgumentParser
import Foundation
import Library
import Listening

/// `rapport listen measure`
struct ListenMeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Measure hearing by lines that nothing was learnt from.",
        discussion: """
            Hears every line of moves/held-out.txt and says how often it was right. A move counts as heard from a \
            confidence of 0.5 on. The lines were frozen before anything was learnt; moves/held-out.sha256 has their hash, \
            and this command says when they are others.

            Exit status 1 when an aim is missed, or when the lines are not the frozen ones.
            """)

    @Option(help: "How it is written: text or json.")
    var format = HearCommand.Format.text

    @OptionGroup var content: ContentOptions

    func run() throws {
        let report: MeasurementReport
        let isFrozen: Bool
        do throws(LibraryFailure) {
            let library = Surroundings(content).library
            let shelf = try library.hearing(try library.vocabulary())
            let table = try shelf.table()
            isFrozen = try shelf.heldOutIsFrozen()
            report = MeasurementReport(
                name: shelf.heldOutPath,
                measurement: Listening.Measurement(try shelf.heldOut(), with: Ear(table: table)),
                table: table.name)
        } catch {
            throw Words.failure(error.description)
        }
        switch format {
        case .text: Words.say(report.words)
        case .json: try JSONOutput.say(report.json(isFrozen: isFrozen))
        }
        if !isFrozen {
            throw Words.failure(
                "\(report.name) is not what was frozen: its SHA-256 is not the one in held-out.sha256. Figures from other "
                    + "lines cannot be compared with earlier ones.")
        }
        guard report.missed.isEmpty else { throw ExitCode(1) }
    }
}
