import Yarn

// Lines, options and their hashtags.
extension ScenarioCheck {
    /// The speakers that are not people of the cast.
    static let reservedSpeakers = ["You", "Coach", "Scene", "Note", "Subject", "Paragraph", "Reflect"]

    mutating func check(_ line: LineSyntax) {
        checkParts(of: line)
        let speaker = line.speaker?.name
        let known = heading.cast.map(\.short) + Self.reservedSpeakers
        if let speaker {
            if !known.contains(speaker) {
                report(
                    .speaker, "Nobody is called `\(speaker)`.", at: line.speaker?.span ?? line.textSpan,
                    expected: "a name of the cast (\(heading.cast.map(\.short).joined(separator: ", "))) or "
                        + Self.reservedSpeakers.joined(separator: ", "),
                    hint: Self.didYouMean(speaker, known) ?? "A colon inside a sentence is written `\\:`.")
            }
        } else {
            report(
                .speaker, "Nobody says this line.", at: line.textSpan, expected: "a name and a colon before it",
                hint: "What the room gives is said by `Scene:`.")
        }
        for tag in line.hashtags { checkLineTag(tag, speaker: speaker) }
        checkPrivate(line)
    }

    mutating func check(_ group: OptionGroup, clock: SourceSpan?) {
        var roles: [Option.Role: Int] = [:]
        for item in group.items {
            checkParts(of: item.line)
            for tag in item.line.hashtags { checkOptionTag(tag) }
            checkPrivate(item.line)
            let tags = OptionTags(item.line.hashtags.map(\.text))
            roles[tags.role, default: 0] += 1
            if tags.role != .say, roles[tags.role] == 2 {
                report(
                    .silence, "This moment has a second `#\(tags.role.rawValue)`.", at: item.line.textSpan,
                    hint: "One option of a group answers it. Put the choice into its body.")
            }
            if tags.role == .say, tags.moves.isEmpty, !item.line.endsInScheme {
                report(
                    .noMove, "This option does not say which move it makes.", at: item.line.textSpan,
                    expected: "#move: and an id, as in #move:acknowledge-impact")
            }
            checkCoach(of: item)
            checkBody(item.body)
        }
        if let clock, roles[.timeout] == nil {
            report(
                .clock, "This clock has nothing to do when it runs out.", at: clock,
                expected: "an option tagged #timeout among those below it",
                hint: "Add `-> … #timeout` with what the customer does then.")
        }
    }

    private mutating func checkParts(of line: LineSyntax) {
        if let condition = line.condition?.expression { check(condition) }
        for case .expression(let expression) in line.parts { check(expression) }
        if line.lineID == nil, line.shadowedID == nil, !line.endsInScheme {
            report(.noLineID, "This line has no id.", at: line.textSpan, expected: "#line: and an id of its own")
        }
    }

    /// Only a public thread has a private side.
    private mutating func checkPrivate(_ line: LineSyntax) {
        guard !heading.channels.contains(.social), let tag = line.hashtags.first(where: { $0.text == "private" }) else {
            return
        }
        report(
            .noPublic, "`#private` means nothing here: this scenario has no public thread.", at: tag.span,
            hint: "It is for the channel social. Remove it, or add social to `channels:` in the first node.")
    }

    private mutating func checkCoach(of item: OptionGroup.Item) {
        var coached: [LineSyntax] = []
        Statement.walk(item.body) { statement in
            if case .line(let line) = statement, line.template.hasPrefix("Coach:") { coached.append(line) }
        }
        guard !coached.isEmpty else {
            report(
                .noCoach, "No word of the coach follows this option.", at: item.line.textSpan,
                expected: "a `Coach:` line in its body")
            return
        }
        let option = item.line.template
        for line in coached {
            for quote in Self.quotes(in: line.template) where !option.contains(quote) {
                report(
                    .quote, "The option does not say “\(quote)”.", at: line.textSpan,
                    hint: "Quote its very words, letter for letter.")
            }
        }
    }

    /// The texts between `[quote]` and `[/quote]`.
    static func quotes(in text: String) -> [String] {
        text.split(separator: "[quote]", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
            piece.firstRange(of: "[/quote]").map { String(piece[..<$0.lowerBound]) }
        }
    }

    // MARK: Hashtags

    private static let lineTags = [
        "line", "shadow", "emotion", "tone", "rupture", "cue", "pause", "wpm", "overlap", "sound", "lastline",
    ]
    private static let cues: Set<String> = ["sarcasm", "hesitation", "hint", "resignation"]
    private static let coachLooks = ["nudge", "shift", "safety"]
    private static let optionTags = [
        "line", "shadow", "move", "fix", "macro", "variant", "detour", "private", "timeout", "pause",
    ]

