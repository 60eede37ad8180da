/// One thing that can be set: its name, the values it takes, the one it has unless somebody says otherwise.
public struct Setting: Hashable, Sendable {
    /// What it is called in the settings file.
    public enum Name: String, CaseIterable, Sendable {
        case theme, glyphs, motion, mouse, speech
        case voiceRate = "voice-rate"
        case time, difficulty, curveballs, feedback, groundwork, reminders, sync, journal
    }

    /// What it takes.
    public enum Values: Hashable, Sendable {
        /// One of some words.
        case words([String])
        /// A whole number in a unit for people, or a word.
        case number(ClosedRange<Int>, unit: String, or: String)
        /// A word, or the place of something: a path or an address, as it stands.
        case place(String, or: String)
    }

    /// What it is called.
    public var name: Name
    /// What it takes.
    public var values: Values
    /// What it is unless somebody says otherwise.
    public var usual: String
    /// What it does, in one sentence.
    public var summary: String
    /// What is to be known beside that, for the settings page; empty for nothing.
    public var more = ""
    /// How the command line sets it; empty where it does not.
    public var flag = ""
    /// Other words that mean one of its own.
    public var twins: [String: String] = [:]

    /// The variable that sets it in the environment: `RAPPORT_VOICE_RATE`.
    public var variable: String {
        "RAPPORT_" + String(name.rawValue.uppercased().map { $0 == "-" ? "_" : $0 })
    }

    /// What it takes, for people: `full or reduced`, `80 to 450 words a minute`.
    public var wanted: String {
        switch values {
        case .words(let words):
            words.count < 2
                ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
        case .place(let words, let word): "\(word), or \(words)"
        case .number(let range, let unit, let word): "\(word), or \(range.lowerBound) to \(range.upperBound) \(unit)"
        }
    }

    /// The value as it is kept; nil when it is none that the setting takes. Case does not matter, but in a place.
    public func accepted(_ text: String) -> String? {
        let value = text.lowercased()
        switch values {
        case .words(let words):
            if words.contains(value) { return value }
            return twins[value]
        case .number(let range, _, let word):
            if value == word { return word }
            guard value.utf8.count < 10, let number = Int(value), range.contains(number) else { return nil }
            return String(number)
        case .place(_, let word):
            if value == word { return word }
            let isWhole = !text.unicodeScalars.contains { $0.properties.generalCategory == .control || $0 == " " }
            return isWhole && text.utf8.count <= 1_000 && text.contains("/") ? text : nil
        }
    }
}
