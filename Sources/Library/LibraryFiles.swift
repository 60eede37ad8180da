import Patterns
import Room
import Yarn

/// The files of a content folder that are no scenarios, each read, with what was found in it.
public struct LibraryFiles: Sendable {
    /// Role cards.
    public var cards: [FileReading<RoleCardSet>] = []
    /// Safety agreements.
    public var agreements: [FileReading<SafetyAgreement>] = []
    /// What is there to read.
    public var pages: [FileReading<Page>] = []

    /// There are none.
    public var isEmpty: Bool { cards.isEmpty && agreements.isEmpty && pages.isEmpty }

    /// The files of all a library's folders.
    public init(of library: Library) {
        cards = library.cardFiles()
        agreements = library.agreementFiles()
        pages = library.pageFiles()
    }

    /// The files at a path: a content folder, one of its folders, or one file. A path with none of them gives none.
    public init(at path: String) {
        var folder = path
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        let file = folder.hasSuffix(".yaml") ? folder : nil
        if file != nil { folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "." }
        let kinds = ["cards", "agreements"] + PageKind.allCases.map(\.folder)
        let kind = kinds.first { folder == $0 || folder.hasSuffix("/" + $0) }
        guard kind != nil || file == nil else {
            self.init(of: Library(folders: []))
            return
        }
        if let kind {
            folder.removeLast(kind.count)
            while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        }
        self.init(of: Library(folders: [folder.isEmpty ? "." : folder]))
        let place = (folder.isEmpty ? "." : folder) + "/" + (kind ?? "")
        let isMeant = { (source: SourceFile) in
            guard kind != nil else { return true }
            guard let file else { return source.name.hasPrefix(place + "/") }
            return source.name == place + "/" + (file.split(separator: "/").last.map(String.init) ?? "")
        }
        cards.removeAll { !isMeant($0.source) }
        agreements.removeAll { !isMeant($0.source) }
        pages.removeAll { !isMeant($0.source) }
    }
}
