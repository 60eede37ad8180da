/// A command with all its values filled in.
public struct IssuedCommand: Hashable, Sendable {
    /// Shared by everyone who holds the command: one without values is the same each time.
    private final class Contents: Sendable {
        let name: String
        let arguments: [String]
        let text: String
        let span: SourceSpan

        init(text: String, span: SourceSpan) {
            let words = IssuedCommand.words(of: text)
            name = words.first ?? ""
            arguments = Array(words.dropFirst())
            self.text = text
            self.span = span
        }
    }

    private let contents: Contents

    /// Splits `text` into name and arguments.
    public init(text: String, span: SourceSpan) {
        contents = Contents(text: text, span: span)
    }

    /// The first word.
    public var name: String { contents.name }
    /// The other words; double quotes keep words together.
    public var arguments: [String] { contents.arguments }
    /// The whole text, trimmed.
    public var text: String { contents.text }
    /// Where the command stands.
    public var span: SourceSpan { contents.span }

    /// The same text at the same place.
    public static func == (left: IssuedCommand, right: IssuedCommand) -> Bool {
        left.contents === right.contents || (left.text == right.text && left.span == right.span)
    }

    /// Feeds the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// Splits at white space; double quotes keep what is between them together and may stand inside a word.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        var isStarted = false
        for character in text {
            if character == "\"" {
                isQuoted.toggle()
                isStarted = true
            } else if character.isWhitespace, !isQuoted {
                if isStarted { words.append(word) }
                word = ""
                isStarted = false
            } else {
                word.append(character)
                isStarted = true
            }
        }
        if isStarted { words.append(word) }
        return words
    }
}
