extension Lexer {
    /// One piece of text: up to an interpolation, escape, command, hashtag, comment or the end; or one of the first two.
    mutating func scanText() {
        if byte == 0x7B {
            scanInterpolation()
            return
        }
        if byte == 0x5C {
            let length = offset + 1 < limit ? source.scalar(at: offset + 1).length : 0
            emit(.escape, offset..<offset + 1 + length)
            offset += 1 + length
            return
        }
        let start = offset
        while let byte {
            if byte == 0x23 || byte == 0x7B || byte == 0x5C { break }
            if byte == 0x3C, isNext("<<") { break }
            if byte == 0x2F, isNext("//") { break }
            offset += 1
        }
        emit(.text, start..<offset)
    }

    /// `{` expression `}`; a missing brace is left to the parser.
    mutating func scanInterpolation() {
        emit(.openBrace, offset..<offset + 1)
        offset += 1
        scanExpression(until: .brace)
        if byte == 0x7D {
            emit(.closeBrace, offset..<offset + 1)
            offset += 1
        }
    }

    /// `#`, perhaps blanks, and everything up to white space, `#`, `$` or `<`; slashes belong to the tag.
    mutating func scanHashtag() {
        let start = offset
        offset += 1
        skipBlanks()
        while let byte, byte != 0x23, byte != 0x24, byte != 0x3C, !source.isBlank(byte) { offset += 1 }
        emit(.hashtag, start..<offset)
    }

    /// Text where only hashtags may stand.
    mutating func scanStrayText() {
        let start = offset
        while let byte, byte != 0x23, !isNext("<<"), !isNext("//") { offset += 1 }
        emit(.strayText, start..<offset)
    }

    /// `<<` … `>>`, with a statement of the language or a command of the host inside.
    mutating func scanCommand() {
        let start = offset
        while byte == 0x3C { offset += 1 }
        emit(.openCommand, start..<offset)
        let isExcessive = offset - start > 2
        skipBlanks()
        let wordEnd = source.endOfIdentifier(from: offset, limit: limit)
        if let keyword = Keyword(rawValue: source.string(offset..<wordEnd)), endsKeyword(at: wordEnd, keyword) {
            emit(.keyword(keyword), offset..<wordEnd)
            offset = wordEnd
            scanExpression(until: .command)
        } else {
            scanCommandText()
        }
        let end = offset
        while byte == 0x3E { offset += 1 }
        if offset > end { emit(.closeCommand, end..<offset) }
        if isExcessive || offset - end > 2 {
            diagnostics.append(
                Diagnostic(
                    .extraChevrons, "Two chevrons on each side are enough.", at: source.span(start..<offset),
                    hint: "Write `<<` and `>>`."))
        }
    }

    /// A keyword ends at white space or `>`; a parenthesis is forgiven here and explained. `stop` stands alone: with more
    /// words it is a command of the host.
    private mutating func endsKeyword(at end: Int, _ keyword: Keyword) -> Bool {
        guard end < limit else { return true }
        let next = source.bytes[end]
        if keyword == .stop, source.isBlank(next) {
            let rest = source.trimmed(end..<limit)
            return rest.isEmpty || source.hasPrefix(">>", in: rest)
        }
        if source.isBlank(next) || next == 0x3E { return true }
        guard next == 0x28, keyword == .if || keyword == .elseif else { return false }
        diagnostics.append(
            Diagnostic(
                .syntax, "`\(keyword.rawValue)(` is taken as one word.", at: source.span(offset..<end + 1),
                expected: "a space behind `\(keyword.rawValue)`"))
        return true
    }

    private mutating func scanCommandText() {
        while let byte, !isNext(">>") {
            if byte == 0x7B {
                scanInterpolation()
            } else if byte == 0x3E {
                emit(.unknown, offset..<offset + 1)
                offset += 1
            } else {
                let start = offset
                while let byte = self.byte, byte != 0x7B, byte != 0x3E { offset += 1 }
                emit(.commandText, start..<offset)
            }
        }
    }
}
