/// Reads single tags of markup.
struct MarkupScanner {
    /// One tag.
    struct Tag {
        enum Kind {
            case open, close, closeAll, selfClosing
        }

        var kind: Kind
        var name = ""
        var properties: [MarkedText.Property] = []

        subscript(property: String) -> Value? {
            properties.first { $0.name == property }?.value
        }
    }

    typealias Problem = MarkupParser.Problem

    let bytes: [UInt8]
    var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    func byte(after distance: Int) -> UInt8? {
        offset + distance < bytes.count ? bytes[offset + distance] : nil
    }

    private mutating func skipBlanks() {
        while let byte, byte == 0x20 || byte == 0x09 { offset += 1 }
    }

    private mutating func take(_ wanted: UInt8) -> Bool {
        guard byte == wanted else { return false }
        offset += 1
        return true
    }

    /// Reads from `[` to behind `]`.
    mutating func readTag() throws(Problem) -> Tag {
        offset += 1
        skipBlanks()
        if take(0x2F) {
            skipBlanks()
            if take(0x5D) { return Tag(kind: .closeAll) }
            let name = readName()
            skipBlanks()
            guard !name.isEmpty, take(0x5D) else { throw Problem(message: "A closing tag is `[/name]` or `[/]`.") }
            return Tag(kind: .close, name: name)
        }
        var tag = Tag(kind: .open, name: readName())
        guard !tag.name.isEmpty else { throw Problem(message: "A tag begins with a name: `[name]`.") }
        skipBlanks()
        if take(0x3D) {
            tag.properties.append(MarkedText.Property(name: tag.name, value: try readValue(of: tag.name)))
        }
        while true {
            skipBlanks()
            if take(0x5D) { return tag }
            if take(0x2F) {
                skipBlanks()
                guard take(0x5D) else { throw Problem(message: "`/` ends a tag only before `]`.") }
                tag.kind = .selfClosing
                return tag
            }
            let name = readName()
            guard !name.isEmpty else {
                throw Problem(
                    message: byte == nil
                        ? "`[\(tag.name)` has no `]`." : "`[\(tag.name)` holds something that is no property.")
            }
            skipBlanks()
            guard take(0x3D) else { throw Problem(message: "The property `\(name)` has no value.") }
            tag.properties.append(MarkedText.Property(name: name, value: try readValue(of: name)))
        }
    }

    /// The text up to `[/nomarkup]`, which is taken too.
    mutating func readRaw() throws(Problem) -> ArraySlice<UInt8> {
        let end = Array("[/nomarkup]".utf8)
        let start = offset
        while offset + end.count <= bytes.count {
            if bytes[offset] == 0x5B, bytes[offset...].starts(with: end) {
                offset += end.count
                return bytes[start..<offset - end.count]
            }
            offset += 1
        }
        throw Problem(message: "`[nomarkup]` is not closed.")
    }

    /// Letters, digits and, behind the first, `_` and `|`.
    private mutating func readName() -> String {
        let start = offset
        while let byte {
            let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
            let isDigit = (0x30...0x39).contains(byte)
            guard isLetter || isDigit || (offset > start && (byte == 0x5F || byte == 0x7C)) else { break }
            offset += 1
        }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func readValue(of name: String) throws(Problem) -> Value {
        skipBlanks()
        if byte == 0x22 { return .string(try readQuoted()) }
        let start = offset
        if byte == 0x7B {
            while let byte, byte != 0x7D { offset += 1 }
            guard take(0x7D) else { throw Problem(message: "The brace in `\(name)` is not closed.") }
        } else {
            while let byte, byte != 0x20, byte != 0x09, byte != 0x5D, byte != 0x5B,
                !(byte == 0x2F && self.byte(after: 1) == 0x5D)
            {
                offset += 1
            }
        }
        let word = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard !word.isEmpty else { throw Problem(message: "The property `\(name)` has no value.") }
        switch word {
        case "true", "True": return .bool(true)
        case "false", "False": return .bool(false)
        default: return MarkupScanner.number(word).map(Value.number) ?? .string(word)
        }
    }

    /// `12`, `-1.5`; nothing else counts as a number.
    static func number(_ word: String) -> Float? {
        let digits = word.utf8.drop { $0 == 0x2D }
        guard word.utf8.count - digits.count <= 1, let first = digits.first, (0x30...0x39).contains(first),
            digits.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E })
        else { return nil }
        return Float(word)
    }

    private mutating func readQuoted() throws(Problem) -> String {
        offset += 1
        var text: [UInt8] = []
        while let byte, byte != 0x22 {
            if byte == 0x5C, let next = self.byte(after: 1), [0x22, 0x5C, 0x3A, 0x5B, 0x5D].contains(next) {
                text.append(next)
                offset += 2
            } else {
                text.append(byte)
                offset += 1
            }
        }
        guard take(0x22) else { throw Problem(message: "A text in a tag has no closing quote.") }
        return String(decoding: text, as: UTF8.self)
    }
}
