import Conversation

/// The pictures of a debrief, as SVG to stand inside a page. Each says in words what it shows.
enum DebriefPictures {
    private static let width = 640
    private static let trustColour = "#2f6fb3"
    private static let heatColour = "#b5552b"

    /// Trust and heat over time: two lines that differ in dashes too, with their names at their ends.
    static func curve(_ readings: [Reading]) -> String {
        guard let first = readings.first, let last = readings.last else { return "" }
        let span = max(1, last.time - first.time)
        func points(_ value: KeyPath<Reading, Int>) -> String {
            readings.map { reading in
                let x = 40 + (reading.time - first.time) * 500 / span
                return "\(x),\(170 - reading[keyPath: value] * 150 / 100)"
            }.joined(separator: " ")
        }
        let words = "Trust went from \(first.trust) to \(last.trust), heat from \(first.heat) to \(last.heat)."
        // Names that would lie on one another move apart.
        let trustY = 174 - last.trust * 150 / 100
        let heatY = 174 - last.heat * 150 / 100
        let isClose = abs(trustY - heatY) < 14
        let moved = isClose ? (trustY <= heatY ? trustY + 14 : trustY - 14) : heatY
        return """
            <svg viewBox="0 0 \(width) 190" role="img" aria-label="\(words)">
            <title>\(words)</title>
            <path d="M40 20V170H540" fill="none" stroke="#8a8a92"/>
            <text x="8" y="26">100</text><text x="20" y="174">0</text>
            <polyline points="\(points(\.trust))" fill="none" stroke="\(trustColour)" stroke-width="2.5"/>
            <polyline points="\(points(\.heat))" fill="none" stroke="\(heatColour)" stroke-width="2.5" stroke-dasharray="6 4"/>
            <text x="548" y="\(trustY)">trust \(last.trust)</text><text x="548" y="\(moved)">heat \(last.heat)</text>
            </svg>

            """
    }

    /// The way as a line of moments at the height of trust, with a short branch for each other way that was tried.
    static func map(_ path: [Debrief.Step]) -> String {
        guard !path.isEmpty else { return "" }
        let step = 560 / max(1, path.count)
        func x(_ index: Int) -> Int { 40 + index * step }
        func y(_ trust: Int) -> Int { 150 - min(100, max(0, trust)) * 120 / 100 }
        var shapes = ""
        let line = path.enumerated().map { "\(x($0)),\(y($1.before))" } + ["\(x(path.count)),\(y(after(path)))"]
        shapes +=
            "<polyline points=\"\(line.joined(separator: " "))\" fill=\"none\" stroke=\"\(trustColour)\" stroke-width=\"2\"/>\n"
        for (index, moment) in path.enumerated() {
            for other in moment.others {
                let end = y(moment.before + other.trust)
                shapes +=
                    "<path d=\"M\(x(index)) \(y(moment.before))L\(x(index) + step * 2 / 3) \(end)\" stroke=\"#8a8a92\" "
                    + "stroke-dasharray=\"3 3\"/>\n<circle cx=\"\(x(index) + step * 2 / 3)\" cy=\"\(end)\" r=\"3\" "
                    + "fill=\"none\" stroke=\"#8a8a92\"/>\n"
            }
            let name =
                moment.hasRupture ? "trust broke" : moment.hasRepair ? "mended" : moment.isTurningPoint ? "turned" : ""
            shapes +=
                "<circle cx=\"\(x(index))\" cy=\"\(y(moment.before))\" r=\"\(name.isEmpty ? 4 : 6)\" "
                + "fill=\"\(moment.hasRupture ? heatColour : trustColour)\"/>\n"
            shapes += "<text x=\"\(x(index) - 4)\" y=\"\(y(moment.before) - 10)\">\(index + 1)</text>\n"
        }
        let list = path.enumerated().map { index, moment in
            "\(index + 1) \(DebriefDocument.html(moment.name))" + (moment.hasRupture ? ", trust broke" : "")
                + (moment.hasRepair ? ", mended" : "")
        }.joined(separator: "; ")
        let words = "The way: \(list)."
        return """
            <svg viewBox="0 0 \(width) 170" role="img" aria-label="\(words)">
            <title>\(words)</title>
            \(shapes)</svg>

            """
    }

    private static func after(_ path: [Debrief.Step]) -> Int { (path.last?.before ?? 0) + (path.last?.trust ?? 0) }
}
