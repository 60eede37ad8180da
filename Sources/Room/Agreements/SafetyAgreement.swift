/// What everybody in a room says yes to before the first round.
public struct SafetyAgreement: Codable, Hashable, Sendable {
    /// Its id: the file's name without its end.
    public var slug: String
    /// Its name for people.
    public var title: String
    /// Whom it is for, in a sentence.
    public var summary: String
    /// What is agreed, a sentence each.
    public var points: [String]
    /// What is said about recording when the room is kept.
    public var kept: String
    /// What is said about recording when the room is forgotten as it closes.
    public var forgotten: String
    /// What a lead can never see.
    public var neverSeen: [String]
    /// What one says yes to.
    public var question: String

    /// An agreement.
    public init(
        slug: String, title: String, summary: String, points: [String], kept: String, forgotten: String,
        neverSeen: [String], question: String
    ) {
        self.slug = slug
        self.title = title
        self.summary = summary
        self.points = points
        self.kept = kept
        self.forgotten = forgotten
        self.neverSeen = neverSeen
        self.question = question
    }
}
