/// What the host tells a machine to do next.
public enum MachineInput: Hashable, Sendable {
    /// Go on; the answer to everything but options.
    case proceed
    /// Take the option with this index, from 0.
    case choose(Int)
    /// Take none of the options; what follows the group comes next.
    case chooseNone
}

/// What a machine did in one step.
public enum MachineEvent: Hashable, Sendable {
    /// A node began, or goes on after a detour. For a member of a node group this is its own name (`Title.subtitle`).
    case nodeEntered(String)
    /// Somebody says something.
    case line(SpokenLine)
    /// A choice is asked for; only `choose` or `chooseNone` may follow.
    case options([OfferedOption])
    /// A command for the host.
    case command(IssuedCommand)
    /// The conversation is over.
    case finished
}

/// A line with all its values filled in.
public struct SpokenLine: Hashable, Codable, Sendable {
    /// The line's id: `line:…`.
    public var id: String
    /// The name before the colon, trimmed; nil when there is none.
    public var speaker: String?
    /// What is said, without the speaker.
    public var text: MarkedText
    /// What is said with the speaker, after markup; test plans compare this.
    public var fullText: String
    /// The hashtags in source order, without `#`.
    public var tags: [String]
    /// Where the line stands.
    public var span: SourceSpan

    /// A line as a host receives it.
    public init(id: String, speaker: String?, text: MarkedText, fullText: String, tags: [String], span: SourceSpan) {
        self.id = id
        self.speaker = speaker
        self.text = text
        self.fullText = fullText
        self.tags = tags
        self.span = span
    }
}

/// One option of a group.
public struct OfferedOption: Hashable, Codable, Sendable {
    /// Its place in the group, from 0.
    public var index: Int
    /// Its text.
    public var line: SpokenLine
    /// False when its condition failed; it is offered all the same.
    public var isAvailable: Bool

    /// An option as a host receives it.
    public init(index: Int, line: SpokenLine, isAvailable: Bool) {
        self.index = index
        self.line = line
        self.isAvailable = isAvailable
    }
}

/// A command with all its values filled in.
public struct IssuedCommand: Hashable, Codable, Sendable {
    /// The first word.
    public var name: String
    /// The other words; double quotes keep words together.
    public var arguments: [String]
    /// The whole text, trimmed.
    public var text: String
    /// Where the command stands.
    public var span: SourceSpan

    /// Splits `text` into name and arguments.
    public init(text: String, span: SourceSpan) {
        let words = IssuedCommand.words(of: text)
        self.name = words.first ?? ""
        self.arguments = Array(words.dropFirst())
        self.text = text
        self.span = span
    }
}
