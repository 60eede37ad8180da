import Yams
import Yarn

extension SettingsFile {
    mutating func understand() {
        if let damage = source.damage {
            tell(
                "This is not UTF-8 text.", at: span(line: damage.first.line, column: damage.first.column),
                hint: "Save the file as UTF-8 in your editor. Until then nothing in it counts.")
            return
        }
        let lines = Self.lines(of: source.text)
        guard isHarmless(lines) else { return }
        if let root = composed(lines) { take(root) }
    }

    /// The lines of a text, without what ends them, and without a byte order mark.
    private static func lines(of text: String) -> [Substring] {
        let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }

    /// Looks for what the reader of YAML must not meet: control characters, references that grow, deep nests.
    private mutating func isHarmless(_ lines: [Substring]) -> Bool {
        for (index, line) in lines.enumerated() {
            var previous: Character = " "
            var quote: Character?
            var openings = 0
            for (offset, character) in line.enumerated() {
                let place = span(line: index + 1, column: offset + 1)
                if character.unicodeScalars.contains(where: Self.isControl) {
                    tell(
                        "There is a control character here.", at: place,
                        hint: "Take it out. Until then nothing in the file counts.")
                    return false
                }
                let isBehindSpace = " \t[{,".contains(previous)
                if let open = quote {
                    if character == open { quote = nil }
                } else if character == "#", isBehindSpace {
                    break
                } else if character == "\"" || character == "'", isBehindSpace || previous == ":" {
                    quote = character
                } else if character == "&" || character == "*", isBehindSpace, Self.names(line, behind: offset) {
                    tell(
                        "Anchors and references (& and *) are not understood here.", at: place,
                        hint:
                            "Write the value out; a key such as * stands in quotes. Until then nothing in the file counts."
                    )
                    return false
                } else if "[{".contains(character) || ("-?".contains(character) && previous == " ") {
                    openings += 1
                    if openings > Self.deepest {
                        tell(
                            "This is nested deeper than any setting.", at: place,
                            hint: "A setting is one line: `name: value`. Until then nothing in the file counts.")
                        return false
                    }
                }
                previous = character
            }
        }
        return true
    }

    /// More openings on one line are no settings.
    private static let deepest = 24

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Whether a sign is followed by a name, as an anchor is.
    private static func names(_ line: Substring, behind offset: Int) -> Bool {
        line.dropFirst(offset + 1).first.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" } ?? false
    }

    /// The file as a tree. Where the text breaks off being YAML, what stands before counts.
    private mutating func composed(_ lines: [Substring]) -> Node? {
        do {
            return try compose(yaml: lines.joined(separator: "\n"))
        } catch {
            let place = tell(error, lines)
            let good = lines.prefix(place.line - 1)
            guard let last = good.lastIndex(where: { Self.beginsASetting($0) }) else { return nil }
            // When even what stands above cannot be understood, it is the setting before that was left open.
            for end in [place.line - 1, last] {
                if let root = try? compose(yaml: good.prefix(end).joined(separator: "\n")) { return root }
            }
            return nil
        }
    }

    private static func beginsASetting(_ line: Substring) -> Bool {
        line.first.map { $0.isLetter || $0 == "\"" || $0 == "'" } ?? false
    }

    /// Tells what the reader of YAML stumbled over.
    private mutating func tell(_ error: any Error, _ lines: [Substring]) -> SourcePosition {
        var place = SourcePosition(line: max(1, lines.count), column: 1)
        var message = "This cannot be understood as YAML."
        var hint = "A setting is one line: `name: value`. What stands above this place counts."
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            place = SourcePosition(line: mark.line, column: mark.column)
            message = "This cannot be understood as YAML: \(problem)."
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
            let name = duplicates.sorted().first ?? ""
            let found = lines.lastIndex { $0.drop { $0 == " " }.hasPrefix(name + ":") }
            place = SourcePosition(line: (found ?? context.mark.line - 1) + 1, column: 1)
            message = "`\(name)` stands here a second time."
            hint = "Keep one of the two."
        default: break
        }
        if lines.indices.contains(place.line - 1), lines[place.line - 1].drop(while: { $0 == " " }).first == "\t" {
            hint = "Indent with spaces; YAML takes no tab there. What stands above this place counts."
        }
        tell(message, at: span(line: place.line, column: place.column), hint: hint)
        return place
    }
}
