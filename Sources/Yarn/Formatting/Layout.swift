/// One file, laid out anew; whether it still means the same is for others to see.
struct Layout {
    /// The laid out text.
    private(set) var text = ""
    private let source: SourceText
    /// How far each line of a body is indented, in levels.
    private var levels: [Int: Int] = [:]
    /// The lines that stand in the body of an option.
    private var optionLines: Set<Int> = []
    /// Blanks inside chevrons, which go.
    private var superfluous: [Int: [Range<Int>]] = [:]

    init(of file: SourceFile) {
        source = SourceText(file)
        let outline = Outline(of: source)
        var bodies: [Int: Int] = [:]
        for node in outline.nodes {
            guard let delimiter = node.delimiter else { continue }
            bodies[delimiter] = node.body.upperBound
            measure(node.body, after: delimiter)
        }
        write(bodies)
    }

    // MARK: bodies

    /// Finds out how deep each line of a body stands, from the tokens that open and close bodies and blocks.
    private mutating func measure(_ body: Range<Int>, after delimiter: Int) {
        let tokens = Lexer.body(body, after: delimiter, of: source).tokens
        var line = delimiter
        var options = 0
        var blocks = 0
        var start = 0
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .newline:
                if line > delimiter {
                    let opened = blockChange(tokens[start..<index])
                    levels[line] = options + max(0, blocks + opened.before)
                    if options > 0 { optionLines.insert(line) }
                    blocks = max(0, blocks + opened.after)
                    noteBlanks(tokens[start..<index], in: line)
                }
                line += 1
                start = index + 1
            case .indent:
                options += 1
                start = index + 1
            case .dedent:
                options -= 1
                start = index + 1
            case .blankAfterOption: start = index + 1
            default: break
            }
        }
    }

    /// How the commands at the beginning of a line change the depth of blocks: for the line itself, and behind it.
    private func blockChange(_ tokens: ArraySlice<Token>) -> (before: Int, after: Int) {
        var before = 0
        var after = 0
        var isFirst = true
        var isInCommand = false
        var rest = tokens
        while let token = rest.popFirst() {
            if token.kind == .closeCommand {
                isInCommand = false
            } else if token.kind == .openCommand {
                isInCommand = true
                guard case .keyword(let keyword)? = rest.first?.kind else { continue }
                switch keyword {
                case .if, .once, .enum: after += 1
                case .endif, .endonce, .endenum:
                    after -= 1
                    if isFirst { before -= 1 }
                case .else, .elseif: if isFirst { before -= 1 }
                default: break
                }
                isFirst = false
            } else if !isInCommand {
                break
            }
        }
        return (before, after)
    }

    /// Notes the blanks behind `<<` and before `>>`, and all but one space between the words of a keyword's command.
    private mutating func noteBlanks(_ tokens: ArraySlice<Token>, in line: Int) {
        var ranges: [Range<Int>] = []
        var isInCommand = false
        var isOfKeyword = false
        for (token, next) in zip(tokens, tokens.dropFirst()) {
            if token.kind == .openCommand {
                isInCommand = true
                isOfKeyword = if case .keyword = next.kind { true } else { false }
                if let blank = blank(from: token.range.upperBound, to: next.range.lowerBound) {
                    ranges.append(blank)
                } else if next.kind == .commandText {
                    ranges.append(next.range.lowerBound..<source.trimmed(next.range).lowerBound)
                }
            } else if isInCommand, next.kind == .closeCommand {
                if token.kind == .commandText {
                    let end = source.trimmed(token.range).upperBound
                    ranges.append(max(end, token.range.lowerBound)..<token.range.upperBound)
                } else if let blank = blank(from: token.range.upperBound, to: next.range.lowerBound) {
                    ranges.append(blank)
                }
            } else if isInCommand, isOfKeyword,
                let blank = blank(from: token.range.upperBound, to: next.range.lowerBound), blank.count > 1,
                source.bytes[blank.lowerBound] == 0x20
            {
                ranges.append(blank.lowerBound + 1..<blank.upperBound)
            }
            if token.kind == .closeCommand { isInCommand = false }
        }
        superfluous[line] = ranges.filter { !$0.isEmpty }
    }

    private func blank(from start: Int, to end: Int) -> Range<Int>? {
        guard start < end, source.bytes[start..<end].allSatisfy(source.isBlank) else { return nil }
        return start..<end
    }

    // MARK: writing

    private mutating func write(_ bodies: [Int: Int]) {
        var lines: [String] = []
        var index = 0
        // A blank line is wanted before the next thing that is written.
        var wantsBlank = false
        var isBehindNode = false
        while index < source.lines.count {
            let range = source.trimmed(source.lines[index])
            if let end = bodies[index] {
                lines.append(source.string(range))
                for line in index + 1..<max(index + 1, end) { lines.append(bodyLine(line)) }
                index = end
                if index < source.lines.count {
                    lines.append(source.string(source.trimmed(source.lines[index])))
                    index += 1
                }
                isBehindNode = true
                wantsBlank = false
                continue
            }
            index += 1
            if range.isEmpty {
                wantsBlank = true
                continue
            }
            if !lines.isEmpty, wantsBlank || isBehindNode { lines.append("") }
            wantsBlank = false
            isBehindNode = false
            lines.append(headerLine(range))
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    /// `key: value // comment`, or a comment or file tag as it is.
    private func headerLine(_ range: Range<Int>) -> String {
        let nameEnd = source.endOfIdentifier(from: range.lowerBound, limit: range.upperBound)
        var colon = nameEnd
        while colon < range.upperBound, source.isBlank(source.bytes[colon]) { colon += 1 }
        guard nameEnd > range.lowerBound, colon < range.upperBound, source.bytes[colon] == 0x3A else {
            return source.string(range)
        }
        let value = source.string(source.trimmed(colon + 1..<range.upperBound))
        return source.string(range.lowerBound..<nameEnd) + ":" + (value.isEmpty ? "" : " " + value)
    }

    private func bodyLine(_ line: Int) -> String {
        let whole = source.lines[line]
        let range = source.trimmed(whole)
        let margin = String(repeating: " ", count: (levels[line] ?? 0) * 4)
        // An empty line ends the body of an option, one that keeps its indentation does not.
        if range.isEmpty { return whole.isEmpty || !optionLines.contains(line) ? "" : margin }
        var edits = TextEdits()
        let end = max(range.upperBound, range.lowerBound)
        for blank in superfluous[line] ?? [] where blank.upperBound <= end {
            edits.replace(blank.lowerBound - range.lowerBound..<blank.upperBound - range.lowerBound, with: "")
        }
        return margin + edits.applied(to: Array(source.bytes[range]))
    }
}
