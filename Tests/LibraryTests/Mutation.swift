import Testing

/// One thing done wrong to the shipped scenario, and what has to be said about it.
struct Mutation: Sendable, CustomTestStringConvertible {
    /// Where a diagnostic has to stand.
    enum Place: Sendable {
        /// On the line of the edit.
        case edited
        /// On the first line with this text behind another text.
        case line(String, after: String = "")
    }

    /// What is done to the text that was found.
    enum Edit: Sendable {
        case replace(String, with: String)
        /// Everywhere in the file.
        case replaceAll(String, with: String)
        /// The whole line with this text goes.
        case deleteLine(String)
        case insertBelow(String, String)
        case insertAbove(String, String)
    }

    var name: String
    /// The edit is made behind the first place of this text.
    var after = ""
    var edit: Edit
    var code: String
    var at = Place.edited
    /// What may be said besides, since it follows from the same mistake.
    var also: Set<String> = []

    var testDescription: String { name }

    /// The text with the mistake in it, and the line that must be named; nil when the text no longer has the place.
    func applied(to text: String) -> (text: String, line: Int)? {
        guard let start = after.isEmpty ? text.startIndex : text.firstRange(of: after)?.upperBound else { return nil }
        var changed = text
        var edited: Int
        switch edit {
        case .replace(let piece, let other):
            guard let range = text[start...].firstRange(of: piece) else { return nil }
            edited = Self.line(of: range.lowerBound, in: text)
            changed.replaceSubrange(range, with: other)
        case .replaceAll(let piece, let other):
            guard let range = text[start...].firstRange(of: piece) else { return nil }
            edited = Self.line(of: range.lowerBound, in: text)
            changed = String(text[..<start]) + text[start...].replacing(piece, with: other)
        case .deleteLine(let piece):
            guard let line = Self.wholeLine(piece, in: text[start...]) else { return nil }
            edited = Self.line(of: line.lowerBound, in: text)
            changed.removeSubrange(line)
        case .insertBelow(let piece, let added):
            guard let line = Self.wholeLine(piece, in: text[start...]) else { return nil }
            edited = Self.line(of: line.upperBound, in: text)
            changed.insert(contentsOf: added + "\n", at: line.upperBound)
        case .insertAbove(let piece, let added):
            guard let line = Self.wholeLine(piece, in: text[start...]) else { return nil }
            edited = Self.line(of: line.lowerBound, in: text)
            changed.insert(contentsOf: added + "\n", at: line.lowerBound)
        }
        if case .line(let piece, let anchor) = at {
            guard let from = anchor.isEmpty ? changed.startIndex : changed.firstRange(of: anchor)?.lowerBound,
                let range = changed[from...].firstRange(of: piece)
            else { return nil }
            edited = Self.line(of: range.lowerBound, in: changed)
        }
        return (changed, edited)
    }

    private static func line(of index: String.Index, in text: String) -> Int {
        1 + text[..<index].count { $0 == "\n" }
    }

    /// The line around the first place of a text, its break included.
    private static func wholeLine(_ piece: String, in text: Substring) -> Range<String.Index>? {
        guard let range = text.firstRange(of: piece) else { return nil }
        let start = text[..<range.lowerBound].lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
        let end = text[range.lowerBound...].firstIndex(of: "\n").map { text.index(after: $0) } ?? text.endIndex
        return start..<end
    }
}
