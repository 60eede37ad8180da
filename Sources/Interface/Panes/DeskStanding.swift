import Conversation
import Room
import Terminal

/// How a live room stands, for the desk: clocks, roles now and next, who is here, and what is hidden on the stage.
struct DeskStanding {
    let view: LiveView
    let now: Uptime
    let glyphs: Glyphs

    private var room: LiveRoom { view.room }
    private var local: Int { view.local(at: now) }

    // MARK: In words

    /// Where in its course the room is.
    var phase: String {
        let round = "round \(room.round) of \(max(room.rounds, room.round))"
        switch room.phase {
        case .gathering: return "people come in"
        case .cards: return "\(round), cards"
        case .countdown: return "\(round), countdown"
        case .playing: return "\(round), \(room.isFrozen ? "frozen" : "playing")"
        case .feedback: return "\(round), feedback"
        case .debrief: return "looking back together"
        case .closed: return "closed"
        }
    }

    /// The clocks, each with its name, what it shows, and whether it presses.
    var clocks: [(name: String, text: String, role: Role)] {
        var clocks: [(name: String, text: String, role: Role)] = []
        let time = view.roomTime(at: now)
        switch room.phase {
        case .gathering, .cards, .debrief, .closed: break
        case .countdown(let until):
            clocks.append(("begins in", StoryDuration.clock(until - time), .strong))
        case .playing, .feedback:
            let left = view.left(at: now)
            clocks.append(("round", left > 0 ? StoryDuration.clock(left) : "0:00, time", .strong))
        }
        if let feedback = room.feedback, room.phase == .feedback, feedback.turns.indices.contains(feedback.index) {
            let left = feedback.since + feedback.turns[feedback.index].lasting - time
            clocks.append(("to speak", left > 0 ? StoryDuration.clock(left) : "0:00, time", .strong))
        }
        guard room.phase == .playing else { return clocks }
        if let clock = room.play.front.clock, local >= clock.starts {
            let left = clock.left(at: local)
            clocks.append(("reply", StoryDuration.clock(left), left <= 10_000 ? .urgent : .text))
        }
        for promise in room.play.commitments where promise.state(at: local) == .open {
            clocks.append(
                ("\(promise.id) due", StoryDuration.clock(promise.due - room.play.story(at: local)), .text))
        }
        return clocks
    }

    /// Who has which role.
    func roles(_ casting: Casting) -> [(name: String, people: String)] {
        var roles: [(name: String, people: String)] = []
        if let agent = casting.agent { roles.append(("agent", room.name(of: agent))) }
        if let customer = casting.customer {
            roles.append(("customer", room.name(of: customer)))
        } else if room.plan?.hasCustomer == false {
            roles.append(("customer", "the scenario"))
        }
        if !casting.observers.isEmpty {
            let names = casting.observers.map { room.name(of: $0) }.joined(separator: ", ")
            roles.append((casting.observers.count == 1 ? "observer" : "observers", names))
        }
        return roles
    }

    /// The next round's roles, or what comes in its place.
    var next: String {
        guard room.phase != .debrief, room.phase != .closed else { return "" }
        guard room.round < room.rounds else { return "looking back together" }
        return roles(room.next).map { "\($0.name) \($0.people)" }.joined(separator: " \(glyphs.dot) ")
    }

    /// Everybody who is here, with a sign for those at terminals of their own.
    var here: String {
        let names = room.people.filter { $0.kind != .stage }.map { person in
            room.called(person) + (person.account != nil && person.account != room.desk ? "*" : "")
                + (room.muted.contains(person.id) ? " (muted)" : "")
        }
        return names.isEmpty ? "nobody yet" : names.joined(separator: ", ")
    }

    var hasTerminals: Bool {
        room.people.contains { $0.kind != .stage && $0.account != nil && $0.account != room.desk }
    }

    /// Rounds are still to come, or one is on.
    private var isPlayed: Bool { room.phase.step < 5 }

    /// What the stage shows and hides.
    var stage: String {
        let screens = room.people.count { $0.kind == .stage }
        let word = room.isBlank ? "stage blank" : room.showsNames ? "stage: names shown" : "stage: names hidden"
        return screens > 1 ? "\(word), \(screens) screens" : word
    }

    /// The notes of this room and of earlier ones, on the moment that is on first.
    var notes: [DeskNote] {
        let all = view.standing.notes + room.notes
        let node = room.phase == .playing ? room.play.front.node : ""
        return all.filter { !$0.node.isEmpty && $0.node == node } + all.filter(\.node.isEmpty)
    }

    // MARK: In four rows

