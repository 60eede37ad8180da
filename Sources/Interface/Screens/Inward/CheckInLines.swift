import Conversation
import Journal

/// What people said of themselves, before and after, in lines.
enum CheckInLines {
    /// `Confidence 40 → 60`, and so on; empty where nothing was said.
    static func shift(_ learner: LearnerNotes, columns: Int, glyphs: Glyphs) -> [StyledLine] {
        let before = learner.checkIn(.before)
        let after = learner.checkIn(.after)
        var lines: [StyledLine] = []
        if let intention = before?.intention, !intention.isEmpty {
            lines += StyledLine.wrapped("You wanted: \(intention)", .text, columns: columns)
        }
        lines += line("Confidence", before?.confidence, after?.confidence, glyphs)
        lines += line("Willing to take a hard call", before?.willingness, after?.willingness, glyphs)
        lines += line("Safe to make mistakes here", before?.safety, after?.safety, glyphs)
        return lines
    }

    private static func line(_ name: String, _ before: Int?, _ after: Int?, _ glyphs: Glyphs) -> [StyledLine] {
        switch (before, after) {
        case (let before?, let after?): [StyledLine("\(name)  ", .muted).with("\(before) \(glyphs.arrow) \(after)")]
        case (let before?, nil): [StyledLine("\(name)  ", .muted).with("\(before) before")]
        case (nil, let after?): [StyledLine("\(name)  ", .muted).with("\(after)")]
        case (nil, nil): []
        }
    }

    private static let week = 7 * 86_400_000

    /// Confidence by week, the last four of them: mean before and mean after; nil where nobody said anything.
    /// - Parameter checkIns: newest first.
    static func overWeeks(_ checkIns: [CheckIn], glyphs: Glyphs) -> StyledLine? {
        var weeks: [Int: (before: [Int], after: [Int])] = [:]
        for checkIn in checkIns {
            guard let confidence = checkIn.confidence else { continue }
            if checkIn.isAfter {
                weeks[checkIn.at / week, default: ([], [])].after.append(confidence)
            } else {
                weeks[checkIn.at / week, default: ([], [])].before.append(confidence)
            }
        }
        guard !weeks.isEmpty else { return nil }
        let words = weeks.keys.sorted().suffix(4).map { key -> String in
            let week = weeks[key] ?? ([], [])
            return [mean(week.before), mean(week.after)].compactMap { $0.map(String.init) }
                .joined(separator: " \(glyphs.arrow) ")
        }
        let name = words.count == 1 ? "Confidence this week  " : "Confidence by week  "
        return StyledLine(name, .muted).with(words.joined(separator: ", "), .text)
    }

    private static func mean(_ values: [Int]) -> Int? {
        values.isEmpty ? nil : (values.reduce(0, +) + values.count / 2) / values.count
    }
}
