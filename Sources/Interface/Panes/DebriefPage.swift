import Conversation
import Terminal

/// A debrief as a page: what worked first, then what turned, what was promised, what was said.
struct DebriefPage {
    let debrief: Debrief
    let vocabulary: Vocabulary
    let glyphs: Glyphs

    /// The page in lines of at most `columns` cells.
    func lines(columns: Int) -> [StyledLine] {
        var lines = ending(columns: columns)
        lines += worked(columns: columns) + trust(columns: columns) + path(columns: columns)
        lines +=
            commitments(columns: columns) + moves(columns: columns) + places(columns: columns) + times() + call()
            + reflections(columns: columns)
        return lines
    }

    private func heading(_ text: String) -> [StyledLine] { [StyledLine(), StyledLine(text, .title)] }

    private func ending(columns: Int) -> [StyledLine] {
        let name = debrief.ending.isEmpty ? "No ending yet" : Feeling.words(debrief.ending)
        return [StyledLine(name, .strong).with(": \(Feeling.outcome(debrief.outcome)).", .text)]
    }

    private func worked(columns: Int) -> [StyledLine] {
        let best = debrief.path.filter { $0.trust > 0 && $0.role == .say }.max { $0.trust < $1.trust }
        guard let best else { return [] }
        return heading("What worked")
            + StyledLine.wrapped(
                "“\(best.reply)” moved trust by \(Feeling.change(best.trust) ?? "0"), in “\(best.name)”.", .text,
                columns: columns)
    }

    private func trust(columns: Int) -> [StyledLine] {
        guard let first = debrief.readings.first, let last = debrief.readings.last else { return [] }
        let room = max(10, min(40, columns - 34))
        return heading("Between you") + [
            StyledLine("Trust  ", .muted).with(glyphs.sparkline(debrief.readings.map(\.trust), columns: room), .cold)
                .with("  \(first.trust) \(glyphs.arrow) \(last.trust), \(Feeling.trust(last.trust))"),
            StyledLine("Heat   ", .muted).with(glyphs.sparkline(debrief.readings.map(\.heat), columns: room), .warm)
                .with("  \(first.heat) \(glyphs.arrow) \(last.heat), \(Feeling.heat(last.heat))"),
        ]
    }

    private func path(columns: Int) -> [StyledLine] {
        guard !debrief.path.isEmpty else { return [] }
        var lines = heading("The way you went")
        var channel: Channel?
        for step in debrief.path {
            if step.channel != channel { lines.append(StyledLine("by \(step.channel.rawValue)", .muted)) }
            channel = step.channel
            let mark =
                step.hasRupture
                ? glyphs.rupture : step.hasRepair ? glyphs.repair : step.isTurningPoint ? glyphs.turn : " "
            let word =
                step.hasRupture
                ? "  trust broke here"
                : step.hasRepair
                    ? "  mended here"
                    : step.isTurningPoint ? "  trust turned here" : ""
            let change = Feeling.change(step.trust).map { "  trust \($0)" } ?? ""
            lines.append(
                StyledLine("\(mark) ", .key).with(step.name, .strong).with(change, .muted).with(word, .warm))
            let isSilent = step.role == .timeout && !step.reply.contains(where: \.isLetter)
            let reply = isSilent ? "You said nothing, and the clock ran out." : step.reply
            lines += StyledLine.wrapped(reply, step.role == .say ? .text : .muted, columns: columns, indent: 4)
        }
        return lines
    }

    private func commitments(columns: Int) -> [StyledLine] {
        guard !debrief.commitments.isEmpty else { return [] }
        var lines = heading("What you promised")
        for promise in debrief.commitments {
            let moved = promise.renegotiations > 0 ? ", moved in time" : ""
            lines.append(
                StyledLine("\(StandingPane.word(promise, glyphs))\(moved)  ", .strong).with(promise.id, .muted))
            lines += StyledLine.wrapped("“\(promise.words)”", .text, columns: columns, indent: 4)
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
        if let repair = debrief.timeToRepair {
            lines.append(StyledLine("From rupture to repair   ", .muted).with(StoryDuration.clock(repair)))
        } else if debrief.ruptures > 0 {
            lines.append(
                StyledLine(
                    "Trust broke \(debrief.ruptures == 1 ? "once" : "\(debrief.ruptures) times") and stayed so.", .muted
                ))
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
