import Conversation
import Terminal

extension InwardScreen {
    /// The question in words.
    var question: String {
        let isAfter = if case .after = purpose { true } else { false }
        return switch step {
        case .notice(let words): words
        case .intention: "What do you want this customer to feel at the end?"
        case .breath: "One breath before it begins. In for four seconds, out for six, twice."
        case .confidence:
            isAfter
                ? "How confident are you in a conversation like this one now?"
                : "How confident are you in this conversation?"
        case .willingness: "How willing are you to take a hard call?"
        case .safety: "How safe does it feel to make mistakes here?"
        case nil: ""
        }
    }

    /// What may be known beside the question; empty for nothing.
    var hint: String {
        switch step {
        case .notice: "You can step back, pause or leave at any moment. Enter goes on, Esc goes back."
        case .intention: "A few words, for you alone. Enter without any goes on."
        case .breath: "Enter goes on whenever you like."
        case .confidence, .willingness, .safety:
            "0 is not at all, 100 is wholly. Arrows or digits choose; Enter without a number skips. It is never counted."
        case nil: ""
        }
    }

    /// `in, 3` or `out, 5`: which way, and the seconds that are left of it.
    func breathWords(at now: Uptime) -> String {
        let passed = breathed(at: now)
        guard passed < Self.breath else { return "That was twenty seconds." }
        let inBreath = passed % (Self.breathIn + Self.breathOut)
        let isIn = inBreath < Self.breathIn
        let left = (isIn ? Self.breathIn : Self.breathIn + Self.breathOut) - inBreath
        return "breathe \(isIn ? "in" : "out"), \((left + 999) / 1_000)"
    }

    /// How full the bar is, 0–100: it grows with the breath in, and goes back with the breath out.
    func breathFilled(at now: Uptime) -> Int {
        let passed = breathed(at: now)
        guard passed < Self.breath else { return 0 }
        let inBreath = passed % (Self.breathIn + Self.breathOut)
        return Int(
            inBreath < Self.breathIn
                ? inBreath * 100 / Self.breathIn
                : 100 - (inBreath - Self.breathIn) * 100 / Self.breathOut)
    }

    /// Draws the question in the middle.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        let count = steps.count > 1 ? "\(place + 1) of \(steps.count)" : ""
        surface.drawTitle(title, count)
        let columns = min(surface.size.columns - 4, 68)
        let isNotice = if case .notice? = step { true } else { false }
        let head = isNotice ? [StyledLine("Before you start", .title), StyledLine()] : []
        let words = head + StyledLine.wrapped(question, isNotice ? .text : .strong, columns: columns)
        let below = StyledLine.wrapped(hint, .muted, columns: columns)
        let middle = isNotice ? 1 : 3
        let rows = words.count + middle + below.count
        var area = Rect(
            column: (surface.size.columns - columns) / 2, row: max(2, (surface.size.rows - rows) / 2),
            columns: columns, rows: min(rows, surface.size.rows - 3))
        surface.draw(words, in: area.take(.top, words.count))
        if !isNotice {
            _ = area.take(.top, 1)
            draw(into: &surface, in: area.take(.top, 1), look: look, at: now)
        }
        _ = area.take(.top, 1)
        surface.draw(below, in: area)
    }

    private func draw(into surface: inout Surface, in area: Rect, look: Look, at now: Uptime) {
        if step == .intention { return field.draw(into: &surface, in: area, look: look) }
        if step == .breath {
            let words = breathWords(at: now)
            let line =
                look.motion == .full
                ? Gauge("", breathFilled(at: now), of: 100, words: words).line(
                    columns: area.columns, glyphs: look.glyphs) : StyledLine(words, .strong)
            return surface.draw(line, at: area.origin, columns: area.columns)
        }
        let line = Gauge("", number ?? 0, of: 100, words: number.map(String.init) ?? "no answer yet")
            .line(columns: area.columns, glyphs: look.glyphs)
        surface.draw(line, at: area.origin, columns: area.columns)
        surface.cursor = area.origin
    }

    /// The question, and its answers by number.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("inward-\(title)", "\(name): \(title).")
        narration.items.append(Narration.Item("question-\(place)", question))
        switch step {
        case .notice:
            narration.choices = Narration.Choices(
                "notice", "",
                [
                    Narration.Choice("1", "Go on; you can step back at any moment.", does: [.accept]),
                    Narration.Choice("2", "Back.", does: [.back]),
                ])
            narration.prompt = "1 or 2"
        case .intention:
            narration.items.append(
                Narration.Item("how", "A few words, for you alone; an empty line goes on, :next skips everything."))
            narration.typing = .answer
            narration.prompt = "Your words"
        case .breath:
            narration.items.append(Narration.Item("breath", "An empty line goes on whenever you like."))
            narration.prompt = "Enter goes on"
        case .confidence, .willingness, .safety:
            let all = (0...10).map { ten in
                let set: Action = ten == 0 ? .top : ten == 10 ? .bottom : .say(ten)
                return Narration.Choice(String(ten * 10), "", does: [set, .accept])
            }
            narration.choices = Narration.Choices("number-\(place)", "", all)
            narration.choices?.isQuiet = true
            narration.items.append(
                Narration.Item(
                    "how-\(place)", "A number in tens: 0 is not at all, 100 is wholly. An empty line skips it."))
            narration.prompt = "0 to 100"
        case nil: break
        }
        return narration
    }
}
