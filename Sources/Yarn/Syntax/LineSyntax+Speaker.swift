extension LineSyntax {
    /// Who speaks, as far as the source tells: the text before the first colon that is neither escaped nor inside a tag.
    ///
    /// Nil when there is no such colon, or when a value stands before it. The span covers the name alone.
    public var speaker: (name: String, span: SourceSpan)? {
        guard case .text(let text, let span) = parts.first else { return nil }
        var name = ""
        var isEscaped = false
        var depth = 0
        for character in text {
            if isEscaped {
                name.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "[" {
                depth += 1
            } else if character == "]" {
                depth -= 1
            } else if character == ":", depth <= 0 {
                guard case .text(let trimmed, _) = TextPart.trimmed([.text(name, span)]).first else {
                    return ("", span)
                }
                let start = textSpan.start
                let end = SourcePosition(line: start.line, column: start.column + trimmed.count)
                return (trimmed, SourceSpan(file: span.file, start: start, end: end))
            } else if depth <= 0 {
                name.append(character)
            }
        }
        return nil
    }
}
