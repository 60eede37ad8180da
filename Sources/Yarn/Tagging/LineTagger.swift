/// Gives every line and option an id, and changes nothing else: `#line:` goes to the end of the line, behind condition and
/// other hashtags and before a comment. Lines that have an id, and shadow lines, are left alone.
public struct LineTagger: Sendable {
    /// What new ids look like.
    public enum Style: Hashable, Sendable {
        /// A prefix and a number, such as `ld010`. The prefix and the number of digits are those of the file's ids, the
        /// prefix is `fallback` when there are none; numbers go on behind the highest one of the project.
        case numbered(fallback: String)
        /// Seven hexadecimal digits, by chance.
        case random
        /// The node and a number, such as `Start_100`: in steps of 100, and between two neighbours a number between theirs.
        case descriptive
    }

    /// One id that was given.
    public struct Insertion: Hashable, Sendable {
        /// Name of the file.
        public var file: String
        /// Line in the file, from 1.
        public var line: Int
        /// The id: `line:…`.
        public var id: String
        /// The text that was put in, with the spaces around it.
        public var text: String
    }

    /// What came of tagging a project.
    public struct Tagged: Hashable, Sendable {
        /// All files, in the order given.
        public var files: [SourceFile]
        /// The ids that were given, in source order.
        public var insertions: [Insertion]
    }

    /// What new ids look like.
    public var style: Style

    /// A tagger that gives ids of a style.
    public init(style: Style) {
        self.style = style
    }

    /// Tags the files of a project. Tagging what is tagged changes nothing.
    ///
    /// - Parameters:
    ///   - files: all files of the project: ids are unique in them.
    ///   - generator: where chance comes from; only `random` asks it.
    /// - Throws: ``UnreadableScript`` when a file cannot be parsed; then no file is tagged.
    public func tagged(
        _ files: [SourceFile], using generator: inout some RandomNumberGenerator
    ) throws(UnreadableScript) -> Tagged {
        let parsed = files.map(Parser.parse)
        let errors = parsed.flatMap(\.diagnostics).filter { $0.severity == .error }
        guard errors.isEmpty else { throw UnreadableScript(diagnostics: errors) }
        let places = parsed.map { LinePlace.all(in: $0.tree) }
        var choice = IDChoice(style: style, taken: places.flatMap { $0 })
        var tagged = Tagged(files: files, insertions: [])
        for (index, file) in files.enumerated() {
            let source = SourceText(file)
            var edits = TextEdits()
            let ids = choice.ids(for: places[index], using: &generator)
            for (place, id) in zip(places[index], ids) {
                guard let id else { continue }
                var offset = source.offset(of: place.end)
                while offset > 0, source.isBlank(source.bytes[offset - 1]) { offset -= 1 }
                // A tag goes on up to the next white space: a comment must not become part of it.
                let isFollowed =
                    offset < source.bytes.count && ![0x20, 0x09, 0x0A, 0x0D].contains(source.bytes[offset])
                let text = " #\(id)" + (isFollowed ? " " : "")
                edits.replace(offset..<offset, with: text)
                tagged.insertions.append(Insertion(file: file.name, line: place.end.line, id: id, text: text))
            }
            if !edits.isEmpty { tagged.files[index].text = edits.applied(to: source.bytes) }
        }
        return tagged
    }
}

/// Why a script cannot be rewritten: it cannot be read.
public struct UnreadableScript: Error, Hashable, Sendable {
    /// The errors, in source order.
    public var diagnostics: [Diagnostic]
}

/// Where a line or option is, and what it has for an id.
struct LinePlace {
    /// The title of its node.
    var title: String
    /// Its id without `line:`; nil when it has none.
    var id: String?
    /// True when it wants an id: it has none and shadows no other line.
    var isUntagged: Bool
    /// Behind its text, condition and hashtags.
    var end: SourcePosition

    /// The lines of a file in source order.
    static func all(in tree: SyntaxTree) -> [LinePlace] {
        var places: [LinePlace] = []
        func add(_ line: LineSyntax, _ node: NodeSyntax) {
            places.append(
                LinePlace(
                    title: node.title, id: line.lineID.map { String($0.dropFirst("line:".count)) },
                    isUntagged: line.lineID == nil && line.shadowedID == nil, end: line.span.end))
        }
        tree.walk { statement, node in
            switch statement {
            case .line(let line): add(line, node)
            case .options(let group), .lineGroup(let group): for item in group.items { add(item.line, node) }
            default: break
            }
        }
        return places.sorted { $0.end < $1.end }
    }
}
