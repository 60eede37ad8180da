import Yarn

/// What people say to each other in a scenario: how long, how plainly, how kindly; and how much there is to choose.
struct LanguageRules {
    let trees: [SyntaxTree]
    let heading: ScenarioHeading
    let vocabulary: Vocabulary
    let walk: PathWalk

    /// The best option may be this much better than the second, in trust minus heat, before a moment is no dilemma.
    static let dilemma = 6
    /// The school grade that what one person says may ask for, and how many words are enough to tell.
    static let hardestGrade = 9.0, fewestWords = 60
    /// The same for one line of the coach, which is read between two lines of a conversation.
    static let hardestFeedback = 8.0, fewestFeedbackWords = 8

    func diagnostics() -> [Diagnostic] {
        var found: [Diagnostic] = []
        for node in trees.flatMap(\.nodes) {
            let isEasy = node.header("easy")?.value == "yes"
            for header in node.headers where header.name != "title" {
                found += personalData(header.value, at: header.span)
            }
            node.walk { statement in
                switch statement {
                case .line(let line): found += about(line)
                case .lineGroup(let group): for item in group.items { found += about(item.line) }
                case .options(let group):
                    for item in group.items { found += personalData(item.line.template, at: item.line.textSpan) }
                    if !isEasy { found += dilemma(group) }
                    found += striking(group)
                default: break
                }
            }
        }
        return found + lengths() + readingLevels()
    }

    private func personalData(_ text: String, at span: SourceSpan) -> [Diagnostic] {
        ScenarioRule.personalData(in: text, at: span)
    }

    private func about(_ line: LineSyntax) -> [Diagnostic] {
        let data = personalData(line.template, at: line.textSpan)
        guard line.speaker?.name == "Coach" else { return data }
        var found = data
        let own = Prose.withoutQuotes(line.template)
        if Prose.sentences(own).count > 2 {
            found.append(
                ScenarioRule.longFeedback.diagnostic(
                    "The coach says more than two sentences here.", at: line.textSpan,
                    hint: "One for what the words did, one for what to try."))
        }
        let whole = Prose.said(line.template)
        let grade = Prose.grade([whole])
        if grade > Self.hardestFeedback, Prose.words(whole).count >= Self.fewestFeedbackWords {
            found.append(
                ScenarioRule.readingLevel.diagnostic(
                    "The coach speaks at school grade \(Int(grade.rounded(.up))) here; \(Int(Self.hardestFeedback)) is "
                        + "plain enough between two lines.", at: line.textSpan, hint: "Shorter words, or two sentences."
                ))
        }
        if let word = vocabulary.scolding.first(where: { Prose.contains($0, in: own) }) {
            found.append(
                ScenarioRule.scolding.diagnostic(
                    "The coach scolds: “\(word)”.", at: line.textSpan,
                    hint: "Say what the words did to the customer, and what to try instead."))
        }
        return found
    }

    // MARK: Dilemmas

    /// Trust minus heat of what an option's own body does, on its best branch.
    static func effect(of statements: [Statement]) -> Int {
        sum(of: statements) { measure, by in measure == .trust ? by : measure == .heat ? -by : 0 }
    }

    /// Trust that an option's own body wins, on its best branch; less than nothing where it costs some.
    static func trust(of statements: [Statement]) -> Int {
        sum(of: statements) { measure, by in measure == .trust ? by : 0 }
    }

    private static func sum(of statements: [Statement], weighing: (Measure, Int) -> Int) -> Int {
        var sum = 0
        for statement in statements {
            switch statement {
            case .command(let command):
                let words = command.words.map(\.text)
                guard let name = words.first,
                    case .shift(let measure, let by)? = try? ScenarioCommand(
                        name: name, arguments: Array(words.dropFirst()))
                else { continue }
                sum += weighing(measure, by)
            case .if(let syntax): sum += syntax.branches.map { Self.sum(of: $0.body, weighing: weighing) }.max() ?? 0
            case .once(let syntax):
                sum += max(
                    Self.sum(of: syntax.body, weighing: weighing),
                    Self.sum(of: syntax.otherwise ?? [], weighing: weighing))
            case .jump, .options, .return, .stop: return sum
            default: break
            }
        }
        return sum
    }

