/// The words that the exemplars use. A word that is not among them is either one of them mistyped, or a name or a thing that
/// tells nothing about what a reply does.
public struct Lexicon: Hashable, Sendable {
    /// What is known of a word.
    public struct Entry: Hashable, Sendable {
        /// In how many exemplars it stands.
        public var count: Int
        /// What it may mean, each in one word for many: `feeling`, `certain` …, the likeliest first.
        public var concepts: [String]
    }

    /// The form that stands for every word which is not known.
    public static let unknown = "#other"
    /// Shorter words are not taken for another one mistyped, in letters.
    static let shortestCorrected = 4
    /// The most words of one text that are looked at for slips.
    static let mostCorrected = 400

    /// Every word, and what is known of it.
    public private(set) var entries: [String: Entry]

    /// A lexicon of these words.
    public init(_ entries: [String: Entry]) { self.entries = entries }

    /// In more exemplars than this a word stands for nothing of its own.
    private static let commonFrom = 120

    /// The words that everybody uses.
    var common: Set<String> { Set(entries.lazy.filter { $0.value.count > Self.commonFrom }.map(\.key)) }

    /// What a word may mean, each in one word for many.
    public func concepts(of form: String) -> [String] { entries[form]?.concepts ?? [] }

    /// The words as they are heard: slips of one letter corrected, and one form for all that is unknown.
    public func heard(_ words: [Word]) -> [Word] {
        var left = Self.mostCorrected
        return words.map { word in
            guard word.kind == .word, entries[word.form] == nil else { return word }
            var heard = word
            left -= 1
            heard.form = left > 0 && !word.isCapitalised ? corrected(word.form) ?? Self.unknown : Self.unknown
            return heard
        }
    }

    /// The known word that this one is one slip away from: a letter too many, too few, another, or two in the wrong order.
    func corrected(_ form: String) -> String? {
        let letters = Array(form.utf8)
        guard (Self.shortestCorrected...20).contains(letters.count), letters.allSatisfy({ $0 >= 97 && $0 <= 122 })
        else {
            return nil
        }
        var best: (form: String, count: Int)?
        func consider(_ bytes: [UInt8]) {
            let candidate = String(decoding: bytes, as: UTF8.self)
            guard let entry = entries[candidate] else { return }
            // A tie goes to the first in the alphabet, so that nothing hangs on an order of letters.
            if best.map({ entry.count > $0.count || (entry.count == $0.count && candidate < $0.form) }) ?? true {
                best = (candidate, entry.count)
            }
        }
        for index in letters.indices {
            var without = letters
            without.remove(at: index)
            consider(without)
            if index + 1 < letters.count, letters[index] != letters[index + 1] {
                var swapped = letters
                swapped.swapAt(index, index + 1)
                consider(swapped)
            }
            for letter in UInt8(97)...122 where letter != letters[index] {
                var other = letters
                other[index] = letter
                consider(other)
            }
        }
        for index in 0...letters.count {
            for letter in UInt8(97)...122 {
                var more = letters
                more.insert(letter, at: index)
                consider(more)
            }
        }
        return best?.form
    }
}