    private mutating func checkLineTag(_ tag: Yarn.Hashtag, speaker: String?) {
        let (name, value) = TagParts.split(tag.text)
        var known = Self.lineTags
        if speaker == "Coach" { known += Self.coachLooks }
        if speaker == "Reflect" { known.append("time") }
        if let speaker, heading.isCast(speaker) || speaker == "You" { known.append("private") }
        if let speaker, heading.isCast(speaker) { known += ["confirms", "recalls"] }
        guard known.contains(name) else {
            let onOptions = Self.optionTags.contains(name) ? "`#\(name)` belongs on an option." : nil
            report(
                .hashtag, "There is no hashtag `#\(name)` for a line.", at: tag.span,
                expected: "one of " + known.map { "#\($0)" }.joined(separator: " "),
                hint: onOptions ?? Self.didYouMean(name, known))
            return
        }
        switch name {
        case "emotion": checkValue(value, of: tag, in: vocabulary.emotions, called: "feeling")
        case "tone": checkValue(value, of: tag, in: vocabulary.tones, called: "tone")
        case "sound": checkValue(value, of: tag, in: vocabulary.sounds, called: "sound")
        case "cue": checkValue(value, of: tag, in: Self.cues, called: "cue")
        case "pause", "time":
            if StoryDuration.milliseconds(value ?? "") == nil {
                report(
                    .hashtagValue, "`#\(name)` needs a number.", at: tag.span, expected: "#\(name):1.5",
                    hint: "Seconds.")
            }
        case "wpm":
            if LineTags.rate(value ?? "") == nil {
                report(
                    .hashtagValue, "`#wpm` needs a number of words a minute.", at: tag.span, expected: "#wpm:190",
                    hint: "From \(LineTags.rates.lowerBound) to \(LineTags.rates.upperBound); people speak at about "
                        + "\(SpokenWords.usualRate).")
            }
            checkIsVoice("#wpm", at: tag.span, .hashtag)
        case "overlap": checkIsVoice("#overlap", at: tag.span, .hashtag)
        case "recalls": checkRecall(value, of: tag)
        default: break
        }
    }

    private mutating func checkRecall(_ value: String?, of tag: Yarn.Hashtag) {
        guard let id = value, !id.isEmpty else {
            report(
                .hashtagValue, "`#recalls` does not say what it comes back to.", at: tag.span,
                expected: "the id of a promise or of a move, as in #recalls:status")
            return
        }
        let known = promises.union(vocabulary.moves.map(\.id))
        guard !known.contains(id) else { return }
        report(
            .recall, "Nobody promises `\(id)`, and there is no move of that name.", at: tag.span,
            expected: "the id of a promise or of a move, as in #recalls:status", hint: Self.didYouMean(id, known))
    }

    private mutating func checkOptionTag(_ tag: Yarn.Hashtag) {
        let (name, value) = TagParts.split(tag.text)
        guard Self.optionTags.contains(name) else {
            let onLines = Self.lineTags.contains(name) ? "`#\(name)` belongs on a line." : nil
            report(
                .hashtag, "There is no hashtag `#\(name)` for an option.", at: tag.span,
                expected: "one of " + Self.optionTags.map { "#\($0)" }.joined(separator: " "),
                hint: onLines ?? Self.didYouMean(name, Self.optionTags))
            return
        }
        if name == "pause", let value, StoryDuration.milliseconds(value) == nil {
            report(
                .hashtagValue, "`#pause` needs a number, or none.", at: tag.span, expected: "#pause, or #pause:4",
                hint: "Seconds.")
        }
        if name == "move" { checkValue(value, of: tag, in: Set(vocabulary.moves.map(\.id)), called: "move") }
    }

    /// What only a call has, where the scenario has none.
    mutating func checkIsVoice(_ what: String, at span: SourceSpan, _ rule: ScenarioRule) {
        guard !heading.channels.contains(.voice) else { return }
        report(
            rule, "`\(what)` belongs to a call, and this scenario has none.", at: span,
            hint: "Add voice to `channels:` in the first node, and `<<channel voice>>` where the call begins.")
    }

    private mutating func checkValue(_ value: String?, of tag: Yarn.Hashtag, in words: Set<String>, called noun: String)
    {
        guard let value, words.contains(value) else {
            report(
                .hashtagValue, value.map { "There is no \(noun) `\($0)`." } ?? "It does not say which \(noun).",
                at: tag.span,
                expected: "a \(noun) of the vocabulary", hint: value.flatMap { Self.didYouMean($0, words) })
            return
        }
    }
}

extension LineSyntax {
    /// An address begins at its end: `//` took the rest of it, hashtags and all, for a comment.
    var endsInScheme: Bool { ["http:", "https:"].contains { template.hasSuffix($0) } }
}
