import Conversation
import Terminal

/// A debrief as a page: what worked first, then what turned, what was promised, what was said.
struct DebriefPage {
    let debrief: Debrief
    let vocabulary: Vocabulary
    let glyphs: Glyphs
    /// The sequence number of the moment that is chosen; nil for none.
    var chosen: Int?
    /// What people have said about the session, and who is looking; nil where nobody can say anything.
    var comments = Comments(), discussion: Discussion?

    /// The page in lines of at most `columns` cells.
    func lines(columns: Int) -> [StyledLine] {
        if let discussion, discussion.isGuest { return linesForGuests(discussion, columns: columns) }
        var lines = ending(columns: columns)
        lines += worked(columns: columns) + trust(columns: columns) + way(columns: columns)
        lines += commitments(columns: columns) + remembered(columns: columns) + moves(columns: columns)
        lines += places(columns: columns) + times() + call() + happenings(columns: columns)
        lines += blindSpots(columns: columns) + reflections(columns: columns) + ownWords(columns: columns)
        return lines + otherComments(columns: columns)
    }

    /// What somebody else sees of it: how it went, and what was said about it. What is looked at inwardly is the
    /// learner's.
    private func linesForGuests(_ discussion: Discussion, columns: Int) -> [StyledLine] {
        StyledLine.wrapped(
            "\(discussion.ownersName) shares this conversation with you, to read and to comment on. In it, “you” is "
                + "\(discussion.owner.isEmpty ? "whoever practised it" : discussion.owner).", .muted, columns: columns)
            + [StyledLine()] + ending(columns: columns) + trust(columns: columns) + way(columns: columns)
            + commitments(columns: columns) + remembered(columns: columns) + otherComments(columns: columns)
    }

    /// The comments at a moment.
    func comments(at moment: Int, columns: Int) -> [StyledLine] {
        discussion?.lines(comments.at(moment), in: comments, columns: columns, indent: 4, chosen: chosen) ?? []
    }

    /// The comments on the whole session, and on moments of ways that were taken back.
    private func otherComments(columns: Int) -> [StyledLine] {
        let others = comments.elsewhere(than: Set(debrief.path.map(\.sequence)))
        guard let discussion, !others.isEmpty else { return [] }
        return heading("Comments")
            + discussion.lines(others, in: comments, columns: columns, chosen: chosen, namesMoments: true)
    }

    func heading(_ text: String) -> [StyledLine] { [StyledLine(), StyledLine(text, .title)] }

    private func ending(columns: Int) -> [StyledLine] {
        let name = debrief.ending.isEmpty ? "No ending yet" : Feeling.words(debrief.ending)
        return [StyledLine(name, .strong).with(": \(Feeling.outcome(debrief.outcome)).", .text)]
    }

    private func worked(columns: Int) -> [StyledLine] {
        let best = debrief.path.filter { $0.trust > 0 && $0.role == .say }.max { $0.trust < $1.trust }
        let kept = debrief.commitments.count { $0.state == .kept }
        guard best != nil || debrief.repairs > 0 || kept > 0 else { return [] }
        var lines = heading("What worked")
        if let best {
            lines += StyledLine.wrapped(
                "“\(best.reply)” moved trust by \(Feeling.change(best.trust) ?? "0"), in “\(best.name)”.", .text,
                columns: columns)
        }
        if debrief.repairs > 0 {
            let times =
                debrief.repairs == 1
                ? "Trust broke, and you mended it."
                : "Trust broke, and was mended "
                    + "\(debrief.repairs) times."
            lines += StyledLine.wrapped(times, .text, columns: columns)
        }
        if kept > 0 {
            let words =
                kept == 1 ? "You kept a promise you had given a time." : "You kept \(kept) promises with a time."
            lines += StyledLine.wrapped(words, .text, columns: columns)
        }
        return lines
    }

