/// One thing noticed about a stretch of words: a row of the table, how much it counts, and which words show it.
struct Feature: Hashable, Sendable {
    /// The row of the table, from 0 to ``HearingTable/rows`` - 1.
    var row: Int
    /// How much it counts: all of one kind together have the length that ``FeatureReader`` gives that kind.
    var value: Float
    /// The words it was read from; empty for what is true of the whole stretch.
    var words: Range<Int>
}
