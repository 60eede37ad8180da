/// What a line knows before it is spoken, shared by everything said from it.
///
/// Markup is read once where it can be: a line without values is finished here, and one whose values cannot touch its markup
/// only has them put between its pieces.
final class LineSource: Sendable {
    /// How the spoken text comes about.
    enum Form: Sendable {
        /// There are no values: the text is `fullText`.
        case fixed
        /// No piece holds markup and the speaker is known: numbers and plain texts are only inserted.
        case plain
        /// Markup is read each time.
        case marked
    }

    let id: String
    let tags: [String]
    let span: SourceSpan
    let pieces: [String]
    /// For a translated line: which values stand between the pieces; nil for all of them in order.
    let order: [Int]?
    let form: Form
    /// For a fixed line what is said, with its speaker.
    let fullText: String
    /// What markup made of it, as far as that holds whatever the values are.
    let reading: SpokenLine.Reading
    /// Bytes of all pieces together.
    let length: Int
    let plurals: PluralRules

    init(
        id: String, tags: [String], span: SourceSpan, pieces: [String], order: [Int]? = nil, plurals: PluralRules
    ) {
        self.plurals = plurals
        self.id = id
        self.tags = tags
        self.span = span
        self.pieces = pieces
        self.order = order
        length = pieces.reduce(0) { $0 + $1.utf8.count }
        guard let head = pieces.first, pieces.count > 1 else {
            let marked = MarkupParser.parse(pieces.first ?? "", plurals: plurals)
            form = .fixed
            fullText = marked.fullText
            reading = SpokenLine.Reading(marked)
            return
        }
        fullText = ""
        // A colon behind the head would make a value part of a name; without any there is no speaker.
        let marked = MarkupParser.parse(head + "0", plurals: plurals)
        let rest = pieces.dropFirst().joined()
        let isPlain =
            Self.isPlain(head, colons: true) && Self.isPlain(rest, colons: marked.speaker != nil)
            && marked.fullText == head + "0"
        form = isPlain ? .plain : .marked
        reading = SpokenLine.Reading(marked)
    }

    /// Whether a text holds nothing that markup would look at; anything but ASCII might need normalising.
    private static func isPlain(_ text: String, colons: Bool) -> Bool {
        text.utf8.allSatisfy { byte in
            byte < 0x80 && byte != 0x5B && byte != 0x5D && byte != 0x5C && (colons || byte != 0x3A)
        }
    }

    /// The line with its values in it: those in a range of `values`.
    func spoken(with values: [Value], _ range: Range<Int>) -> SpokenLine {
        // Most lines have none, and then nothing is touched that would have to be held.
        if form == .fixed { return SpokenLine(source: self) }
        return filled(with: arranged(values[range]))
    }

    private func filled(with values: ArraySlice<Value>) -> SpokenLine {
        let text = TextPart.filled(pieces, values, length: length)
        if form == .plain, values.allSatisfy({ canInsert($0) }) { return SpokenLine(source: self, filled: text) }
        let marked = MarkupParser.parse(text, plurals: plurals)
        return SpokenLine(source: self, filled: marked.fullText, reading: SpokenLine.Reading(marked))
    }

    private func arranged(_ values: ArraySlice<Value>) -> ArraySlice<Value> {
        guard let order else { return values }
        return order.compactMap { Self.value($0, of: values) }[...]
    }

    private static func value(_ index: Int, of values: ArraySlice<Value>) -> Value? {
        let place = values.startIndex + index
        return values.indices.contains(place) ? values[place] : nil
    }

    private func canInsert(_ value: Value) -> Bool {
        guard case .string(let text) = value else { return true }
        // A blank, or nothing, behind the colon would change where the speaker ends.
        guard let first = text.utf8.first, first != 0x20, first != 0x09 else { return false }
        return Self.isPlain(text, colons: false)
    }
}

extension LineSource: Hashable {
    static func == (left: LineSource, right: LineSource) -> Bool {
        left === right
            || (left.id == right.id && left.pieces == right.pieces && left.order == right.order
                && left.tags == right.tags && left.span == right.span && left.plurals == right.plurals)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(pieces)
    }
}

extension TextPart {
    /// Puts values between literal texts; what a value says is never looked into.
    static func filled(_ pieces: [String], _ values: ArraySlice<Value>, length: Int) -> String {
        guard var text = pieces.first else { return "" }
        guard !values.isEmpty else { return text }
        text.reserveCapacity(length + 8 * values.count)
        var piece = 1
        for value in values {
            switch value {
            case .string(let value): text += value
            case .number(let number): text += Value.print(number)
            case .bool: text += value.description
            }
            guard piece < pieces.count else { break }
            text += pieces[piece]
            piece += 1
        }
        return text
    }
}
