import Conversation
import Library
import Yarn

extension CheckReport {
    /// A file of cards or of an agreement.
    struct CheckedFile {
        var slug: String
        /// The file under its path from the working folder.
        var source: SourceFile
        var diagnostics: [Diagnostic]
    }

    /// Takes in what was found in a file.
    mutating func add<Value>(_ reading: FileReading<Value>) {
        let path = Self.relative(reading.source.name)
        files.append(
            CheckedFile(
                slug: reading.slug, source: SourceFile(name: path, text: reading.source.text),
                diagnostics: reading.findings.map { finding in
                    var finding = finding
                    finding.span.file = path
                    return finding
                }))
    }

    /// Takes in the files of cards and agreements at a path.
    /// - Returns: whether there are any.
    mutating func addFiles(at path: String) -> Bool {
        let found = Library.cardsAndAgreements(at: path)
        for reading in found.cards { add(reading) }
        for reading in found.agreements { add(reading) }
        return !found.cards.isEmpty || !found.agreements.isEmpty
    }
}
