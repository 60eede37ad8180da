import Yarn

/// Holds a parsed scenario against the rules of the scenario language, and collects every breach.
struct ScenarioCheck {
    let trees: [SyntaxTree]
    let vocabulary: Vocabulary
    let heading: ScenarioHeading
    var found: [Diagnostic] = []
    /// The nodes whose body never began, since the line `---` is missing.
    var unbegun: Set<String> = []
    /// The ids of the promises that are made somewhere.
    var promises: Set<String> = []

    init(trees: [SyntaxTree], vocabulary: Vocabulary) {
        self.trees = trees
        self.vocabulary = vocabulary
        heading = ScenarioHeading(trees.first?.nodes.first?.headers ?? [])
    }

    /// Everything that breaks a rule, in source order, with what the language found; one error for one mistake.
    static func diagnostics(
        of trees: [SyntaxTree], vocabulary: Vocabulary, language: [Diagnostic]
    ) -> [Diagnostic] {
        var check = ScenarioCheck(trees: trees, vocabulary: vocabulary)
        check.collectPromises()
        check.checkHeaders()
        for tree in trees {
            for node in tree.nodes { check.check(node) }
        }
        return check.withoutConsequences(language + check.found)
    }

    /// Leaves out what only follows from a group of options that is torn apart, or from a body that never began.
    private func withoutConsequences(_ all: [Diagnostic]) -> [Diagnostic] {
        let emptied = Set(all.filter { $0.code == DiagnosticCode.cutOptionBody.rawValue }.map(\.span.start))
        var all = all.filter { $0.code != ScenarioRule.looseBody.rawValue || !emptied.contains($0.span.start) }
        let tears = all.filter { ["RP0901", "RP0902", ScenarioRule.looseBody.rawValue].contains($0.code) }
        guard !tears.isEmpty || !unbegun.isEmpty else { return all }
        for node in trees.flatMap(\.nodes) {
            let isInside = { (diagnostic: Diagnostic) in
                diagnostic.span.file == node.span.file && diagnostic.span.start >= node.span.start
                    && diagnostic.span.start <= node.span.end
            }
            if tears.contains(where: isInside) {
                let torn: Set<String> = Set([ScenarioRule.clock, .noCoach, .silence].map(\.rawValue))
                all.removeAll { torn.contains($0.code) && isInside($0) }
            }
            guard unbegun.contains(node.title) else { continue }
            let empty = [DiagnosticCode.syntax.rawValue, DiagnosticCode.emptyNode.rawValue]
            all.removeAll { diagnostic in
                (empty.contains(diagnostic.code) && isInside(diagnostic))
                    || (diagnostic.code == DiagnosticCode.unknownNode.rawValue
                        && diagnostic.message.contains("`\(node.title)`"))
            }
        }
        return all
    }

    mutating func report(
        _ rule: ScenarioRule, _ message: String, at span: SourceSpan, expected: String? = nil, hint: String? = nil
    ) {
        found.append(
            Diagnostic(
                code: rule.rawValue, severity: rule.severity, message: message, span: span, expected: expected,
                hint: hint))
    }

    static func didYouMean(_ word: String, _ candidates: some Sequence<String>) -> String? {
        Spelling.nearest(to: word, in: candidates.sorted()).map { "Did you mean `\($0)`?" }
    }

    // MARK: Promises

    private mutating func collectPromises() {
        var made: Set<String> = []
        for tree in trees {
            tree.walk { statement, _ in
                guard case .command(let command) = statement, command.name == "promise" else { return }
                if let id = command.arguments.first, !id.isInterpolated { made.insert(id.text) }
            }
        }
        promises = made
    }

    // MARK: Nodes

    private mutating func check(_ node: NodeSyntax) {
        found += Self.loose(node.body)
        for when in node.whens { if let condition = when.condition { check(condition) } }
        checkBody(node.body)
    }

