import Conversation
import Yarn

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A scenario in the library, before it is opened.
public struct LibraryEntry: Hashable, Sendable {
    /// The folder it is in.
    public let folder: String
    /// The folder's name.
    public let slug: String
    /// Its first file.
    let file: String
    /// What its headers say.
    public let heading: ScenarioHeading
    /// Why it cannot be read at all; nil when it can.
    public let trouble: String?

    /// The name of the file that a scenario's folder is known by.
    static let usualFile = "scenario.yarn"

    /// Reads the headers of the scenario in a folder.
    /// - Parameter file: its first file. One with another name than the usual is a scenario by itself, whatever else is in
    ///   the folder.
    public init(folder: String, slug: String, file: String = "scenario.yarn") {
        self.folder = folder
        self.slug = slug
        self.file = file
        do {
            let text = try TextFile.read("\(folder)/\(file)")
            heading = ScenarioHeading(HeaderReader.firstNode(of: SourceFile(name: file, text: text)))
            trouble = nil
        } catch {
            heading = ScenarioHeading([])
            trouble = error.description
        }
    }

    /// Its title, or its folder's name while it has none.
    public var title: String { heading.title.isEmpty ? slug : heading.title }

    /// Whether the folder has a scenario in it at all.
    var hasFiles: Bool { FileManager.default.fileExists(atPath: "\(folder)/\(file)") }

    /// The path of its test plan.
    public var planPath: String { "\(folder)/\(file.dropLast(".yarn".count)).testplan" }

    /// Its source files: `scenario.yarn` first, then the folder's other Yarn files by name. A file with a name of its own is
    /// alone.
    /// - Throws: ``LibraryFailure`` when one cannot be read.
    public func files() throws(LibraryFailure) -> [SourceFile] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let others = names.filter { $0.hasSuffix(".yarn") && $0 != file }.sorted()
        var files: [SourceFile] = []
        for name in [file] + (file == Self.usualFile ? others : []) {
            files.append(SourceFile(name: name, utf8: try TextFile.bytes(folder + "/" + name)))
        }
        return files
    }

    /// Compiles and checks it.
    /// - Throws: ``LibraryFailure`` when a file cannot be read; mistakes in it are data in the answer.
    public func load(vocabulary: Vocabulary) throws(LibraryFailure) -> LoadedScenario {
        Scenario.load(slug: slug, files: try files(), vocabulary: vocabulary)
    }

    /// Its test plan; nil when it has none.
    /// - Throws: ``LibraryFailure`` when it is there and cannot be read.
    public func plan() throws(LibraryFailure) -> (plan: TestPlan, file: SourceFile)? {
        guard FileManager.default.fileExists(atPath: planPath) else { return nil }
        let file = SourceFile(name: planPath, text: try TextFile.read(planPath))
        return (TestPlan(parsing: file), file)
    }
}
