/// Hears replies: a table, and what the learner has corrected on this machine.
public struct Ear: Sendable {
    /// What it hears with.
    public let table: HearingTable
    /// What the learner said was meant.
    public let exemplars: [OwnExemplar]
    private let own: [Correction]
    private let reader: FeatureReader

    /// More words than this in a reply are heard sentence by sentence only.
    private static let longestWhole = 70
    /// In a reply of several sentences a sentence has to be this much surer than the whole.
    private static let sentenceCounts: Float = 0.95
    /// Longer sentences are not quoted whole, in words.
    private static let longestQuoted = 20
    /// Where a smaller part of the words is known, less is heard, down to nothing.
    private static let enoughKnown: Float = 0.5
    /// How many moves' words are looked for.
    private static let spanned = 6
    /// More words than this are heard sentence by sentence, and no longer two by two.
    private static let longestPaired = 1_500
    /// The most sentences that are heard in one reply.
    private static let mostStretches = 400

    /// An ear with a table, and with what the learner said was meant.
    public init(table: HearingTable, own: [OwnExemplar] = []) {
        self.table = table
        reader = FeatureReader(lexicon: table.lexicon)
        let bare = FeatureReader(lexicon: table.lexicon)
        exemplars = own
        self.own = own.map { Correction($0, table: table, reader: bare) }
    }

    /// The same ear with more that the learner said was meant.
    public func with(own more: [OwnExemplar]) -> Ear {
        more.isEmpty ? self : Ear(self, more)
    }

    private init(_ ear: Ear, _ more: [OwnExemplar]) {
        (table, reader) = (ear.table, ear.reader)
        exemplars = ear.exemplars + more
        own = ear.own + more.map { Correction($0, table: ear.table, reader: ear.reader) }
    }

    /// Hears a reply.
    public func hear(_ text: String, context: HearingContext = HearingContext()) -> Hearing {
        let utterance = Utterance(text, spelling: table.spelling)
        let words = table.lexicon.heard(utterance.words)
        let echo = context.customer.map { customer in
            let said = Utterance(customer, spelling: table.spelling)
            return ContextEcho(
                of: utterance.words, to: said.words, lexicon: table.lexicon, common: table.common)
        }
        var heard = Heard(columns: table.moves.count)
        for stretch in Self.stretches(of: utterance) {
            hear(stretch, words, utterance, echo, &heard)
        }
        let moves = ranked(heard, words, utterance.sentences)
        return Hearing(
            moves: moves, questions: QuestionReading(utterance), promises: PromiseReading.all(in: utterance),
            apology: ApologyParts(utterance, moves: moves, table: table),
            boundary: BoundaryParts(utterance, moves: moves), echo: echo,
            orders: OrderRemark.all(in: moves), wordCount: utterance.words.count, isCut: utterance.isCut)
    }

    // MARK: Stretches

    /// Some sentences, heard together.
    private struct Stretch {
        var sentences: Range<Int>
        var isWhole: Bool
    }

    private struct Heard {
        var shares: [Float]
        var features: [[Feature]]

        init(columns: Int) {
            shares = [Float](repeating: 0, count: columns)
            features = [[Feature]](repeating: [], count: columns)
        }
    }

    private static func stretches(of utterance: Utterance) -> [Stretch] {
        let count = utterance.sentences.count
        guard count > 0 else { return [] }
        let whole = Stretch(sentences: 0..<count, isWhole: true)
        guard count > 1 else { return [whole] }
        var all = utterance.words.count <= longestWhole ? [whole] : []
        let pairs = utterance.words.count <= longestPaired
        for index in 0..<min(count, mostStretches) {
            all.append(Stretch(sentences: index..<index + 1, isWhole: false))
            if pairs, count > 2, index + 1 < count { all.append(Stretch(sentences: index..<index + 2, isWhole: false)) }
        }
        return all
    }

