import Conversation
import Terminal

extension DebriefScreen {
    /// The debrief from top to bottom, then the question that is being answered.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("debrief:\(stream)", "\(title).")
        let page = page(PlainText.glyphs)
        // The questions come one at a time; what was answered is told when it is kept.
        let lines = page.lines(columns: 100_000) + own(columns: 100_000, glyphs: PlainText.glyphs)
        // A line is known by its words, so that a comment between two lines tells nothing but itself.
        var told: [String: Int] = [:]
        for line in lines {
            let words = line.runs.map(\.text).joined()
            let isTitle = line.runs.first?.role == .title
            let count = told[words, default: 0]
            told[words] = count + 1
            narration.items.append(Narration.Item("line-\(count)-\(words)", isTitle ? words + ":" : words))
        }
        if answering == nil, let chosen, let words = chosenInWords {
            narration.items.append(Narration.Item("chosen-\(chosen)", words))
        }
        if discussion.isGuest {
            narration.items.append(
                Narration.Item(
                    "talk", "next chooses a moment or a comment, comment and your words says something about it."))
            narration.prompt = chosenComment == nil ? "Enter goes back" : "comment and your answer, or back"
            return narration
        }
        guard let answering, let question = session.reflections.first(where: { $0.line == answering.line }) else {
            narration.items.append(
                Narration.Item(
                    "compare",
                    "compare lays your attempts side by side; export writes all this to a file; share lets colleagues "
                        + "read it."))
            let open = session.reflections.count { $0.answer == nil }
            let count = open == 1 ? "1 question waits" : "\(open) questions wait"
            narration.items.append(
                Narration.Item(
                    "end", open == 0 ? "That was the debrief. Enter goes back." : "\(count) for you. Enter answers."))
            narration.prompt = open == 0 ? "Enter goes back" : "Enter answers, back goes back"
            return narration
        }
        narration.items.append(Narration.Item("question-\(question.line)", "For you: \(question.text)"))
        if !answering.field.value.isEmpty {
            narration.items.append(Narration.Item("draft-\(question.line)", "So far: \(answering.field.value)"))
        }
        narration.items.append(
            Narration.Item(
                "how-\(question.line)",
                "Type your answer; an empty line keeps it. :next leaves the question open, "
                    + ":back goes back to the debrief."))
        if let left = timeLeft(at: now), left > 0 {
            narration.clocks = [Narration.Clock("question-\(question.line)", "for this question", left: left)]
        }
        narration.typing = .answer
        narration.prompt = "Your answer"
        return narration
    }
}
