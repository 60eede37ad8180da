import ArgumentParser
import Foundation
import Library
import Yarn

/// `rapport strings [PATH…] --language de`
struct StringsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strings", abstract: "Write and check the tables that translators fill in.",
        discussion: """
            A table is LANGUAGE.csv beside the script, for any spreadsheet. Writing it again keeps what is translated \
            and all comments, adds new lines behind "\(Translation.missingMark)", and puts "\(Translation.staleMark)" \
            before translations whose source has changed: whoever updates one takes the mark away. Without --language, \
            every table that is there is brought up to date. Exit status 1 when a table has an error.
            """)

    @Argument(help: "Short names, scenario folders, folders of scenarios or .yarn files; all scenarios without any.")
    var paths: [String] = []

    @Option(name: .long, help: ArgumentHelp("The language, for instance de or pt-BR.", valueName: "LANGUAGE"))
    var language: String?

    @Flag(name: .long, help: "Write nothing; say what is missing, stale or wrong.")
    var check = false

    @Flag(name: .long, help: "Drop rows of lines that are gone.")
    var prune = false

    @ArgumentParser.OptionGroup var content: ContentOptions

    func validate() throws {
        if let language, !TranslationTables.isLanguage(language) {
            throw ValidationError("`\(language)` is no language tag. Write it as in de, fr or pt-BR.")
        }
    }

    func run() throws {
        var tables = 0
        var hasErrors = false
        for project in try ScriptProject.named(paths, surroundings: Surroundings(content)) {
            guard let table = table(of: project) else {
                hasErrors = true
                continue
            }
            for language in language.map({ [$0] }) ?? TranslationTables.languages(in: project.folder) {
                tables += 1
                if try !handle(language, of: project, table) { hasErrors = true }
            }
        }
        if tables == 0, !hasErrors { Words.say("There is no table yet. --language begins one.") }
        if hasErrors { throw ExitCode(1) }
    }

    /// The lines of a project; nil, with a complaint, when it has errors or lines without an id.
    private func table(of project: ScriptProject) -> StringTable? {
        let compilation = Compiler.compile(project.files, functions: [], acceptsUnknownFunctions: true)
        guard let program = compilation.program else {
            project.complain(compilation.diagnostics.filter { $0.severity == .error })
            return nil
        }
        var table = StringTable(of: program)
        let unnamed = table.entries.filter { $0.isImplicit && $0.shadows == nil }
        if let first = unnamed.first {
            let count = unnamed.count == 1 ? "1 line has" : "\(unnamed.count) lines have"
            Words.say(
                "\(first.file):\(first.lineNumber): \(count) no id, and a translation could not find them again. "
                    + "`rapport tag` gives every line one.")
            return nil
        }
        for index in table.entries.indices where table.entries[index].file.hasPrefix(project.folder + "/") {
            table.entries[index].file.removeFirst(project.folder.count + 1)
        }
        return table
    }

    /// Checks a table, and writes it anew unless it is only to be checked; false when it has an error.
    private func handle(_ language: String, of project: ScriptProject, _ table: StringTable) throws -> Bool {
        let path = "\(project.folder)/\(language).csv"
        var translation = Translation(language: language)
        var old: SourceFile?
        if FileManager.default.fileExists(atPath: path) {
            let file = try YarnFiles.readStrictly(path)
            old = file
            let (read, diagnostics) = Translation.read(file, language: language)
            guard let read, diagnostics.isEmpty else {
                Words.say(diagnostics.rendered(in: [file]).joined(separator: "\n"))
                return false
            }
            translation = read
        } else if check {
            Words.say("\(path): there is no table")
            return false
        }
        let found = translation.diagnostics(against: table)
        let files = project.files + (old.map { [$0] } ?? [])
        for diagnostic in found where diagnostic.code != TranslationRule.missing.rawValue || check {
            Words.say(diagnostic.rendered(in: files))
        }
        let all = table.entries.count { $0.text?.isEmpty == false }
        func count(_ rule: TranslationRule) -> Int { found.count { $0.code == rule.rawValue } }
        Words.say(
            "\(path): \(all - count(.missing)) of \(all) lines translated, \(count(.stale)) to update, "
                + "\(count(.unknownLine)) of lines that are gone")
        if !check {
            // Some spreadsheets know UTF-8 by its byte order mark: who has put one there wants it.
            let mark = old?.text.unicodeScalars.first == "\u{FEFF}" ? "\u{FEFF}" : ""
            let text = mark + translation.csv(for: table, keepsUnknown: !prune)
            if text != old?.text { try FileReplacement.write(text, to: path) }
        }
        return !found.contains { $0.severity == .error }
    }
}

/// Which tables lie beside a script.
enum TranslationTables {
    /// The languages of the tables in a folder, in alphabetical order.
    static func languages(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.filter(isLanguage).sorted()
    }

    /// Whether a text has the form of a BCP 47 tag: `de`, `pt-BR`.
    static func isLanguage(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count) else { return false }
        return parts.allSatisfy { part in
            (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        } && first.allSatisfy(\.isLetter)
    }
}
