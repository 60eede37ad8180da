/// How much a page to read may hold: what is longer is a book, and nobody opens a book between two conversations.
enum PageLimits {
    /// Characters of a title.
    static let title = 60
    /// Characters of a summary.
    static let summary = 240
    /// Characters of an item of a list, and of something one could say.
    static let item = 240
    /// Characters of a paragraph.
    static let paragraph = 700
    /// Characters of a word that is broken nowhere.
    static let word = 40
    /// Items of a list.
    static let items = 1...12
    /// Steps of a pattern or of a pathway.
    static let steps = 2...9
    /// Ways to say something, in one channel.
    static let phrasings = 1...4
    /// Things to look for in a rubric.
    static let behaviours = 3...6
    /// Parts of a guide.
    static let sections = 2...16
    /// Paragraphs in a row.
    static let paragraphs = 1...6
}
