import Conversation
import Listening

/// What was heard in one reply, as `rapport hear` tells it.
struct HearingReport {
    let text: String
    let hearing: Hearing
    let channel: Channel?
    let vocabulary: Vocabulary

    /// A move that does not count is told from here on, three of them at most.
    private static let leastMaybe = 0.15, mostMaybe = 3
    /// Longer quotes are cut, in characters.
    private static let longestQuote = 100

    /// In plain words, for people.
    var words: String {
        var parts: [String] = []
        for certainty in ["sounds like", "looks like"] {
            parts += section(certainty, hearing.heard.filter { $0.certainty == certainty })
        }
        let maybe = hearing.moves.filter { !$0.isHeard && $0.confidence >= Self.leastMaybe }.prefix(Self.mostMaybe)
        if hearing.wordCount == 0 {
            parts.append("There are no words in it to hear. A few plain ones are enough.")
        } else if hearing.heard.isEmpty {
            parts.append(
                maybe.isEmpty
                    ? "No move was heard. Many good lines make none: they greet, pass something on, or simply go along."
                    : "No move was heard for sure. It may be a turn of phrase that Rapport has not met yet.")
        }
        parts += section("maybe", Array(maybe))
        let remarks = questions + promises + apology + boundary + echo + hearing.orders.map(\.words) + length
        if !remarks.isEmpty { parts.append(remarks.joined(separator: "\n")) }
        return parts.joined(separator: "\n\n")
    }

    private func section(_ certainty: String, _ moves: [HeardMove]) -> [String] {
        guard !moves.isEmpty else { return [] }
        let rows = moves.map { move in "  \(name(of: move))\n    “\(quote(move.span))”" }
        return ["\(certainty.prefix(1).uppercased() + certainty.dropFirst())\n" + rows.joined(separator: "\n")]
    }

    /// What a move is called; of one that the vocabulary does not know, its id.
    private func name(of move: HeardMove) -> String { vocabulary.move(move.move)?.name ?? move.move }

    // MARK: Words of the text

    /// Some of the text's Unicode scalars, on one line, cut where they are many.
    private func quote(_ span: Range<Int>) -> String {
        let words = String(text.unicodeScalars.dropFirst(span.lowerBound).prefix(span.count))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > Self.longestQuote ? words.prefix(Self.longestQuote - 1) + "…" : words
    }

    // MARK: Remarks

    private var questions: [String] {
        let asked = hearing.questions
        switch asked.count {
        case 0: return []
        case 1: return [asked.open == 1 ? "It asks one open question." : "It asks one question that a word answers."]
        default:
            let kinds = "\(asked.open) open, \(asked.closed) that a word answers"
            let count = "It asks \(asked.count) questions: \(kinds)."
            return [count + (asked.isStacked ? " One at a time is answered more easily." : "")]
        }
    }

    private var promises: [String] {
        hearing.promises.map { "It promises something \(Self.words(for: $0.due)): “\(quote($0.span))”" }
    }

    /// When something is due: `by 16:00`, `in 2 hours`, `by Friday`.
    static func words(for due: PromiseReading.Due) -> String {
        switch due {
        case .at(let minutes):
            let (hour, minute) = (minutes / 60, minutes % 60)
            return "by \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        case .day(let day):
            let isName = day.hasSuffix("day") && !["today", "midday"].contains(day)
            return "by " + (isName ? day.prefix(1).uppercased() + day.dropFirst() : day)
        case .within(let milliseconds):
            let units = [(604_800_000, "week"), (86_400_000, "day"), (3_600_000, "hour"), (60_000, "minute")]
            let (length, unit) = units.first { milliseconds % $0.0 == 0 } ?? (1_000, "second")
            let count = milliseconds / length
            return "in \(count) \(unit)\(count == 1 ? "" : "s")"
        }
    }

    private var boundary: [String] { hearing.boundary?.words.map { [$0] } ?? [] }

    private var apology: [String] {
        guard let parts = hearing.apology else { return [] }
        let all = [
            (parts.namesHarm, "names what went wrong"), (parts.owns, "owns it"), (parts.mends, "says what mends it"),
            (parts.saysWhen, "says when"),
        ]
        let (has, lacks) = (all.filter(\.0).map(\.1), all.filter { !$0.0 }.map(\.1))
        guard !has.isEmpty else { return ["It says sorry, and leaves open for what."] }
        let rest = lacks.isEmpty ? "" : " It could also \(Self.list(lacks.map(Self.bare)))."
        return ["The apology \(Self.list(has)).\(rest)"]
    }

    /// “names what went wrong” as what could be done: “name what went wrong”.
    private static func bare(_ part: String) -> String {
        let words = part.split(separator: " ", maxSplits: 1)
        return words[0].dropLast() + " " + words[1]
    }

    private static func list(_ parts: [String]) -> String {
        parts.count < 2
            ? parts.joined() : parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
    }

    private var echo: [String] {
        guard let echo = hearing.echo else { return [] }
        guard !echo.spans.isEmpty else { return ["It picks up none of the customer's own words."] }
        return [
            "It picks up from the customer: \(echo.spans.prefix(6).map { "“\(quote($0))”" }.joined(separator: ", "))."
        ]
    }

    private var length: [String] {
        guard !hearing.isCut else { return ["It is long: the first 64 KiB were heard, and the rest was not."] }
        return tooLong.map { [$0] } ?? []
    }

    /// Why it is too long for its channel, in a sentence: of an email, the first paragraph that is.
    var tooLong: String? {
        guard let channel, !hearing.isCut else { return nil }
        guard channel == .email else { return channel.tooLong(text) }
        var paragraph: [Substring] = []
        let lines: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines + [Substring()] {
            if line.contains(where: { !$0.isWhitespace }) {
                paragraph.append(line)
                continue
            }
            if let message = channel.tooLong(paragraph.joined(separator: " ")) { return message }
            paragraph = []
        }
        return nil
    }
}
