import Conversation
import Terminal

// What came back, what could not be seen from inside, and the learner's own words.
extension DebriefPage {
    func remembered(columns: Int) -> [StyledLine] {
        guard !debrief.memories.isEmpty else { return [] }
        var lines = heading("What was remembered")
        for memory in debrief.memories {
            let time = StoryClock.timeOfDay(opens: debrief.opens, story: memory.story)
            lines += StyledLine.wrapped(
                Self.sentence("\(time) \(memory.speaker) came back to \(Self.object(of: memory))"), .text,
                columns: columns)
            lines += StyledLine.wrapped("“\(memory.line)”", .muted, columns: columns, indent: 4)
        }
        return lines
    }

    /// Ends a sentence, unless the words that it quotes last have ended it already.
    private static func sentence(_ words: String) -> String {
        let isEnded = words.hasSuffix("”") && words.dropLast().last.map { ".!?…".contains($0) } ?? false
        return isEnded ? words : words + "."
    }

    private static func object(of memory: Debrief.Memory) -> String {
        let words = memory.words.isEmpty ? "" : " “\(memory.words)”"
        return switch memory.recall.kind {
        case .kept: "the promise you kept:\(words)"
        case .missed: "the promise that was missed:\(words)"
        case .said, .named: words.isEmpty ? "what was agreed earlier" : "what you said earlier:\(words)"
        case .saidPublicly: "what you said in public:\(words)"
        case .saidPrivately: "what you said in private:\(words)"
        case .interrupted: "being spoken over"
        }
    }

    /// What nobody chose: curveballs, and how demanding it was.
    func happenings(columns: Int) -> [StyledLine] {
        guard !debrief.curveballs.isEmpty || !debrief.difficultyShifts.isEmpty else { return [] }
        var lines = heading("What happened to you")
        for curveball in debrief.curveballs {
            lines += StyledLine.wrapped(
                "\(StoryDuration.clock(max(0, curveball.at)))  A curveball: \(curveball.label).", .text,
                columns: columns)
        }
        for shift in debrief.difficultyShifts {
            lines += StyledLine.wrapped(
                "\(StoryDuration.clock(max(0, shift.at)))  \(shift.change.words)", .text, columns: columns)
        }
        return lines
    }

    /// What is hard to see from inside. Behind what worked, and without blame.
    func blindSpots(columns: Int) -> [StyledLine] {
        var words: [String] = []
        for line in debrief.misread {
            let cue = line.cue.isEmpty ? "more than its words" : line.cue
            words.append("“\(line.line)” carried \(cue), in “\(line.moment)”; trust fell with the reply.")
        }
        let open = debrief.ruptures - debrief.repairs
        if open > 0 {
            words.append("Trust broke \(open == 1 ? "once" : "\(open) times") and stayed so.")
        }
        for promise in debrief.commitments where promise.state == .missed {
            words.append("“\(promise.words)” came due before it was kept. A new time in time keeps a promise whole.")
        }
        for chance in debrief.chances.filter({ vocabulary.move($0.move)?.helps == true }).prefix(4) {
            let name = vocabulary.name(ofMove: chance.move).lowercased()
            words.append("Also there to be said, in “\(chance.moment)”: “\(chance.words)” (\(name)).")
        }
        guard !words.isEmpty else { return [] }
        return heading("What is hard to see from inside")
            + words.flatMap { StyledLine.wrapped($0, .text, columns: columns) }
    }

    /// What the learner wrote down and kept.
    func ownWords(columns: Int) -> [StyledLine] {
        let learner = debrief.learner
        let before = learner.checkIn(.before)?.confidence
        let after = learner.checkIn(.after)?.confidence
        let answers = learner.answers.filter { !$0.answer.isEmpty }
        guard before != nil || after != nil || !learner.notes.isEmpty || !learner.outputs.isEmpty || !answers.isEmpty
        else { return [] }
        var lines = heading("What you keep")
        if let before, let after {
            lines.append(StyledLine("Confidence  ", .muted).with("\(before) \(glyphs.arrow) \(after)"))
        } else if let confidence = after ?? before {
            lines.append(StyledLine("Confidence  ", .muted).with("\(confidence)"))
        }
        for answer in answers {
            lines += StyledLine.wrapped(answer.text, .coach, columns: columns)
            lines += StyledLine.wrapped(answer.answer, .text, columns: columns, indent: 4)
        }
        for note in learner.notes {
            let kind = note.written.kind == .heuristic ? "A rule of your own" : "A note"
            let place = note.written.name.isEmpty ? "" : ", at “\(note.written.name)”"
            lines.append(StyledLine(kind + place, .muted))
            lines += StyledLine.wrapped(note.written.text, .note, columns: columns, indent: 4)
        }
        for output in learner.outputs { lines += kept(output, columns: columns) }
        return lines
    }

    private func kept(_ output: OutputKept, columns: Int) -> [StyledLine] {
        let kind =
            switch output.kind {
            case .fix: "To change in the way we work"
            case .incident: "For the next incident"
            case .phrase: "For the phrasebook"
            }
        var lines = [StyledLine(kind, .muted)]
        lines += StyledLine.wrapped(output.title, .strong, columns: columns, indent: 4)
        let details = [("Where", output.area), ("What shows it", output.evidence), ("Who", output.owner)]
        for (name, words) in details where !words.isEmpty && words != output.title {
            lines += StyledLine.wrapped("\(name): \(words)", .text, columns: columns, indent: 4)
        }
        return lines
    }
}
