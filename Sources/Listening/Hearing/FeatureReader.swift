/// Notices what tells moves apart in a stretch of words: the words and short runs of them, pairs with a gap, what they mean,
/// their letters, how the stretch is built, and whether it picks up what the customer said.
///
/// Nothing is kept by name: what is noticed is hashed into one of ``HearingTable/rows`` rows. Each kind is brought to one
/// length, so that a long text does not drown its own beginning and letters do not drown words.
struct FeatureReader {
    let lexicon: Lexicon

    /// How much each kind counts beside the others.
    private enum Weight {
        static let words: Float = 1, gaps: Float = 0.4, meanings: Float = 0.7, letters: Float = 0.6, build: Float = 0.5,
            echo: Float = 0.5
    }
    /// Keeps the kinds apart in the table.
    private enum Kind {
        static let word: UInt64 = 1, pair: UInt64 = 2, triple: UInt64 = 3, gap: UInt64 = 20, meaning: UInt64 = 30,
            meaningPair: UInt64 = 31, meaningTriple: UInt64 = 32, letters: UInt64 = 40, build: UInt64 = 50,
            echo: UInt64 = 60
    }

    /// What is noticed in some of the words of an utterance.
    /// - Parameters:
    ///   - words: all of its words, as ``Lexicon/heard(_:)`` gives them.
    ///   - sentences: those that the range covers.
    ///   - echo: what it picks up of the customer's words; nil where these are not known.
    func features(
        of words: [Word], _ range: Range<Int>, sentences: ArraySlice<Utterance.Sentence>, echo: ContextEcho?
    ) -> [Feature] {
        var run = Run(words: words[range])
        var all = Collected()
        all.close(wordRuns(&run), Weight.words)
        all.close(gaps(run), Weight.gaps)
        all.close(meanings(&run), Weight.meanings)
        all.close(letters(run), Weight.letters)
        all.close(build(words, range, sentences), Weight.build)
        if let echo { all.close(echoes(echo), Weight.echo) }
        return all.features
    }

    /// The words looked at, with their numbers.
    private struct Run {
        let words: ArraySlice<Word>
        /// A number a word, or what else stands for it.
        var numbers: [UInt64]
        private static let begin = WordHash.of("^"), end = WordHash.of("$")

        init(words: ArraySlice<Word>) {
            self.words = words
            numbers = words.map { WordHash.of($0.form) }
        }

        var count: Int { numbers.count }

        /// The number at an index, and others for before and behind.
        func number(_ index: Int) -> UInt64 {
            index < 0 ? Self.begin : index >= numbers.count ? Self.end : numbers[index]
        }

        /// Where some of them stand in the utterance.
        func place(_ from: Int, _ to: Int) -> Range<Int> {
            words.startIndex + max(from, 0)..<words.startIndex + min(to, count)
        }
    }

    private struct Collected {
        var features: [Feature] = []

        mutating func close(_ noticed: [(hash: UInt64, words: Range<Int>)], _ weight: Float) {
            guard !noticed.isEmpty else { return }
            let value = weight / Float(noticed.count).squareRoot()
            for (hash, words) in noticed {
                // The high bits of a product are mixed best.
                let row = Int((hash ^ (hash >> 29)) % UInt64(HearingTable.rows))
                features.append(Feature(row: row, value: value, words: words))
            }
        }
    }

    private typealias Noticed = [(hash: UInt64, words: Range<Int>)]

    private func wordRuns(_ run: inout Run) -> Noticed {
        var noticed: Noticed = []
        for (index, word) in run.words.enumerated() where word.form != Lexicon.unknown {
            noticed.append((WordHash.join(run.numbers[index], 0, kind: Kind.word), run.place(index, index + 1)))
        }
        return noticed + runs(run, pair: Kind.pair, triple: Kind.triple)
    }

    private func runs(_ run: Run, pair: UInt64, triple: UInt64) -> Noticed {
        var noticed: Noticed = []
        for index in -1..<run.count {
            noticed.append(
                (WordHash.join(run.number(index), run.number(index + 1), kind: pair), run.place(index, index + 2)))
        }
        guard run.count > 1 else { return noticed }
        for index in -1..<run.count - 1 {
            let hash = WordHash.join(run.number(index), run.number(index + 1), run.number(index + 2), kind: triple)
            noticed.append((hash, run.place(index, index + 3)))
        }
        return noticed
    }

