/// **Patterns**: what people who do this work have found to help again and again, written down to be read and found.
///
/// Seven kinds of writing, each a value of its own, and all of them a ``Page`` when they are read: conversation patterns,
/// a page for each move, checklists, rubrics, pathways for what one cannot or need not carry alone, guides, and stories.
/// The room holds no file and draws nothing; it knows the conversation's own words and nothing above them.
public enum Patterns {}
