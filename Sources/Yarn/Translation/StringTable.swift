/// The texts of a program, apart from it: what goes to translators, and what a host looks lines up in.
public struct StringTable: Hashable, Sendable {
    /// One line of the script.
    public struct Entry: Hashable, Sendable {
        /// The line's id: `line:…`.
        public var id: String
        /// The text, the n-th value written `{n}`; nil for a shadow line.
        public var text: String?
        /// Name of the file.
        public var file: String
        /// Name of the node; `Title.subtitle` for a member of a node group.
        public var node: String
        /// Line in the file, from 1.
        public var lineNumber: Int
        /// True when the source gives no id and one was made up: it changes when lines move.
        public var isImplicit: Bool
        /// The hashtags in source order, without `#`, with `lastline` where it applies.
        public var tags: [String]
        /// For a shadow line the id of the line whose text it shares.
        public var shadows: String?
        /// Where the line stands.
        public var span: SourceSpan

        /// Which translation was made from which text: CRC-32 of the text in UTF-8, eight hexadecimal digits.
        public var lock: String { Checksum.crc32((text ?? "").utf8) }
    }

    /// The lines in source order, file by file.
    public var entries: [Entry]

    /// The lines of a program.
    public init(of program: Program) {
        var files: [String: Int] = [:]
        for line in program.lines where files[line.span.file] == nil { files[line.span.file] = files.count }
        // The program lists all lines of a group of options before what follows the first of them.
        let places = program.lines.map { (files[$0.span.file] ?? 0, $0.span.start) }
        let order = program.lines.indices.sorted { left, right in
            places[left] == places[right] ? left < right : places[left] < places[right]
        }
        entries = order.map { index in
            let line = program.lines[index]
            return Entry(
                id: line.id, text: line.shadows == nil ? line.template : nil, file: line.span.file, node: line.node,
                lineNumber: line.span.start.line, isImplicit: line.isImplicit, tags: line.tags, shadows: line.shadows,
                span: line.span)
        }
    }

    /// The entry with an id.
    public func entry(_ id: String) -> Entry? { entries.first { $0.id == id } }

    /// The table as `<name>-Lines.csv`: id, text, file, node, lineNumber. The text of a shadow line is empty.
    public func linesCSV() -> String {
        CSVTable.text(
            of: [["id", "text", "file", "node", "lineNumber"]]
                + entries.map { [$0.id, $0.text ?? "", $0.file, $0.node, String($0.lineNumber)] })
    }

    /// The table as `<name>-Metadata.csv`: id, node, lineNumber, tags. The tags are divided by spaces and `line:…` is not
    /// among them; lines without any other tag are left out.
    public func metadataCSV() -> String {
        var rows = [["id", "node", "lineNumber", "tags"]]
        for entry in entries {
            let tags = entry.tags.filter { !$0.hasPrefix("line:") }
            if !tags.isEmpty {
                rows.append([entry.id, entry.node, String(entry.lineNumber), tags.joined(separator: " ")])
            }
        }
        return CSVTable.text(of: rows)
    }
}
