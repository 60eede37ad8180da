/// Something longer to read for a task of one's own: a one-to-one, a first week, a quiet minute before a shift.
public struct Guide: Readable {
    /// Whom it is written for.
    public enum Reader: String, Hashable, Sendable, CaseIterable {
        case agent, facilitator, lead
    }

    /// One part of it.
    public struct Section: Hashable, Sendable {
        /// What it is about.
        public var title: String
        /// Paragraphs.
        public var text: [String]
        /// Things beside each other, below the paragraphs.
        public var points: [String]

        /// A part from its parts.
        public init(title: String, text: [String], points: [String]) {
            self.title = title
            self.text = text
            self.points = points
        }
    }

    /// Its id: the file's name without its end.
    public var slug: String
    /// Its title, and what it is for.
    public var title: String, summary: String
    /// Whom it is written for.
    public var reader: Reader
    /// What stands in it, in order.
    public var sections: [Section]

    /// A guide from its parts.
    public init(slug: String, title: String, summary: String, reader: Reader, sections: [Section]) {
        self.slug = slug
        self.title = title
        self.summary = summary
        self.reader = reader
        self.sections = sections
    }

    /// The whole of it, to read.
    public var page: Page {
        Page(
            PageID(.guide, slug), title: title, summary: summary,
            blocks: sections.flatMap { section in
                [.heading(section.title)] + section.text.map { .words($0) }
                    + (section.points.isEmpty ? [] : [.points(section.points)])
            }, about: [reader.rawValue])
    }
}
