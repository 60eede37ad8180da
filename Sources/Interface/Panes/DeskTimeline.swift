import Conversation
import Room
import Terminal

/// The marks of a round beside trust, on one line of time.
struct DeskTimeline {
    let room: LiveRoom
    let glyphs: Glyphs

    /// The marks of this round.
    var marks: [Mark] { room.marks.map(\.mark).filter { $0.round == room.round } }

    /// Trust as bars, the marks' keys below the moment each was made, and the beginning and the end in numbers.
    func lines(columns: Int) -> [StyledLine] {
        let readings = room.play.front.readings
        let end = max(readings.map(\.time).max() ?? 0, marks.map { room.play.local($0.at) }.max() ?? 0, 1_000)
        let width = max(4, columns - 8)
        let values = (0..<width).map { column -> Int? in
            let time = column * end / max(1, width - 1)
            return readings.last { $0.time <= time }?.trust
        }
        var lines = [
            StyledLine("Trust   ", .muted)
                .with(Sparkline(values, range: 0...100).bars(columns: width, glyphs: glyphs), .cold)
        ]
        var keys = Array(repeating: " ", count: width)
        for mark in marks {
            let place = min(width - 1, max(0, room.play.local(mark.at) * (width - 1) / end))
            // Two at one place: the later one stands right of it, where there is room.
            let free = (place..<width).first { keys[$0] == " " } ?? place
            keys[free] = mark.behaviour
        }
        if !marks.isEmpty { lines.append(StyledLine("Marks   ", .muted).with(keys.joined(), .strong)) }
        return lines
    }

    /// The marks one by one: when, what, by whom, about which words.
    func list(columns: Int) -> [StyledLine] {
        marks.flatMap { mark in
            let name = room.plan?.behaviours.first { $0.key == mark.behaviour }?.name ?? mark.behaviour
            let quote = mark.quote.isEmpty ? "" : ": \u{201C}\(mark.quote)\u{201D}"
            let words =
                "\(StoryDuration.clock(room.play.local(mark.at))) \(mark.behaviour) \(name), \(room.name(of: mark.person))\(quote)"
            return DisplayText.wrapped(words, columns: max(8, columns - 2)).prefix(2).enumerated().map { row, piece in
                StyledLine(piece, row == 0 ? .text : .muted, indent: row == 0 ? 0 : 2)
            }
        }
    }
}
