/// What is known of words before anything is learnt from lines: spellings, and what words mean.
public struct WordLore: Hashable, Sendable {
    /// How words are written in more than one way.
    public var spelling: Spelling
    /// What each word may mean, the likeliest first.
    public private(set) var concepts: [String: [String]] = [:]

    /// Lore with spellings (`u` → `you`), and meanings in order (`feeling`: words).
    public init(variants: [String: String], concepts: [(name: String, words: [String])]) {
        spelling = Spelling(variants: variants)
        for (name, words) in concepts {
            for word in words {
                // As the word is heard, where that is one word.
                let parts = spelling.parts(of: word)
                let form = parts.count == 1 ? parts[0] : word
                if self.concepts[form]?.contains(name) != true { self.concepts[form, default: []].append(name) }
            }
        }
    }

    /// The words of some exemplars, without names: those that only ever stand with a capital.
    func lexicon(of exemplars: [Exemplar]) -> Lexicon {
        var seen: [String: (count: Int, capital: Int, first: Int)] = [:]
        for exemplar in exemplars {
            let utterance = Utterance(exemplar.text, spelling: spelling)
            let starts = Set(utterance.sentences.map(\.words.lowerBound))
            var here: Set<String> = []
            for (index, word) in utterance.words.enumerated() where word.kind == .word {
                guard here.insert(word.form).inserted else { continue }
                seen[word.form, default: (0, 0, 0)].count += 1
                if word.isCapitalised { seen[word.form]?.capital += 1 }
                if starts.contains(index) { seen[word.form]?.first += 1 }
            }
        }
        var entries: [String: Lexicon.Entry] = [:]
        for (form, concepts) in concepts { entries[form] = Lexicon.Entry(count: 1, concepts: concepts) }
        for (form, times) in seen where times.count >= Self.fewest || concepts[form] != nil {
            let isName =
                times.capital > 0 && times.capital + times.first >= times.count && concepts[form] == nil && form != "i"
            guard !isName else { continue }
            entries[form] = Lexicon.Entry(count: times.count, concepts: concepts[form] ?? [])
        }
        for form in ["#", "#clock", "#money", "#code", "#address"] {
            entries[form] = Lexicon.Entry(count: 1, concepts: [form == "#" ? "number" : form])
        }
        return Lexicon(entries)
    }

    /// A word that stands in fewer exemplars tells nothing.
    private static let fewest = 2
}
