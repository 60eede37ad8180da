import Conversation
import Terminal

// How it went: trust and heat over time, and the way as a map with the forks where it went another way at other times.
extension DebriefPage {
    func trust(columns: Int) -> [StyledLine] {
        guard debrief.parts.count > 1 else {
            return heading("Between you") + curves(debrief.readings, columns: columns)
        }
        return debrief.parts.flatMap { part in
            let end = part.ending.isEmpty ? "" : ": \(Feeling.words(part.ending).lowercased())"
            let outcome = part.outcome.map { ", \(Feeling.outcome($0))" } ?? ""
            return heading("Between you and \(part.customer)")
                + curves(part.readings, columns: columns)
                + (end.isEmpty
                    ? [] : StyledLine.wrapped("It came to an end\(end)\(outcome).", .muted, columns: columns))
        }
    }

    private func curves(_ readings: [Reading], columns: Int) -> [StyledLine] {
        guard let first = readings.first, let last = readings.last else { return [] }
        let room = max(10, min(40, columns - 34))
        return [
            StyledLine("Trust  ", .muted).with(glyphs.sparkline(readings.map(\.trust), columns: room), .cold)
                .with("  \(first.trust) \(glyphs.arrow) \(last.trust), \(Feeling.trust(last.trust))"),
            StyledLine("Heat   ", .muted).with(glyphs.sparkline(readings.map(\.heat), columns: room), .warm)
                .with("  \(first.heat) \(glyphs.arrow) \(last.heat), \(Feeling.heat(last.heat))"),
        ]
    }

    func way(columns: Int) -> [StyledLine] {
        guard !debrief.path.isEmpty else { return [] }
        var lines = heading("The way you went")
        let several = debrief.parts.count > 1
        for part in debrief.parts {
            let steps = debrief.path.filter { $0.thread == part.thread }
            guard !steps.isEmpty else { continue }
            if several { lines.append(StyledLine("with \(part.customer)", .strong)) }
            var channel: Channel?
            for step in steps {
                if step.channel != channel { lines.append(StyledLine("by \(step.channel.rawValue)", .muted)) }
                channel = step.channel
                lines += self.lines(of: step, columns: columns)
            }
        }
        return lines
    }

    private func lines(of step: Debrief.Step, columns: Int) -> [StyledLine] {
        let mark =
            step.hasRupture
            ? glyphs.rupture : step.hasRepair ? glyphs.repair : step.isTurningPoint ? glyphs.turn : " "
        let word =
            step.hasRupture
            ? "  trust broke here" : step.hasRepair ? "  mended here" : step.isTurningPoint ? "  trust turned here" : ""
        let change = Feeling.change(step.trust).map { "  trust \($0)" } ?? ""
        let isChosen = step.sequence == chosen
        var lines = [
            StyledLine("\(mark) ", .key).with(step.name, isChosen ? .selected : .strong).with(change, .muted)
                .with(word, .warm)
        ]
        let isSilent = step.role == .timeout && !step.reply.contains(where: \.isLetter)
        let reply = isSilent ? "You said nothing, and the clock ran out." : step.reply
        lines += StyledLine.wrapped(reply, step.role == .say ? .text : .muted, columns: columns, indent: 4)
        if let heard = step.typed.flatMap({ HeardWords($0, vocabulary: vocabulary) }) {
            lines += StyledLine.wrapped(heard.sentence, .muted, columns: columns, indent: 4)
        }
        for other in step.others {
            let words = other.reply.contains(where: \.isLetter) ? "“\(other.reply)”" : "saying nothing"
            let change = Feeling.change(other.trust).map { ": trust \($0)" } ?? ""
            lines += StyledLine.wrapped(
                "\(glyphs.lines.leftTee)\(glyphs.lines.horizontal) another time \(words)\(change)", .muted,
                columns: columns, indent: 2)
        }
        return lines.of(entry: step.sequence) + comments(at: step.sequence, columns: columns)
    }
}

extension Debrief {
    /// The moments to choose from: those where trust turned, or all where it never did.
    var turningPoints: [Step] {
        let turning = path.filter(\.isTurningPoint)
        return turning.isEmpty ? path : turning
    }
}
