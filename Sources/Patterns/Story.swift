/// A tale of a hard conversation: what happened, what turned it, and where one can try it.
public struct Story: Readable {
    /// Its id: the file's name without its end.
    public var slug: String
    /// Its title, and what it is about.
    public var title: String, summary: String
    /// Who wrote it, and where it comes from.
    public var author: String, origin: String
    /// The ids of the skills it is about.
    public var skills: [String]
    /// What happened, what turned it, and what came of it: a paragraph each.
    public var happened: [String], turned: [String], afterwards: [String]
    /// A question to take away.
    public var question: String
    /// The scenario and the moment in which it can be tried.
    public var practice: Page.Practice

    /// A story from its parts.
    public init(
        slug: String, title: String, summary: String, author: String, origin: String, skills: [String],
        happened: [String], turned: [String], afterwards: [String], question: String, practice: Page.Practice
    ) {
        self.slug = slug
        self.title = title
        self.summary = summary
        self.author = author
        self.origin = origin
        self.skills = skills
        self.happened = happened
        self.turned = turned
        self.afterwards = afterwards
        self.question = question
        self.practice = practice
    }

    /// The whole of it, to read.
    public var page: Page {
        func part(_ heading: String, _ paragraphs: [String]) -> [Page.Block] {
            [.heading(heading)] + paragraphs.map { .words($0) }
        }
        return Page(
            PageID(.story, slug), title: title, summary: summary,
            blocks: part("What happened", happened) + part("What turned it", turned)
                + part("What came of it", afterwards) + part("To take away", [question])
                + part("Where it comes from", ["By \(author): \(origin)."]),
            about: skills, practice: practice)
    }
}
