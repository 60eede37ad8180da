extension Channel {
    /// The longest chat line, and the longest social one, in characters.
    static let longestChat = 160, longestSocial = 280
    /// The longest spoken sentence and the longest paragraph of a mail, in words.
    static let longestSentence = 20, longestParagraph = 90

    /// Why a text is too long for this channel, in a sentence; nil where it is not. Of a mail, one paragraph.
    public func tooLong(_ text: String) -> String? {
        switch self {
        case .chat where text.count > Self.longestChat:
            return "\(text.count) characters are much for a chat line; \(Self.longestChat) are enough."
        case .social where text.count > Self.longestSocial:
            return "\(text.count) characters do not fit a post; \(Self.longestSocial) do."
        case .voice:
            let longest = Prose.sentences(text).map { Prose.words($0).count }.max() ?? 0
            guard longest > Self.longestSentence else { return nil }
            return "A sentence of \(longest) words is hard to hear; \(Self.longestSentence) are enough."
        case .email:
            let count = Prose.words(text).count
            guard count > Self.longestParagraph else { return nil }
            return "A paragraph of \(count) words is hard to read; \(Self.longestParagraph) are enough."
        default: return nil
        }
    }
}
