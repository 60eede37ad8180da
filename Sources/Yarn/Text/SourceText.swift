/// A file as bytes, with its lines; turns byte offsets into places a person can find.
struct SourceText: Sendable {
    let name: String
    let bytes: [UInt8]
    /// Offset of the first byte of each line, and of the byte behind its last one (the break not included).
    private(set) var lines: [Range<Int>] = []
    /// For lines that are not plain ASCII: the offset of each character.
    private var characterStarts: [Int: [Int]] = [:]

    init(_ file: SourceFile) {
        self.init(name: file.name, utf8: Array(file.text.utf8))
    }

    init(name: String, utf8: [UInt8]) {
        self.name = name
        bytes = utf8
        var start = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var offset = start
        var isPlain = true
        while offset < utf8.count {
            let byte = utf8[offset]
            if byte == 0x0A || byte == 0x0D {
                close(start..<offset, isPlain: isPlain)
                if byte == 0x0D, offset + 1 < utf8.count, utf8[offset + 1] == 0x0A { offset += 1 }
                start = offset + 1
                isPlain = true
            } else if byte >= 0x80 {
                isPlain = false
            }
            offset += 1
        }
        close(start..<utf8.count, isPlain: isPlain)
    }

    private mutating func close(_ line: Range<Int>, isPlain: Bool) {
        if !isPlain {
            var starts: [Int] = []
            var offset = line.lowerBound
            for character in String(decoding: bytes[line], as: UTF8.self) {
                starts.append(offset)
                offset += character.utf8.count
            }
            characterStarts[lines.count] = starts
        }
        lines.append(line)
    }

    /// The index of the line that holds an offset, from 0.
    func lineIndex(at offset: Int) -> Int {
        var low = 0
        var high = lines.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lines[middle].lowerBound <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }

    func position(at offset: Int) -> SourcePosition {
        let line = lineIndex(at: offset)
        let inside = min(max(offset, lines[line].lowerBound), lines[line].upperBound)
        guard let starts = characterStarts[line] else {
            return SourcePosition(line: line + 1, column: inside - lines[line].lowerBound + 1)
        }
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < inside { low = middle + 1 } else { high = middle }
        }
        return SourcePosition(line: line + 1, column: low + 1)
    }

    func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(file: name, start: position(at: range.lowerBound), end: position(at: range.upperBound))
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The part of a line between its white space.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    func hasPrefix(_ prefix: StaticString, in range: Range<Int>) -> Bool {
        guard range.count >= prefix.utf8CodeUnitCount else { return false }
        return prefix.withUTF8Buffer { wanted in
            wanted.indices.allSatisfy { bytes[range.lowerBound + $0] == wanted[$0] }
        }
    }

    /// The scalar at an offset and its length in bytes; the text is valid UTF-8 and the offset at a boundary.
    func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = UInt32(bytes[offset])
        if first < 0x80 { return (Unicode.Scalar(bytes[offset]), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard offset + length <= bytes.count else { return ("\u{FFFD}", 1) }
        var value = first & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
        for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The end of the identifier that begins at `offset`; `offset` itself when none does.
    func endOfIdentifier(from offset: Int, limit: Int) -> Int {
        var end = offset
        while end < limit {
            let (scalar, length) = scalar(at: end)
            guard end == offset ? scalar.beginsIdentifier : scalar.continuesIdentifier else { break }
            end += length
        }
        return end
    }

    func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }
}
