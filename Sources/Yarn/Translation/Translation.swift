/// The lines of a script in another language, as a table that translators fill in.
///
/// The table has the columns `language,id,text,file,node,lineNumber,lock,comment`. `lock` is the checksum of the source
/// text that the translation was made from; when it differs from the present one, the row needs an update.
public struct Translation: Hashable, Sendable {
    /// One translated line.
    public struct Row: Hashable, Sendable {
        /// The id of the line it translates.
        public var id: String
        /// The cell as it stands, with a mark in front when the row awaits the translator.
        public var text: String
        /// The checksum of the source text it was made from; empty when nobody says.
        public var lock: String
        /// What the translator noted.
        public var comment: String
        /// Where the id stands in the table; nil for a row from elsewhere.
        public var idSpan: SourceSpan?
        /// Where the text stands in the table; nil for a row from elsewhere.
        public var textSpan: SourceSpan?

        /// A row of a table.
        public init(
            id: String, text: String, lock: String = "", comment: String = "", idSpan: SourceSpan? = nil,
            textSpan: SourceSpan? = nil
        ) {
            self.id = id
            self.text = text
            self.lock = lock
            self.comment = comment
            self.idSpan = idSpan
            self.textSpan = textSpan
        }

        /// What is said: the text without a mark; nil while nothing is translated.
        public var translation: String? {
            if text.hasPrefix(Translation.missingMark) { return nil }
            let text =
                text.hasPrefix(Translation.staleMark) ? String(text.dropFirst(Translation.staleMark.count)) : text
            return text.isEmpty ? nil : text
        }

        /// Whether it translates an older text than the present one. A row that does not say what it was made from
        /// counts as new.
        public func isStale(for entry: StringTable.Entry) -> Bool {
            text.hasPrefix(Translation.staleMark) || (!lock.isEmpty && lock.lowercased() != entry.lock)
        }
    }

    /// The columns, in the order in which they are written.
    public static let columns = ["language", "id", "text", "file", "node", "lineNumber", "lock", "comment"]
    /// Stands before the source text in a row that nobody has translated; the translator writes over both.
    public static let missingMark = "(NEEDS TRANSLATION) "
    /// Stands before a translation whose source has changed; the translator removes it.
    public static let staleMark = "(NEEDS UPDATE) "
    /// Stands in a comment before what the source says now; what follows it is written anew each time.
    static let sourceMark = "[source] "

    /// The language, as a BCP 47 tag such as `de` or `pt-BR`.
    public var language: String
    /// The rows in the order of the table.
    public var rows: [Row]

    /// A translation from its parts.
    public init(language: String, rows: [Row] = []) {
        self.language = language
        self.rows = rows
    }

    /// What is said, by id; of several rows for one line the first counts.
    public var texts: [String: String] {
        var texts: [String: String] = [:]
        for row in rows where texts[row.id] == nil { texts[row.id] = row.translation }
        return texts
    }

    /// The table for translators, as CSV in source order: translations and comments are kept, rows whose source has
    /// changed are marked and show the new text in their comment, missing rows are added with the source's text.
    /// - Parameters:
    ///   - table: the lines as they are now.
    ///   - keepsUnknown: whether rows of lines that are gone stay, at the end; otherwise they are dropped.
    public func csv(for table: StringTable, keepsUnknown: Bool = true) -> String {
        var known: [String: Row] = [:]
        for row in rows where known[row.id] == nil { known[row.id] = row }
        var output = [Self.columns]
        for entry in table.entries {
            guard let source = entry.text else { continue }
            var text = Self.missingMark + source
            var comment = ""
            if let row = known.removeValue(forKey: entry.id) {
                comment = Self.ownComment(row.comment)
                if let translation = row.translation {
                    let isStale = row.isStale(for: entry)
                    text = isStale ? Self.staleMark + translation : translation
                    if isStale { comment += (comment.isEmpty ? "" : " ") + Self.sourceMark + source }
                }
            }
            output.append([
                language, entry.id, text, entry.file, entry.node, String(entry.lineNumber), entry.lock, comment,
            ])
        }
        if keepsUnknown {
            let shadows = Set(table.entries.filter { $0.text == nil }.map(\.id))
            for row in rows where known[row.id] != nil && row.translation != nil && !shadows.contains(row.id) {
                output.append([language, row.id, row.text, "", "", "", row.lock, row.comment])
            }
        }
        return CSVTable.text(of: output)
    }

    /// A comment without what the last export wrote into it.
    private static func ownComment(_ comment: String) -> String {
        guard let mark = comment.range(ofLast: sourceMark) else { return comment }
        var own = comment[..<mark]
        while own.last == " " { own.removeLast() }
        return String(own)
    }
}

extension String {
    /// Where the last occurrence of a text begins.
    fileprivate func range(ofLast text: String) -> String.Index? {
        let (bytes, wanted) = (Array(utf8), Array(text.utf8))
        guard bytes.count >= wanted.count else { return nil }
        for start in stride(from: bytes.count - wanted.count, through: 0, by: -1)
        where bytes[start..<start + wanted.count].elementsEqual(wanted) {
            return utf8.index(utf8.startIndex, offsetBy: start)
        }
        return nil
    }
}
