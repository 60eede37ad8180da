extension Parser {
    /// `<<text>>` for the host, with interpolations, words and hashtags.
    mutating func parseHostCommand() throws(Failure) -> CommandSyntax {
        let start = advance().range.lowerBound
        var parts: [TextPart] = []
        var words = CommandWords()
        while kind != .closeCommand {
            switch kind {
            case .commandText:
                parts.append(.text(text, span))
                words.append(token.range, of: source)
                advance()
            case .openBrace:
                let open = token.range.lowerBound
                parts.append(.expression(try parseInterpolation()))
                words.appendInterpolation(open..<previousEnd)
            case .unknown:
                throw failure(
                    "A single `>` stands inside the command.", expected: "`>>` at its end",
                    hint: "A command cannot hold the sign `>`.")
            default:
                throw unclosedCommand(from: start)
            }
        }
        words.finish()
        advance()
        let place = span(from: start)
        parts = TextPart.trimmed(parts)
        if parts.isEmpty {
            throw Failure(
                diagnostic: Diagnostic(.syntax, "The command is empty.", at: place, expected: "the name of a command"))
        }
        let hashtags = try parseHashtags()
        if kind == .strayText {
            throw failure("There is text behind the hashtag.", expected: "the end of the line")
        }
        warnAboutTextBehindCommand()
        let syntax = words.words.map {
            CommandSyntax.Word(text: $0.text, isInterpolated: $0.isInterpolated, span: source.span($0.range))
        }
        return CommandSyntax(parts: parts, words: syntax, hashtags: hashtags, span: place)
    }
}

/// Splits a command into words while it is read, remembering where each stands.
private struct CommandWords {
    struct Word {
        var text = ""
        var isInterpolated = false
        var range: Range<Int>
    }

    private(set) var words: [Word] = []
    private var current: Word?
    private var bytes: [UInt8] = []
    private var isQuoted = false
    private var interpolations = 0

    mutating func append(_ range: Range<Int>, of source: SourceText) {
        for offset in range {
            let byte = source.bytes[offset]
            if source.isBlank(byte), !isQuoted {
                finish()
                continue
            }
            extend(to: offset..<offset + 1)
            if byte == 0x22 { isQuoted.toggle() } else { bytes.append(byte) }
        }
    }

    mutating func appendInterpolation(_ range: Range<Int>) {
        extend(to: range)
        bytes += Array("{\(interpolations)}".utf8)
        current?.isInterpolated = true
        interpolations += 1
    }

    private mutating func extend(to range: Range<Int>) {
        let start = current?.range.lowerBound ?? range.lowerBound
        if current == nil { current = Word(range: range) }
        current?.range = start..<range.upperBound
    }

    mutating func finish() {
        guard var word = current else { return }
        word.text = String(decoding: bytes, as: UTF8.self)
        words.append(word)
        current = nil
        bytes = []
    }
}
