/// Cuts the body of a node into tokens. Lines never reach into each other, so a mistake ends with its line.
struct Lexer {
    let source: SourceText
    private(set) var tokens: [Token] = []
    var diagnostics: [Diagnostic] = []
    var indentation = Indentation()
    /// Where the scanner stands, and the end of the line it is in.
    var offset = 0
    var limit = 0

    init(_ source: SourceText) {
        self.source = source
    }

    /// The tokens of a body; `delimiter` is the index of its line `---`.
    static func body(_ lines: Range<Int>, after delimiter: Int, of source: SourceText) -> Lexer {
        var lexer = Lexer(source)
        lexer.breakLine(after: delimiter)
        for line in lines {
            lexer.scanLine(line)
            lexer.breakLine(after: line)
        }
        lexer.closeIndentation()
        return lexer
    }

    /// The tokens of one expression, as in a `when:` header.
    static func expression(_ range: Range<Int>, of source: SourceText) -> Lexer {
        var lexer = Lexer(source)
        lexer.offset = range.lowerBound
        lexer.limit = range.upperBound
        lexer.scanExpression(until: .endOfLine)
        lexer.emit(.end, range.upperBound..<range.upperBound)
        return lexer
    }

    var byte: UInt8? { offset < limit ? source.bytes[offset] : nil }

    mutating func emit(_ kind: Token.Kind, _ range: Range<Int>) {
        tokens.append(Token(kind: kind, range: range))
    }

    mutating func skipBlanks() {
        while let byte, source.isBlank(byte) { offset += 1 }
    }

    func isNext(_ text: StaticString) -> Bool {
        source.hasPrefix(text, in: offset..<limit)
    }

    /// What may come next in a line: a statement, more text, or only what may stand behind text.
    private enum Expectation {
        case statement, text, tail
    }

    private mutating func scanLine(_ line: Int) {
        offset = source.lines[line].lowerBound
        limit = source.lines[line].upperBound
        var expectation = Expectation.statement
        skipBlanks()
        if isNext("->") || isNext("=>") { indentation.isArrowLine = true }
        while offset < limit {
            if expectation != .text { skipBlanks() }
            guard let byte, !isNext("//") else { break }
            if isNext("<<") {
                scanCommand()
                expectation = expectation == .statement ? .statement : .tail
            } else if byte == 0x23 {
                scanHashtag()
                expectation = .tail
            } else if expectation == .tail {
                scanStrayText()
            } else if expectation == .statement, isNext("->") || isNext("=>") {
                emit(byte == 0x2D ? .optionArrow : .itemArrow, offset..<offset + 2)
                offset += 2
            } else {
                expectation = .text
                scanText()
            }
        }
    }
}
