import Yarn

/// Makes a ``WalkProgram`` from checked trees. It is used only when there is no error, so nothing is reported here.
struct WalkWriter {
    var program = WalkProgram()
    let real: Program
    var factSlots: [String: Int] = [:]
    var promiseSlots: [String: Int] = [:]
    /// What smart variables compute.
    var smart: [String: Expression] = [:]
    /// Raw values of enum cases by `Enum.Case`, and by `.Case` where only one enum has it.
    var cases: [String: Value] = [:]
    /// The conditions of node groups: whether any member may run.
    var eligibility: [String: [WalkExpression]] = [:]
    /// Some command moves the conversation to a channel that is only known when it is played.
    private(set) var hasOpenChannel = false
    private var node = 0
    private var place: SourceSpan

    static func write(_ trees: [SyntaxTree], program real: Program, heading: ScenarioHeading) -> WalkProgram {
        let origin = SourcePosition(line: 1, column: 1)
        let place = SourceSpan(file: trees.first?.file ?? "", start: origin, end: origin)
        var writer = WalkWriter(real: real, place: place)
        writer.program.trust = heading.trust
        writer.program.heat = heading.heat
        writer.program.effort = heading.effort
        writer.program.stepBack = heading.stepBack
        writer.declare(trees)
        writer.writeNodes(trees.flatMap(\.nodes).filter { !$0.body.isEmpty && !$0.title.isEmpty })
        writer.openThreads(trees, heading: heading)
        WalkThreads.share(in: &writer.program)
        writer.program.live = WalkLiveness.compute(writer.program)
        return writer.program
    }

    private init(real: Program, place: SourceSpan) {
        self.real = real
        self.place = place
    }

    // MARK: Names

    private mutating func declare(_ trees: [SyntaxTree]) {
        for variable in real.variables where !variable.isSmart {
            factSlots[variable.name] = newFact(variable.name, .known(variable.initial))
        }
        var counts: [String: Int] = [:]
        for tree in trees {
            tree.walk { statement, _ in
                switch statement {
                case .command(let command) where command.name == "channel":
                    hasOpenChannel = hasOpenChannel || command.words.contains(where: \.isInterpolated)
                case .declare(let declare) where declare.isSmart: smart[declare.variable] = declare.value
                case .enum(let syntax):
                    for (index, item) in syntax.cases.enumerated() {
                        let value: Value =
                            switch item.rawValue?.kind {
                            case .number(let number)?: .number(number)
                            case .string(let text)?: .string(text)
                            default: .number(Float(index))
                            }
                        cases["\(syntax.name).\(item.name)"] = value
                        counts[item.name, default: 0] += 1
                        cases[".\(item.name)"] = counts[item.name] == 1 ? value : nil
                    }
                default: break
                }
            }
        }
    }

    private mutating func openThreads(_ trees: [SyntaxTree], heading: ScenarioHeading) {
        let syntaxes = Dictionary(
            trees.flatMap(\.nodes).map { ($0.title, $0) }, uniquingKeysWith: { first, _ in first })
        for case .command(.thread(.open(let name, let node))) in program.steps {
            guard let slot = program.nodeSlots[node], !program.threads.contains(where: { $0.name == name }) else {
                continue
            }
            func measure(_ header: String) -> Int? {
                syntaxes[node]?.header(header).flatMap { ScenarioHeading.measure($0.value) }
            }
            program.threads.append(
                WalkThreads.Root(
                    name: name, node: slot, trust: measure("trust") ?? heading.trust,
                    heat: measure("heat") ?? heading.heat, effort: measure("effort") ?? heading.effort,
                    channel: syntaxes[node]?.header("channel").flatMap { Channel(rawValue: $0.value) } ?? .chat,
                    stepBack: syntaxes[node]?.header("step_back")?.value))
        }
    }

    mutating func newFact(_ name: String, _ value: WalkState.Fact) -> Int {
        program.facts.append(value)
        program.factNames.append(name)
        return program.facts.count - 1
    }

    mutating func promise(_ id: String) -> Int {
        if let slot = promiseSlots[id] { return slot }
        promiseSlots[id] = program.promises.count
        program.promises.append(id)
        return program.promises.count - 1
    }

    // MARK: Steps

    var here: Int { program.steps.count }

    mutating func emit(_ step: WalkProgram.Step) {
        program.steps.append(step)
        program.owners.append(node)
        program.spans.append(place)
    }

    /// Room for a step whose target is not known yet.
    private mutating func reserve() -> Int {
        emit(.join)
        return here - 1
    }

    private mutating func site(
        _ kind: WalkProgram.Site.Kind, _ span: SourceSpan, parent: Int?, previous: Int? = nil
    ) -> Int {
        program.sites.append(
            WalkProgram.Site(kind: kind, span: span, step: here, parent: parent, previous: previous))
        return program.sites.count - 1
    }

    // MARK: Nodes

