import Conversation

/// A page about a move: what a reply can do to a conversation.
public struct MovePage: Readable {
    /// What is said about a move, which depends on whether it helps.
    public enum Sense: Hashable, Sendable {
        /// It helps: when it does, when it does not, and ways to say it.
        case helps(when: [String], not: [String], phrasings: [Channel: [String]])
        /// It harms: when it tempts people, what it does to the other person, and what to say instead.
        case harms(tempts: [String], does: [String], instead: [Channel: [String]])
    }

    /// The move's id.
    public var slug: String
    /// Its name, and what it is.
    public var title: String, summary: String
    /// What is said about it.
    public var sense: Sense

    /// A page from its parts.
    public init(slug: String, title: String, summary: String, sense: Sense) {
        self.slug = slug
        self.title = title
        self.summary = summary
        self.sense = sense
    }

    /// Whether the move helps.
    public var helps: Bool { if case .helps = sense { true } else { false } }

    /// The whole of it, to read.
    public var page: Page {
        let blocks =
            switch sense {
            case .helps(let when, let not, let phrasings):
                Page.Block.section("It helps", .points(when)) + Page.Block.section("It does not help", .points(not))
                    + Page.Block.byChannel("It may sound like this", phrasings)
            case .harms(let tempts, let does, let instead):
                Page.Block.section("When it tempts", .points(tempts))
                    + Page.Block.section("What the other person hears", .points(does))
                    + Page.Block.byChannel("What you could say instead", instead)
            }
        return Page(PageID(.move, slug), title: title, summary: summary, blocks: blocks, about: [slug])
    }
}
