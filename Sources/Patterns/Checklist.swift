/// A short list to go through before, in or after a conversation.
public struct Checklist: Readable {
    /// Its id: the file's name without its end.
    public var slug: String
    /// Its title, and what it is for.
    public var title: String, summary: String
    /// When one goes through it, in a sentence.
    public var when: String
    /// What is on it, in order.
    public var points: [String]

    /// A checklist from its parts.
    public init(slug: String, title: String, summary: String, when: String, points: [String]) {
        self.slug = slug
        self.title = title
        self.summary = summary
        self.when = when
        self.points = points
    }

    /// The whole of it, to read.
    public var page: Page {
        Page(
            PageID(.checklist, slug), title: title, summary: summary,
            blocks: Page.Block.section("When", .words(when)) + Page.Block.section("The list", .points(points)))
    }
}
