/// A piece of text in a line or command.
public enum TextPart: Hashable, Sendable {
    /// Literal text, escapes resolved but those of markup (`\[`, `\]`, `\:`).
    case text(String, SourceSpan)
    /// `{…}`.
    case expression(Expression)
}

/// A line of text: plain, or behind an arrow.
public struct LineSyntax: Hashable, Sendable {
    /// `<<if …>>`, `<<once>>` or `<<once if …>>` behind the text.
    public struct Condition: Hashable, Sendable {
        /// True for `once`.
        public var isOnce: Bool
        /// The expression, if there is one.
        public var expression: Expression?
        /// The whole command.
        public var span: SourceSpan
    }

    /// Text and interpolations in order, trimmed at both ends.
    public var parts: [TextPart]
    /// What must hold for the line to be said.
    public var condition: Condition?
    /// The hashtags in source order.
    public var hashtags: [Hashtag]
    /// The whole line, hashtags included.
    public var span: SourceSpan
    /// The text alone.
    public var textSpan: SourceSpan

    /// The text with the n-th interpolation written `{n}`, from 0: what a string table holds.
    public var template: String {
        TextPart.template(of: parts)
    }

    /// The explicit line id (`line:…`), if the line has one.
    public var lineID: String? {
        hashtags.first { $0.text.hasPrefix("line:") }?.text
    }

    /// The id of the line whose text this one shadows, as `line:…`.
    public var shadowedID: String? {
        hashtags.first { $0.text.hasPrefix("shadow:") }.map { "line:" + $0.text.dropFirst("shadow:".count) }
    }
}

/// A command for the host.
public struct CommandSyntax: Hashable, Sendable {
    /// One word of a command.
    public struct Word: Hashable, Sendable {
        /// The word without quotes; interpolations are written `{n}`.
        public var text: String
        /// True when part of it is only known at run time.
        public var isInterpolated: Bool
        /// Where it stands.
        public var span: SourceSpan
    }

    /// Text and interpolations in order, trimmed at both ends.
    public var parts: [TextPart]
    /// The words, split at white space outside quotes and interpolations; the first is the name.
    public var words: [Word]
    /// Hashtags behind the command.
    public var hashtags: [Hashtag]
    /// From `<<` to `>>`.
    public var span: SourceSpan

    /// The first word; empty when there is none.
    public var name: String { words.first?.text ?? "" }
    /// The words behind the name.
    public var arguments: ArraySlice<Word> { words.dropFirst() }
}

extension TextPart {
    /// The parts as one text, the n-th interpolation written `{n}`.
    static func template(of parts: [TextPart]) -> String {
        var count = 0
        var result = ""
        for part in parts {
            switch part {
            case .text(let text, _): result += text
            case .expression:
                result += "{\(count)}"
                count += 1
            }
        }
        return result
    }
}
