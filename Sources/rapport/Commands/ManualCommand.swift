import ArgumentParser
import Foundation

/// `rapport manual`
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Write the manual pages, and the pages of keys and settings.",
        discussion: """
            They are made from the tables that the program itself runs by: man/rapport.1, man/rapport-settings.5, \
            man/rapport-scenario.7, Keys.md and Settings.md. To read one: man -l Docs/man/rapport.1

            With --check nothing is written: exit status 1 when a page there is not what would be written, else 0.
            """)

    @Option(help: ArgumentHelp("The folder they are written to.", valueName: "DIR"), completion: .directory)
    var to: String

    @Flag(help: "Only say which pages are not as they would be written.")
    var check = false

    func run() throws {
        var stale: [String] = []
        for page in try ManualPages.all() {
            let path = to + "/" + page.path
            let there = FileManager.default.contents(atPath: path)
            guard there != Data(page.text.utf8) else { continue }
            stale.append(path)
            if check { continue }
            do {
                try FileManager.default.createDirectory(
                    atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                try Data(page.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            } catch {
                throw Words.failure("\(path) cannot be written. Check that the folder is yours to write.")
            }
            Words.say("Written: \(path)")
        }
        if check, !stale.isEmpty {
            throw Words.failure(
                "Not as the program is: \(stale.joined(separator: ", ")). `rapport manual --to \(to)` writes them.")
        }
    }
}