    /// The state of the room for narrow windows: clocks, roles, what comes next, who is here.
    func rows(columns: Int) -> [StyledLine] {
        var first = StyledLine()
        for clock in clocks {
            if !first.runs.isEmpty { first = first.with(" \(glyphs.dot) ", .muted) }
            first = first.with("\(clock.name) ", .muted).with(clock.text, clock.role)
        }
        if room.phase == .playing, room.play.began != nil {
            let front = room.play.front
            let feelings = [
                ("trust ", front.readings.map(\.trust), Feeling.trust(front.trust), Role.cold),
                ("heat ", front.readings.map(\.heat), Feeling.heat(front.heat), Role.warm),
            ]
            for (name, values, word, role) in feelings
            where first.columns + name.count + word.count + 9 <= columns {
                first = first.with(" \(glyphs.dot) ", .muted).with(name, .muted)
                    .with(glyphs.sparkline(values, columns: 4), role).with(" \(word)")
            }
        }
        if first.runs.isEmpty { first = StyledLine(phase.prefix(1).uppercased() + phase.dropFirst(), .muted) }
        var second = StyledLine()
        for role in isPlayed ? roles(room.round == 0 ? room.next : room.casting) : [] {
            second = second.with(second.runs.isEmpty ? "\(role.name) " : " \(glyphs.dot) \(role.name) ", .muted)
                .with(role.people, .strong)
        }
        let third = !isPlayed ? "" : room.round == 0 ? "those are the roles of round 1" : "next: \(next)"
        let code = view.room.code.isEmpty ? "" : "code \(view.room.code)"
        let room = max(8, columns - DisplayText.width(of: code) - 3)
        let people = DisplayText.truncated(
            "here: \(here)\(hasTerminals ? "  * own terminal" : "")", columns: room, ellipsis: glyphs.lines.ellipsis)
        let gap = String(
            repeating: " ", count: max(1, columns - DisplayText.width(of: people) - DisplayText.width(of: code)))
        return [
            first, second, StyledLine(third, .muted), StyledLine(people, .muted).with(gap).with(code, .key),
        ]
    }

    // MARK: In a column

    /// The state of the room for a column of its own.
    /// - Parameter hasPeople: the people and the notes stand here too; else in a column of theirs.
    func sections(columns: Int, hasPeople: Bool) -> [PaneSection] {
        var lines = clocks.map { clock in
            StyledLine(Self.padded(clock.name), .muted).with(clock.text, clock.role)
        }
        if room.phase == .playing, let queue = room.play.queue(at: local) {
            lines.append(StyledLine(Self.padded("queue"), .muted).with("\(queue) waiting"))
        }
        if lines.isEmpty { lines = [StyledLine("no clock runs", .muted)] }
        var sections = [PaneSection(title: "Clocks", lines: lines)]
        if room.phase == .playing, room.play.began != nil,
            let feelings = StandingPane(session: room.play, now: local, glyphs: glyphs)
                .sections(columns: columns).last
        {
            sections.append(PaneSection(title: "Between the two", lines: feelings.lines))
        }
        if room.round > 0, room.phase.step < 5 {
            sections.append(PaneSection(title: "This round", lines: table(of: room.casting, columns: columns)))
        }
        if room.phase.step < 5 {
            let lines =
                room.round < room.rounds
                ? table(of: room.next, columns: columns) : [StyledLine("looking back together", .muted)]
            sections.append(PaneSection(title: "Next", lines: lines))
        }
        if hasPeople { sections += peopleSections(columns: columns) }
        return sections
    }

    /// The people, the code to join with, the notes from before, the marks.
    func peopleSections(columns: Int) -> [PaneSection] {
        var people = room.people.filter { $0.kind != .stage }.flatMap { person in
            var words = person.account == nil || person.account == room.desk ? "" : "own terminal"
            if room.muted.contains(person.id) { words += words.isEmpty ? "muted" : ", muted" }
            if words.isEmpty { words = "this screen" }
            let name = DisplayText.truncated(room.called(person), columns: max(4, columns / 2), ellipsis: ".")
            return [StyledLine(name, .text).with("  \(words)", .muted)]
        }
        if people.count > 7 {
            people = Array(people.prefix(6)) + [StyledLine("and \(people.count - 6) more: P", .muted)]
        }
        if !view.room.code.isEmpty {
            people.append(StyledLine("rapport join ", .muted).with(view.room.code, .key))
        }
        people.append(StyledLine(stage, .muted))
        var sections = [PaneSection(title: "Here", lines: people)]
        let notes = notes.prefix(4).flatMap { note in
            Array(
                StyledLine.wrapped(
                    note.moment.isEmpty ? note.text : "\(note.moment): \(note.text)", .note, columns: columns
                ).prefix(3))
        }
        if !notes.isEmpty { sections.append(PaneSection(title: "Your notes", lines: Array(notes))) }
        let marks = DeskTimeline(room: room, glyphs: glyphs).list(columns: columns)
        if room.phase == .playing, !marks.isEmpty {
            sections.append(PaneSection(title: "Marks", lines: Array(marks.suffix(6))))
        }
        return sections
    }

    private func table(of casting: Casting, columns: Int) -> [StyledLine] {
        roles(casting).flatMap { role in
            DisplayText.wrapped(role.people, columns: max(8, columns - 11)).enumerated().map { row, piece in
                StyledLine(Self.padded(row == 0 ? role.name : ""), .muted).with(piece, .strong)
            }
        }
    }

    private static func padded(_ name: String) -> String {
        name + String(repeating: " ", count: max(1, 11 - DisplayText.width(of: name)))
    }
}

extension LiveRoom {
    /// Somebody with the number that the stage calls them by while names are hidden there.
    func called(_ person: Person) -> String { showsNames ? person.name : "\(person.name) (\(person.number))" }
}
