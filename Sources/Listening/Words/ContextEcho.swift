/// What a reply picks up of what the customer has just said: the event, the day, the amount, the name, the thing.
public struct ContextEcho: Hashable, Sendable {
    /// The words that both have, as they are heard, in the reply's order, each once: no word that everybody uses.
    public let words: [String]
    /// Where they stand in the reply, in Unicode scalars.
    public let spans: [Range<Int>]

    /// - Parameter common: the words that everybody uses.
    init(of reply: [Word], to customer: [Word], common: Set<String>) {
        let said = Set(customer.lazy.filter { $0.form != Lexicon.unknown }.map(\.form)).subtracting(common)
        var words: [String] = []
        var spans: [Range<Int>] = []
        for word in reply where said.contains(word.form) && !words.contains(word.form) {
            words.append(word.form)
            spans.append(word.span)
        }
        self.words = words
        self.spans = spans
    }
}
