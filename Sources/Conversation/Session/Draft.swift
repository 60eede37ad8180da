/// A mail that is being written.
public struct Draft: Equatable, Sendable {
    /// One paragraph, and whose words it is.
    public struct Paragraph: Equatable, Sendable {
        /// Where the words come from.
        public enum Origin: Equatable, Sendable {
            /// The story put them there.
            case given
            /// The agent chose them.
            case chosen
            /// The agent typed them.
            case written
        }

        /// The words.
        public var text: String
        /// Where they come from. A paragraph that was typed over is the agent's own.
        public var origin: Origin
        /// The moves of the reply it was, as long as at least half of that reply's words are still in it.
        public var moves: [String] = []
        /// The words it began with, which tell how much of them is left.
        var beginning = ""
    }

    /// The subject.
    public var subject = ""
    /// The paragraphs, in order.
    public var paragraphs: [Paragraph] = []
    /// The names of the attached files.
    public var attachments: [String] = []

    /// Nothing has been written.
    public var isEmpty: Bool { subject.isEmpty && paragraphs.isEmpty && attachments.isEmpty }

    /// The words of every paragraph.
    public var texts: [String] { paragraphs.map(\.text) }

    /// The draft with what the agent types in it.
    public func applying(_ edit: DraftEdit) -> Draft {
        var draft = self
        draft.apply(DraftEdited(edit))
        return draft
    }

    mutating func append(_ text: String, _ origin: Paragraph.Origin, moves: [String] = []) {
        paragraphs.append(Paragraph(text: text, origin: origin, moves: moves, beginning: text))
    }

    /// Changes what the agent typed. A place that is not there changes nothing: a damaged log never traps.
    mutating func apply(_ edit: DraftEdited) {
        switch edit.change {
        case .subject: subject = edit.text
        case .added:
            let place = min(max(0, edit.place ?? paragraphs.count), paragraphs.count)
            paragraphs.insert(
                Paragraph(text: edit.text, origin: .written, moves: [], beginning: edit.text), at: place)
        case .rewritten:
            guard let place = edit.place, paragraphs.indices.contains(place) else { return }
            paragraphs[place].text = edit.text
            paragraphs[place].origin = .written
            if !Self.isStill(paragraphs[place].beginning, in: edit.text) { paragraphs[place].moves = [] }
        case .removed:
            guard let place = edit.place, paragraphs.indices.contains(place) else { return }
            paragraphs.remove(at: place)
        }
    }

    private static func isStill(_ beginning: String, in text: String) -> Bool {
        let wanted = Set(Prose.words(beginning.lowercased()))
        let there = Set(Prose.words(text.lowercased()))
        return wanted.intersection(there).count * 2 >= wanted.count
    }
}

extension DraftEdited {
    /// An edit as an event keeps it.
    init(_ edit: DraftEdit) {
        switch edit {
        case .subject(let text): self.init(change: .subject, place: nil, text: text)
        case .rewrite(let place, let text): self.init(change: .rewritten, place: place, text: text)
        case .add(let text, let place): self.init(change: .added, place: place, text: text)
        case .remove(let place): self.init(change: .removed, place: place, text: "")
        }
    }
}

/// What the agent types into a mail that is being written.
public enum DraftEdit: Hashable, Sendable {
    /// Another subject.
    case subject(String)
    /// A paragraph's words become others; the place counts from 0.
    case rewrite(Int, String)
    /// A paragraph of one's own, before the one at this place; at the end where there is none.
    case add(String, at: Int)
    /// A paragraph goes.
    case remove(Int)

    /// More characters than this are no paragraph, and more paragraphs no mail.
    public static let longestText = 20_000, mostParagraphs = 100
}
