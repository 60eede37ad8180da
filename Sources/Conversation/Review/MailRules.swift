import Yarn

/// How long a mail can become: the longest way through a draft, from its first paragraph to where it is sent.
///
/// Each way through conditions counts, also where two of them cannot both be true, so that it may say too much. It may say
/// too little only of a draft that goes round in a circle, or that a detour or a jump by a variable writes in.
struct MailRules {
    let walk: PathWalk

    /// Words of a mail that is still read to its end.
    static let longest = 220

    func diagnostics() -> [Diagnostic] {
        var memo: [Int: Int] = [:]
        var longest: (words: Int, group: Int)?
        for (index, step) in walk.program.steps.enumerated() {
            guard case .offer(let group) = step, isMail(group) else { continue }
            var path: Set<Int> = []
            let words = words(from: index, &memo, &path)
            if words > longest?.words ?? Self.longest { longest = (words, group) }
        }
        guard let longest else { return [] }
        return [
            ScenarioRule.longMail.diagnostic(
                "A mail that begins here can have \(longest.words) words; \(Self.longest) are read to the end.",
                at: walk.program.groups[longest.group].span, hint: "Shorten its paragraphs, or leave one out.")
        ]
    }

    private func isMail(_ group: Int) -> Bool { walk.reachable.groupChannels[group].contains(.email) }

    /// The most words that can be written from a step on, until the mail is sent.
    private func words(from step: Int, _ memo: inout [Int: Int], _ path: inout Set<Int>) -> Int {
        guard walk.program.steps.indices.contains(step), !path.contains(step) else { return 0 }
        if let known = memo[step] { return known }
        path.insert(step)
        defer { path.remove(step) }
        let found: Int
        switch walk.program.steps[step] {
        case .line(let line):
            let syntax = walk.program.lines[line]
            let own = syntax.speaker?.name == "Paragraph" ? Prose.words(Prose.said(syntax.template)).count : 0
            found = own + words(from: step + 1, &memo, &path)
        case .offer(let index):
            let group = walk.program.groups[index]
            let ways = group.choices.map { choice in
                let own =
                    choice.tags.role == .say && isMail(index) ? Prose.words(Prose.plain(choice.line.template)).count : 0
                return own + words(from: choice.target, &memo, &path)
            }
            found = ways.max() ?? words(from: group.otherwise, &memo, &path)
        case .branch(_, let other):
            found = max(words(from: step + 1, &memo, &path), words(from: other, &memo, &path))
        case .goTo(let next): found = words(from: next, &memo, &path)
        case .jump(let node): found = words(from: walk.program.nodes[node].entry, &memo, &path)
        case .command(.send), .stop, .leave, .jumpBy: found = 0
        default: found = words(from: step + 1, &memo, &path)
        }
        memo[step] = found
        return found
    }
}
