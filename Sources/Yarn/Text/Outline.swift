/// A file cut into nodes, each into headers and the lines of its body. Bodies are not looked into.
struct Outline {
    /// A header with the byte range of its value, for `when:` expressions.
    struct HeaderLine {
        var header: Header
        var value: Range<Int>
    }

    struct Node {
        var headers: [HeaderLine] = []
        /// Index of the line `---`; nil when it is missing.
        var delimiter: Int?
        /// Indices of the lines between `---` and `===`.
        var body: Range<Int> = 0..<0
        /// From the first header to the last line.
        var range: Range<Int>
    }

    private(set) var tags: [Hashtag] = []
    private(set) var nodes: [Node] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let source: SourceText
    private var line = 0

    init(of source: SourceText) {
        self.source = source
        while line < source.lines.count { readNode() }
        if nodes.isEmpty, diagnostics.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .syntax, "The file has no node.", at: source.span(source.lines[0]), expected: "title: Start",
                    hint: "A node is headers, a line `---`, a body and a line `===`."))
        }
    }

    private mutating func readNode() {
        var node = Node(range: 0..<0)
        var hasComplained = false
        var firstLine: Int?
        while line < source.lines.count {
            let range = source.trimmed(source.lines[line])
            defer { line += 1 }
            if range.isEmpty || source.hasPrefix("//", in: range) { continue }
            if source.bytes[range.lowerBound] == 0x23, firstLine == nil {
                readFileTag(range)
                continue
            }
            firstLine = firstLine ?? line
            if source.hasPrefix("---", in: range) {
                node.delimiter = line
                break
            }
            if source.hasPrefix("===", in: range) { break }
            if let header = readHeader(range) {
                node.headers.append(header)
            } else if !hasComplained {
                hasComplained = true
                complainAboutHeader(range)
            }
        }
        guard let firstLine else { return }
        let start = source.lines[firstLine].lowerBound
        if node.delimiter == nil {
            let end = source.lines[min(line, source.lines.count) - 1].upperBound
            node.range = start..<end
            if !hasComplained {
                diagnostics.append(
                    Diagnostic(
                        .missingDelimiter, "The node has headers but no body.",
                        at: source.span(source.lines[firstLine]),
                        expected: "a line `---` behind the headers, and `===` at the end of the body"))
            }
            nodes.append(node)
            return
        }
        readBody(of: &node)
        node.range = start..<source.lines[min(max(line, 1), source.lines.count) - 1].upperBound
        nodes.append(node)
    }

    private mutating func readBody(of node: inout Node) {
        let first = line
        while line < source.lines.count {
            let range = source.trimmed(source.lines[line])
            if source.hasPrefix("===", in: range) {
                node.body = first..<line
                line += 1
                return
            }
            if source.hasPrefix("title", in: range), beginsNode(at: line) {
                node.body = first..<line
                diagnostics.append(
                    Diagnostic(
                        .missingDelimiter, "The node before this title has no end.", at: source.span(range),
                        expected: "a line `===` before the next node"))
                return
            }
            line += 1
        }
        node.body = first..<line
        let delimiter = source.lines[node.delimiter ?? first]
        diagnostics.append(
            Diagnostic(
                .missingDelimiter, "The body that begins here has no end.", at: source.span(source.trimmed(delimiter)),
                expected: "a line `===` at the end of the body"))
    }

    /// Whether the lines from `first` on are headers followed by `---`.
    private func beginsNode(at first: Int) -> Bool {
        for index in first..<min(first + 64, source.lines.count) {
            let range = source.trimmed(source.lines[index])
            if range.isEmpty || source.hasPrefix("//", in: range) { continue }
            if source.hasPrefix("---", in: range) { return index > first }
            if readHeader(range) == nil { return false }
        }
        return false
    }

    private func readHeader(_ range: Range<Int>) -> HeaderLine? {
        let nameEnd = source.endOfIdentifier(from: range.lowerBound, limit: range.upperBound)
        guard nameEnd > range.lowerBound else { return nil }
        var colon = nameEnd
        while colon < range.upperBound, source.isBlank(source.bytes[colon]) { colon += 1 }
        guard colon < range.upperBound, source.bytes[colon] == 0x3A else { return nil }
        let name = source.string(range.lowerBound..<nameEnd)
        let end = endOfValue(in: colon + 1..<range.upperBound, isExpression: name == "when")
        let value = source.trimmed(colon + 1..<end)
        let header = Header(
            name: name, value: source.string(value), span: source.span(value),
            nameSpan: source.span(range.lowerBound..<nameEnd))
        return HeaderLine(header: header, value: value)
    }

    /// Where a comment begins, or the line ends. Two slashes between the quotes of an expression begin none.
    private func endOfValue(in range: Range<Int>, isExpression: Bool) -> Int {
        var index = range.lowerBound
        var isQuoted = false
        while index < range.upperBound {
            let byte = source.bytes[index]
            if byte == 0x22, isExpression { isQuoted.toggle() }
            if byte == 0x5C, isQuoted { index += 1 }
            if !isQuoted, source.hasPrefix("//", in: index..<range.upperBound) { return index }
            index += 1
        }
        return range.upperBound
    }

    private mutating func readFileTag(_ range: Range<Int>) {
        let text = source.string(range.lowerBound + 1..<range.upperBound)
        let span = source.span(range)
        if nodes.isEmpty {
            let word = text.prefix { !$0.isWhitespace }
            tags.append(Hashtag(text: String(word), span: span))
        } else {
            diagnostics.append(
                Diagnostic(
                    .syntax, "Hashtags of a file stand before its first node.", at: span, hint: "Move it to the top."))
        }
    }

    private mutating func complainAboutHeader(_ range: Range<Int>) {
        let looksLikeBody =
            source.hasPrefix("->", in: range) || source.hasPrefix("<<", in: range) || source.hasPrefix("=>", in: range)
        diagnostics.append(
            Diagnostic(
                .syntax, "This is neither a header nor the line `---`.", at: source.span(range),
                expected: "a header such as `title: Start`, or `---`",
                hint: looksLikeBody
                    ? "The body begins after a line `---`."
                    : "A header is one word, a colon and a value: letters, digits and underscores before the colon."))
    }
}
