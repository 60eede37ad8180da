extension Parser {
    /// Text, then a condition, then hashtags; up to the end of the source line.
    mutating func parseLine(isOption: Bool) throws(Failure) -> LineSyntax {
        let start = token.range.lowerBound
        if kind == .hashtag {
            throw failure(
                "A line cannot begin with a hashtag.", expected: "text",
                hint: "Write `\\#` if the sign is part of the text.")
        }
        let parts = try parseText()
        let textSpan = span(from: start)
        if parts.isEmpty {
            throw failure(
                isOption
                    ? "The arrow has no text behind it."
                    : "\(description) does not begin a statement.".capitalisedFirst,
                expected: isOption ? "the text of the option" : "text")
        }
        if !isOption { warnAboutChevrons(parts, at: textSpan) }
        let condition = try parseLineCondition()
        let hashtags = try parseHashtags()
        if !isAtLineEnd { throw failureBehindText(afterHashtag: !hashtags.isEmpty) }
        return LineSyntax(
            parts: parts, condition: condition, hashtags: hashtags, span: span(from: start), textSpan: textSpan)
    }

    /// Text and interpolations, neighbouring texts joined, trimmed at both ends.
    private mutating func parseText() throws(Failure) -> [TextPart] {
        var parts: [TextPart] = []
        while true {
            switch kind {
            case .text: append(text, span, to: &parts)
            case .escape: append(try unescaped(), span, to: &parts)
            case .openBrace:
                parts.append(.expression(try parseInterpolation()))
                continue
            default:
                return TextPart.trimmed(parts)
            }
            advance()
        }
    }

    private func append(_ text: String, _ span: SourceSpan, to parts: inout [TextPart]) {
        if case .text(var before, let place) = parts.last {
            // Taken out first, so that the text is not shared and grows in place.
            parts.removeLast()
            before += text
            parts.append(.text(before, place.joined(to: span)))
        } else {
            parts.append(.text(text, span))
        }
    }

    /// The text an escape stands for; those of markup keep their backslash.
    private func unescaped() throws(Failure) -> String {
        let escape = text
        switch escape {
        case "\\\\", "\\<", "\\>", "\\{", "\\}", "\\#", "\\/": return String(escape.dropFirst())
        case "\\[", "\\]", "\\:": return escape
        default:
            throw failure(
                "`\(escape)` is no escape.", expected: "one of `\\\\ \\< \\> \\{ \\} \\# \\/ \\[ \\] \\:`",
                hint: "A backslash itself is written twice.")
        }
    }

    /// `{` expression `}`.
    mutating func parseInterpolation() throws(Failure) -> Expression {
        let open = advance()
        if kind == .closeBrace {
            throw Failure(
                diagnostic: Diagnostic(
                    .syntax, "There is nothing between the braces.",
                    at: source.span(open.range.lowerBound..<token.range.upperBound),
                    expected: "an expression", hint: "Write `\\{\\}` if the braces are part of the text."))
        }
        let expression = try parseExpression()
        guard take(.closeBrace) != nil else {
            if isAtLineEnd {
                throw Failure(
                    diagnostic: Diagnostic(
                        .syntax, "The brace is not closed.", at: source.span(open.range),
                        expected: "`}` on the same line",
                        hint: "Write `\\{` if it is part of the text."))
            }
            throw failure("The expression does not go on with \(description).", expected: "`}`")
        }
        return expression
    }

    private mutating func parseLineCondition() throws(Failure) -> LineSyntax.Condition? {
        guard kind == .openCommand, case .keyword(let keyword) = nextKind, keyword == .if || keyword == .once else {
            return nil
        }
        let start = advance().range.lowerBound
        advance()
        var expression: Expression?
        if keyword == .if {
            expression = try parseCondition(of: "if")
        } else if kind == .identifier, text == "if" {
            advance()
            expression = try parseCondition(of: "if")
        }
        guard take(.closeCommand) != nil else {
            if isAtLineEnd { throw unclosedCommand(from: start) }
            throw failure("The condition does not go on with \(description).", expected: "`>>`")
        }
        return LineSyntax.Condition(isOnce: keyword == .once, expression: expression, span: span(from: start))
    }

    mutating func parseHashtags() throws(Failure) -> [Hashtag] {
        var tags: [Hashtag] = []
        while kind == .hashtag {
            let tag = TextPart.trimmed(String(text.dropFirst()))
            if tag.isEmpty {
                throw failure(
                    "There is no word behind the hash sign.", expected: "a hashtag such as `#tag`",
                    hint: "Write `\\#` if the sign is part of the text.")
            }
            tags.append(Hashtag(text: tag, span: span))
            advance()
        }
        return tags
    }

    private func failureBehindText(afterHashtag: Bool) -> Failure {
        if kind == .openCommand {
            if case .keyword(let keyword) = nextKind, keyword == .if || keyword == .once {
                return failure(
                    afterHashtag ? "The condition stands behind a hashtag." : "A line has one condition.",
                    expected: "text, then one condition, then hashtags",
                    hint: afterHashtag ? "Move `<<\(keyword.rawValue) …>>` in front of the hashtags." : nil)
            }
            return Failure(
                diagnostic: Diagnostic(
                    .commandAfterText, "Only `<<if>>` and `<<once>>` may follow text.", at: span,
                    hint: "Put the command on a line of its own."))
        }
        return failure(
            "There is text behind the \(afterHashtag ? "hashtag" : "condition").",
            expected: "hashtags, or the end of the line",
            hint: "Text comes first, then the condition, then hashtags; a hash sign in text is written `\\#`.")
    }

    /// Things that look like commands but are taken as text.
    private mutating func warnAboutChevrons(_ parts: [TextPart], at span: SourceSpan) {
        guard parts.count == 1, case .text(let text, _) = parts[0] else { return }
        let words = text.split(separator: " ", maxSplits: 2).map(String.init)
        let isRaw = source.string(tokens[max(index - 1, 0)].range).hasSuffix(words.last ?? "")
        if text.hasPrefix("<"), text.hasSuffix(">"), !text.contains("/"), isRaw, text.dropFirst().first != "<" {
            report(.singleChevrons, "This is taken as text.", at: span, hint: "Commands have two chevrons: `<<…>>`.")
        } else if text.hasSuffix(">>"), isRaw {
            report(
                .strayChevrons, "This `>>` ends no command.", at: span,
                hint: "Begin the command with `<<`, or write `\\>\\>` if it is text.")
        } else if let first = words.first, let keyword = Keyword(rawValue: first), isRaw {
            let isBare = words.count == 1 && [.endif, .endonce, .endenum, .else].contains(keyword)
            let isAssignment = (keyword == .set || keyword == .declare) && words.count > 1 && words[1].hasPrefix("$")
            if isBare || isAssignment {
                report(
                    .bareKeyword, "This is taken as text.", at: span,
                    hint: "Write `<<\(text)>>` if it is meant to happen.")
            }
        }
    }
}

extension TextPart {
    /// Without white space at either end.
    static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    static func trimmed(_ parts: [TextPart]) -> [TextPart] {
        var parts = parts
        if case .text(let text, let span) = parts.first {
            let rest = String(text.drop { $0.isWhitespace })
            if rest.isEmpty { parts.removeFirst() } else { parts[0] = .text(rest, span) }
        }
        if case .text(var text, let span) = parts.last {
            while text.last?.isWhitespace == true { text.removeLast() }
            parts.removeLast()
            if !text.isEmpty { parts.append(.text(text, span)) }
        }
        return parts
    }
}

extension String {
    /// The text with its first letter large, for the beginning of a sentence.
    var capitalisedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
