/// A manual page while it is written, in the macros of man(7).
struct Roff {
    private(set) var text = ""
    /// Longer lines are broken, for whoever reads the source.
    private static let longest = 78

    /// A page with its heading line.
    init(_ name: String, section: Int, version: String, date: String) {
        text = """
            .\\" Made by `rapport manual`; change the program instead.
            .TH \(name.uppercased().replacing("-", with: "\\-")) \(section) "\(date)" "Rapport \(version)" "Rapport"
            .SH NAME

            """
    }

    mutating func section(_ title: String) { text += ".SH \(Self.quoted(title.uppercased()))\n" }

    mutating func subsection(_ title: String) { text += ".SS \(Self.quoted(title))\n" }

    /// What stands behind NAME.
    mutating func name(_ name: String, _ summary: String) {
        text += "\(name.replacing("-", with: "\\-")) \\- \(Self.escaped(summary))\n"
    }

    /// Paragraphs, one a line of `words`; `` `code` `` is bold.
    mutating func paragraphs(_ words: String) {
        for (index, paragraph) in words.split(separator: "\n").enumerated() {
            if index > 0 || !(text.hasSuffix(".SH NAME\n") || isBehindHeading) { text += ".PP\n" }
            fill(String(paragraph))
        }
    }

    /// A term and what it means.
    mutating func item(_ term: String, _ words: String) {
        text += ".TP\n.B \(Self.literal(term))\n"
        fill(words.isEmpty ? "\u{200B}" : words)
    }

    /// Lines as they stand.
    mutating func example(_ lines: String) {
        text += (isBehindHeading ? "" : ".PP\n") + ".nf\n.RS 4\n"
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
            text += (line.isEmpty ? "\\&" : Self.guarded(Self.literal(String(line)))) + "\n"
        }
        text += ".RE\n.fi\n"
    }

    private var isBehindHeading: Bool {
        let last = text.dropLast().split(separator: "\n").last ?? ""
        return last.hasPrefix(".SH") || last.hasPrefix(".SS")
    }

    private mutating func fill(_ words: String) {
        var line = ""
        for word in words.split(separator: " ") {
            let escaped = Self.escaped(String(word))
            if !line.isEmpty, line.utf8.count + escaped.utf8.count >= Self.longest {
                text += Self.guarded(line) + "\n"
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + escaped
        }
        if !line.isEmpty { text += Self.guarded(line) + "\n" }
    }

    /// Running text: backquotes become bold, signs beyond ASCII their names.
    private static func escaped(_ text: String) -> String {
        var result = ""
        var isBold = false
        for scalar in text.unicodeScalars {
            if scalar == "`" {
                isBold.toggle()
                result += isBold ? "\\fB" : "\\fR"
            } else {
                result += sign(scalar, literal: isBold)
            }
        }
        // Code of several words is cut at its spaces; each piece stands for itself.
        return result
    }

    /// What is typed as it stands: a hyphen is a minus, so that it can be copied.
    private static func literal(_ text: String) -> String {
        text.unicodeScalars.map { sign($0, literal: true) }.joined()
    }

    private static func sign(_ scalar: Unicode.Scalar, literal: Bool) -> String {
        switch scalar {
        case "\\": return "\\e"
        case "-" where literal: return "\\-"
        case "\"": return "\\(dq"
        case "'" where literal: return "\\(aq"
        case "^" where literal: return "\\(ha"
        case "~" where literal: return "\\(ti"
        case "`": return "\\(ga"
        case "\u{200B}": return "\\&"
        case "“": return "\\(lq"
        case "”": return "\\(rq"
        case "’": return "\\(cq"
        case "—": return "\\(em"
        case "–": return "\\(en"
        case "…": return "..."
        default:
            if scalar.isASCII { return String(scalar) }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
        }
    }

    /// A line that would be taken for a macro is text all the same.
    private static func guarded(_ line: String) -> String {
        line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }

    private static func quoted(_ title: String) -> String {
        title.contains(" ") ? "\"\(escaped(title))\"" : escaped(title)
    }
}
