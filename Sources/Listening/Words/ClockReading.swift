/// Reads times of day and numbers as they are written.
enum ClockReading {
    /// The number at the beginning of a word: `15`, `1,200`, `3rd`; nil where it is none that fits.
    static func number(_ form: String) -> Int? {
        Int(form.prefix { $0.isNumber || $0 == "," }.filter { $0 != "," })
    }

    /// `4pm`, `10:30`, `16.00`, `9:15am` in minutes after midnight; nil for what is no time of day.
    static func minutes(_ form: String) -> Int? {
        let digits = form.prefix { $0.isNumber || $0 == ":" || $0 == "." }
        let parts = digits.split { $0 == ":" || $0 == "." }.map { Int($0) }
        guard let first = parts.first, let hour = first, (0...24).contains(hour) else { return nil }
        let minute = parts.count > 1 ? parts[1] ?? 0 : 0
        guard (0..<60).contains(minute) else { return nil }
        let half = form.dropFirst(digits.count).filter { $0 != "." }
        return time(hour, minute, half: half)
    }

    /// A time of day in minutes after midnight; `half` is `am`, `pm` or nothing.
    static func time(_ hour: Int, _ minute: Int, half: String) -> Int {
        switch half {
        case "pm": (hour % 12 + 12) * 60 + minute
        case "am": hour % 12 * 60 + minute
        default: hour % 24 * 60 + minute
        }
    }

    /// Numbers in words, up to sixty.
    static func spelt(_ form: String) -> Int? { names[form] }

    private static let names: [String: Int] = [
        "a": 1, "an": 1, "one": 1, "two": 2, "couple": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
        "forty": 40, "fifty": 50, "sixty": 60,
    ]
}
