import Yarn

/// Reads a map off the source.
struct MapReader {
    let trees: [SyntaxTree]
    let files: [SourceFile]
    var nodes: [ScenarioMap.Node] = []
    var edges: [ScenarioMap.Edge] = []
    /// The texts that are put into each variable somewhere.
    private var texts: [String: [String]] = [:]
    private var titles: Set<String> = []

    init(trees: [SyntaxTree], files: [SourceFile]) {
        self.trees = trees
        self.files = files
    }

    /// Where a statement stands: below which option, under which conditions.
    private struct Place {
        var way = ScenarioMap.Way.jump
        var label = ""
        var conditions: [String] = []
    }

    mutating func read() {
        let all = trees.flatMap(\.nodes).filter { !$0.title.isEmpty }
        titles = Set(all.map(\.title))
        collectTexts()
        let groups = Dictionary(grouping: all, by: \.title)
        var seen: Set<String> = []
        for node in all {
            let members = groups[node.title] ?? []
            guard members.count > 1 || !node.whens.isEmpty else {
                add(node, named: node.title)
                continue
            }
            guard seen.insert(node.title).inserted else { continue }
            nodes.append(ScenarioMap.Node(name: node.title, title: node.title, isGroup: true, span: node.titleSpan))
            for (index, member) in members.enumerated() { addMember(member, at: index) }
        }
        if let first = all.first, let target = first.header("step_back")?.value, titles.contains(target) {
            edges.append(
                ScenarioMap.Edge(from: first.title, to: target, way: .stepBack, label: "step back, at any moment"))
        }
    }

    private mutating func addMember(_ member: NodeSyntax, at index: Int) {
        let tail = member.header("subtitle")?.value ?? String(index + 1)
        let name = "\(member.title).\(tail)"
        let whens = member.headers.filter { $0.name == "when" }.map(\.value)
        let condition = whens.map { "when \($0)" }.joined(separator: ", ")
        edges.append(
            ScenarioMap.Edge(
                from: member.title, to: name, way: .member, label: "",
                condition: condition.isEmpty ? nil : condition))
        add(member, named: name)
        nodes[nodes.count - 1].condition = condition.isEmpty ? nil : condition
    }

    private mutating func add(_ node: NodeSyntax, named name: String) {
        nodes.append(
            ScenarioMap.Node(
                name: name, title: node.title, moment: node.header("moment")?.value,
                ending: node.header("ending")?.value,
                outcome: node.header("outcome").flatMap { Outcome(rawValue: $0.value) }, span: node.titleSpan))
        walk(node.body, from: name, Place())
        let isFirst = nodes.count == 1
        if !isFirst, let target = node.header("step_back")?.value, titles.contains(target) {
            edges.append(ScenarioMap.Edge(from: name, to: target, way: .stepBack, label: "step back"))
        }
    }

    // MARK: Statements

    private mutating func walk(_ statements: [Statement], from name: String, _ place: Place) {
        for statement in statements {
            switch statement {
            case .jump(let jump): go(jump, from: name, place, isDetour: false)
            case .detour(let jump): go(jump, from: name, place, isDetour: true)
            case .command(let command):
                let words = command.words.map(\.text)
                guard words.count == 4, words[0] == "thread", words[1] == "open", titles.contains(words[3]) else {
                    break
                }
                edges.append(
                    ScenarioMap.Edge(
                        from: name, to: words[3], way: .detour, label: "opens the conversation \(words[2])",
                        condition: place.conditions.isEmpty ? nil : place.conditions.joined(separator: ", "),
                        isDetour: true))
            case .options(let group):
                for item in group.items { walk(item.body, from: name, within(item, place)) }
            case .lineGroup(let group):
                for item in group.items { walk(item.body, from: name, conditioned(item.line.condition, place)) }
            case .if(let syntax):
                for branch in syntax.branches {
                    var inner = place
                    inner.conditions.append(branch.condition.map { "if \(source(of: $0.span))" } ?? "otherwise")
                    walk(branch.body, from: name, inner)
                }
            case .once(let once):
                var inner = place
                inner.conditions.append("once")
                if let condition = once.condition { inner.conditions.append("if \(source(of: condition.span))") }
                walk(once.body, from: name, inner)
                walk(once.otherwise ?? [], from: name, place)
            default: break
            }
        }
    }

    private func within(_ item: OptionGroup.Item, _ place: Place) -> Place {
        var inner = conditioned(item.line.condition, place)
        inner.way =
            switch OptionTags(item.line.hashtags.map(\.text)).role {
            case .say: .option
            case .pause: .pause
            case .timeout: .timeout
            }
        inner.label = source(of: item.line)
        return inner
    }

    private func conditioned(_ condition: LineSyntax.Condition?, _ place: Place) -> Place {
        guard let condition else { return place }
        var inner = place
        if condition.isOnce { inner.conditions.append("once") }
        if let expression = condition.expression { inner.conditions.append("if \(source(of: expression.span))") }
        return inner
    }

    private mutating func go(_ jump: JumpSyntax, from name: String, _ place: Place, isDetour: Bool) {
        var way = place.way
        if isDetour, way == .jump { way = .detour }
        func edge(to target: String?, label: String) -> ScenarioMap.Edge {
            ScenarioMap.Edge(
                from: name, to: target, way: way, label: label,
                condition: place.conditions.isEmpty ? nil : place.conditions.joined(separator: ", "),
                isDetour: isDetour)
        }
        switch jump.target {
        case .node(let title): edges.append(edge(to: titles.contains(title) ? title : nil, label: place.label))
        case .expression(let expression):
            let written = source(of: expression.span)
            var targets: [String] = []
            if case .variable(let variable) = expression.kind { targets = texts[variable] ?? [] }
            for target in targets { edges.append(edge(to: target, label: place.label)) }
            if targets.isEmpty {
                edges.append(edge(to: nil, label: place.label.isEmpty ? written : "\(place.label) \(written)"))
            }
        }
    }

    /// Every title that is put into a variable, so that `<<jump {$next}>>` leads somewhere on the map.
    private mutating func collectTexts() {
        func note(_ variable: String, _ value: Expression) {
            value.walk { part in
                guard case .string(let text) = part.kind, titles.contains(text),
                    texts[variable]?.contains(text) != true
                else { return }
                texts[variable, default: []].append(text)
            }
        }
        for tree in trees {
            tree.walk { statement, _ in
                switch statement {
                case .set(let set): note(set.variable, set.value)
                case .declare(let declare): note(declare.variable, declare.value)
                default: break
                }
            }
        }
    }

    // MARK: Source

    /// The words of an option with its interpolations as written.
    private func source(of line: LineSyntax) -> String {
        line.parts.map { part in
            switch part {
            case .text(let text, _): text
            case .expression(let expression): "{\(source(of: expression.span))}"
            }
        }.joined()
    }

    /// A stretch of one line, as written.
    private func source(of span: SourceSpan) -> String {
        guard let file = files.first(where: { $0.name == span.file }) else { return "" }
        let isBreak = { (character: Character) in character.isNewline }
        let lines = file.text.split(omittingEmptySubsequences: false, whereSeparator: isBreak)
        guard lines.indices.contains(span.start.line - 1) else { return "" }
        let line = lines[span.start.line - 1].dropFirst(span.start.column - 1)
        guard span.end.line == span.start.line else { return String(line) }
        return String(line.prefix(max(0, span.end.column - span.start.column)))
    }
}