    private mutating func writeNodes(_ syntaxes: [NodeSyntax]) {
        var members: [String: [Int]] = [:]
        var groups: [String] = []
        for (slot, syntax) in syntaxes.enumerated() {
            var name = syntax.title
            if !syntax.whens.isEmpty {
                if members[name] == nil { groups.append(name) }
                members[name, default: []].append(slot)
                name += "." + (syntax.header("subtitle")?.value ?? "\(members[name]?.count ?? 1)")
            }
            var entry = WalkProgram.Node(
                name: name, title: syntax.title, isHub: false,
                isTracked: syntax.header("tracking")?.value != "never", span: syntax.titleSpan)
            entry.stepBack = syntax.header("step_back")?.value
            entry.unclear = syntax.header("unclear")?.value
            entry.isEasy = syntax.header("easy")?.value == "yes"
            entry.isCurveball = syntax.header("curveball") != nil
            if let ending = syntax.header("ending")?.value {
                entry.ending = program.endings.firstIndex(of: ending) ?? program.endings.count
                if entry.ending == program.endings.count { program.endings.append(ending) }
            }
            add(entry)
        }
        for title in groups {
            let slots = members[title] ?? []
            add(
                WalkProgram.Node(
                    name: title, title: title, isHub: true,
                    isTracked: slots.contains { program.nodes[$0].isTracked }, span: program.nodes[slots[0]].span))
        }
        for (index, title) in groups.enumerated() {
            writeHub(syntaxes.count + index, (members[title] ?? []).map { ($0, syntaxes[$0]) })
        }
        for (slot, syntax) in syntaxes.enumerated() {
            node = slot
            place = syntax.titleSpan
            program.nodes[slot].entry = here
            let site = site(.node(slot), syntax.titleSpan, parent: nil)
            write(syntax.body, in: site)
            place = SourceSpan(file: syntax.span.file, start: syntax.span.end, end: syntax.span.end)
            emit(.leave)
        }
    }

    private mutating func add(_ node: WalkProgram.Node) {
        program.nodeSlots[node.name] = program.nodes.count
        program.nodes.append(node)
    }

    /// Chooses the first member that may run, as the engine's strategy does.
    private mutating func writeHub(_ hub: Int, _ members: [(slot: Int, syntax: NodeSyntax)]) {
        node = hub
        program.nodes[hub].entry = here
        for (slot, syntax) in members {
            place = syntax.titleSpan
            let flag = syntax.whens.contains(where: \.isOnce) ? newFact("once \(here)", .known(.bool(false))) : nil
            var condition = flag.map { WalkExpression.fact($0).negated } ?? .value(.bool(true))
            for when in syntax.whens { condition = condition.and(when.condition.map { read($0) }) }
            eligibility[program.nodes[hub].name, default: []].append(condition)
            let skip = reserve()
            if let flag { emit(.mark(fact: flag)) }
            emit(.detour(node: slot))
            emit(.leave)
            program.steps[skip] = .branch(condition, ifFalse: here)
        }
        emit(.leave)
    }

    // MARK: Statements

    private mutating func write(_ statements: [Statement], in parent: Int) {
        var previous: Int?
        for statement in statements {
            if case .declare = statement { continue }
            if case .enum = statement { continue }
            place = statement.span
            let site = site(.statement, statement.span, parent: parent, previous: previous)
            write(statement, site)
            previous = site
        }
    }

    private mutating func write(_ statement: Statement, _ site: Int) {
        switch statement {
        case .line(let line): writeLine(line, site)
        case .options(let group): writeOptions(group, site)
        case .lineGroup(let group):
            writeAlternatives(
                group.items.map { item in
                    let (condition, flag) = condition(item.line)
                    return (condition, flag, .item, item.line.textSpan, item.line, item.body)
                }, site)
        case .if(let syntax):
            writeAlternatives(
                syntax.branches.map { branch in
                    (
                        branch.condition.map { read($0) }, nil, branch.condition == nil ? .otherwise : .branch,
                        branch.span, nil, branch.body
                    )
                }, site)
        case .once(let syntax):
            let flag = newFact("once \(here)", .known(.bool(false)))
            let condition = WalkExpression.fact(flag).negated.and(syntax.condition.map { read($0) })
            var alternatives: [Alternative] = [(condition, flag, .branch, syntax.span, nil, syntax.body)]
            if let otherwise = syntax.otherwise {
                alternatives.append((nil, nil, .otherwise, syntax.span, nil, otherwise))
            }
            writeAlternatives(alternatives, site)
        case .set(let set): writeSet(set)
        case .jump(let jump):
            place = jump.span
            switch jump.target {
            case .node(let name): emit(.jump(node: program.nodeSlots[name] ?? 0))
            case .expression(let expression): emit(.jumpBy(read(expression)))
            }
        case .detour(let jump):
            switch jump.target {
            case .node(let name): emit(.detour(node: program.nodeSlots[name] ?? 0))
            case .expression(let expression): emit(.detourBy(read(expression)))
            }
        case .return: emit(.leave)
        case .stop: emit(.stop)
        case .command(let command): writeCommand(command)
        case .call, .declare, .enum: emit(.join)
        }
    }

