/// Turns checked trees into a program: one flat list of instructions, every name resolved to a slot.
///
/// It is used only when the checker found no error, so nothing is reported here.
struct CodeWriter {
    var program = Program()
    let caseValues: [SourceSpan: Value]
    /// Where the instructions being written come from.
    var place: SourceSpan
    private var usedLineIDs: Set<String> = []
    private var hostSlots: [String: Int] = [:]
    /// The node being written, and how many lines it has so far.
    private var nodeName = ""
    private var lineCount = 0
    /// Whether a line right before options gets the tag `lastline` here.
    var marksLastLines = true

    private struct Member {
        var slot: Int
        var syntax: NodeSyntax
    }

    static func write(_ checker: Checker) -> Program {
        let origin = SourcePosition(line: 1, column: 1)
        let place = SourceSpan(file: checker.trees.first?.file ?? "", start: origin, end: origin)
        var writer = CodeWriter(program: Program(), caseValues: checker.caseValues, place: place)
        writer.declareVariables(checker)
        writer.program.symbols = checker.symbols
        writer.program.plurals = checker.plurals
        for node in checker.trees.flatMap(\.nodes) {
            node.walk { writer.noteLineIDs($0) }
        }
        writer.writeNodes(checker.trees.flatMap(\.nodes).filter { !$0.body.isEmpty && !$0.title.isEmpty })
        writer.writeSmartVariables(checker)
        return writer.program
    }

    init(program: Program, caseValues: [SourceSpan: Value], place: SourceSpan) {
        self.program = program
        self.caseValues = caseValues
        self.place = place
        for (slot, name) in program.hostFunctions.enumerated() { hostSlots[name] = slot }
    }

    // MARK: code

    var here: Int { program.instructions.count }

    mutating func emit(_ instruction: Instruction) {
        program.instructions.append(instruction)
        program.spans.append(place)
    }

    /// Puts a value that is known now on the stack.
    mutating func push(_ value: Value) {
        switch value {
        case .number(let number): emit(.pushNumber(number))
        case .bool(let truth): emit(.pushBool(truth))
        case .string(let text):
            program.texts.append(text)
            emit(.pushText(program.texts.count - 1))
        }
    }

    /// Room for a jump whose target is not known yet.
    mutating func reserve() -> Int {
        emit(.pop)
        return here - 1
    }

    mutating func fill(_ index: Int, _ instruction: Instruction) {
        program.instructions[index] = instruction
    }

    mutating func hostSlot(_ name: String) -> Int {
        if let slot = hostSlots[name] { return slot }
        hostSlots[name] = program.hostFunctions.count
        program.hostFunctions.append(name)
        return program.hostFunctions.count - 1
    }

    mutating func newOnceFlag() -> Int {
        program.onceCount += 1
        return program.onceCount - 1
    }

    mutating func newView() -> Int {
        program.viewCount += 1
        return program.viewCount - 1
    }

    // MARK: variables

    private mutating func declareVariables(_ checker: Checker) {
        var solver = checker.solver
        for (slot, variable) in checker.variables.enumerated() {
            let type = solver.type(of: variable.term) ?? .string
            var initial = checker.symbols.defaultValue(of: type)
            let isSmart = variable.declaration?.isSmart ?? false
            if let declaration = variable.declaration, !isSmart, let literal = checker.literal(declaration.value) {
                initial = literal
            }
            program.variables.append(
                Program.Variable(
                    name: variable.name, type: type, initial: initial, isSmart: isSmart,
                    isDeclared: variable.declaration != nil, span: variable.span))
            program.variableSlots[variable.name] = slot
        }
    }

    private mutating func writeSmartVariables(_ checker: Checker) {
        for (slot, variable) in checker.variables.enumerated() {
            guard let declaration = variable.declaration, declaration.isSmart else { continue }
            program.variables[slot].entry = here
            place = declaration.span
            write(declaration.value)
            emit(.endComputation)
        }
    }

    // MARK: nodes

    private mutating func writeNodes(_ nodes: [NodeSyntax]) {
        var members: [String: [Member]] = [:]
        var groups: [String] = []
        for syntax in nodes {
            var name = syntax.title
            if !syntax.whens.isEmpty {
                if members[name] == nil { groups.append(name) }
                members[name, default: []].append(Member(slot: program.nodes.count, syntax: syntax))
                name += "." + (syntax.header("subtitle")?.value ?? "\(members[name]?.count ?? 1)")
            }
            add(
                Program.Node(
                    name: name, title: syntax.title, headers: syntax.headers,
                    isTracked: syntax.header("tracking")?.value != "never", isHub: false, span: syntax.titleSpan))
        }
        for title in groups {
            let list = members[title] ?? []
            add(
                Program.Node(
                    name: title, title: title, headers: [],
                    isTracked: list.contains { program.nodes[$0.slot].isTracked },
                    isHub: true, span: list.first?.syntax.titleSpan ?? place))
        }
        for (slot, syntax) in nodes.enumerated() {
            nodeName = program.nodes[slot].name
            lineCount = 0
            program.nodes[slot].entry = here
            place = syntax.titleSpan
            write(syntax.body)
            place = SourceSpan(file: syntax.span.file, start: syntax.span.end, end: syntax.span.end)
            emit(.leave)
        }
        for (index, title) in groups.enumerated() { writeHub(nodes.count + index, members[title] ?? []) }
    }

