/// Finds in plain English by when something is said to happen: `by 4 pm`, `10:30`, `tomorrow`, `in two hours`.
///
/// It looks at words, not at sense: a day, a part of a day, a clock time, or a number with a unit behind `in`, `within`
/// or `for`. That is enough to tick a box kindly, and too little to grade anybody.
public enum TimeWords {
    private static let days: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tonight", "tomorrow",
        "noon", "midday", "midnight",
    ]
    private static let parts: Set<String> = ["morning", "afternoon", "evening", "week", "weekend", "month"]
    private static let units: Set<String> = [
        "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "min", "mins",
    ]
    private static let numbers: Set<String> = [
        "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "fifteen", "twenty", "thirty", "forty", "half",
    ]
    private static let hours: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    private static let before: Set<String> = ["by", "at", "before", "until", "after", "past", "from", "between"]

    /// The expressions in a text, in order, as they are written, each once.
    public static func find(in text: String) -> [String] {
        let words = text.split { $0.isWhitespace || "()“”\"".contains($0) }
        let plain = words.map(Self.plain)
        var found: [String] = []
        var index = 0
        while index < words.count {
            let length = length(at: index, in: plain)
            guard length > 0 else {
                index += 1
                continue
            }
            let start = index > 0 && before.contains(plain[index - 1]) ? index - 1 : index
            let phrase = words[start..<index + length].map { trimmed($0) }.joined(separator: " ")
            if !found.contains(where: { $0.lowercased() == phrase.lowercased() }) { found.append(phrase) }
            index += length
        }
        return found
    }

    /// How many words from here on are an expression of time; 0 for none.
    private static func length(at index: Int, in words: [String]) -> Int {
        let word = words[index]
        func next(_ offset: Int) -> String { index + offset < words.count ? words[index + offset] : "" }
        if isClock(word) { return ["am", "pm", "a.m", "p.m", "o'clock", "o’clock"].contains(next(1)) ? 2 : 1 }
        if isNumber(word), ["am", "pm", "a.m", "p.m", "o'clock", "o’clock"].contains(next(1)) { return 2 }
        if ["past", "to"].contains(next(1)), numbers.contains(word) || word == "quarter" || isNumber(word) {
            if hours.contains(next(2)) || isNumber(next(2)) { return 3 }
            if next(1) == "past" { return 2 }
        }
        if hours.contains(word) {
            if index > 0, words[index - 1] == "between", next(1) == "and", hours.contains(next(2)) { return 3 }
            if ["o'clock", "o’clock"].contains(next(1)) { return 2 }
            // “by six” is a time, “by six people” is not known to be one.
            let isBehind = index > 0 && ["by", "at", "before", "until", "past"].contains(words[index - 1])
            if isBehind, !units.contains(next(1)) { return 1 }
        }
        if days.contains(word) { return parts.contains(next(1)) ? 2 : 1 }
        if word == "this" || word == "next", parts.contains(next(1)) { return 2 }
        if ["in", "within"].contains(word) {
            for offset in 1...3 where units.contains(next(offset)) {
                let isCounted = (1..<offset).contains { isNumber(next($0)) || numbers.contains(next($0)) }
                if isCounted { return offset + 1 }
            }
        }
        return 0
    }

    /// `10:30`, `16.00`, `4pm`
    private static func isClock(_ word: String) -> Bool {
        for suffix in ["am", "pm"] where word.hasSuffix(suffix) {
            let digits = word.dropLast(2)
            if !digits.isEmpty, digits.allSatisfy({ $0.isNumber || $0 == ":" || $0 == "." }) { return true }
        }
        let halves = word.split(whereSeparator: { $0 == ":" || $0 == "." })
        guard halves.count == 2, let hour = Int(halves[0]), let minute = Int(halves[1]) else { return false }
        return (0..<24).contains(hour) && (0..<60).contains(minute) && halves[1].count == 2
    }

    private static func isNumber(_ word: String) -> Bool { !word.isEmpty && word.allSatisfy(\.isNumber) }

    private static func plain(_ word: Substring) -> String { trimmed(word).lowercased() }

    private static func trimmed(_ word: Substring) -> String {
        var word = word
        while let last = word.last, ",.;:!?".contains(last) { word.removeLast() }
        while let first = word.first, ",.;:".contains(first) { word.removeFirst() }
        return String(word)
    }
}
