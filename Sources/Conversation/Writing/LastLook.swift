/// What is worth a glance before a mail goes out: facts, in the order a reader meets them. It never stands in the way.
public struct LastLook: Equatable, Sendable {
    /// A promise that is open.
    public struct Promise: Equatable, Sendable {
        /// Its id.
        public var id: String
        /// Story time at which it is due, ms.
        public var due: Int
        /// That very time of day stands in the mail.
        public var isInMail: Bool
    }

    /// How the mail reads, by the school grade of the Flesch–Kincaid formula.
    public enum Reading: Equatable, Sendable {
        /// Too short to tell: under ``LastLook/fewestWords``.
        case short
        /// Up to grade 8.
        case plain
        /// Up to grade 11.
        case fair
        /// Above.
        case hard
    }

    /// Whether something is attached, and whether the mail speaks of it.
    public enum Attachment: Equatable, Sendable {
        /// Nothing is attached, and the mail does not speak of anything.
        case none
        /// These are.
        case there([String])
        /// The mail speaks of one with this word, and there is none.
        case missing(word: String)
    }

    /// Fewer words than this have no reading level.
    public static let fewestWords = 20

    /// The subject; empty for none.
    public var subject: String
    /// What is promised and still open, the next one due first.
    public var promises: [Promise]
    /// The times that the mail names, as it writes them.
    public var times: [String]
    /// How many questions it asks.
    public var questions: Int
    /// How it reads.
    public var reading: Reading
    /// How long it is.
    public var words: Int, paragraphs: Int
    /// What goes with it.
    public var attachment: Attachment

    /// Looks at the draft that is open in a session.
    public init(_ session: Session) {
        let draft = session.front.draft
        let text = draft.texts.joined(separator: "\n")
        let opens = session.began?.opens ?? 0
        subject = draft.subject
        promises = session.commitments.filter { $0.state == .open }.sorted { $0.due < $1.due }.map { promise in
            let minutes = opens + promise.due / 60_000
            return Promise(id: promise.id, due: promise.due, isInMail: Self.names(minutes, in: text))
        }
        times = TimeWords.find(in: text)
        questions = DraftStructure(draft, names: []).questions
        words = Prose.words(text).count
        paragraphs = draft.paragraphs.count
        reading = Self.reading(draft.texts, words: words)
        attachment = Self.attachment(draft, text)
    }

    private static func reading(_ texts: [String], words: Int) -> Reading {
        guard words >= fewestWords else { return .short }
        let grade = Prose.grade(texts)
        return grade <= 8 ? .plain : grade <= 11 ? .fair : .hard
    }

    /// Whether a text names a time of day, minutes after midnight: `16:20`, `4:20`, `4.20`; full hours also as `4 pm`.
    static func names(_ minutes: Int, in text: String) -> Bool {
        let (hour, minute) = (minutes / 60 % 24, minutes % 60)
        let short = hour % 12 == 0 ? 12 : hour % 12
        let two = minute < 10 ? "0\(minute)" : "\(minute)"
        var ways = [hour, short].flatMap { ["\($0):\(two)", "\($0).\(two)"] }
        let half = hour < 12 ? "am" : "pm"
        if minute == 0 { ways += ["\(short) \(half)", "\(short)\(half)", "\(short) o'clock"] }
        if minute == 0, hour == 12 { ways += ["noon", "midday"] }
        let spelled = [
            "twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        switch minute {
        case 0: ways += [spelled[short], "\(spelled[short]) o'clock"]
        case 15: ways.append("quarter past \(spelled[short])")
        case 30: ways.append("half past \(spelled[short])")
        case 45: ways.append("quarter to \(spelled[short % 12 + 1])")
        default: break
        }
        let found = TimeWords.find(in: text).map { $0.lowercased() }
        return found.contains { phrase in
            ways.contains { way in phrase == way || phrase.hasSuffix(" \(way)") || phrase.hasPrefix("\(way) ") }
        }
    }

    private static func attachment(_ draft: Draft, _ text: String) -> Attachment {
        guard draft.attachments.isEmpty else { return .there(draft.attachments) }
        let words = ["attached", "attachment", "attachments", "attaching", "enclosed", "attach"]
        return words.first { Prose.contains($0, in: text) }.map(Attachment.missing) ?? .none
    }
}
