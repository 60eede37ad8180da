extension Checker {
    /// Markup that can never be read, and the space that a replacement swallows.
    mutating func checkMarkup(_ line: LineSyntax) {
        if !plurals.isKnown, !hasReportedLocale, line.template.contains("[plural") || line.template.contains("[ordinal")
        {
            hasReportedLocale = true
            report(
                .unknownLocale, "Nothing is known of plurals in the language `\(plurals.locale)`.", at: line.textSpan,
                hint: "Every number takes the form `other`.")
        }
        guard let problem = MarkupParser.problem(in: line.parts, plurals: plurals) else { return }
        report(.badMarkup, problem.message, at: line.textSpan, hint: problem.hint)
    }
}

extension MarkupParser {
    /// What is wrong with the markup of a line whatever its values turn out to be.
    static func problem(in parts: [TextPart], plurals: PluralRules = .english) -> (message: String, hint: String)? {
        let hasTags = parts.contains { if case .text(let text, _) = $0 { text.utf8.contains(0x5B) } else { false } }
        guard hasTags else { return nil }
        // A brace stands for a value that is only known later; what depends on it is not judged.
        let text = parts.map { if case .text(let text, _) = $0 { text } else { "{}" } }.joined()
        var scanner = MarkupScanner(Array(text.utf8))
        var open: [String] = []
        do throws(Problem) {
            while let byte = scanner.byte {
                if byte == 0x5C {
                    scanner.offset += 2
                } else if byte != 0x5B {
                    scanner.offset += 1
                } else if let trap = try trap(in: &scanner, &open, plurals) {
                    return trap
                }
            }
            if let name = open.last { throw Problem(message: "`[\(name)]` is not closed.") }
            return nil
        } catch {
            return (
                error.message,
                "Until it is right the text is shown with its brackets. A bracket as text is written `\\[`."
            )
        }
    }

    private static func trap(
        in scanner: inout MarkupScanner, _ open: inout [String], _ plurals: PluralRules
    ) throws(Problem) -> (message: String, hint: String)? {
        let tag = try scanner.readTag()
        switch tag.kind {
        case .closeAll: open = []
        case .close:
            guard let index = open.lastIndex(of: tag.name) else {
                throw Problem(message: "`[/\(tag.name)]` closes nothing.")
            }
            open.remove(at: index)
        case .open where tag.name == "nomarkup": _ = try scanner.readRaw()
        case .open:
            if MarkupReplacement.names.contains(tag.name) {
                throw Problem(message: "`[\(tag.name)]` closes itself: `[\(tag.name) …/]`.")
            }
            guard open.count < tagLimit else { throw Problem(message: "Too many tags are open here.") }
            open.append(tag.name)
        case .selfClosing:
            guard MarkupReplacement.names.contains(tag.name) else { return nil }
            guard let value = tag["value"] else { throw Problem(message: "`[\(tag.name)` needs a property `value`.") }
            if value == .string("{}") {
                try MarkupReplacement.checkForms(of: tag, plurals)
            } else if !value.description.contains("{}") {
                _ = try MarkupReplacement.text(for: tag, plurals)
            }
            if scanner.byte == 0x20, tag["trimwhitespace"] == nil {
                return (
                    "The space behind `[\(tag.name) …/]` is removed: a tag that closes itself takes it along.",
                    "Write `trimwhitespace=false` before `/]`, or `trimwhitespace=true` if it is meant."
                )
            }
        }
        return nil
    }
}
