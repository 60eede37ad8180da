import Conversation
import Room
import Terminal

// The questions of the form, and what is wrong with an answer.
extension LiveFormScreen {
    /// More people than this take too long a round for everybody.
    static let mostPeople = 12
    private static let longestName = 24

    static func fields(_ choices: [Choice], _ agreements: [SafetyAgreement], _ templates: [RoomTemplate])
        -> [FormField]
    {
        var fields: [FormField] = []
        if !templates.isEmpty {
            fields.append(
                .choice(
                    "template", "Set up like", ["a new room"] + templates.map(\.name),
                    help: "A room you kept fills the form; everything can still be changed."))
        }
        let plays = choices.map { choice in
            let kind = choice.channel.map { $0 == .voice ? "a call" : $0.rawValue } ?? "cards"
            return "\(choice.title) (\(choice.channel != nil && choice.cards != nil ? "\(kind), with cards" : kind))"
        }
        return fields + [
            .choice("play", "What is played", plays, help: "Left and right, or the first letter of its name."),
            .text(
                "people", "Who is here", limit: 400, placeholder: "Ana, Mo, Jo",
                help: "First names or aliases, with commas. Who comes later joins with the code.",
                check: { problem(withPeople: $0) }),
            .choice(
                "customer", "The customer", ["the scenario", "a person with a card"],
                help: "A person plays from a card that nobody else sees."),
            .number(
                "rounds", "Rounds, 0 for one each", value: 0, in: 0...12,
                help: "One each: as many as there are people, so that each plays every role."
            ),
            .number("minutes", "Minutes a round", value: 4, in: RoomTemplate.minutes),
            .number(
                "countdown", "Countdown, seconds", value: 10, in: RoomTemplate.countdown,
                help: "Between the cards and the first line."),
            .choice("recording", "At the close it is", ["forgotten", "kept"]),
            .choice("agreement", "The agreement", agreements.map(\.title)),
            .choice("difficulty", "How demanding", ["gentle", "steady", "stretching"], chosen: 1),
        ]
    }

    /// The names in a line, without blanks, in order.
    static func names(_ words: String) -> [String] {
        words.split { $0 == "," || $0 == ";" || $0.isNewline }.map { piece in
            piece.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }
    }

    private static func problem(withPeople value: FormField.Value) -> String? {
        guard case .text(let words) = value else { return nil }
        let names = names(words)
        if names.isEmpty { return "Who is here? One name is enough to begin with." }
        if names.count > mostPeople {
            return "That is \(names.count) names; a room has \(mostPeople) players at most. Others can look on."
        }
        if let long = names.first(where: { $0.count > longestName }) {
            return "\u{201C}\(long.prefix(12))\u{2026}\u{201D} is long for a name: \(longestName) characters fit."
        }
        if let blank = names.first(where: { !$0.contains { $0.isLetter || $0.isNumber } }) {
            return "\u{201C}\(blank)\u{201D} has no letter in it."
        }
        var seen: Set<String> = []
        if let twice = names.first(where: { !seen.insert($0).inserted }) {
            return "There are two called \(twice). Another name keeps them apart."
        }
        return nil
    }

    /// What the whole form would come to, where something does not go together; nil where all is well.
    var remark: String? {
        guard let chosen else { return "There is nothing to play here: no scenario and no role cards were found." }
        if agreements.isEmpty { return "There is no safety agreement here. Content/agreements has them." }
        let hasPerson = choice("customer") == 1
        if hasPerson, chosen.cards == nil {
            return "There are no cards for this one: whoever plays the customer has the scenario\u{2019}s lines alone."
        }
        if !hasPerson, case .cards = chosen.play {
            return "These are cards without a scenario: a person has to play the customer."
        }
        if hasPerson, people.count == 1 {
            return "A customer played by a person takes two people. The second can join with the code."
        }
        return nil
    }

    // MARK: Drawing