    private func gaps(_ run: Run) -> Noticed {
        var noticed: Noticed = []
        for index in 0..<run.count {
            for gap in 2...3 where index + gap < run.count {
                noticed.append(
                    (
                        WordHash.join(run.numbers[index], run.numbers[index + gap], kind: Kind.gap),
                        run.place(index, index + gap + 1)
                    ))
            }
        }
        return noticed
    }

    /// What the words mean, and what stands beside what: small words stay themselves, all others become one.
    private func meanings(_ run: inout Run) -> Noticed {
        var noticed: Noticed = []
        for (index, word) in run.words.enumerated() {
            let concepts = lexicon.concepts(of: word.form)
            for concept in concepts {
                noticed.append(
                    (WordHash.join(WordHash.of(concept), 0, kind: Kind.meaning), run.place(index, index + 1)))
            }
            if let first = concepts.first {
                run.numbers[index] = WordHash.of("<" + first)
            } else if !Self.small.contains(word.form), !word.form.hasPrefix("#") {
                run.numbers[index] = Self.any
            }
        }
        return noticed + runs(run, pair: Kind.meaningPair, triple: Kind.meaningTriple)
    }

    /// Three to five letters at a time.
    private func letters(_ run: Run) -> Noticed {
        var noticed: Noticed = []
        for (index, word) in run.words.enumerated() where word.kind == .word && word.form != Lexicon.unknown {
            let letters = [UInt8(ascii: "<")] + word.form.utf8 + [UInt8(ascii: ">")]
            for size in 3...5 where letters.count >= size {
                for start in 0...letters.count - size {
                    let hash = WordHash.of(letters[start..<start + size], kind: Kind.letters)
                    noticed.append((hash, run.place(index, index + 1)))
                }
            }
        }
        return noticed
    }

    /// How many sentences and questions, how they begin, how long it is.
    private func build(_ words: [Word], _ range: Range<Int>, _ sentences: ArraySlice<Utterance.Sentence>) -> Noticed {
        var noticed: Noticed = []
        func fact(_ name: String) { noticed.append((WordHash.join(WordHash.of(name), 0, kind: Kind.build), 0..<0)) }
        let asked = min(sentences.count { $0.isAsked }, 3)
        let count = min(sentences.count, 4)
        fact("asked\(asked)")
        fact("sentences\(count)")
        fact("asked\(asked)of\(count)")
        fact("long\(Self.lengths.firstIndex { range.count < $0 } ?? Self.lengths.count)")
        for sentence in sentences {
            let first = words[sentence.words.lowerBound].form
            fact("first:" + first)
            if sentence.isAsked { fact("askfirst:" + first) }
            if let concept = lexicon.concepts(of: first).first { fact("firstc:" + concept) }
        }
        if words[range].contains(where: { $0.kind == .clock }) { fact("clock") }
        if words[range].contains(where: { $0.kind == .money }) { fact("money") }
        return noticed
    }

    private func echoes(_ echo: ContextEcho) -> Noticed {
        let count = min(echo.known, 3)
        var noticed: Noticed = [(WordHash.join(WordHash.of("echo\(count)"), 0, kind: Kind.echo), 0..<0)]
        if count > 0 { noticed.append((WordHash.join(WordHash.of("echoes"), 0, kind: Kind.echo), 0..<0)) }
        return noticed
    }

    /// Where the classes of length begin, in words.
    private static let lengths = [6, 12, 20, 30, 45]
    private static let any = WordHash.of("*")
    /// Words that hold a sentence together and tell nothing by themselves.
    static let small: Set<String> = [
        "a", "all", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "can", "could", "did", "do",
        "does", "for", "from", "get", "got", "had", "has", "have", "he", "if", "in", "is", "it", "like", "may", "more",
        "no", "not", "of", "on", "out", "please", "she", "some", "than", "that", "the", "them", "then", "there", "they",
        "this", "to", "up", "us", "want", "was", "were", "will", "with", "would", "yes",
    ]
}
