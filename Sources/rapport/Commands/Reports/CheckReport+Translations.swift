import Foundation
import Yarn

extension CheckReport {
    /// What is wrong with the tables of translations beside a scenario, and the tables, each under its path. Lines that
    /// are not translated yet are the business of `rapport strings --check`.
    static func translations(
        of program: Program, in folder: String, named path: (String) -> String
    ) -> (diagnostics: [Diagnostic], files: [SourceFile]) {
        let table = StringTable(of: program)
        var diagnostics: [Diagnostic] = []
        var files: [SourceFile] = []
        for language in TranslationTables.languages(in: folder) {
            let name = language + ".csv"
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            let file = SourceFile(name: path(name), utf8: data)
            files.append(file)
            diagnostics += Translation.diagnostics(of: file, language: language, against: table)
                .filter { $0.code != TranslationRule.missing.rawValue }
        }
        return (diagnostics, files)
    }
}