    private func hear(
        _ stretch: Stretch, _ words: [Word], _ utterance: Utterance, _ echo: ContextEcho?, _ heard: inout Heard
    ) {
        let sentences = utterance.sentences[stretch.sentences]
        guard let first = sentences.first, let last = sentences.last else { return }
        let features = reader.features(
            of: words, first.words.lowerBound..<last.words.upperBound, sentences: sentences, echo: echo)
        var shares = table.shares(of: features)
        let known = Self.known(words[first.words.lowerBound..<last.words.upperBound])
        if known < 1 { for column in shares.indices { shares[column] *= known } }
        if !own.isEmpty {
            let said = Correction.Said(features)
            for correction in own { correction.apply(to: &shares, of: said) }
        }
        for column in table.moves.indices {
            let share = stretch.isWhole ? shares[column] : shares[column] * Self.sentenceCounts
            guard share > heard.shares[column] else { continue }
            heard.shares[column] = share
            heard.features[column] = features
        }
    }

    /// How far the words can be trusted to be ones that hearing knows, 0–1: another language is heard as nothing.
    private static func known(_ words: ArraySlice<Word>) -> Float {
        guard !words.isEmpty else { return 1 }
        let share = Float(words.count { $0.form != Lexicon.unknown }) / Float(words.count)
        return min(1, share / enoughKnown)
    }

    // MARK: Moves

    private func ranked(_ heard: Heard, _ words: [Word], _ sentences: [Utterance.Sentence]) -> [HeardMove] {
        let order = table.moves.indices.map { (column: $0, confidence: table.confidence(heard.shares[$0], of: $0)) }
            .sorted { ($0.confidence, $1.column) > ($1.confidence, $0.column) }
        return order.enumerated().map { place, entry in
            let move = table.moves[entry.column]
            let span =
                place < Self.spanned || entry.confidence >= HeardMove.heardFrom
                ? span(of: heard.features[entry.column], for: entry.column, in: words, sentences)
                : (words.first?.span.lowerBound ?? 0)..<(words.last?.span.upperBound ?? 0)
            return HeardMove(move: move.id, harms: move.harms, confidence: entry.confidence, span: span)
        }
    }

    /// The run of words that speaks most for a move.
    private func span(
        of features: [Feature], for column: Int, in words: [Word], _ sentences: [Utterance.Sentence]
    ) -> Range<Int> {
        guard !words.isEmpty else { return 0..<0 }
        var votes = [Float](repeating: 0, count: words.count)
        for feature in features where !feature.words.isEmpty {
            let vote = table.weight(feature.row, for: column) * feature.value / Float(feature.words.count)
            for index in feature.words { votes[index] += vote }
        }
        // A word that says nothing for it costs a little, so that the run ends where the evidence does.
        let looked = features.reduce(into: (low: words.count, high: 0)) { range, feature in
            guard !feature.words.isEmpty else { return }
            range = (min(range.low, feature.words.lowerBound), max(range.high, feature.words.upperBound))
        }
        guard looked.low < looked.high else { return words[0].span }
        let cost = votes[looked.low..<looked.high].reduce(0) { $0 + max($1, 0) } / Float(looked.high - looked.low) * 0.4
        var best = (sum: -Float.infinity, range: looked.low..<looked.low + 1)
        var sum: Float = 0
        var start = looked.low
        for index in looked.low..<looked.high {
            if sum <= 0 { (sum, start) = (0, index) }
            sum += votes[index] - cost
            if sum > best.sum { best = (sum, start..<index + 1) }
        }
        let range = Self.completed(best.range, sentences)
        return words[range.lowerBound].span.lowerBound..<words[range.upperBound - 1].span.upperBound
    }

    /// A run of words as a person would quote it: the whole sentence where it is most of one, and no one or two words short
    /// of its end.
    private static func completed(_ range: Range<Int>, _ sentences: [Utterance.Sentence]) -> Range<Int> {
        guard let sentence = sentences.first(where: { $0.words.contains(range.lowerBound) })?.words,
            range.upperBound <= sentence.upperBound
        else { return range }
        if range.count * 5 >= sentence.count * 3, sentence.count <= longestQuoted { return sentence }
        return sentence.upperBound - range.upperBound <= 2 ? range.lowerBound..<sentence.upperBound : range
    }
}
