import Conversation

/// A conversation pattern: what to do in a kind of moment, step by step, without the words of any one scenario.
public struct Pattern: Readable {
    /// What a moment can be like from the outside, so that a pattern can be offered that fits it.
    public enum Situation: String, Hashable, Sendable, CaseIterable {
        /// Something has torn and nobody has mended it yet.
        case rupture
        /// A promise is due, or was missed.
        case promise
        /// Heat is high.
        case heat
        /// Others can read along.
        case open
        /// Nothing has been answered yet.
        case first
        /// A mail is being written.
        case mail
        /// Any moment: what fits where nothing nearer does.
        case any
    }

    /// Its id: the file's name without its end.
    public var slug: String
    /// Its title, and what it is.
    public var title: String, summary: String
    /// The ids of the skills it trains, and of the moves it is made of.
    public var skills: [String], moves: [String]
    /// The moments it fits.
    public var fits: [Situation]
    /// What one does, in order.
    public var steps: [String]
    /// When it helps, and when it does not.
    public var helps: [String], hinders: [String]
    /// Ways to say it.
    public var phrasings: [Channel: [String]]

    /// A pattern from its parts.
    public init(
        slug: String, title: String, summary: String, skills: [String], moves: [String], fits: [Situation],
        steps: [String], helps: [String], hinders: [String], phrasings: [Channel: [String]]
    ) {
        self.slug = slug
        self.title = title
        self.summary = summary
        self.skills = skills
        self.moves = moves
        self.fits = fits
        self.steps = steps
        self.helps = helps
        self.hinders = hinders
        self.phrasings = phrasings
    }

    /// The whole of it, to read.
    public var page: Page {
        Page(
            PageID(.pattern, slug), title: title, summary: summary,
            blocks: Page.Block.section("Step by step", .steps(steps)) + Page.Block.section("It helps", .points(helps))
                + Page.Block.section("It does not help", .points(hinders))
                + Page.Block.byChannel("It may sound like this", phrasings),
            about: skills + moves)
    }
}
