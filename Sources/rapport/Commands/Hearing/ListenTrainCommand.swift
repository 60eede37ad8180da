import ArgumentParser
import Foundation
import Library
import Listening

/// `rapport listen train`
struct ListenTrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Learn the hearing table from the exemplars in moves/.",
        discussion: """
            Reads moves/lines and moves/words.yaml of the content folder and writes moves/hearing.table. The same lines and \
            seed give the same table on the same machine. Exit status 1 with --check when the table was learnt from other \
            lines. A release build takes seconds, a debug build some minutes.
            """)

    @Option(help: ArgumentHelp("What chance begins with.", valueName: "N"))
    var seed: UInt64 = 7

    @Flag(help: "Write nothing; say whether the table was learnt from these lines.")
    var check = false

    @OptionGroup var content: ContentOptions

    func run() throws {
        let library = Surroundings(content).library
        let shelf = try library.hearing(try library.vocabulary())
        guard !check else {
            guard try shelf.table().source == shelf.source() else {
                Words.complain("\(shelf.tablePath) was learnt from other lines. `rapport listen train` learns it anew.")
                throw ExitCode(1)
            }
            return Words.say("\(shelf.tablePath) was learnt from these lines.")
        }
        let table = try shelf.trained(seed: seed)
        try FileReplacement.write(Data(table.bytes()), to: shelf.tablePath)
        Words.say("\(shelf.tablePath) written: table \(table.name), learnt from \(table.source).")
    }
}
