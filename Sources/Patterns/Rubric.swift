/// What people look for when they listen to a conversation together: behaviours that can be seen or heard, never a person.
public struct Rubric: Readable {
    /// One thing to look for.
    public struct Item: Hashable, Sendable {
        /// Its id in the rubric.
        public var id: String
        /// Its name.
        public var name: String
        /// What one sees or hears when it is there.
        public var seen: [String]
        /// What one sees or hears while it is not there yet.
        public var notYet: [String]

        /// An item from its parts.
        public init(id: String, name: String, seen: [String], notYet: [String]) {
            self.id = id
            self.name = name
            self.seen = seen
            self.notYet = notYet
        }
    }

    /// Its id: the file's name without its end.
    public var slug: String
    /// Its title, and what it is for.
    public var title: String, summary: String
    /// What is looked for, in order.
    public var items: [Item]

    /// A rubric from its parts.
    public init(slug: String, title: String, summary: String, items: [Item]) {
        self.slug = slug
        self.title = title
        self.summary = summary
        self.items = items
    }

    /// The whole of it, to read.
    public var page: Page {
        Page(
            PageID(.rubric, slug), title: title, summary: summary,
            blocks: items.flatMap { item in
                [
                    .heading(item.name), .words("Seen when"), .points(item.seen), .words("Not yet, when"),
                    .points(item.notYet),
                ]
            })
    }
}
