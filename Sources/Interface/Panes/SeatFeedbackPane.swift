import Conversation
import Room
import Terminal

/// The feedback round: who speaks, what was noticed and when, beside how trust stood then, and the small wins.
struct SeatFeedbackPane {
    let place: SeatPlace
    /// What is left of the turn that is on, ms; nil for none.
    let left: Int?
    let glyphs: Glyphs

    private var room: LiveRoom { place.room }

    /// The page in lines of at most so many cells.
    func lines(columns: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        func add(_ part: [StyledLine]) {
            guard !part.isEmpty else { return }
            lines += (lines.isEmpty ? [] : [StyledLine()]) + part
        }
        if let feedback = room.feedback { add(turns(feedback, columns: columns)) }
        add(marks(columns: columns))
        add(wins(columns: columns))
        return lines
    }

    private func turns(_ feedback: LiveRoom.Feedback, columns: Int) -> [StyledLine] {
        [StyledLine("Who speaks", .title)]
            + feedback.turns.enumerated().flatMap { index, turn -> [StyledLine] in
                let isNow = index == feedback.index
                let name = turn.person == place.me?.id ? "you" : room.name(of: turn.person)
                var line = StyledLine(isNow ? "\(glyphs.pointer) " : "  ", .key)
                    .with("\(name), \(Self.words(turn.role))", isNow ? .strong : .text)
                if isNow, let left {
                    line = line.with(" \(glyphs.dot) \(StoryDuration.clock(left)) left", .muted)
                } else if index < feedback.index {
                    line = line.with(" \(glyphs.kept) has spoken", .muted)
                }
                let told = feedback.said.filter { $0.person == turn.person }
                return [line] + told.flatMap { StyledLine.wrapped("“\($0.text)”", .quote, columns: columns, indent: 4) }
            }
    }

    /// As what somebody speaks.
    static func words(_ role: RoundRole) -> String {
        switch role {
        case .agent: "as the agent"
        case .customer: "as the customer"
        case .observer: "as an observer"
        }
    }

    /// One mark of this round, with how trust stood at it.
    struct Noticed: Equatable {
        var time: String
        var name: String
        var quote: String
        var isOwn: Bool
        /// Trust in a word, with its figure; empty where nothing is measured.
        var trust: String
    }

    /// The marks of this round, in the order of what they are about.
    var noticed: [Noticed] {
        room.marks.filter { $0.mark.round == room.round }.sorted { $0.mark.at < $1.mark.at }.map { placed in
            let local = room.play.local(placed.mark.at)
            let reading = room.play.front.readings.last { $0.time <= local } ?? room.play.front.readings.first
            return Noticed(
                time: VoicePane.offset(placed.mark.at), name: place.behaviour(placed.mark.behaviour),
                quote: placed.mark.quote, isOwn: placed.mark.person == place.me?.id,
                trust: reading.map { "trust \(Feeling.trust($0.trust)) \($0.trust)" } ?? "")
        }
    }

    private func marks(columns: Int) -> [StyledLine] {
        let all = noticed
        guard !all.isEmpty else { return [] }
        var heading = StyledLine("What was noticed", .title)
        let trust = room.play.front.readings.map(\.trust)
        if trust.count > 1 {
            heading = heading.with("   trust ", .muted).with(glyphs.sparkline(trust, columns: 24), .cold)
        }
        return [heading]
            + all.flatMap { mark -> [StyledLine] in
                var line = StyledLine("\(mark.time)  ", .muted).with(mark.name, .strong)
                if mark.isOwn { line = line.with(" (yours)", .muted) }
                if !mark.trust.isEmpty { line = line.with(" \(glyphs.dot) \(mark.trust)", .muted) }
                guard !mark.quote.isEmpty else { return [line] }
                return [line] + StyledLine.wrapped("“\(mark.quote)”", .quote, columns: columns, indent: 7)
            }
    }

    /// The small wins in sentences.
    static func wins(of room: LiveRoom) -> [String] {
        room.wins.map { win in
            let whose = win.person.map { ", \(room.name(of: $0))" } ?? ""
            let words = win.words.isEmpty ? "" : ": \(win.words)"
            return "\(win.behaviour)\(whose)\(words)"
        }
    }

    /// The small wins of the room so far, under their heading.
    func wins(columns: Int) -> [StyledLine] {
        let all = Self.wins(of: room)
        guard !all.isEmpty else { return [] }
        return [StyledLine("Small wins", .title)]
            + all.flatMap { win in
                DisplayText.wrapped(win, columns: max(8, columns - 2)).enumerated().map {
                    StyledLine($0 == 0 ? "\(glyphs.kept) " : "  ", .muted).with($1)
                }
            }
    }
}
