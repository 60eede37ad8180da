import Terminal

/// One question of a ``Form``.
public struct FormField: Sendable {
    /// What is answered with.
    public enum Content: Sendable {
        /// Words, in a line or in so many rows.
        case text(LineEditor, rows: Int)
        /// A whole number within a range.
        case number(LineEditor, ClosedRange<Int>)
        /// One of several.
        case choice([String], chosen: Int)
        /// Yes or no.
        case yesNo(Bool)
    }

    /// An answer.
    public enum Value: Equatable, Sendable {
        /// Words, without white space at their ends.
        case text(String)
        /// A number.
        case number(Int)
        /// The place of the chosen one, from 0.
        case choice(Int)
        /// Yes is true.
        case yesNo(Bool)
    }

    /// Which field it is.
    public let id: String
    /// What is asked.
    public var label: String
    /// A word of help, shown while the field has focus.
    public var help: String
    /// What is answered with.
    public internal(set) var content: Content
    /// What is wrong with an answer, in words; nil for nothing.
    let check: @Sendable (Value) -> String?

    /// A field of one line of text, or of several rows.
    public static func text(
        _ id: String, _ label: String, value: String = "", rows: Int = 1, limit: Int = 200, placeholder: String = "",
        help: String = "", check: @escaping @Sendable (Value) -> String? = { _ in nil }
    ) -> FormField {
        var editor = LineEditor(limit: limit, isSingleLine: rows <= 1, placeholder: placeholder)
        editor.insert(value)
        return FormField(
            id: id, label: label, help: help, content: .text(editor, rows: max(1, rows)), check: check)
    }

    /// A field of a whole number.
    public static func number(
        _ id: String, _ label: String, value: Int? = nil, in range: ClosedRange<Int>, help: String = ""
    ) -> FormField {
        var editor = LineEditor(limit: 12, isSingleLine: true)
        if let value { editor.insert("\(value)") }
        return FormField(id: id, label: label, help: help, content: .number(editor, range)) { _ in nil }
    }

    /// A field of one of several.
    public static func choice(
        _ id: String, _ label: String, _ options: [String], chosen: Int = 0, help: String = ""
    ) -> FormField {
        FormField(
            id: id, label: label, help: help,
            content: .choice(options, chosen: min(max(0, chosen), max(0, options.count - 1)))
        ) { _ in nil }
    }

    /// A field of yes or no.
    public static func yesNo(_ id: String, _ label: String, value: Bool = false, help: String = "") -> FormField {
        FormField(id: id, label: label, help: help, content: .yesNo(value)) { _ in nil }
    }

    /// A check that something is there.
    public static func required(_ words: String) -> @Sendable (Value) -> String? {
        { value in value == .text("") ? words : nil }
    }

    /// The answer; nil where a number is none.
    public var value: Value? {
        switch content {
        case .text(let editor, _): .text(editor.value)
        case .number(let editor, let range): Int(editor.value).flatMap { range.contains($0) ? .number($0) : nil }
        case .choice(_, let chosen): .choice(chosen)
        case .yesNo(let isYes): .yesNo(isYes)
        }
    }

    /// What is wrong with the answer, in words; nil for nothing.
    public var problem: String? {
        if case .number(let editor, let range) = content, value == nil {
            let wanted = "a whole number from \(range.lowerBound) to \(range.upperBound)"
            return editor.value.isEmpty ? "This wants \(wanted)." : "“\(editor.value)” is not \(wanted)."
        }
        return value.flatMap(check)
    }

    /// Rows that the answer takes.
    var rows: Int {
        if case .text(_, let rows) = content { return rows }
        return 1
    }

    /// True when letters that are typed are kept.
    var isTyped: Bool {
        switch content {
        case .text, .number: true
        case .choice, .yesNo: false
        }
    }

    /// True when Enter makes a new line in it.
    var hasLines: Bool { rows > 1 }

    mutating func edit<Answer>(_ change: (inout LineEditor) -> Answer) -> Answer? {
        switch content {
        case .text(var editor, let rows):
            defer { content = .text(editor, rows: rows) }
            return change(&editor)
        case .number(var editor, let range):
            defer { content = .number(editor, range) }
            return change(&editor)
        case .choice, .yesNo: return nil
        }
    }

    /// Moves to another of several.
    mutating func step(_ by: Int) {
        switch content {
        case .choice(let options, let chosen) where !options.isEmpty:
            content = .choice(options, chosen: (chosen + by + options.count) % options.count)
        case .yesNo(let isYes): content = .yesNo(!isYes)
        case .number(var editor, let range):
            let now = Int(editor.value) ?? range.lowerBound &- by
            editor.replaceAll(with: "\(min(range.upperBound, max(range.lowerBound, now &+ by)))")
            content = .number(editor, range)
        default: break
        }
    }

    /// Puts an answer there, where it is one that the field can have.
    mutating func fill(_ value: Value) {
        switch (value, content) {
        case (.text(let words), .text): _ = edit { $0.replaceAll(with: words) }
        case (.number(let number), .number): _ = edit { $0.replaceAll(with: "\(number)") }
        case (.choice(let place), .choice(let options, _)) where options.indices.contains(place):
            content = .choice(options, chosen: place)
        case (.yesNo(let isYes), .yesNo): content = .yesNo(isYes)
        default: break
        }
    }

    /// Moves to the next of several that begins with a letter.
    private mutating func step(to letter: Character) -> Bool {
        guard case .choice(let options, let chosen) = content, letter.isLetter else { return false }
        let order = options.indices.map { (chosen + 1 + $0) % options.count }
        guard let next = order.first(where: { options[$0].lowercased().hasPrefix(letter.lowercased()) }) else {
            return false
        }
        content = .choice(options, chosen: next)
        return true
    }

    /// Takes a letter where nothing is typed: Space, y, n, the number of an option.
    mutating func take(_ letter: Character) -> Bool {
        switch content {
        case .choice(let options, _):
            if let number = letter.wholeNumberValue, number >= 1, number <= options.count {
                content = .choice(options, chosen: number - 1)
                return true
            }
            if letter == " " {
                step(1)
                return true
            }
            return step(to: letter)
        case .yesNo:
            switch letter {
            case "y": content = .yesNo(true)
            case "n": content = .yesNo(false)
            case " ": step(1)
            default: return false
            }
        default: return false
        }
        return true
    }
}
