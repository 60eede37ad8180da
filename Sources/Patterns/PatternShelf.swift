/// Everything there is to read, and why the rest cannot be.
public struct PatternShelf: Hashable, Sendable {
    /// Conversation patterns.
    public var patterns: [Pattern] = []
    /// A page for each move.
    public var moves: [MovePage] = []
    /// Checklists.
    public var checklists: [Checklist] = []
    /// Rubrics.
    public var rubrics: [Rubric] = []
    /// Ways out of what one need not carry alone.
    public var pathways: [Pathway] = []
    /// Longer guides.
    public var guides: [Guide] = []
    /// Stories.
    public var stories: [Story] = []
    /// What is wrong with what could not be read, each with file, line and column.
    public var troubles: [String] = []

    /// An empty shelf.
    public init() {}

    /// All of it to read, by kind, and in each kind by title; moves that help come before those that harm.
    public var pages: [Page] {
        func sorted(_ values: [any Readable]) -> [Page] { values.map(\.page).sorted { $0.title < $1.title } }
        return sorted(patterns) + sorted(moves.filter(\.helps)) + sorted(moves.filter { !$0.helps })
            + sorted(checklists) + sorted(rubrics) + sorted(pathways) + sorted(guides) + sorted(stories)
    }
}