    /// A reply that is much longer than the others is seen before any is read.
    private func striking(_ group: OptionGroup) -> [Diagnostic] {
        let moment = MomentBalance(group)
        guard let place = moment.striking else { return [] }
        let numbered = group.items.filter { OptionTags($0.line.hashtags.map(\.text)).role == .say }
        return [
            ScenarioRule.longReply.diagnostic(
                "This reply has \(moment.lengths[place]) characters, and the next longest "
                    + "\(moment.lengths.sorted(by: >)[1]).",
                at: numbered[place].line.textSpan, hint: "Let the replies of a moment be of a length.")
        ]
    }

    private func dilemma(_ group: OptionGroup) -> [Diagnostic] {
        let choices = group.items.filter { OptionTags($0.line.hashtags.map(\.text)).role != .timeout }
        let ranked = choices.map { (item: $0, effect: Self.effect(of: $0.body)) }.sorted { $0.effect > $1.effect }
        guard ranked.count > 1, ranked[0].effect - ranked[1].effect >= Self.dilemma else { return [] }
        return [
            ScenarioRule.noDilemma.diagnostic(
                "This moment is no dilemma: the best option is better than the next by "
                    + "\(ranked[0].effect - ranked[1].effect) (trust minus heat).", at: ranked[0].item.line.textSpan,
                hint: "Give the next best something to be said for it, or say `easy: yes` in the headers of the node.")
        ]
    }

    // MARK: Length

    private func lengths() -> [Diagnostic] {
        var found: [Diagnostic] = []
        for (index, line) in walk.program.lines.enumerated() {
            let speaker = line.speaker?.name ?? ""
            guard heading.isCast(speaker) || speaker == "You" || speaker == "Paragraph" else { continue }
            let text = Prose.said(line.template)
            let channels = speaker == "Paragraph" ? [Channel.email] : walk.reachable.lineChannels[index]
            found += tooLong(text, channels, at: line.textSpan)
        }
        for (index, group) in walk.program.groups.enumerated() {
            for choice in group.choices where choice.tags.role == .say {
                found += tooLong(
                    Prose.plain(choice.line.template), walk.reachable.groupChannels[index], at: choice.line.textSpan)
            }
        }
        return found
    }

    private func tooLong(_ text: String, _ channels: Set<Channel>, at span: SourceSpan) -> [Diagnostic] {
        for channel in Channel.allCases where channels.contains(channel) {
            if let message = channel.tooLong(text) {
                return [ScenarioRule.longLine.diagnostic(message, at: span, hint: "Make two of it, or leave half out.")]
            }
        }
        return []
    }

    // MARK: Reading level

    private func readingLevels() -> [Diagnostic] {
        var texts: [String: [String]] = [:]
        for line in walk.program.lines {
            guard let speaker = line.speaker?.name, heading.isCast(speaker) else { continue }
            texts[speaker, default: []].append(Prose.said(line.template))
        }
        let options = walk.program.groups.flatMap(\.choices).filter { $0.tags.role == .say }
        let node = trees.first?.nodes.first
        let place = node?.header("cast")?.span ?? node?.titleSpan
        var found: [Diagnostic] = []
        for person in heading.cast {
            guard let grade = grade(texts[person.short] ?? []), let place else { continue }
            found.append(hard("\(person.full) speaks", grade, at: place))
        }
        if let grade = grade(options.map { Prose.plain($0.line.template) }), let first = options.first {
            found.append(hard("The agent's replies read", grade, at: first.line.textSpan))
        }
        return found
    }

    private func hard(_ who: String, _ grade: Double, at span: SourceSpan) -> Diagnostic {
        ScenarioRule.readingLevel.diagnostic(
            "\(who) at school grade \(Int(grade.rounded())); \(Int(Self.hardestGrade)) is plain enough for everybody.",
            at: span, hint: "Shorter sentences and shorter words.")
    }

    private func grade(_ texts: [String]) -> Double? {
        guard texts.reduce(0, { $0 + Prose.words($1).count }) >= Self.fewestWords else { return nil }
        let grade = Prose.grade(texts)
        return grade > Self.hardestGrade ? grade : nil
    }
}
