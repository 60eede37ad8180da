import ArgumentParser
import Foundation
import Yarn

/// Plain Yarn files as they are named on the command line.
enum YarnFiles {
    /// No script is longer than this, bytes.
    private static let limit = 64_000_000

    /// The text of a file, under the name it was given by.
    static func read(_ path: String) throws -> SourceFile {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Words.failure("\(path) cannot be read. Check that it is there and that it is yours to read.")
        }
        guard data.count <= limit else { throw Words.failure("\(path) is larger than 64 MB.") }
        return SourceFile(name: path, utf8: data)
    }

    /// The text of a file that will be written again: one that is not UTF-8 would not come back as it was.
    static func readStrictly(_ path: String) throws -> SourceFile {
        let file = try read(path)
        guard let data = FileManager.default.contents(atPath: path), data.elementsEqual(file.text.utf8) else {
            throw Words.failure("\(path) is not UTF-8 text. Save it as UTF-8 in your editor.")
        }
        return file
    }

    /// The program of some files together; what is wrong with them goes to standard error.
    static func compile(_ paths: [String]) throws -> Program {
        let files = try paths.map(read)
        let compilation = Compiler.compile(
            files, functions: ConformanceHost.signatures, acceptsUnknownFunctions: true)
        guard let program = compilation.program else {
            let errors = compilation.diagnostics.filter { $0.severity == .error }
            throw Words.failure(
                "This does not compile.\n" + errors.rendered(in: files).joined(separator: "\n"))
        }
        return program
    }
}
