/// One file of a Yarn project, as text that somebody else has read.
public struct SourceFile: Hashable, Sendable {
    /// The name that diagnostics show, usually a path relative to the project.
    public var name: String
    /// The whole text; a byte order mark and any kind of line break are accepted.
    public var text: String
    /// Where the bytes the text was made from were not UTF-8; nil when they were, or when there were none.
    public private(set) var damage: TextDamage?

    /// Pairs a name with its text.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// Reads bytes as UTF-8. What is none becomes `U+FFFD`, and a diagnostic when the file is compiled.
    public init(name: String, utf8 bytes: some Collection<UInt8>) {
        self.name = name
        text = String(decoding: bytes, as: UTF8.self)
        damage = TextDamage(in: bytes)
    }
}

/// Bytes of a file that are no text.
public struct TextDamage: Hashable, Sendable {
    /// The first place.
    public var first: SourcePosition
    /// How many places there are.
    public var count: Int

    /// Nil when all bytes are UTF-8.
    init?(in bytes: some Collection<UInt8>) {
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var line = 1
        var currentLine: [UInt8] = []
        var isBehindReturn = false
        var first: SourcePosition?
        var count = 0
        scan: while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar):
                guard first == nil else { continue }
                let byte = scalar.first ?? 0
                if byte == 0x0A || byte == 0x0D {
                    if byte == 0x0D || !isBehindReturn { line += 1 }
                    currentLine.removeAll(keepingCapacity: true)
                } else {
                    currentLine += scalar
                }
                isBehindReturn = byte == 0x0D
            case .error:
                count += 1
                if first == nil {
                    if line == 1, currentLine.starts(with: [0xEF, 0xBB, 0xBF]) { currentLine.removeFirst(3) }
                    first = SourcePosition(line: line, column: String(decoding: currentLine, as: UTF8.self).count + 1)
                }
            case .emptyInput: break scan
            }
        }
        guard let first else { return nil }
        self.first = first
        self.count = count
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
