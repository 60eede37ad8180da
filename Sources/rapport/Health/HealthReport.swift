import Terminal

/// How well Rapport can run here: what there is, how it is, and what to do where it is not at its best.
struct HealthReport {
    /// How a thing is.
    enum State: String {
        case fine = "ok"
        /// It works, and could be better.
        case note
        /// Nobody can practise with this.
        case fault
    }

    /// One thing.
    struct Line {
        var state: State
        /// What it is.
        var what: String
        /// How it is.
        var how: String
        /// What to do about it; empty where nothing needs to be done.
        var advice: String
    }

    private(set) var sections: [(title: String, lines: [Line])] = []

    /// Begins a section; what is told from now on stands in it.
    mutating func begin(_ title: String) { sections.append((title, [])) }

    mutating func fine(_ what: String, _ how: String) { tell(Line(state: .fine, what: what, how: how, advice: "")) }

    mutating func note(_ what: String, _ how: String, do advice: String) {
        tell(Line(state: .note, what: what, how: how, advice: advice))
    }

    mutating func fault(_ what: String, _ how: String, do advice: String) {
        tell(Line(state: .fault, what: what, how: how, advice: advice))
    }

    private mutating func tell(_ line: Line) {
        if sections.isEmpty { begin("") }
        sections[sections.count - 1].lines.append(line)
    }

    /// Whether somebody can practise here.
    var canPractise: Bool { !all.contains { $0.state == .fault } }

    private var all: [Line] { sections.flatMap(\.lines) }

    /// The whole of it for people: the summary first, no colour, no sign that needs explaining.
    var text: String {
        let notes = all.count { $0.state == .note }
        var lines = [
            canPractise
                ? "You can practise here." + (notes == 0 ? "" : " \(notes) thing\(notes == 1 ? "" : "s") to know:")
                : "You cannot practise here yet. What is in the way says “fault”."
        ]
        let width = all.map { DisplayText.width(of: $0.what) }.max() ?? 0
        for section in sections {
            lines += ["", section.title]
            for line in section.lines {
                let state = line.state.rawValue + String(repeating: " ", count: 5 - line.state.rawValue.count)
                let pad = String(repeating: " ", count: width - DisplayText.width(of: line.what))
                let margin = String(repeating: " ", count: 11 + width)
                let how = line.how.split(separator: "\n", omittingEmptySubsequences: false)
                lines.append("  \(state)  \(line.what)\(pad)  \(how.first ?? "")")
                lines += how.dropFirst().map { margin + $0 }
                if !line.advice.isEmpty {
                    lines += DisplayText.wrapped(line.advice, columns: max(30, 96 - margin.count)).map { margin + $0 }
                }
            }
        }
        return lines.joined(separator: "\n")
    }
}
