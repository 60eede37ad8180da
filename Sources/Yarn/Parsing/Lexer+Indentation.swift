/// Where option bodies begin and end. White space at the beginning of a line matters nowhere else.
struct Indentation {
    /// Indents of the bodies that are open.
    var open: [Int] = []
    /// Indent of the line before.
    var last = 0
    /// Whether the line being read begins with an arrow.
    var isArrowLine = false
    /// The line where an option, or the last of its body, was seen.
    var mark: Int?
}

extension Lexer {
    /// The rule of every line break: deeper behind an arrow opens a body, shallower closes bodies, and a blank line right
    /// below an option or its body ends the group.
    mutating func breakLine(after line: Int) {
        let end = source.lines[line].upperBound
        emit(.newline, end..<end)
        let indent = line + 1 < source.lines.count ? indent(of: line + 1) : 0
        let next = line + 1 < source.lines.count ? source.lines[line + 1].lowerBound : end
        if let mark = indentation.mark, source.trimmed(source.lines[line]).isEmpty {
            if mark == line - 1 { emit(.blankAfterOption, end..<end) }
            indentation.mark = nil
        }
        if indentation.isArrowLine {
            if indent > indentation.last {
                indentation.open.append(indent)
                emit(.indent, next..<next)
            }
            indentation.isArrowLine = false
            indentation.mark = line
        }
        while let top = indentation.open.last, indent < top {
            indentation.open.removeLast()
            emit(.dedent, end..<end)
            if indentation.open.isEmpty { indentation.mark = line }
        }
        indentation.last = indent
    }

    mutating func closeIndentation() {
        let end = limit
        for _ in indentation.open { emit(.dedent, end..<end) }
        indentation = Indentation()
        emit(.end, end..<end)
    }

    /// Tabs count eight, spaces one.
    private func indent(of line: Int) -> Int {
        var width = 0
        for byte in source.bytes[source.lines[line]] {
            if byte == 0x20 { width += 1 } else if byte == 0x09 { width += 8 } else { break }
        }
        return width
    }
}
