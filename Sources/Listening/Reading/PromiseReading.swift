/// Something that a reply says will happen by a time.
///
/// It looks at words, not at sense: somebody of us who will do something, or a customer who will have something, and a time in
/// the same sentence.
public struct PromiseReading: Hashable, Sendable {
    /// By when.
    public enum Due: Hashable, Sendable {
        /// So many ms from now.
        case within(Int)
        /// A time of day, in minutes after midnight.
        case at(Int)
        /// A day or a part of one, as it is called.
        case day(String)
    }

    /// By when it is promised.
    public var due: Due
    /// The sentence, in Unicode scalars of the text.
    public var span: Range<Int>

    /// Every promise with a time, in order, one a sentence at most.
    static func all(in utterance: Utterance) -> [PromiseReading] {
        utterance.sentences.compactMap { sentence in
            let words = Array(utterance.words[sentence.words])
            guard !sentence.isAsked, promises(words.map(\.form)), let due = due(in: words), let first = words.first,
                let last = words.last
            else { return nil }
            return PromiseReading(due: due, span: first.span.lowerBound..<last.span.upperBound)
        }
    }

    // MARK: Who does it

    private static func promises(_ forms: [String]) -> Bool {
        for (index, form) in forms.enumerated() {
            let next = index + 1 < forms.count ? forms[index + 1] : ""
            let after = index + 2 < forms.count ? forms[index + 2] : ""
            switch form {
            case "i", "we":
                if next == "will" && after != "not" || next == "shall" { return true }
                if next == "am" || next == "are", after == "going" { return true }
                if next == "promise" { return true }
            case "you", "it":
                if next == "will", Self.received.contains(after) { return true }
            case "expect": return true
            default: continue
            }
        }
        return false
    }

    private static let received: Set<String> = [
        "have", "get", "hear", "receive", "see", "be", "find", "arrive", "reach",
    ]

    // MARK: When

    private static func due(in words: [Word]) -> Due? {
        for index in words.indices {
            if let due = due(at: index, in: words) { return due }
        }
        return nil
    }

    private static func due(at index: Int, in words: [Word]) -> Due? {
        let word = words[index]
        func form(_ offset: Int) -> String {
            words.indices.contains(index + offset) ? words[index + offset].form : ""
        }
        if word.kind == .clock { return word.value.map(Due.at) }
        if ["in", "within", "for"].contains(word.form) {
            for offset in 1...4 {
                guard let unit = units[form(offset)] else { continue }
                let count = (1..<offset).compactMap { step in
                    counted(words[index + step])
                }
                if form(1) == "half" { return .within(unit / 2) }
                if let number = count.first, number < 1_000 { return .within(number * unit) }
            }
        }
        let number = counted(word)
        if let number, (1...24).contains(number), word.form != "a", word.form != "an" {
            if ["am", "pm"].contains(form(1)) { return .at(ClockReading.time(number, 0, half: form(1))) }
            if form(1) == "o'clock" || form(1) == "oclock" { return .at(ClockReading.time(number, 0, half: "")) }
            if ["by", "at", "before", "until"].contains(form(-1)), units[form(1)] == nil {
                return .at(ClockReading.time(number, 0, half: ""))
            }
        }
        if days.contains(word.form) { return .day(word.form) }
        return nil
    }

    /// A number in digits or in words; an amount of money is none.
    private static func counted(_ word: Word) -> Int? {
        word.kind == .money ? nil : word.value ?? ClockReading.spelt(word.form)
    }

    /// Lengths in ms.
    private static let units: [String: Int] = [
        "second": 1_000, "seconds": 1_000, "minute": 60_000, "minutes": 60_000, "hour": 3_600_000,
        "hours": 3_600_000, "day": 86_400_000, "days": 86_400_000, "week": 604_800_000, "weeks": 604_800_000,
    ]
    static let days: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tonight", "tomorrow",
        "noon", "midday", "lunchtime", "midnight",
    ]
}
