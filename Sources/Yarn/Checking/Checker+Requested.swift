/// Checks that are made only when they are asked for: what they find may be meant.
public struct RequestedChecks: OptionSet, Hashable, Sendable {
    /// One bit for each check.
    public let rawValue: Int

    /// A set of checks by its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// YS0008: statements that nothing leads to, behind a jump, return or stop.
    public static let unreachableCode = RequestedChecks(rawValue: 1)
    /// YS0009: nodes that no jump, detour or text names.
    public static let unreachedNodes = RequestedChecks(rawValue: 2)
}

extension Checker {
    /// The first statement of each list that can never be reached, with all behind it.
    mutating func checkUnreachableCode() {
        for node in trees.flatMap(\.nodes) {
            checkUnreachableCode(in: node.body)
            node.walk { statement in
                for body in statement.bodies { checkUnreachableCode(in: body) }
            }
        }
    }

    private mutating func checkUnreachableCode(in statements: [Statement]) {
        guard let end = statements.firstIndex(where: \.isFinal) else { return }
        let rest = statements[(end + 1)...].filter { !$0.isDeclaration }
        guard let first = rest.first, let last = rest.last else { return }
        let word =
            switch statements[end] {
            case .jump: "`<<jump>>`"
            case .return: "`<<return>>`"
            case .stop: "`<<stop>>`"
            default: "what stands above"
            }
        report(
            .unreachableCode, "Nothing leads here: \(word) has left the node.", at: first.span.joined(to: last.span),
            hint: "Remove it, or move it in front of line \(statements[end].span.start.line).")
    }

    /// Nodes whose names stand in no jump, no detour and no text of an expression.
    mutating func checkUnreachedNodes() {
        let nodes = trees.flatMap(\.nodes).filter { !$0.title.isEmpty }
        var named: Set<String> = [nodes.contains { $0.title == "Start" } ? "Start" : nodes.first?.title ?? ""]
        for node in nodes {
            for when in node.whens { when.condition?.walk { named.formUnion($0.names) } }
            node.walk { statement in
                if case .jump(let jump) = statement, case .node(let name) = jump.target { named.insert(name) }
                if case .detour(let jump) = statement, case .node(let name) = jump.target { named.insert(name) }
                statement.eachExpression { $0.walk { named.formUnion($0.names) } }
            }
        }
        var reported: Set<String> = []
        for node in nodes where !named.contains(node.title) && reported.insert(node.title).inserted {
            report(
                .unreachedNode, "Nothing leads to the node `\(node.title)`.", at: node.titleSpan,
                hint: "Write `<<jump \(node.title)>>` somewhere, or remove the node.")
        }
    }
}

extension Expression {
    /// What a text literal may name: a node, or the group of a member.
    fileprivate var names: [String] {
        guard case .string(let text) = kind else { return [] }
        return [text, String(text.prefix { $0 != "." })]
    }
}

extension Statement {
    /// True when nothing behind it in its list is ever reached.
    fileprivate var isFinal: Bool {
        switch self {
        case .jump, .return, .stop: true
        case .if(let syntax):
            syntax.branches.last?.condition == nil && syntax.branches.allSatisfy { $0.body.contains(where: \.isFinal) }
        default: false
        }
    }

    fileprivate var isDeclaration: Bool {
        switch self {
        case .declare, .enum: true
        default: false
        }
    }

    /// Visits the expressions of this statement, not of those inside it.
    func eachExpression(_ visit: (Expression) -> Void) {
        func visitParts(_ parts: [TextPart]) {
            for case .expression(let expression) in parts { visit(expression) }
        }
        func visitLine(_ line: LineSyntax) {
            visitParts(line.parts)
            if let condition = line.condition?.expression { visit(condition) }
        }
        switch self {
        case .line(let line): visitLine(line)
        case .options(let group), .lineGroup(let group): for item in group.items { visitLine(item.line) }
        case .if(let syntax): for branch in syntax.branches { if let condition = branch.condition { visit(condition) } }
        case .once(let syntax): if let condition = syntax.condition { visit(condition) }
        case .set(let syntax): visit(syntax.value)
        case .declare(let syntax): visit(syntax.value)
        case .jump(let syntax), .detour(let syntax): if case .expression(let name) = syntax.target { visit(name) }
        case .call(let expression, _): visit(expression)
        case .command(let command): visitParts(command.parts)
        case .enum, .return, .stop: break
        }
    }
}
