/// What the markup of one line says, with the speaker's prefix kept in the text: the form that the reference reports.
public struct LineMarkup: Hashable, Sendable {
    /// What positions and lengths count.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        /// What a reader sees as one (grapheme clusters).
        case characters
        /// 16-bit units, as the reference implementation counts.
        case utf16
    }

    /// The text without its tags, with the speaker's prefix.
    public var text: String
    /// What the tags named, in the order in which they were opened; a speaker is one called `character`.
    public var attributes: [MarkedText.Attribute]
    /// What is wrong; then the text is raw and has no attributes.
    public var problems: [String]

    /// Reads the markup of a line whose values are filled in.
    public init(of line: String, countedIn unit: Unit = .characters) {
        let result = MarkupParser.parse(line)
        if let problem = result.problem {
            text = line
            attributes = []
            problems = [problem]
            return
        }
        text = result.fullText
        problems = []
        let counter = CharacterCounter(Array(text.utf8)[...])
        attributes = result.marks.map { mark in
            let start = counter.characters(before: mark.range.lowerBound)
            let end = counter.characters(before: mark.range.upperBound)
            return MarkedText.Attribute(
                name: mark.name, start: start, length: end - start, properties: mark.properties)
        }
        if unit == .utf16 { countInUTF16() }
    }

    private mutating func countInUTF16() {
        var offsets = [0]
        for character in text { offsets.append(offsets[offsets.count - 1] + character.utf16.count) }
        func offset(_ index: Int) -> Int { offsets[min(max(index, 0), offsets.count - 1)] }
        for index in attributes.indices {
            let start = offset(attributes[index].start)
            attributes[index].length = offset(attributes[index].start + attributes[index].length) - start
            attributes[index].start = start
        }
    }
}
