/// The second parser: takes tags out of a composed line and finds its speaker.
///
/// `[b]…[/b]` names a stretch, `[pause/]` a place, `[select …/]` and its kin put other text there, `[/]` closes all,
/// `[nomarkup]…[/nomarkup]` is left alone. If anything is wrong, the whole text is kept raw.
struct MarkupParser {
    /// What came of a line.
    struct Result {
        var speaker: String?
        /// Without the speaker.
        var text: MarkedText
        /// With the speaker.
        var fullText: String
        /// What is wrong with the markup, if anything.
        var problem: String?
        /// What was named in the full text, the speaker's prefix among it, in the order in which it was opened.
        var marks: [Mark] = []
    }

    /// A stretch of the full text that a tag, or the colon behind a speaker, named.
    struct Mark {
        var name: String
        /// Bytes of the full text.
        var range: Range<Int>
        var properties: [MarkedText.Property]
    }

    struct Problem: Error {
        var message: String
    }

    /// A tag that was opened; its place is a byte offset in `output`.
    private struct Opened {
        var order: Int
        var name: String
        var start: Int
        var properties: [MarkedText.Property]
    }

    /// How many tags may be open at once.
    static let tagLimit = 100

    private let input: [UInt8]
    private var scanner: MarkupScanner
    private var output: [UInt8] = []
    private var opened: [Opened] = []
    private var closed: [(order: Int, name: String, range: Range<Int>, properties: [MarkedText.Property])] = []
    private var count = 0
    /// Bytes of `output` before the colon of the speaker, and before what follows it.
    private var prefix: (name: Int, end: Int)?
    /// Whether a blank goes if it comes next: a tag that closed itself takes it, also from inside a tag that opens behind it.
    private var takesBlank = false
    private let readsTags: Bool
    private let plurals: PluralRules

    static func parse(_ source: String, plurals: PluralRules = .english) -> Result {
        let text = Composition.compose(source)
        guard text.utf8.contains(where: { $0 == 0x5B || $0 == 0x5C || $0 == 0x3A }) else {
            return Result(speaker: nil, text: MarkedText(string: text), fullText: text, problem: nil)
        }
        let bytes = Array(text.utf8)
        do throws(Problem) {
            var parser = MarkupParser(bytes, readsTags: true, plurals)
            try parser.run()
            return parser.result(problem: nil)
        } catch {
            var parser = MarkupParser(bytes, readsTags: false, plurals)
            // Without tags nothing can go wrong.
            try? parser.run()
            return parser.result(problem: error.message)
        }
    }

    private init(_ bytes: [UInt8], readsTags: Bool, _ plurals: PluralRules) {
        self.plurals = plurals
        input = bytes
        scanner = MarkupScanner(bytes)
        self.readsTags = readsTags
    }

    private mutating func run() throws(Problem) {
        while let byte = scanner.byte {
            if byte == 0x5B, readsTags {
                try readTag()
                continue
            }
            if takesBlank {
                takesBlank = false
                if byte == 0x20 || byte == 0x09 {
                    scanner.offset += 1
                    continue
                }
            }
            if byte == 0x5C, readsTags, let next = scanner.byte(after: 1), next == 0x5B || next == 0x5D || next == 0x3A
            {
                output.append(next)
                scanner.offset += 2
                continue
            }
            if byte == 0x5C, !readsTags, scanner.byte(after: 1) == 0x3A {
                output += [0x5C, 0x3A]
                scanner.offset += 2
                continue
            }
            scanner.offset += 1
            output.append(byte)
            if byte == 0x3A, prefix == nil, !hasExplicitSpeaker { readPrefix() }
        }
        if let open = opened.last { throw Problem(message: "`[\(open.name)]` is not closed.") }
    }

    private var hasExplicitSpeaker: Bool {
        opened.contains { $0.name == "character" } || closed.contains { $0.name == "character" }
    }

    /// The colon has just been read: what stands before it is the speaker, white space behind it belongs to the prefix.
    private mutating func readPrefix() {
        let name = output.count - 1
        while let byte = scanner.byte, byte == 0x20 || byte == 0x09 {
            output.append(byte)
            scanner.offset += 1
        }
        prefix = (name, output.count)
    }

    // MARK: tags

