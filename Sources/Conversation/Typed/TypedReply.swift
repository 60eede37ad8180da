import Listening

/// Typed words with what was heard in them.
struct TypedReply {
    let text: String
    let hearing: Hearing
    /// The move that the learner says was meant: `.some(nil)` for none of them.
    let meant: String??

    /// How sure each move is, 0–1. The learner's own word counts for certain.
    var confidences: [String: Double] {
        guard let meant else {
            return Dictionary(hearing.moves.map { ($0.move, $0.confidence) }, uniquingKeysWith: max)
        }
        return meant.map { [$0: 1] } ?? [:]
    }

    /// What an event keeps of it: what counts, and what may have been, five at most.
    var heard: [HeardInWords] {
        let confidences = confidences
        return hearing.moves.map { move in
            HeardInWords(
                move: move.move, harms: move.harms, percent: Int(((confidences[move.move] ?? 0) * 100).rounded()),
                words: TextRange(scalars: move.span, of: text))
        }
        .filter { $0.percent >= Self.least }
        .sorted { $0.percent > $1.percent }
        .prefix(Self.most).map(\.self)
    }

    /// What may be kept of it beside, at least so sure.
    private static let least = 20, most = 5
    /// Longer quotes are cut, in characters.
    private static let longestQuote = 80

    /// What else can be said about the words, two sentences at most; what they pick up of the customer's comes last.
    /// - Parameter customer: whom they are said to.
    func remarks(to customer: String) -> [String] {
        var remarks: [String] = []
        if let missing = hearing.boundary?.words { remarks.append(missing) }
        if hearing.isCut { remarks.append("It was too long to hear to its end.") }
        if let data = PersonalData.find(in: text).first {
            remarks.append("There is \(data.what) in it; such things are safer where nobody else reads along.")
        }
        remarks += hearing.orders.map(\.words)
        if hearing.questions.isStacked {
            remarks.append("There are \(hearing.questions.count) questions in it; one is answered more easily.")
        }
        if let apology = hearing.apology, apology.namesHarm, !apology.mends, !apology.saysWhen {
            remarks.append("The apology names the harm; what happens next would complete it.")
        }
        if let echo = hearing.echo, !echo.spans.isEmpty {
            let words = echo.spans.prefix(3).map { "“\(TextRange(scalars: $0, of: text).in(text))”" }
            remarks.append("It picks up what \(customer) said: \(words.joined(separator: ", ")).")
        }
        return Array(remarks.prefix(2))
    }

    /// The coach's words with the learner's own in place of the quoted ones, which nobody said here. Where that cannot be
    /// done, a sentence about the move that was heard.
    func coached(
        _ words: String, quoting quotes: [TextRange], vocabulary: Vocabulary?
    ) -> (text: String, quotes: [TextRange]) {
        let spans = heard.filter(\.counts).map(\.words)
        guard !quotes.isEmpty else { return (words, quotes) }
        guard quotes.count <= max(1, spans.count) else { return plain(vocabulary) ?? (words, []) }
        var text = ""
        var placed: [TextRange] = []
        let letters = Array(words)
        var read = 0
        for (index, quote) in quotes.enumerated() {
            guard quote.start >= read, quote.start + quote.length <= letters.count else { return (words, []) }
            text += String(letters[read..<quote.start])
            let own = Self.cut(index < spans.count ? spans[index].in(self.text) : self.text)
            placed.append(TextRange(start: text.count, length: own.count))
            text += own
            read = quote.start + quote.length
        }
        return (text + String(letters[read...]), placed)
    }

    private func plain(_ vocabulary: Vocabulary?) -> (text: String, quotes: [TextRange])? {
        guard let first = heard.first(where: \.counts), let move = vocabulary?.move(first.move) else { return nil }
        let own = Self.cut(first.words.in(text))
        return ("\(own): \(move.definition)", [TextRange(start: 0, length: own.count)])
    }

    private static func cut(_ words: String) -> String {
        let words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > longestQuote ? words.prefix(longestQuote - 1) + "…" : words
    }
}

extension TextRange {
    /// A range of Unicode scalars as one of characters.
    init(scalars: Range<Int>, of text: String) {
        let all = text.unicodeScalars
        let lower = all.index(all.startIndex, offsetBy: scalars.lowerBound, limitedBy: all.endIndex) ?? all.endIndex
        let upper = all.index(all.startIndex, offsetBy: scalars.upperBound, limitedBy: all.endIndex) ?? all.endIndex
        let start = text.distance(from: text.startIndex, to: lower)
        self.init(start: start, length: max(0, text.distance(from: text.startIndex, to: upper) - start))
    }

    /// The characters of a text that it names.
    public func `in`(_ text: String) -> String { String(text.dropFirst(start).prefix(length)) }
}
