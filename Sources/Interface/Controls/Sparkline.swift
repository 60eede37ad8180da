import Terminal

/// Values over time as a row of bars, with the last, the least and the most of them in numbers beside it.
public struct Sparkline: Equatable, Sendable {
    /// The values, oldest first; nil where there was none.
    public var values: [Int?]
    /// What the lowest and the highest bar stand for; nil for the least and the most of the values.
    public var range: ClosedRange<Int>?
    /// What the bars are for.
    public var role: Role

    /// Bars of values.
    public init(_ values: [Int?], range: ClosedRange<Int>? = nil, role: Role = .bar) {
        (self.values, self.range, self.role) = (values, range, role)
    }

    /// Which values are shown where there are more than columns.
    public enum Part: Equatable, Sendable {
        /// The newest.
        case newest
        /// All, several to a bar, each bar the mean of its own.
        case whole
    }

    /// The bars alone, no more than `columns` of them.
    public func bars(columns: Int, part: Part = .newest, glyphs: Glyphs) -> String {
        let shown = part == .newest ? Array(values.suffix(max(0, columns))) : sampled(columns)
        let known = values.compactMap { $0 }
        guard let least = range?.lowerBound ?? known.min(), let most = range?.upperBound ?? known.max(),
            !glyphs.bars.isEmpty
        else { return String(repeating: " ", count: shown.count) }
        return String(
            shown.map { value -> Character in
                guard let value else { return " " }
                guard most > least else { return glyphs.bars[glyphs.bars.count / 2] }
                let place = (Double(value) - Double(least)) / (Double(most) - Double(least))
                let last = glyphs.bars.count - 1
                return glyphs.bars[min(last, max(0, Int(place * Double(last) + 0.5)))]
            })
    }

    /// Bars and numbers in a line; in a narrow place fewer numbers, and the last one longest.
    public func line(columns: Int, part: Part = .newest, glyphs: Glyphs) -> StyledLine {
        let known = values.compactMap { $0 }
        guard let last = known.last, let least = known.min(), let most = known.max() else {
            return StyledLine(
                DisplayText.truncated("no values yet", columns: max(0, columns), ellipsis: glyphs.lines.ellipsis),
                .muted)
        }
        for words in ["last \(last), least \(least), most \(most)", "\(last) (\(least) to \(most))", "\(last)"] {
            let room = columns - DisplayText.width(of: words) - 1
            guard room >= min(4, values.count) else { continue }
            let bars = bars(columns: min(room, 60), part: part, glyphs: glyphs)
            return StyledLine(bars, role).with(" ").with(words, .text)
        }
        return StyledLine(DisplayText.truncated("\(last)", columns: max(0, columns), ellipsis: ""), .text)
    }

    private func sampled(_ columns: Int) -> [Int?] {
        guard columns > 0, values.count > columns else { return columns > 0 ? values : [] }
        return (0..<columns).map { column in
            let piece = values[column * values.count / columns..<(column + 1) * values.count / columns].compactMap {
                $0
            }
            return piece.isEmpty ? nil : Int(piece.reduce(0.0) { $0 + Double($1) } / Double(piece.count))
        }
    }
}