    private func moves(columns: Int) -> [StyledLine] {
        guard !debrief.moves.isEmpty else { return [] }
        func list(_ counts: [Debrief.MoveCount]) -> String {
            counts.map { count in
                let name = vocabulary.name(ofMove: count.move).lowercased()
                return count.count > 1 ? "\(name) ×\(count.count)" : name
            }.joined(separator: ", ")
        }
        let helped = debrief.moves.filter { vocabulary.move($0.move)?.helps ?? true }
        let cost = debrief.moves.filter { vocabulary.move($0.move)?.helps == false }
        var lines = heading("The moves you made")
        if !helped.isEmpty { lines += StyledLine.wrapped(list(helped), .text, columns: columns) }
        if !cost.isEmpty {
            lines += StyledLine.wrapped("These cost something: \(list(cost)).", .muted, columns: columns)
        }
        return lines
    }

    /// What was said where. Facts: who reads along changes what a word costs, and nobody can tell from outside which was
    /// right.
    private func places(columns: Int) -> [StyledLine] {
        guard let places = debrief.places else { return [] }
        func names(_ moves: [String]) -> String {
            moves.isEmpty ? "nothing" : moves.map { vocabulary.name(ofMove: $0).lowercased() }.joined(separator: ", ")
        }
        var lines = heading("In public and in private")
        let looked = places.onlookers == 1 ? "1 person looked on" : "\(places.onlookers) people looked on"
        lines += StyledLine.wrapped("\(looked). In public: \(names(places.publicMoves)).", .text, columns: columns)
        lines += StyledLine.wrapped("In private messages: \(names(places.privateMoves)).", .text, columns: columns)
        for (promises, words) in [
            (places.onlyPrivate, "Promised in private, and not said in public"),
            (places.onlyPublic, "Promised in public, and not in private"),
        ] {
            for promise in promises {
                lines += StyledLine.wrapped("\(words): “\(promise.words)”", .muted, columns: columns)
            }
        }
        return lines
    }

    private func times() -> [StyledLine] {
        var lines = heading("Time")
        lines.append(StyledLine("The whole conversation   ", .muted).with(StoryDuration.clock(debrief.lasting)))
        if let first = debrief.firstQuestion {
            lines.append(StyledLine("To your first question   ", .muted).with(StoryDuration.clock(first)))
        }
        if !debrief.repairTimes.isEmpty {
            let times = debrief.repairTimes.map(StoryDuration.clock).joined(separator: ", ")
            lines.append(StyledLine("From rupture to repair   ", .muted).with(times))
        }
        if let share = debrief.wordShare {
            lines.append(StyledLine("Your part of the words   ", .muted).with("\(share) %"))
        }
        return lines
    }

    /// What only a call has: who spoke how much, and what it was to be on the line.
    private func call() -> [StyledLine] {
        let percents = debrief.talk.percents
        guard !percents.isEmpty else { return [] }
        let shares = zip(debrief.talk.shares, percents).map { share, percent in
            "\(share.speaker == "You" ? "you" : share.speaker) \(percent) %"
        }
        var lines = heading("On the line")
        lines.append(StyledLine("Who spoke                ", .muted).with(shares.joined(separator: " \(glyphs.dot) ")))
        if debrief.interruptions > 0 {
            let times = debrief.interruptions == 1 ? "once" : "\(debrief.interruptions) times"
            lines.append(StyledLine("Spoken over somebody     ", .muted).with(times))
        }
        if debrief.hold > 0 {
            lines.append(StyledLine("On hold                  ", .muted).with(StoryDuration.clock(debrief.hold)))
        }
        return lines
    }

    private func reflections(columns: Int) -> [StyledLine] {
        guard !debrief.reflections.isEmpty else { return [] }
        var lines = heading("For you")
        for question in debrief.reflections {
            lines += StyledLine.wrapped(question.text, .coach, columns: columns)
            switch question.answer {
            case nil: lines.append(StyledLine("not answered yet", .muted, indent: 4))
            case ""?: lines.append(StyledLine("left open", .muted, indent: 4))
            case let answer?: lines += StyledLine.wrapped(answer, .text, columns: columns, indent: 4)
            }
        }
        return lines
    }
}