    private typealias Alternative = (
        condition: WalkExpression?, flag: Int?, kind: WalkProgram.Site.Kind, span: SourceSpan, line: LineSyntax?,
        body: [Statement]
    )

    /// One of several bodies, the first whose condition holds.
    private mutating func writeAlternatives(_ alternatives: [Alternative], _ parent: Int) {
        var exits: [Int] = []
        for alternative in alternatives {
            place = alternative.span
            let skip = alternative.condition == nil ? nil : reserve()
            let site = site(alternative.kind, alternative.span, parent: parent)
            if let flag = alternative.flag { emit(.mark(fact: flag)) }
            if let line = alternative.line { emit(line) }
            write(alternative.body, in: site)
            exits.append(reserve())
            if let skip, let condition = alternative.condition {
                program.steps[skip] = .branch(condition, ifFalse: here)
            }
        }
        for exit in exits { program.steps[exit] = .goTo(here) }
        emit(.join)
    }

    private mutating func emit(_ line: LineSyntax) {
        program.lines.append(line)
        emit(.line(program.lines.count - 1))
    }

    /// When a line is said, and the flag that remembers it.
    private mutating func condition(_ line: LineSyntax) -> (WalkExpression?, Int?) {
        guard let condition = line.condition else { return (nil, nil) }
        let rest = condition.expression.map { read($0) }
        guard condition.isOnce else { return (rest, nil) }
        let flag = newFact("once \(here)", .known(.bool(false)))
        return (WalkExpression.fact(flag).negated.and(rest), flag)
    }

    private mutating func writeLine(_ line: LineSyntax, _ parent: Int) {
        let (condition, flag) = condition(line)
        guard let condition else { return emit(line) }
        let skip = reserve()
        _ = site(.conditionalLine, line.textSpan, parent: parent)
        if let flag { emit(.mark(fact: flag)) }
        emit(line)
        program.steps[skip] = .branch(condition, ifFalse: here)
        emit(.join)
    }

    private mutating func writeOptions(_ syntax: OptionGroup, _ parent: Int) {
        let group = program.groups.count
        program.groups.append(
            WalkProgram.Group(choices: [], otherwise: 0, node: node, span: syntax.span, syntax: syntax))
        emit(.offer(group: group))
        var exits: [Int] = []
        for (index, item) in syntax.items.enumerated() {
            place = item.line.span
            let (condition, flag) = condition(item.line)
            let site = site(.option(group: group, index: index), item.line.textSpan, parent: parent)
            program.groups[group].choices.append(
                WalkProgram.Choice(
                    line: item.line, tags: OptionTags(item.line.hashtags.map(\.text)), condition: condition,
                    target: here))
            if let flag { emit(.mark(fact: flag)) }
            write(item.body, in: site)
            exits.append(reserve())
        }
        program.groups[group].otherwise = here
        for exit in exits { program.steps[exit] = .goTo(here) }
        emit(.join)
    }

    private mutating func writeSet(_ set: SetSyntax) {
        guard let fact = factSlots[set.variable] else { return emit(.join) }
        let value = read(set.value)
        emit(.set(fact: fact, set.operation.map { .binary($0, .fact(fact), value) } ?? value))
    }

    private mutating func writeCommand(_ syntax: CommandSyntax) {
        let words = syntax.words
        guard let name = words.first else { return emit(.join) }
        if words.contains(where: \.isInterpolated) { return emit(.openCommand(name.text)) }
        guard let command = try? ScenarioCommand(name: name.text, arguments: words.dropFirst().map(\.text)) else {
            return emit(.join)
        }
        switch command {
        case .promise(let id, _), .keep(let id), .renegotiate(let id, _): _ = promise(id)
        case .curveball(let nodes): return writeCurveball(nodes)
        default: break
        }
        emit(.command(command))
    }

    /// One of these strikes, or none does; and each once.
    private mutating func writeCurveball(_ named: [String]) {
        let here = node
        let possible = program.nodes.indices.filter {
            let other = program.nodes[$0]
            return other.isCurveball && (named.isEmpty || named.contains(other.name))
        }
        var exits: [Int] = []
        emit(.join)
        // Nothing strikes in the middle of a curveball.
        guard !program.nodes[here].isCurveball else { return }
        for slot in possible {
            let name = "struck \(program.nodes[slot].name)"
            let flag = factSlots[name] ?? newFact(name, .known(.bool(false)))
            factSlots[name] = flag
            let skip = reserve()
            emit(.mark(fact: flag))
            emit(.detour(node: slot))
            exits.append(reserve())
            program.steps[skip] = .branch(
                .binary(.and, WalkExpression.fact(flag).negated, .unknown), ifFalse: self.here)
        }
        for exit in exits { program.steps[exit] = .goTo(self.here) }
        emit(.join)
    }
}