    mutating func checkBody(_ statements: [Statement]) {
        var clock: SourceSpan?
        var endsInJump = false
        for statement in statements {
            switch statement {
            case .command(let command):
                check(command)
                if command.name == "reply_within" { clock = command.span }
            case .options(let group):
                check(group, clock: clock)
                clock = nil
            case .line(let line): check(line)
            case .lineGroup(let group):
                for item in group.items {
                    check(item.line)
                    checkBody(item.body)
                }
            case .set(let set): check(set.value)
            case .declare(let declare): check(declare.value)
            case .call(let expression, _): check(expression)
            case .if(let branches):
                for branch in branches.branches {
                    if let condition = branch.condition { check(condition) }
                    checkBody(branch.body)
                }
            case .once(let once):
                if let condition = once.condition { check(condition) }
                checkBody(once.body)
                checkBody(once.otherwise ?? [])
            case .enum, .jump, .detour, .return, .stop: break
            }
            endsInJump = if case .jump = statement { true } else { false }
        }
        // A clock may be set for the options of the node that is jumped to.
        if let clock, !endsInJump {
            report(
                .clock, "This clock has no options to run on.", at: clock,
                hint: "Write the options below it, in the same place.")
        }
    }

    private mutating func check(_ command: CommandSyntax) {
        for case .expression(let expression) in command.parts { check(expression) }
        let words = Array(command.words)
        guard let name = words.first else { return }
        let isOpen = words.contains(where: \.isInterpolated)
        do {
            let parsed = try ScenarioCommand(name: name.text, arguments: words.dropFirst().map(\.text))
            switch parsed {
            case .keep(let id), .renegotiate(let id, _):
                guard !promises.contains(id) else { break }
                report(
                    .promise, "Nobody promises `\(id)`.", at: words[1].span,
                    expected: "the id of a promise, as in <<promise \(id) 15m>>",
                    hint: Self.didYouMean(id, promises))
            case .channel(let channel) where !heading.channels.contains(channel):
                report(
                    .headerValue,
                    "The conversation moves to \(channel.rawValue), and the header `channels:` does not say so.",
                    at: words[1].span, hint: "Add \(channel.rawValue) to `channels:` in the first node.")
            case .thread(let change): check(change, words)
            case .curveball(let nodes):
                let known = trees.flatMap(\.nodes).filter { $0.header("curveball") != nil }.map(\.title)
                for (index, node) in nodes.enumerated() where !known.contains(node) && !words[index + 1].isInterpolated
                {
                    report(
                        .nodeMissing, "There is no curveball `\(node)`.", at: words[index + 1].span,
                        expected: "the title of a node with the header `curveball:`",
                        hint: Self.didYouMean(node, known))
                }
            case .hold, .mute: checkIsVoice(name.text, at: name.span, .command)
            case .audience where !heading.channels.contains(.social):
                report(
                    .noPublic, "Nobody looks on here: this scenario has no public thread.", at: command.span,
                    hint: "`<<audience>>` is for the channel social. Remove it, or add social to `channels:`.")
            default: break
            }
        } catch {
            // Arguments that are only known at run time are checked then.
            if isOpen, error.argument != nil { return }
            let index = error.argument.map { $0 + 1 } ?? 0
            let span = words.indices.contains(index) ? words[index].span : command.span
            report(.command, error.message, at: span, expected: error.expected, hint: error.hint)
        }
    }

    /// Statements that look like a part of the option above and are not.
    private static func loose(_ statements: [Statement]) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var arrow: Int?
        for statement in statements {
            if let arrow, statement.span.start.column > arrow {
                found.append(
                    ScenarioRule.looseBody.diagnostic(
                        "This is outside the option above: it is indented less than the first line of its body.",
                        at: statement.span, hint: "Indent the whole body of an option equally."))
            }
            arrow = nil
            switch statement {
            case .options(let group), .lineGroup(let group): arrow = group.items.first?.arrow.start.column
            default: break
            }
            for body in statement.bodies { found += loose(body) }
        }
        return found
    }

    // MARK: Expressions

    mutating func check(_ expression: Expression) {
        var calls: [(name: String, argument: String, span: SourceSpan)] = []
        expression.walk { part in
            if case .call(let name, let arguments) = part.kind, let first = arguments.first,
                case .string(let text) = first.kind
            {
                calls.append((name, text, first.span))
            }
        }
        for call in calls {
            switch call.name {
            case "kept", "missed":
                guard !promises.contains(call.argument) else { continue }
                report(
                    .promise, "Nobody promises `\(call.argument)`.", at: call.span,
                    hint: Self.didYouMean(call.argument, promises))
            case "said":
                guard vocabulary.move(call.argument) == nil else { continue }
                report(
                    .move, "There is no move `\(call.argument)`.", at: call.span,
                    hint: Self.didYouMean(call.argument, vocabulary.moves.map(\.id)))
            default: continue
            }
        }
    }
}
