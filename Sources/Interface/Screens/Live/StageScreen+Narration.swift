import Conversation
import Room
import Terminal

// The stage for the ear: the same words, and the shapes in words.
extension StageScreen {
    /// Where the room is, in a sentence.
    public func whereabouts(at now: Uptime) -> String {
        guard !view.room.isBlank else { return "The stage is blank." }
        let page = contents(at: now, motion: .reduced)
        let clock = page.clock.map { $0.left > 0 ? " \(PlainText.duration($0.left)) \($0.purpose)." : " No time left." }
        return Self.sentence(page.heading) + (clock ?? "")
    }

    private static func sentence(_ words: String) -> String {
        words.last.map { ".?!".contains($0) } ?? true ? words : words + "."
    }

    /// The stage in sentences.
    public func narration(at now: Uptime) -> Narration {
        if asksToLeave {
            var narration = Narration("stage-leave", "Leave this stage?")
            narration.items = [Narration.Item("stays", "The room goes on without it.")]
            narration.choices = Narration.Choices(
                "leave", "",
                [
                    Narration.Choice("1", "Leave.", does: [.accept]), Narration.Choice("2", "Stay.", does: [.back]),
                ])
            narration.prompt = "1 or 2"
            return narration
        }
        guard !view.room.isBlank else {
            var narration = Narration("stage-blank", "The stage is blank.")
            if view.standing.hasDesk { narration.items = [Narration.Item("how", "blank shows it again.")] }
            narration.prompt = "Command"
            return narration
        }
        let page = contents(at: now, motion: .reduced)
        var narration = Narration("stage-\(page.id)", Self.sentence(page.heading))
        if page.clock == nil {
            let code = view.room.phase == .gathering ? view.room.code : ""
            let spoken = page.spoken.isEmpty && !code.isEmpty ? ["The code is \(code)."] : page.spoken
            for (index, words) in spoken.enumerated() {
                narration.items.append(Narration.Item("large-\(index)", words))
            }
        }
        if let clock = page.clock, clock.left > 0 {
            narration.clocks = [Narration.Clock("clock-\(page.id)", clock.purpose, left: clock.left)]
        }
        if let feelings = page.feelings {
            let words = "Trust: \(Feeling.trust(feelings.trust)). Heat: \(Feeling.heat(feelings.heat))."
            narration.items.append(Narration.Item("feelings", words))
        }
        if let first = page.way?.trust.first, let last = page.way?.trust.last {
            let words = "Trust over the round: \(Feeling.trust(first)) at first, \(Feeling.trust(last)) at the end."
            narration.items.append(Narration.Item("way", words))
        }
        narration.items += told(page)
        narration.prompt = view.standing.hasDesk ? "Command" : "Command, or leave"
        return narration
    }

    private func told(_ page: StagePage) -> [Narration.Item] {
        // All pages of a text at once: the ear does not wait for one to turn.
        let all: [Narration.Item] =
            switch view.room.phase {
            case .gathering:
                StagePage.agreement(view.room).enumerated().map { Narration.Item("point-\($0)", $1) }
            case .cards:
                StagePage.publicFacts(view.room).enumerated().map {
                    Narration.Item("fact-\($0)", "\($1.label) \($1.words)")
                }
            default: []
            }
        let texts = page.texts.filter { text in !all.contains { $0.id == text.id } }
        return texts.map { text in
            var words = text.label.isEmpty ? text.words : "\(text.label) \(text.words)"
            if text.id.hasPrefix("mark-") { words = "Noticed: \(text.words)." }
            if let bar = text.bar {
                words += bar.part == 0 ? " No hand yet." : bar.part == 1 ? " One hand." : " \(bar.part) hands."
            }
            return Narration.Item(text.id, words)
        } + all
    }
}
