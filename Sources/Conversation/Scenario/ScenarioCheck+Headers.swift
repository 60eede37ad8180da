import Yarn

// Headers: names, forms, and what they point to.
extension ScenarioCheck {
    private static let yarnHeaders: Set<String> = [
        "title", "when", "tags", "subtitle", "tracking", "position", "colour",
    ]
    private static let nodeHeaders = [
        "ending", "outcome", "moment", "curveball", "micro", "unclear", "easy", "typed", "step_back", "thread",
        "care",
    ]
    /// What the node that begins a conversation beside the others says about it.
    private static let threadHeaders = ["customer", "persona", "ticket", "channel", "trust", "heat", "effort"]

    mutating func checkHeaders() {
        guard let first = trees.first?.nodes.first else { return }
        for name in ["scenario", "channels", "cast", "customer"] where first.header(name)?.value.isEmpty ?? true {
            report(
                .headerMissing, "The first node does not say `\(name)`.", at: first.titleSpan,
                expected: "`\(name):` and its value below `title:`")
        }
        let titles = Set(trees.flatMap { $0.nodes.map(\.title) })
        var hasEnding = false
        for (index, node) in trees.flatMap(\.nodes).enumerated() {
            let allowed =
                index == 0
                ? ScenarioHeading.names + Self.nodeHeaders
                : node.header("thread") == nil ? Self.nodeHeaders : Self.nodeHeaders + Self.threadHeaders
            for header in node.headers where !Self.yarnHeaders.contains(header.name) {
                guard allowed.contains(header.name) else {
                    if reportMissingBody(header, of: node) { continue }
                    let hint =
                        ScenarioHeading.names.contains(header.name)
                        ? "`\(header.name):` belongs in the first node." : Self.didYouMean(header.name, allowed)
                    report(
                        .header, "There is no header `\(header.name)`.", at: header.nameSpan,
                        expected: "one of " + allowed.joined(separator: ", "), hint: hint)
                    continue
                }
                check(header, of: node, titles: titles)
            }
            if node.header("ending") != nil { hasEnding = true }
        }
        if !hasEnding {
            report(
                .noEnding, "No node of this scenario is an ending.", at: first.titleSpan,
                expected: "`ending:` with an id, and `outcome:`, in the headers of a node")
        }
    }

    /// A line where only headers can stand is said once a node.
    /// - Returns: whether it is one.
    private mutating func reportMissingBody(_ header: Header, of node: NodeSyntax) -> Bool {
        guard node.body.isEmpty, heading.isCast(header.name) || Self.reservedSpeakers.contains(header.name) else {
            return false
        }
        if unbegun.insert(node.title).inserted {
            report(
                .header, "`\(header.name):` is no header: the body has not begun.", at: header.nameSpan,
                expected: "a line `---` above it")
        }
        return true
    }

    private mutating func check(_ header: Header, of node: NodeSyntax, titles: Set<String>) {
        switch header.name {
        case "channels":
            for name in ScenarioHeading.list(header.value) where Channel(rawValue: name) == nil {
                wrong(
                    header, "There is no channel `\(name)`.", "chat, voice, email or social",
                    Self.didYouMean(name, Channel.allCases.map(\.rawValue)))
            }
        case "customer":
            guard !heading.isCast(header.value), !header.value.isEmpty else { return }
            wrong(
                header, "The customer `\(header.value)` is not of the cast.", "a short name from `cast:`",
                Self.didYouMean(header.value, heading.cast.map(\.short)))
        case "skills":
            for skill in ScenarioHeading.list(header.value) where vocabulary.skills[skill] == nil {
                wrong(
                    header, "There is no skill `\(skill)`.", "a skill of the vocabulary",
                    Self.didYouMean(skill, vocabulary.skills.keys))
            }
        case "difficulty":
            let names = ScenarioHeading.Difficulty.allCases.map(\.rawValue)
            guard !names.contains(header.value) else { return }
            wrong(
                header, "There is no difficulty `\(header.value)`.", names.joined(separator: ", "),
                Self.didYouMean(header.value, names))
        case "minutes":
            guard Int(header.value).map({ (1...120).contains($0) }) != true else { return }
            wrong(header, "`\(header.value)` is no number of minutes.", "a whole number from 1 to 120")
        case "channel":
            guard Channel(rawValue: header.value) == nil else { return }
            wrong(
                header, "There is no channel `\(header.value)`.", "chat, voice, email or social",
                Self.didYouMean(header.value, Channel.allCases.map(\.rawValue)))
        case "trust", "heat", "effort":
            guard ScenarioHeading.measure(header.value) == nil else { return }
            wrong(header, "`\(header.value)` is no \(header.name).", "a whole number from 0 to 100")
        case "opens":
            guard ScenarioHeading.timeOfDay(header.value) == nil else { return }
            wrong(header, "`\(header.value)` is no time of day.", "hours and minutes, as in 10:02")
        case "audience_pace":
            guard ScenarioHeading.pace(header.value) == nil else { return }
            wrong(
                header, "`\(header.value)` is no pace of an audience.",
                "likes in a silent minute, a whole number from 0 to \(Crowd.fastestPace)")
        case "outcome":
            let names = Outcome.allCases.map(\.rawValue)
            guard !names.contains(header.value) else { return }
            wrong(
                header, "There is no outcome `\(header.value)`.", names.joined(separator: ", "),
                Self.didYouMean(header.value, names))
        case "ending":
            guard node.header("outcome") == nil else { return }
            wrong(header, "This ending does not say how it is for the customer.", "`outcome:` kept, strained or lost")
        case "easy", "typed", "care":
            guard header.value != "yes", header.value != "no" else { return }
            wrong(header, "`\(header.value)` is neither yes nor no.", "yes or no")
        case "step_back", "unclear":
            guard !titles.contains(header.value) else { return }
            report(
                .nodeMissing, "There is no node `\(header.value)`.", at: header.span, expected: "the title of a node",
                hint: Self.didYouMean(header.value, titles))
        default: break
        }
    }

    private mutating func wrong(_ header: Header, _ message: String, _ expected: String, _ hint: String? = nil) {
        report(.headerValue, message, at: header.span, expected: expected, hint: hint)
    }
}
