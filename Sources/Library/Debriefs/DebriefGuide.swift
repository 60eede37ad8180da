/// A way to look back together or alone: a few prompts, each with a short timebox.
public struct DebriefGuide: Hashable, Sendable {
    /// Whom it is for.
    public enum Company: String, Hashable, Sendable, CaseIterable {
        case alone, pair, huddle
        /// A lead and an agent, one to one.
        case oneToOne = "one-to-one"
        /// Several people who have heard the same conversation and compare what they heard.
        case calibration
        /// After a hard call: care first.
        case care
    }

    /// What an answer is kept as, beside being an answer.
    public enum Output: String, Hashable, Sendable, CaseIterable {
        /// A rule of the learner's own.
        case heuristic
        /// Something to change in the way people work: the form for it opens.
        case fix
        /// A note for the next incident.
        case incident
        /// A wording for the phrasebook.
        case phrase
        /// How confident in the next conversation, 0–100.
        case confidence
    }

    /// One prompt.
    public struct Prompt: Hashable, Sendable {
        /// Its id in the guide.
        public var id: String
        /// The words.
        public var text: String
        /// Its timebox, ms.
        public var timebox: Int
        /// What an answer is kept as; nil for an answer alone.
        public var output: Output?
    }

    /// Its id: the file's name without its end.
    public var id: String
    /// Its name for people.
    public var name: String
    /// Whom it is for.
    public var company: Company
    /// What it is, in a sentence.
    public var summary: String
    /// What everybody says yes to first; empty for nothing.
    public var agreement: [String]
    /// The prompts, in order.
    public var prompts: [Prompt]

    /// How long all of it takes, ms.
    public var lasting: Int { prompts.reduce(0) { $0 + $1.timebox } }
}

/// The guides there are, and why others cannot be read.
public struct GuideShelf: Sendable {
    /// The guides, by id.
    public var guides: [DebriefGuide]
    /// What is wrong with the others, each with its file and line.
    public var troubles: [String]
}
