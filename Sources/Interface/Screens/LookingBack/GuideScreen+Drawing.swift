import Conversation
import Library
import Terminal

extension GuideScreen {
    /// Draws the guides, the agreement, or the prompt with its timebox.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle("Looking back: \(session.began?.title ?? "")", name)
        var area = surface.bounds
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 1)
        var inside = area.inset(columns: 2, rows: 1)
        switch stage {
        case .choosing: drawGuides(into: &surface, in: inside, look: look)
        case .agreeing(let index):
            var lines = [StyledLine("Before you begin, everybody says yes to this:", .strong), StyledLine()]
            for sentence in guides[index].agreement {
                let pieces = StyledLine.wrapped(sentence, .text, columns: inside.columns - 2)
                lines += pieces.enumerated().map { row, piece in
                    var line = StyledLine(row == 0 ? "\(look.glyphs.dot) " : "  ", .muted)
                    line.runs += piece.runs
                    return line
                }
            }
            lines += [StyledLine(), StyledLine("Enter: we agree. Esc: back to the guides.", .muted)]
            surface.draw(lines, in: inside)
        case .prompt(let index, let place):
            guard let prompt else { return }
            let left = timeLeft(at: now)
            let time = left > 0 ? StoryDuration.clock(left) : "time is up; finish your sentence"
            surface.draw(
                StyledLine("\(place + 1) of \(guides[index].prompts.count)  ", .muted).with(time, .strong),
                at: inside.origin, columns: inside.columns)
            _ = inside.take(.top, 2)
            let words = StyledLine.wrapped(prompt.text, .coach, columns: inside.columns)
            surface.draw(words, in: inside.take(.top, min(words.count, max(1, inside.rows - 4))))
            _ = inside.take(.top, 1)
            field.draw(into: &surface, in: inside, look: look)
        case .done(let index): surface.draw(ending(of: guides[index], columns: inside.columns), in: inside)
        }
    }

    private func drawGuides(into surface: inout Surface, in area: Rect, look: Look) {
        var blocks: [[StyledLine]] = []
        for (index, guide) in guides.enumerated() {
            let isChosen = index == selection.row
            let head = StyledLine(isChosen ? "\(look.glyphs.pointer) " : "  ", .key)
                .with(guide.name, isChosen ? .selected : .strong)
                .with("  \(Self.words(guide.company)), \(max(1, (guide.lasting + 30_000) / 60_000)) min", .muted)
            blocks.append([head] + StyledLine.wrapped(guide.summary, .muted, columns: area.columns, indent: 4))
        }
        // The chosen one is in sight, whatever fits.
        var first = 0
        while first < selection.row,
            blocks[first...min(selection.row, blocks.count - 1)].reduce(0, { $0 + $1.count }) > area.rows
        {
            first += 1
        }
        var lines = blocks.dropFirst(first).flatMap { $0 }
        if guides.isEmpty {
            lines.append(StyledLine("There is no guide here. They come with Rapport's Content.", .muted))
        }
        if !troubles.isEmpty { lines.append(StyledLine()) }
        for trouble in troubles { lines += StyledLine.wrapped(trouble, .urgent, columns: area.columns) }
        surface.draw(lines, in: area)
        if let row = lines.firstIndex(where: { $0.runs.contains { $0.role == .selected } }), row < area.rows {
            surface.cursor = Point(column: area.column, row: area.row + row)
        }
    }

    private func ending(of guide: DebriefGuide, columns: Int) -> [StyledLine] {
        StyledLine.wrapped(
            "That was “\(guide.name)”. What you wrote is kept with this session.", .text, columns: columns)
            + [StyledLine()]
            + StyledLine.wrapped(
                "F writes down something to change in the way you work. Enter goes back to the debrief.", .muted,
                columns: columns)
    }

    static func words(_ company: DebriefGuide.Company) -> String {
        switch company {
        case .alone: "alone"
        case .pair: "for two"
        case .huddle: "for a team"
        case .care: "for you"
        case .oneToOne: "for two, with a lead"
        case .calibration: "for raters"
        }
    }

    /// The stage in sentences.
    public func narration(at now: Uptime) -> Narration {
        switch stage {
        case .choosing:
            var narration = Narration("guides:\(stream)", "Guides for looking back.")
            for trouble in troubles { narration.items.append(Narration.Item(trouble, trouble)) }
            let choices = guides.enumerated().map { index, guide in
                let way = index - selection.row
                return Narration.Choice(
                    "\(index + 1)", "\(guide.name), \(Self.words(guide.company))", detail: guide.summary,
                    does: Array(repeating: way < 0 ? Action.up : .down, count: abs(way)) + [.accept])
            }
            narration.choices = Narration.Choices("guides", "Which one?", choices, chosen: selection.row)
            narration.prompt = "A number, or back"
            return narration
        case .agreeing(let index):
            var narration = Narration("agreement:\(guides[index].id)", "Before you begin, everybody says yes to this.")
            for sentence in guides[index].agreement { narration.items.append(Narration.Item(sentence, sentence)) }
            narration.prompt = "Enter: we agree, back: the guides"
            return narration
        case .prompt(let index, let place):
            var narration = Narration("guide:\(guides[index].id)", guides[index].name + ".")
            guard let prompt else { return narration }
            narration.items = [
                Narration.Item(
                    "prompt-\(place)", "Prompt \(place + 1) of \(guides[index].prompts.count): \(prompt.text)"),
                Narration.Item(
                    "how-\(place)", "Type your answer; an empty line keeps it. :next leaves it, :back stops here."),
            ]
            let left = timeLeft(at: now)
            if left > 0 { narration.clocks = [Narration.Clock("prompt-\(place)", "for this prompt", left: left)] }
            narration.typing = .answer
            narration.prompt = "Your answer"
            return narration
        case .done(let index):
            var narration = Narration("guide-done:\(guides[index].id)", "That was \(guides[index].name).")
            narration.items = [Narration.Item("done", "What you wrote is kept. fix writes down something to change.")]
            narration.prompt = "Enter goes back"
            return narration
        }
    }
}
