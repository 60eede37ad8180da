/// A way out of what one cannot, or need not, carry alone: whom to bring in, when to step back, and the words for it.
public struct Pathway: Readable {
    /// One step of it.
    public struct Step: Hashable, Sendable {
        /// What one does.
        public var action: String
        /// What one may say with it; empty for nothing.
        public var words: String

        /// A step from its parts.
        public init(action: String, words: String) {
            self.action = action
            self.words = words
        }
    }

    /// Its id: the file's name without its end.
    public var slug: String
    /// Its title, and what it is for.
    public var title: String, summary: String
    /// The signs that it is time for it.
    public var when: [String]
    /// What one does, in order.
    public var steps: [Step]
    /// What makes stepping back right at any step.
    public var stepBack: [String]
    /// What happens for the agent and the team afterwards.
    public var afterwards: [String]

    /// A pathway from its parts.
    public init(
        slug: String, title: String, summary: String, when: [String], steps: [Step], stepBack: [String],
        afterwards: [String]
    ) {
        self.slug = slug
        self.title = title
        self.summary = summary
        self.when = when
        self.steps = steps
        self.stepBack = stepBack
        self.afterwards = afterwards
    }

    /// The whole of it, to read.
    public var page: Page {
        let way = steps.enumerated().flatMap { index, step -> [Page.Block] in
            let action = Page.Block.words("\(index + 1). \(step.action)")
            return step.words.isEmpty ? [action] : [action, .phrasings(nil, [step.words])]
        }
        return Page(
            PageID(.pathway, slug), title: title, summary: summary,
            blocks: Page.Block.section("When", .points(when)) + [.heading("The way")] + way
                + Page.Block.section("Stepping back is right, at any step", .points(stepBack))
                + Page.Block.section("Afterwards", .points(afterwards)))
    }
}
