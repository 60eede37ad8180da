import Conversation
import Library
import Yarn

extension CheckReport {
    /// A file of cards, of an agreement or of a page.
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

    /// Takes in what was found in files.
    mutating func add(_ files: LibraryFiles) {
        for reading in files.cards { add(reading) }
        for reading in files.agreements { add(reading) }
        for reading in files.pages { add(reading) }
    }
}
