/// A line with all its values filled in.
///
/// What every saying of the line has in common is shared, so that a line without values costs nothing to say.
public struct SpokenLine: Hashable, Sendable {
    /// What markup made of a text that had to be read anew.
    final class Reading: Hashable, Sendable {
        let speaker: String?
        let attributes: [MarkedText.Attribute]
        /// How many bytes of the text are the speaker's name, colon and blanks.
        let prefixLength: Int

        init(_ result: MarkupParser.Result) {
            speaker = result.speaker
            attributes = result.text.attributes
            prefixLength = result.fullText.utf8.count - result.text.string.utf8.count
        }

        static func == (left: Reading, right: Reading) -> Bool {
            left.speaker == right.speaker && left.attributes == right.attributes
                && left.prefixLength == right.prefixLength
        }

        func hash(into hasher: inout Hasher) { hasher.combine(speaker) }
    }

    let source: LineSource
    /// The text with its values; nil when there are none.
    private let filled: String?
    /// Nil when what the source knows of the markup holds.
    private let ownReading: Reading?

    init(source: LineSource, filled: String? = nil, reading: Reading? = nil) {
        self.source = source
        self.filled = filled
        ownReading = reading
    }

    /// The line's id: `line:…`.
    public var id: String { source.id }
    /// The hashtags in source order, without `#`.
    public var tags: [String] { source.tags }
    /// Where the line stands.
    public var span: SourceSpan { source.span }
    /// The name before the colon, trimmed; nil when there is none.
    public var speaker: String? { (ownReading ?? source.reading).speaker }
    /// What is said with the speaker, after markup; test plans compare this.
    public var fullText: String { filled ?? source.fullText }
    /// What is said, without the speaker.
    public var text: MarkedText {
        let reading = ownReading ?? source.reading
        let text = fullText
        let string =
            reading.prefixLength == 0
            ? text : String(decoding: text.utf8.dropFirst(reading.prefixLength), as: UTF8.self)
        return MarkedText(string: string, attributes: reading.attributes)
    }
}
