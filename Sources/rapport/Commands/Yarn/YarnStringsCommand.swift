import ArgumentParser
import Foundation
import Yarn

/// `rapport yarn strings FILE… --out DIR`
struct YarnStringsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strings", abstract: "Write the string table of a script: NAME-Lines.csv and NAME-Metadata.csv.")

    @Argument(help: "Yarn files; several are compiled together.")
    var files: [String]

    @Option(name: .long, help: ArgumentHelp("The folder to write to.", valueName: "DIR"))
    var out = "."

    @Option(
        name: .long,
        help: ArgumentHelp("What the files are called; the first script's name if not said.", valueName: "NAME"))
    var name: String?

    func run() throws {
        let table = StringTable(of: try YarnFiles.compile(files))
        let first = files.first?.split(separator: "/").last.map(String.init) ?? "Output.yarn"
        let name = name ?? (first.hasSuffix(".yarn") ? String(first.dropLast(5)) : first)
        try FileReplacement.write(table.linesCSV(), to: "\(out)/\(name)-Lines.csv")
        try FileReplacement.write(table.metadataCSV(), to: "\(out)/\(name)-Metadata.csv")
        Words.say("\(out)/\(name)-Lines.csv\n\(out)/\(name)-Metadata.csv")
    }
}
