import Conversation

/// What a page is one of.
public enum PageKind: String, Hashable, Sendable, CaseIterable {
    case pattern, move, checklist, rubric, pathway, guide, story

    /// Several of them, for a heading.
    public var plural: String {
        switch self {
        case .pattern: "Patterns"
        case .move: "Moves"
        case .checklist: "Checklists"
        case .rubric: "Rubrics"
        case .pathway: "Pathways"
        case .guide: "Guides"
        case .story: "Stories"
        }
    }
}

/// What names a page among all others.
public struct PageID: Hashable, Sendable, CustomStringConvertible {
    /// What it is one of.
    public var kind: PageKind
    /// Its short name: the file's name without its end.
    public var slug: String

    /// A page's name from its parts.
    public init(_ kind: PageKind, _ slug: String) {
        self.kind = kind
        self.slug = slug
    }

    /// `move/validate`
    public var description: String { "\(kind.rawValue)/\(slug)" }
}

/// Something to read: a title, a sentence, and what stands below them.
public struct Page: Hashable, Sendable {
    /// A part of a page.
    public enum Block: Hashable, Sendable {
        /// What the next parts are about.
        case heading(String)
        /// A paragraph.
        case words(String)
        /// Things beside each other.
        case points([String])
        /// Things one after the other.
        case steps([String])
        /// Something one could say; the channel where it was written for one.
        case phrasings(Channel?, [String])
    }

    /// What names it.
    public var id: PageID
    /// Its title.
    public var title: String
    /// What it is, in a sentence or two.
    public var summary: String
    /// What stands below, in order.
    public var blocks: [Block]
    /// The ids of the skills and moves it is about: they are found by, too.
    public var about: [String]
    /// The scenario in which it can be tried, and the node of its moment; nil where there is none.
    public var practice: Practice?

    /// Where something can be tried.
    public struct Practice: Hashable, Sendable {
        /// The scenario's short name.
        public var scenario: String
        /// The title of the node in which the moment opens.
        public var node: String

        /// A place from its parts.
        public init(scenario: String, node: String) {
            self.scenario = scenario
            self.node = node
        }
    }

    /// A page from its parts.
    public init(
        _ id: PageID, title: String, summary: String, blocks: [Block], about: [String] = [], practice: Practice? = nil
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.blocks = blocks
        self.about = about
        self.practice = practice
    }
}

/// What can be read as a page.
public protocol Readable: Hashable, Sendable {
    /// Its short name: the file's name without its end.
    var slug: String { get }
    /// The whole of it, to read.
    var page: Page { get }
}

extension Page.Block {
    /// A heading with what stands below it; nothing where there is nothing.
    static func section(_ heading: String, _ blocks: Page.Block...) -> [Page.Block] {
        let full = blocks.filter { !$0.isEmpty }
        return full.isEmpty ? [] : [.heading(heading)] + full
    }

    /// A part for each channel that something was written for, in the order of the channels.
    static func byChannel(_ heading: String, _ phrasings: [Channel: [String]]) -> [Page.Block] {
        let parts = Channel.allCases.compactMap { channel in
            phrasings[channel].map { Page.Block.phrasings(channel, $0) }
        }
        return parts.isEmpty ? [] : [.heading(heading)] + parts
    }

    private var isEmpty: Bool {
        switch self {
        case .heading(let words), .words(let words): words.isEmpty
        case .points(let items), .steps(let items), .phrasings(_, let items): items.isEmpty
        }
    }
}
