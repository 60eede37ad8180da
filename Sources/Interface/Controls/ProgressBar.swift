import Terminal

/// Something that takes a while: what is being done, how far it is, and how to stop it.
///
/// Where nobody knows how much there is, it says how much is done so far; nothing moves of itself.
public struct ProgressBar: Equatable, Sendable {
    /// What is being done: `Checking scenarios`.
    public var label: String
    /// How much is done.
    public var done: Int
    /// How much there is; nil when nobody knows.
    public var whole: Int?
    /// What is counted: `scenarios`; may be empty.
    public var unit: String
    /// How to stop it: `Esc stops`; nil when it cannot be stopped.
    public var stop: String?

    /// A piece of work.
    public init(_ label: String, done: Int, of whole: Int?, unit: String = "", stop: String? = "Esc stops") {
        (self.label, self.done, self.whole, self.unit, self.stop) = (label, done, whole, unit, stop)
    }

    /// How far it is, in words.
    public var words: String {
        let unit = unit.isEmpty ? "" : " \(unit)"
        guard let whole, whole > 0 else { return done > 0 ? "\(done)\(unit) so far" : "working" }
        let percent = Int(min(1, max(0, Double(done) / Double(whole))) * 100)
        return "\(done) of \(whole)\(unit), \(percent) %"
    }

    /// Draws it in two rows, name and bar; in one row, all in that.
    public func draw(into surface: inout Surface, in area: Rect, look: Look) {
        guard !area.isEmpty else { return }
        var area = area
        if area.rows > 1 {
            let head = area.take(.top, 1)
            surface.put(
                DisplayText.truncated(label, columns: head.columns, ellipsis: look.glyphs.lines.ellipsis),
                at: head.origin, style: Role.strong.index, columns: head.columns)
            if let stop, DisplayText.width(of: label) + DisplayText.width(of: stop) + 2 <= head.columns {
                surface.put(
                    stop, at: Point(column: head.endColumn - DisplayText.width(of: stop), row: head.row),
                    style: Role.key.index)
            }
            surface.draw(line("", columns: area.columns, look: look), at: area.origin, columns: area.columns)
        } else {
            surface.draw(line(label, columns: area.columns, look: look), at: area.origin, columns: area.columns)
        }
    }

    private func line(_ label: String, columns: Int, look: Look) -> StyledLine {
        if let whole, whole > 0 {
            return Gauge(label, done, of: whole, words: words).line(columns: columns, glyphs: look.glyphs)
        }
        return Gauge(label, 0, of: 1, words: words).line(columns: columns, glyphs: look.glyphs)
    }
}