    private mutating func readTag() throws(Problem) {
        let tag = try scanner.readTag()
        switch tag.kind {
        case .closeAll:
            for open in opened.reversed() { close(open) }
            opened = []
            takesBlank = false
        case .close:
            guard let index = opened.lastIndex(where: { $0.name == tag.name }) else {
                throw Problem(message: "`[/\(tag.name)]` closes nothing.")
            }
            close(opened.remove(at: index))
            takesBlank = false
        case .open:
            if tag.name == "nomarkup" {
                let start = output.count
                output += MarkupParser.unescaped(try scanner.readRaw())
                closed.append((count, "nomarkup", start..<output.count, tag.properties))
                count += 1
                takesBlank = false
                return
            }
            if MarkupReplacement.names.contains(tag.name) {
                throw Problem(message: "`[\(tag.name)]` closes itself: `[\(tag.name) …/]`.")
            }
            guard opened.count < Self.tagLimit else { throw Problem(message: "Too many tags are open here.") }
            opened.append(Opened(order: count, name: tag.name, start: output.count, properties: tag.properties))
            count += 1
        case .selfClosing:
            if MarkupReplacement.names.contains(tag.name) {
                output += try MarkupReplacement.text(for: tag, plurals).utf8
            } else {
                var properties = tag.properties
                if tag["trimwhitespace"] == nil {
                    properties.append(MarkedText.Property(name: "trimwhitespace", value: .bool(true)))
                }
                closed.append((count, tag.name, output.count..<output.count, properties))
                count += 1
            }
            takesBlank = tag["trimwhitespace"] != .bool(false)
        }
    }

    /// Colons and brackets lose their backslash also where tags are not read.
    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        for (index, byte) in zip(bytes.indices, bytes) {
            if byte == 0x5C, index + 1 < bytes.endIndex, [0x3A, 0x5B, 0x5D].contains(bytes[index + 1]) { continue }
            result.append(byte)
        }
        return result
    }

    private mutating func close(_ open: Opened) {
        closed.append((open.order, open.name, open.start..<output.count, open.properties))
    }

    // MARK: result

    private func result(problem: String?) -> Result {
        let fullText = String(decoding: output, as: UTF8.self)
        var speaker: String?
        var cut = 0
        var attributes = closed.sorted { $0.order < $1.order }
        var marks = attributes.map { Mark(name: $0.name, range: $0.range, properties: $0.properties) }
        if let prefix {
            let name = TextPart.trimmed(String(decoding: output[..<prefix.name], as: UTF8.self))
            speaker = name
            cut = prefix.end
            let property = MarkedText.Property(name: "name", value: .string(name))
            marks.insert(Mark(name: "character", range: 0..<prefix.end, properties: [property]), at: 0)
        } else if let index = attributes.firstIndex(where: { $0.name == "character" }) {
            let explicit = attributes.remove(at: index)
            speaker = explicit.properties.first { $0.name == "name" }?.value.description
            if explicit.range.lowerBound == 0 { cut = explicit.range.upperBound }
        }
        let text = output[cut...]
        let counter = CharacterCounter(text)
        let marked = attributes.map { attribute in
            let start = counter.characters(before: attribute.range.lowerBound)
            let end = counter.characters(before: attribute.range.upperBound)
            return MarkedText.Attribute(
                name: attribute.name, start: start, length: end - start, properties: attribute.properties)
        }
        return Result(
            speaker: speaker.map { TextPart.trimmed($0) },
            text: MarkedText(string: String(decoding: text, as: UTF8.self), attributes: marked),
            fullText: fullText, problem: problem, marks: marks)
    }
}

/// Turns byte offsets into counts of characters.
struct CharacterCounter {
    private let start: Int
    private var ends: [Int] = []

    init(_ text: ArraySlice<UInt8>) {
        start = text.startIndex
        var offset = text.startIndex
        for character in String(decoding: text, as: UTF8.self) {
            offset += character.utf8.count
            ends.append(offset)
        }
    }

    /// How many characters end at or before a byte; a character that is cut in two counts as before it.
    func characters(before offset: Int) -> Int {
        guard offset > start else { return 0 }
        var low = 0
        var high = ends.count
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return min(low + 1, ends.count)
    }
}

extension SourceSpan {
    /// For texts that come from no file.
    static var nowhere: SourceSpan {
        let origin = SourcePosition(line: 1, column: 1)
        return SourceSpan(file: "", start: origin, end: origin)
    }
}