    /// Draws the form, and below it what the room would be.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle("A live room", "")
        var area = surface.bounds
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 1)
        var inside = area.inset(columns: 2, rows: 0)
        switch over {
        case .agreement(var editor): drawAgreement(&editor, into: &surface, in: inside, look: look)
        case .naming(var editor):
            _ = inside.take(.top, 1)
            surface.draw(
                StyledLine("What is the template called?", .strong), at: inside.take(.top, 1).origin,
                columns: inside.columns)
            _ = inside.take(.top, 1)
            editor.fit(inside.size)
            editor.draw(into: &surface, in: inside.take(.top, 1), look: look)
        case nil:
            let rows = form.fields.count + 4
            form.draw(into: &surface, in: inside.take(.top, min(inside.rows, max(rows, inside.rows - 6))), look: look)
            surface.horizontalLine(
                at: inside.origin, columns: inside.columns, style: Role.border.index, lines: look.glyphs.lines)
            _ = inside.take(.top, 1)
            surface.draw(beginningOf: summary(columns: inside.columns), in: inside, look: look, scrolls: false)
        }
    }

    private func drawAgreement(_ editor: inout LineEditor, into surface: inout Surface, in area: Rect, look: Look) {
        guard let agreement else { return }
        var area = area
        let width = area.columns
        surface.draw(StyledLine(agreement.title, .strong), at: area.take(.top, 1).origin, columns: width)
        let below =
            [StyledLine(), StyledLine("What a lead can never see", .strong)]
            + agreement.neverSeen.flatMap {
                StyledLine.wrapped("\(look.glyphs.dot) \($0)", .text, columns: width)
            } + [StyledLine("Recording", .strong)]
            + StyledLine.wrapped(
                choice("recording") == 1 ? agreement.kept : agreement.forgotten, .text, columns: width)
            + StyledLine.wrapped(agreement.question, .coach, columns: width)
        let head = StyledLine.wrapped(
            "Everybody says yes to these points. Change them for this room: a line each.", .muted, columns: width)
        surface.draw(head, in: area.take(.top, head.count))
        let foot = area.take(.bottom, min(below.count, max(0, area.rows - 6)))
        editor.fit(area.size)
        editor.draw(into: &surface, in: area, look: look)
        surface.draw(below, in: foot)
    }

    /// What the room would be, in sentences.
    func summary(columns: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        if let remark { lines += StyledLine.wrapped(remark, .urgent, columns: columns) }
        let names = checklist.map(\.name).joined(separator: ", ")
        if !names.isEmpty { lines += StyledLine.wrapped("Observers look for: \(names).", .muted, columns: columns) }
        if let agreement {
            lines += StyledLine.wrapped(
                choice("recording") == 1 ? agreement.kept : agreement.forgotten, .muted, columns: columns)
            let never = agreement.neverSeen.joined(separator: " ")
            if !never.isEmpty {
                lines += StyledLine.wrapped("What a lead can never see: \(never)", .muted, columns: columns)
            }
        }
        return lines
    }

    // MARK: In sentences

    /// One field after the other.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("live-form", "A live room.")
        narration.typing = .answer
        switch over {
        case .agreement:
            narration.items = (agreement?.points ?? []).map { Narration.Item("point-\($0)", $0) }
            narration.items.append(
                Narration.Item("how", "Lines that are typed now are points of the agreement. :back is done."))
            narration.prompt = "A point"
            return narration
        case .naming:
            narration.items = [Narration.Item("naming", "What is the template called?")]
            narration.prompt = "A name"
            return narration
        case nil: break
        }
        for problem in form.problems { narration.items.append(Narration.Item("problem-\(problem)", problem)) }
        if form.fields.indices.contains(form.focus) {
            let field = form.fields[form.focus]
            narration.items.append(Narration.Item("field-\(field.id)", "\(field.label)? \(told(field)) \(field.help)"))
            narration.prompt = field.label
        } else {
            for (index, line) in summary(columns: 10_000).enumerated() {
                narration.items.append(Narration.Item("summary-\(index)", line.runs.map(\.text).joined()))
            }
            narration.items.append(Narration.Item("submit", "An empty line opens the room. :back leaves it."))
            narration.prompt = "Open the room"
        }
        return narration
    }

    private func told(_ field: FormField) -> String {
        switch field.content {
        case .text(let editor, _), .number(let editor, _): editor.isEmpty ? "" : "Now: \(editor.value)."
        case .choice(let options, let chosen):
            options.indices.contains(chosen)
                ? "Now: \(options[chosen]), \(chosen + 1) of \(options.count); :right is the next." : ""
        case .yesNo(let isYes): "Now: \(isYes ? "yes" : "no")."
        }
    }
}
