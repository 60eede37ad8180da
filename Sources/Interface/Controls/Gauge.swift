import Terminal

/// How full something is: a bar between its name and what it says in words or numbers.
public struct Gauge: Equatable, Sendable {
    /// What it measures.
    public var label: String
    /// How much there is of ``whole``.
    public var part: Int
    /// When it is full.
    public var whole: Int
    /// What stands behind the bar; the bar alone is never all there is to read.
    public var words: String
    /// What the bar is for; ``Role/urgent`` where little is left.
    public var role: Role

    /// A gauge; without words it says `part of whole`.
    public init(_ label: String, _ part: Int, of whole: Int, words: String? = nil, role: Role = .bar) {
        (self.label, self.part, self.whole, self.role) = (label, part, whole, role)
        self.words = words ?? "\(part) of \(whole)"
    }

    /// The gauge in a line: name, bar, words. In a narrow place the bar goes first, then the name.
    /// - Parameter labelColumns: how wide the names of several gauges are, one below the other.
    public func line(columns: Int, labelColumns: Int = 0, glyphs: Glyphs) -> StyledLine {
        let name = max(DisplayText.width(of: label), labelColumns)
        let pad = String(repeating: " ", count: max(0, name - DisplayText.width(of: label)) + (name > 0 ? 1 : 0))
        let tail = DisplayText.width(of: words)
        let bar = min(40, columns - tail - 1 - (name > 0 ? name + 1 : 0))
        if bar >= 4 {
            let filled = Self.filled(part, of: whole, columns: bar)
            return StyledLine(label + pad, .muted)
                .with(String(repeating: glyphs.full, count: filled), role)
                .with(String(repeating: glyphs.empty, count: bar - filled), .track).with(" ").with(words, wordRole)
        }
        if tail + name + 1 <= columns { return StyledLine(label + pad, .muted).with(words, wordRole) }
        return StyledLine(
            DisplayText.truncated(words, columns: max(0, columns), ellipsis: glyphs.lines.ellipsis), wordRole)
    }

    private var wordRole: Role { role == .urgent ? .urgent : .text }

    /// Filled cells: none only when there is nothing, all only when it is full.
    static func filled(_ part: Int, of whole: Int, columns: Int) -> Int {
        guard whole > 0, part > 0, columns > 0 else { return 0 }
        if part >= whole { return columns }
        return min(max(1, columns - 1), max(1, Int(Double(part) / Double(whole) * Double(columns) + 0.5)))
    }
}
