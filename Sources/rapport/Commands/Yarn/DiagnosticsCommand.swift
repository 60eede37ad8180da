import ArgumentParser
import Conversation
import Foundation
import Yarn

/// `rapport yarn diagnostics`
struct DiagnosticsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnostics", abstract: "Print the page that explains every diagnostic.",
        discussion: "With --check nothing is printed; exit status 1 when the file is not that page.")

    @ArgumentParser.Option(help: ArgumentHelp("Compare with this file.", valueName: "file"))
    var check: String?

    /// The page: first what the language says, then what the rules of scenarios and of translations say.
    static var page: String {
        DiagnosticEntry.page(of: DiagnosticEntry.all)
    }

    func run() throws {
        guard let check else {
            print(Self.page, terminator: "")
            return
        }
        guard let data = FileManager.default.contents(atPath: check) else {
            throw Words.failure("\(check) cannot be read.")
        }
        guard String(decoding: data, as: UTF8.self) == Self.page else {
            throw Words.failure("\(check) is not the page. Write it anew: rapport yarn diagnostics > \(check)")
        }
    }
}
