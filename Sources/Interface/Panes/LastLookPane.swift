import Conversation
import Terminal

/// The last look before a mail goes out: what is in it, in words. It is kind, and never stands in the way.
struct LastLookPane {
    let session: Session
    let glyphs: Glyphs

    /// Its lines, at most `columns` cells wide and no more than `rows`: what is in order goes first where there is no room.
    /// The last one says which key does what.
    func lines(columns: Int, rows: Int = .max, isEditable: Bool) -> [StyledLine] {
        let look = LastLook(session)
        var facts = [
            row("Subject", look.subject.isEmpty ? "none yet" : look.subject, look.subject.isEmpty, columns),
            row("Times", times(look), look.times.isEmpty && !look.promises.isEmpty, columns),
            row("Question", question(look), look.questions > 1, columns),
            row("Reads", "\(reading(look)) \(glyphs.dot) \(length(look))", look.reading == .hard, columns),
        ]
        if let with = attachment(look) { facts.append(row("With", with.words, with.isMissing, columns)) }
        var keys = StyledLine("Enter", .key).with(" sends it.")
        if isEditable { keys = keys.with("  ").with("e", .key).with(" goes on editing.") }
        let head = rows > facts.count + 1 ? [StyledLine("A last look", .strong)] : []
        let room = max(1, rows - head.count - 1)
        while facts.count > room {
            let settled = facts.lastIndex { $0.runs.first?.text == "\(glyphs.kept) " }
            facts.remove(at: settled ?? facts.count - 1)
        }
        return head + facts + [keys]
    }

    private func row(_ name: String, _ words: String, _ isOpen: Bool, _ columns: Int) -> StyledLine {
        let mark = isOpen ? glyphs.open : glyphs.kept
        let padded = name + String(repeating: " ", count: max(1, 9 - name.count))
        let room = max(1, columns - 11)
        return StyledLine("\(mark) ", .muted).with(padded, .muted)
            .with(DisplayText.truncated(words, columns: room, ellipsis: glyphs.lines.ellipsis))
    }

    private func times(_ look: LastLook) -> String {
        let opens = session.began?.opens ?? 0
        let promises = look.promises.map { promise in
            let due = "\(promise.id) by \(StoryClock.timeOfDay(opens: opens, story: promise.due))"
            return promise.isInMail ? "\(due), in the mail" : due
        }
        let named = look.times.isEmpty ? "none in the mail" : "the mail says " + look.times.joined(separator: ", ")
        return promises.isEmpty ? named : "promised \(promises.joined(separator: "; ")) \(glyphs.dot) \(named)"
    }

    private func question(_ look: LastLook) -> String {
        switch look.questions {
        case 0: "none; fine when nothing is left to ask"
        case 1: "one, easy to answer"
        default: "\(look.questions); one is easier to answer"
        }
    }

    private func reading(_ look: LastLook) -> String {
        switch look.reading {
        case .short: "in a few seconds"
        case .plain: "plainly"
        case .fair: "well, with a few long sentences or words"
        case .hard: "slowly; shorter sentences would help"
        }
    }

    private func length(_ look: LastLook) -> String {
        let paragraphs = look.paragraphs == 1 ? "1 paragraph" : "\(look.paragraphs) paragraphs"
        return "\(paragraphs), \(look.words) \(look.words == 1 ? "word" : "words")"
    }

    private func attachment(_ look: LastLook) -> (words: String, isMissing: Bool)? {
        switch look.attachment {
        case .none: nil
        case .there(let names): (names.joined(separator: ", "), false)
        case .missing(let word): ("nothing, and the mail says “\(word)”", true)
        }
    }
}
