import Conversation
import Terminal

/// What was heard in a reply that was typed, in words for people; never a number.
struct HeardWords: Equatable, Sendable {
    /// What was heard, the surest first.
    let heard: [HeardInWords]
    /// What else can be said about it, a sentence each.
    let remarks: [String]
    private let text: String
    private let names: [String: String]

    /// So many moves are told, and so many that may have been.
    private static let most = 2
    /// Longer quotes are cut, in characters.
    private static let longestQuote = 48

    /// What was heard in a reply; nil where it was not typed.
    init?(_ reply: Moment.Reply, vocabulary: Vocabulary) {
        guard reply.isTyped else { return nil }
        (heard, remarks, text) = (reply.heard, reply.remarks, reply.text)
        names = Dictionary(
            reply.heard.map { ($0.move, Self.name(of: $0.move, in: vocabulary)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// A move's name in the middle of a sentence; its id in plain words where the vocabulary does not have it.
    static func name(of move: String, in vocabulary: Vocabulary) -> String {
        guard let known = vocabulary.move(move) else { return PracticeNarration.plain(move) }
        return known.name.prefix(1).lowercased() + known.name.dropFirst()
    }

    private var sure: [HeardInWords] { Array(heard.filter(\.counts).prefix(Self.most)) }

    private var maybe: [HeardInWords] {
        Array(heard.filter { !$0.counts }.prefix(sure.isEmpty ? Self.most : 1))
    }

    private func name(_ move: HeardInWords) -> String { names[move.move] ?? move.move }

    /// The words that show a move, fit for quotation marks; empty where they are the whole reply.
    private func quote(_ move: HeardInWords) -> String {
        let words = move.words.in(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // The whole reply stands right above.
        guard !words.isEmpty, words.count * 5 < text.count * 4 else { return "" }
        return words.count > Self.longestQuote ? words.prefix(Self.longestQuote - 1) + "…" : words
    }

    /// The words that show what was heard, to be marked in the transcript.
    var quotes: [String] {
        sure.map { $0.words.in(text) }.filter { !$0.isEmpty && $0.count * 5 < text.count * 4 && $0.count <= 200 }
    }

    /// `Heard: looks like naming the impact: “your whole morning”`, then `maybe: giving a time`, then a remark.
    func lines(columns: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        for (index, move) in sure.enumerated() {
            let quote = quote(move)
            let words = "\(index == 0 ? "Heard: " : "and ")\(move.certainty) \(name(move))"
            lines += StyledLine.wrapped(
                words + (quote.isEmpty ? "" : ": “\(quote)”"), .text, columns: columns,
                marking: quote.isEmpty ? [] : ["“\(quote)”"], as: .quote)
        }
        if sure.isEmpty { lines.append(StyledLine("Heard: nothing for sure", .text)) }
        if !maybe.isEmpty {
            lines += StyledLine.wrapped(
                "maybe: " + maybe.map(name).joined(separator: ", "), .muted, columns: columns)
        }
        if !remarks.isEmpty {
            lines += StyledLine.wrapped(remarks.joined(separator: " "), .muted, columns: columns)
        }
        return lines
    }

    /// The same in one sentence, and the remarks behind it.
    var sentence: String {
        var parts = sure.map { move in
            let quote = quote(move)
            return "\(move.certainty) \(name(move))" + (quote.isEmpty ? "" : " (“\(quote)”)")
        }
        if parts.isEmpty { parts = ["nothing for sure"] }
        var words = "Heard: " + parts.joined(separator: ", and ")
        if !maybe.isEmpty { words += "; maybe " + maybe.map(name).joined(separator: ", or ") }
        return ([words + "."] + remarks).joined(separator: " ")
    }
}