    private mutating func add(_ node: Program.Node) {
        program.nodeSlots[node.name] = program.nodes.count
        program.nodes.append(node)
    }

    /// The code that chooses a member of a node group, and the code that asks whether any may run.
    private mutating func writeHub(_ hub: Int, _ members: [Member]) {
        let flags = members.map { member in member.syntax.whens.contains(where: \.isOnce) ? newOnceFlag() : nil }
        program.nodes[hub].entry = here
        var candidates: [(index: Int, view: Int)] = []
        for (member, flag) in zip(members, flags) {
            write(member.syntax.whens, flag)
            candidates.append((reserve(), newView()))
        }
        emit(.selectCandidate)
        emit(.leave)
        for (index, member) in members.enumerated() {
            let complexity = member.syntax.whens.reduce(0) { $0 + $1.complexity }
            fill(
                candidates[index].index,
                .addCandidate(view: candidates[index].view, complexity: complexity, target: here))
            if let flag = flags[index] { emit(.markSeen(flag: flag)) }
            emit(.detour(node: member.slot))
            emit(.leave)
        }
        program.nodes[hub].query = here
        for (member, flag) in zip(members, flags) {
            write(member.syntax.whens, flag)
            let skip = reserve()
            emit(.pushBool(true))
            emit(.endComputation)
            fill(skip, .goToIfFalse(here))
        }
        emit(.pushBool(false))
        emit(.endComputation)
    }

    private mutating func write(_ whens: [WhenSyntax], _ flag: Int?) {
        if let flag { emit(.isUnseen(flag: flag)) } else { emit(.pushBool(true)) }
        for when in whens {
            guard let condition = when.condition else { continue }
            place = when.span
            write(condition)
            emit(.binary(.and))
        }
    }

    // MARK: lines

    private mutating func noteLineIDs(_ statement: Statement) {
        switch statement {
        case .line(let line): if let id = line.lineID { usedLineIDs.insert(id) }
        case .options(let group), .lineGroup(let group):
            for item in group.items { if let id = item.line.lineID { usedLineIDs.insert(id) } }
        default: break
        }
    }

    /// Enters a line in the table; without an id it gets one that is unique, but changes when lines move.
    mutating func add(_ line: LineSyntax, _ kind: Program.LineKind, isLast: Bool) -> Int {
        var id = line.lineID ?? ""
        while id.isEmpty || (line.lineID == nil && usedLineIDs.contains(id)) {
            lineCount += 1
            id = "line:\(line.shadowedID == nil ? "" : "sh_")\(nodeName)-\(lineCount)"
        }
        usedLineIDs.insert(id)
        var tags = line.hashtags.map(\.text)
        if isLast { tags.append("lastline") }
        program.lineSlots[id] = program.lines.count
        program.lines.append(
            Program.Line(
                id: id, isImplicit: line.lineID == nil, template: line.template, shadows: line.shadowedID,
                node: nodeName, span: line.span, tags: tags, kind: kind, pieces: TextPart.pieces(of: line.parts),
                plurals: program.plurals))
        return program.lines.count - 1
    }
}

extension WhenSyntax {
    /// How much the header asks for, to rank candidates.
    var complexity: Int {
        (isOnce ? 1 : 0) + (condition.map { 1 + $0.logicalOperators } ?? 0)
    }
}

extension LineSyntax.Condition {
    /// How much the condition asks for, to rank candidates.
    var complexity: Int {
        (isOnce ? 1 : 0) + (expression.map { 1 + $0.logicalOperators } ?? 0)
    }
}

extension Expression {
    /// How many `and`, `or` and `xor` it holds.
    var logicalOperators: Int {
        var count = 0
        walk { expression in
            if case .binary(let operation, _, _) = expression.kind, operation.precedence == 1 { count += 1 }
        }
        return count
    }
}

extension TextPart {
    /// The literal texts around the values: one more than there are values.
    static func pieces(of parts: [TextPart]) -> [String] {
        var pieces = [""]
        for part in parts {
            switch part {
            case .text(let text, _): pieces[pieces.count - 1] += text
            case .expression: pieces.append("")
            }
        }
        return pieces
    }
}

extension SymbolTable {
    /// What a variable of this type holds before anything is written.
    func defaultValue(of type: ValueType) -> Value {
        switch type {
        case .number: .number(0)
        case .string: .string("")
        case .bool: .bool(false)
        case .enumeration(let name): enums[name]?.cases.first?.value ?? .number(0)
        }
    }
}
