/// What a reply picks up of what the customer has just said: the event, the day, the amount, the name, the thing.
public struct ContextEcho: Hashable, Sendable {
    /// The words that both have, in small letters, in the reply's order, each once: no word that everybody uses, but days,
    /// numbers, times and names.
    public private(set) var words: [String] = []
    /// Where they stand in the reply, in Unicode scalars.
    public private(set) var spans: [Range<Int>] = []
    /// How many words that the exemplars know and that not everybody uses are among them: what a table learns from.
    let known: Int

    /// - Parameters:
    ///   - reply: the reply's words, as they were written.
    ///   - customer: the customer's.
    ///   - lexicon: what is known of words.
    ///   - common: the words that everybody uses.
    init(of reply: [Word], to customer: [Word], lexicon: Lexicon, common: Set<String>) {
        let heard = (reply: lexicon.heard(reply), customer: lexicon.heard(customer))
        let said = Set(heard.customer.lazy.map(\.form)).subtracting(common).subtracting([Lexicon.unknown])
        known = Set(heard.reply.lazy.map(\.form)).intersection(said).count
        let exact = Set(customer.lazy.map(Piece.init))
        var seen: Set<Piece> = []
        for (index, word) in reply.enumerated() {
            let piece = Piece(word)
            let isSame = exact.contains(piece) && (!common.contains(word.form) || Self.isTold(word, lexicon))
            let isLike = word.kind == .word && said.contains(heard.reply[index].form)
            guard isSame || isLike, seen.insert(piece).inserted else { continue }
            words.append(word.value.map { "\($0)" } ?? word.form)
            spans.append(word.span)
        }
    }

    /// A word with its number, where it has one: every number has the same form.
    private struct Piece: Hashable {
        var form: String
        var value: Int?

        init(_ word: Word) { (form, value) = (word.form, word.value) }
    }

    /// Days, numbers and times are worth picking up, however many people use them.
    private static func isTold(_ word: Word, _ lexicon: Lexicon) -> Bool {
        word.value != nil || PromiseReading.days.contains(word.form)
    }
}
