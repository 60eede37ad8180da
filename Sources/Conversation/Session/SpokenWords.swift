/// When each word of a spoken line is heard: a pure function of its words, so that captions, interruptions and talk ratios
/// all go by the same times.
///
/// A word of four or five letters takes a minute divided by the rate; shorter ones take less, longer ones more, and a
/// digit is as long as three letters, because it is said as a word. Commas and full stops take their time behind a word,
/// `…` and a dash longer; all of it shrinks as somebody speaks faster.
public struct SpokenWords: Hashable, Sendable {
    /// One word, as written, with its punctuation.
    public struct Word: Hashable, Sendable {
        /// The word.
        public var text: String
        /// When it begins, ms since the line began.
        public var at: Int
        /// How long it is said, ms.
        public var lasting: Int
        /// A silence that the author wrote right before it, ms; what punctuation takes is not counted.
        public var silence: Int
        /// Where it ends in the text, in characters.
        var end: Int
    }

    /// How fast people speak when nothing is said about it, words a minute.
    public static let usualRate = 160
    /// What a written silence lasts at the usual rate, ms: `…` and a dash.
    static let longSilence = 700, shortSilence = 300

    /// The words, in order.
    public var words: [Word] = []

    /// The words of a text.
    /// - Parameters:
    ///   - wordsPerMinute: how fast; what nobody can say is brought to the nearest that somebody can.
    ///   - pauses: silences that are no part of the text.
    public init(_ text: String, wordsPerMinute: Int = usualRate, pauses: [SpokenPause] = []) {
        let rate = min(LineTags.rates.upperBound, max(LineTags.rates.lowerBound, wordsPerMinute))
        var pauses = pauses[...]
        var at = 0
        var silence = 0
        var behind = 0
        for piece in Self.pieces(text) {
            if let lasting = Self.silence(of: piece.text) {
                silence += lasting * Self.usualRate / rate
                continue
            }
            while let pause = pauses.first, pause.at <= piece.start {
                silence += max(0, min(60_000, pause.lasting))
                pauses.removeFirst()
            }
            at += words.isEmpty ? 0 : behind
            at += silence
            let lasting = Self.lasting(of: piece.text, at: rate)
            words.append(
                Word(
                    text: piece.text, at: at, lasting: lasting, silence: silence, end: piece.start + piece.text.count))
            at += lasting
            behind = Self.rest(behind: piece.text) * Self.usualRate / rate
            silence = 0
        }
    }

    /// The words of something in a transcript.
    public init(_ entry: Entry) {
        self.init(
            entry.text, wordsPerMinute: entry.wordsPerMinute ?? Self.usualRate, pauses: entry.pauses)
    }

    /// How long all of it takes, ms.
    public var lasting: Int { words.last.map { $0.at + $0.lasting } ?? 0 }

    /// How many words have begun after so many ms.
    public func count(at elapsed: Int) -> Int { words.prefix { $0.at <= elapsed }.count }

    /// The text as far as its first words, cut off with a dash.
    static func cut(_ text: String, to count: Int, of words: SpokenWords) -> String {
        guard count > 0, words.words.indices.contains(count - 1) else { return "" }
        var kept = String(text.prefix(words.words[count - 1].end))
        while let last = kept.last, ",;:…—–-".contains(last) || last.isWhitespace { kept.removeLast() }
        return kept + (kept.last.map { ".!?".contains($0) } == true ? " —" : "—")
    }

    // MARK: How long things take

    private static func pieces(_ text: String) -> [(text: String, start: Int)] {
        var found: [(String, Int)] = []
        var piece = ""
        var position = 0
        for character in text {
            if character.isWhitespace {
                if !piece.isEmpty { found.append((piece, position - piece.count)) }
                piece = ""
            } else {
                piece.append(character)
            }
            position += 1
        }
        if !piece.isEmpty { found.append((piece, position - piece.count)) }
        return found
    }

    /// What a piece without a letter or digit is: a written silence, or nothing that is heard.
    private static func silence(of piece: String) -> Int? {
        guard !piece.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        if piece.contains("…") || piece.contains("...") { return longSilence }
        return piece.contains(where: { "—–-".contains($0) }) ? shortSilence : 0
    }

    private static func lasting(of word: String, at rate: Int) -> Int {
        let usual = 60_000 / rate
        let letters = word.reduce(0) { $0 + ($1.isNumber ? 3 : $1.isLetter ? 1 : 0) }
        return max(usual * 2 / 5, usual * (2 * letters + 6) / 15)
    }

    private static func rest(behind word: String) -> Int {
        let end = word.last { !"\"'”’)]".contains($0) }
        return switch end {
        case "…": longSilence
        case "—", "–": shortSilence
        case ".", "!", "?": 300
        case ",", ";", ":": 150
        default: 0
        }
    }
}
