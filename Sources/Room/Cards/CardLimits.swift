/// How much a card or an agreement may hold.
///
/// Two places set the limits, and the narrower one counts. A terminal of 80 × 24 has ``rows`` rows of ``columns`` columns
/// for a face of a card, when a title, a footer and a margin have had theirs. A sheet of A5 holds both faces of a card,
/// `2 × rows` lines, in 9 point. Nobody reads more than that between hearing their role and playing it, either.
public enum CardLimits {
    /// Columns of a line, without margin and bullet.
    public static let columns = 74
    /// Rows of a face.
    public static let rows = 22
    /// Characters of what has one row.
    public static let row = 72
    /// Characters of what has two rows. Less than two whole rows: where a word of twenty letters does not fit, the rest of its
    /// row stays empty.
    public static let twoRows = 126
    /// Characters of a word that is broken nowhere; a longer one would leave the row before it empty.
    public static let word = 20
    /// Characters of a row that stands below an item and is indented.
    public static let detail = 68
    /// Characters of two such rows.
    public static let twoDetails = 116
    /// Characters of a title, which the stage shows in large letters.
    public static let title = 48
    /// Characters of a name: it stands in a row with a clock and two other names.
    public static let name = 24

    /// Public facts of a customer, up to two rows each.
    public static let publicFacts = 1...3
    /// Private facts of a customer, up to two rows each.
    public static let privateFacts = 1...4
    /// What raises the customer's feelings, a row each, and what calms them. Nobody watches for more while speaking.
    public static let turns = 1...3
    /// Characters of when a feeling turns; with what it becomes and an arrow it is one row.
    public static let when = 46
    /// Characters of what a feeling becomes.
    public static let becomes = 22
    /// What a customer must not do, a row each.
    public static let mustNot = 1...3
    /// Lines a customer may use, a row each: some to begin with, not a script.
    public static let lines = 2...5

    /// What an agent knows, up to two rows each.
    public static let knows = 1...4
    /// What an agent may do, a row each.
    public static let mayDo = 1...4
    /// What an agent may not do, a row each.
    public static let mayNot = 1...3

    /// Behaviours on a checklist: fewer teach nothing, and more cannot be watched for at once.
    public static let behaviours = 3...6
    /// Characters of a behaviour's name: a mark on the time line and a small win carry it.
    public static let behaviour = 32

    /// Envelopes of a facilitator, each a name, a row of when and two rows of what.
    public static let envelopes = 0...3
    /// Minutes of a round. Short rounds are the point: feedback and a re-run follow at once.
    public static let minutes = 1...15

    /// What everybody says yes to, up to two rows each.
    public static let points = 3...7
    /// What a lead can never see, a row each.
    public static let neverSeen = 1...4
}
