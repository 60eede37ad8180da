import Conversation
import Terminal

/// A debrief as a document: Markdown, or one HTML file with its pictures that needs nothing else.
///
/// It says what the debrief's page says, in the same words and order, and then what was said.
public struct DebriefDocument: Sendable {
    /// A part with its heading.
    struct Section: Equatable, Sendable {
        var heading: String
        /// The lines; a detail belongs to the line above it.
        var lines: [(text: String, isDetail: Bool)]

        static func == (one: Section, other: Section) -> Bool {
            one.heading == other.heading && one.lines.elementsEqual(other.lines) { $0 == $1 }
        }
    }

    let title: String
    let debrief: Debrief
    let sections: [Section]

    /// The document of a session.
    public init(_ session: Session, vocabulary: Vocabulary) {
        title = DisplayText.sanitised(session.began?.title ?? "A session")
        debrief = Debrief(session)
        var glyphs = PlainText.glyphs
        glyphs.lines.leftTee = " "
        glyphs.lines.horizontal = " "
        let page = DebriefPage(debrief: debrief, vocabulary: vocabulary, glyphs: glyphs)
        var sections = [Section(heading: "", lines: [])]
        for line in page.lines(columns: 1_000_000) {
            let text = PlainText.line(line.runs.map(\.text).joined())
            guard !text.isEmpty else { continue }
            if line.runs.first?.role == .title {
                sections.append(Section(heading: text, lines: []))
            } else {
                sections[sections.count - 1].lines.append((text, line.indent > 0))
            }
        }
        sections.append(Section(heading: "What was said", lines: Self.transcript(session)))
        self.sections = sections.filter { !$0.lines.isEmpty }
    }

    private static func transcript(_ session: Session) -> [(text: String, isDetail: Bool)] {
        let entries = session.threads.flatMap(\.transcript).sorted {
            ($0.begins, $0.sequence) < ($1.begins, $1.sequence)
        }
        return entries.compactMap { entry in
            guard !entry.text.isEmpty else { return nil }
            let time = StoryClock.timeOfDay(opens: session.began?.opens ?? 0, story: entry.story)
            let who =
                switch entry.kind {
                case .customer: entry.speaker
                case .agent, .mail: "You"
                case .silence: "You, in silence"
                case .scene: "Around you"
                case .note: "Note in the ticket"
                case .moved: ""
                }
            return who.isEmpty
                ? nil : (PlainText.line("\(time) \(who): \(entry.text.replacing("\n", with: " "))"), false)
        }
    }

    // MARK: Markdown

    /// The document in Markdown (CommonMark); nothing in it is read as markup but ours.
    public var markdown: String {
        var text = "# Looking back: \(Self.markdown(title))\n"
        for section in sections {
            text += section.heading.isEmpty ? "\n" : "\n## \(Self.markdown(section.heading))\n\n"
            for line in section.lines {
                text += (line.isDetail ? "  - " : "- ") + Self.markdown(line.text) + "\n"
            }
        }
        return text
    }

    static func markdown(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "\\`*_[]<>#|~&!".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        // A number with a full stop would begin a list.
        let digits = escaped.prefix { $0.isNumber }
        if !digits.isEmpty, let next = escaped.dropFirst(digits.count).first, next == "." || next == ")" {
            escaped.insert("\\", at: escaped.index(escaped.startIndex, offsetBy: digits.count))
        }
        if let first = escaped.first, "+-=".contains(first) { escaped = "\\" + escaped }
        return escaped
    }

    // MARK: HTML

    /// The document as one HTML file: no script, nothing from elsewhere, pictures inside, made to be printed too.
    public var html: String {
        var body = "<h1>Looking back: \(Self.html(title))</h1>\n"
        for section in sections {
            let heading = section.heading.isEmpty ? "" : "<h2>\(Self.html(section.heading))</h2>\n"
            body += "<section>\n\(heading)"
            if section.heading.hasPrefix("Between you") { body += curve(below: section.heading) }
            if section.heading == "The way you went" { body += DebriefPictures.map(debrief.path) }
            body += "<ul>\n"
            for line in section.lines {
                body += "<li\(line.isDetail ? " class=\"detail\"" : "")>\(Self.html(line.text))</li>\n"
            }
            body += "</ul>\n</section>\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Looking back: \(Self.html(title))</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <main>
            \(body)</main>
            </body>
            </html>

            """
    }

    private func curve(below heading: String) -> String {
        let part = debrief.parts.first { heading == "Between you and \($0.customer)" }
        return DebriefPictures.curve(part?.readings ?? debrief.readings)
    }

    static func html(_ text: String) -> String {
        var escaped = ""
        for character in DisplayText.sanitised(text) {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    private static let style = """

        body { font: 1rem/1.5 system-ui, sans-serif; color: #1d1d1f; background: #fff; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
        ul { list-style: none; padding: 0; } li.detail { margin-left: 1.5rem; color: #4a4a4f; }
        svg { width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: #1d1d1f; }
        @media (prefers-color-scheme: dark) { body { background: #16161a; color: #ececf1; } li.detail { color: #b5b5bd; } svg text { fill: #ececf1; } }
        @media print { body { margin: 0; max-width: none; color: #000; background: #fff; } section { break-inside: avoid; } svg text { fill: #000; } }

        """
}
