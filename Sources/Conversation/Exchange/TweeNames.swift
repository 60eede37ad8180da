/// Names and texts of a story in the form that a scenario wants.
struct TweeNames {
    private var taken: Set<String> = []

    /// A title of its own for a passage: `What matters most?` is `WhatMattersMost`.
    mutating func title(for name: String) -> String {
        var title = ""
        for word in name.split(whereSeparator: { !Self.isPartOfWord($0) }).prefix(12) {
            title += word.prefix(1).uppercased() + word.dropFirst()
        }
        var scalars = String.UnicodeScalarView()
        for scalar in title.unicodeScalars.prefix(60) where Self.isSafe(scalar) { scalars.append(scalar) }
        title = String(scalars)
        if title.isEmpty { title = "Passage" }
        if title.unicodeScalars.first?.properties.isAlphabetic != true { title = "P" + title }
        var unique = title
        var number = 1
        while !taken.insert(unique).inserted {
            number += 1
            unique = "\(title)_\(number)"
        }
        return unique
    }

    private static func isPartOfWord(_ character: Character) -> Bool {
        character.unicodeScalars.first.map(isSafe) ?? false
    }

    /// Letters of the first plane and ASCII digits: a part of what the language takes in identifiers.
    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return scalar == "_" || (0x30...0x39).contains(scalar.value) || scalar.properties.isAlphabetic
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: return scalar.value <= 0xFFFF
        default: return false
        }
    }

    /// A name for a folder or an ending: small ASCII letters, digits and hyphens.
    static func slug(of text: String) -> String {
        var slug = ""
        var isBehindSmall = false
        for character in text.prefix(200) {
            let isWord = character.isASCII && (character.isLetter || character.isNumber)
            if !isWord || (character.isUppercase && isBehindSmall), !slug.isEmpty, slug.last != "-" { slug += "-" }
            if isWord { slug += character.lowercased() }
            isBehindSmall = isWord && !character.isUppercase
        }
        slug = String(slug.prefix(40))
        while slug.last == "-" { slug.removeLast() }
        return slug.isEmpty ? "story" : slug
    }

    /// A text on one line, without control and format characters.
    static func oneLine(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
            case .format, .surrogate, .unassigned, .privateUse:
                // What joins emoji stays.
                if scalar == "\u{200D}" { scalars.append(scalar) }
            default: scalars.append(scalar)
            }
        }
        return String(scalars).split(separator: " ").joined(separator: " ")
    }

    /// A text as the value of a header, where two slashes would begin a comment.
    static func header(_ text: String) -> String {
        var text = oneLine(text)
        while let slashes = text.firstRange(of: "//") { text.replaceSubrange(slashes, with: "/") }
        return text.isEmpty ? "…" : text
    }

    /// A text as a line says it: every sign that means something to the language is escaped.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in oneLine(text).unicodeScalars {
            if "\\{}#<>[]".unicodeScalars.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result.isEmpty ? "…" : result.replacing("//", with: "\\/\\/")
    }

    /// A text as an option says it: one that begins like an arrow would be taken for one.
    static func optionText(_ text: String) -> String {
        let text = escaped(text)
        guard text.hasPrefix("-\\>") || text.hasPrefix("=\\>") else { return text }
        return "→ " + text.dropFirst(3).drop { $0 == " " }
    }

    /// A paragraph as messages of a chat: at ends of sentences, of no more than about 200 characters.
    static func messages(_ paragraph: String) -> [String] {
        guard paragraph.count > 200 else { return [paragraph] }
        var messages = [""]
        var count = 0
        for word in paragraph.split(separator: " ") {
            let ends = messages.last?.last.map { ".!?…".contains($0) } ?? false
            if ends && count + word.count > 140 || count + word.count > 195 {
                messages.append("")
                count = 0
            }
            messages[messages.count - 1] += (count == 0 ? "" : " ") + word
            count += word.count + 1
        }
        return messages.filter { !$0.isEmpty }
    }
}
