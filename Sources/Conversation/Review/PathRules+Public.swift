import Yarn

// What belongs to a public thread and is met where nothing is public. Only real paths count: a sample may miss one.
extension PathRules {
    func publicRules() -> [Diagnostic] {
        var found: [Diagnostic] = []
        let program = walk.program
        for step in walk.seen.offStage.sorted() {
            found.append(
                ScenarioRule.noPublic.diagnostic(
                    "Nobody looks on here: the conversation has come to another channel than social.",
                    at: program.spans[step], hint: "Say `<<channel social>>` before it, or remove it."))
        }
        let lines = program.lines.enumerated().map { ($1, walk.seen.lineChannels[$0]) }
        let options = program.groups.enumerated().flatMap { index, group in
            group.choices.map { ($0.line, walk.seen.groupChannels[index]) }
        }
        for (line, channels) in lines + options {
            guard let tag = line.hashtags.first(where: { $0.text == "private" }),
                let channel = Channel.allCases.first(where: { $0 != .social && channels.contains($0) })
            else { continue }
            found.append(
                ScenarioRule.noPublic.diagnostic(
                    "`#private` means nothing here: a path comes to this by \(channel.rawValue).", at: tag.span,
                    hint: "Only the channel social has a private side. Remove it, or change the channel before it."))
        }
        return found
    }
}
