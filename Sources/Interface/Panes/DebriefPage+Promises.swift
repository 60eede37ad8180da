import Conversation
import Terminal

// What was promised, how it stands, and where it was more than can be held.
extension DebriefPage {
    func commitments(columns: Int) -> [StyledLine] {
        // A promise that was missed stands among the promises, with that word.
        let beyond = debrief.overPromises.filter { $0.cause != .missed }
        let loose = beyond.filter { found in !debrief.commitments.contains { $0.words == found.words } }
        guard !debrief.commitments.isEmpty || !loose.isEmpty else { return [] }
        var lines = heading("What you promised")
        for promise in debrief.commitments {
            let moved = promise.renegotiations > 0 ? ", moved in time" : ""
            lines.append(
                StyledLine("\(StandingPane.word(promise, glyphs))\(moved)  ", .strong).with(promise.id, .muted))
            lines += StyledLine.wrapped("“\(promise.words)”", .text, columns: columns, indent: 4)
            // One reply can make several promises; it is remarked on once.
            guard debrief.commitments.last(where: { $0.words == promise.words })?.id == promise.id else { continue }
            for found in beyond where found.words == promise.words { lines += remark(on: found, columns: columns) }
        }
        for found in loose {
            lines.append(StyledLine("said", .strong))
            lines += StyledLine.wrapped("“\(found.words)”", .text, columns: columns, indent: 4)
            lines += remark(on: found, columns: columns)
        }
        return lines
    }

    private func remark(on found: OverPromise, columns: Int) -> [StyledLine] {
        let words =
            switch found.cause {
            case .said: "More than was in your hands. Your own part of it, with a time, is a promise that holds."
            case .tooMany(let count): "With this, \(count) promises were open at once, each with its own clock."
            case .missed: ""
            }
        return StyledLine.wrapped(words, .coach, columns: columns, indent: 4)
    }
}
