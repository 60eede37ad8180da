/// One file of a Yarn project, as text that somebody else has read.
public struct SourceFile: Hashable, Sendable {
    /// The name that diagnostics show, usually a path relative to the project.
    public var name: String
    /// The whole text; a byte order mark and any kind of line break are accepted.
    public var text: String

    /// Pairs a name with its text.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// A place in a file, counted the way editors show it.
public struct SourcePosition: Hashable, Comparable, Codable, Sendable {
    /// Line, from 1.
    public var line: Int
    /// Column in characters (grapheme clusters), from 1.
    public var column: Int

    /// A place by line and column, both from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Earlier lines first, then earlier columns.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A stretch of a file: from the first character up to, not including, `end`.
public struct SourceSpan: Hashable, Codable, Sendable {
    /// Name of the file.
    public var file: String
    /// The first character.
    public var start: SourcePosition
    /// The place behind the last character.
    public var end: SourcePosition

    /// A stretch of the named file.
    public init(file: String, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = end
    }

    /// The stretch from the beginning of this span to the end of `other`.
    public func joined(to other: SourceSpan) -> SourceSpan {
        SourceSpan(file: file, start: min(start, other.start), end: max(end, other.end))
    }
}
