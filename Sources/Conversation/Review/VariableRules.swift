import Yarn

/// Variables that are written and never read: whatever they remember changes nothing.
enum VariableRules {
    static func diagnostics(_ trees: [SyntaxTree]) -> [Diagnostic] {
        var written: [(name: String, span: SourceSpan)] = []
        var read: Set<String> = []
        ExpressionWalk.visit(trees) { expression, _ in
            expression.walk { if case .variable(let name) = $0.kind { read.insert(name) } }
        }
        for tree in trees {
            tree.walk { statement, _ in
                switch statement {
                case .set(let set): written.append((set.variable, set.variableSpan))
                case .declare(let declare): written.append((declare.variable, declare.variableSpan))
                default: break
                }
            }
        }
        var seen: Set<String> = []
        return written.filter { !read.contains($0.name) && seen.insert($0.name).inserted }.map { variable in
            ScenarioRule.neverRead.diagnostic(
                "`\(variable.name)` is written, and nothing ever reads it.", at: variable.span,
                hint: Spelling.nearest(to: variable.name, in: read.sorted()).map { "Did you mean `\($0)`?" }
                    ?? "Remove it, or ask about it in a condition.")
        }
    }
}

/// Every expression of a scenario, wherever it stands.
enum ExpressionWalk {
    /// Visits the outermost expressions in source order; the second argument is what `<<set>>` writes to, if it does.
    static func visit(_ trees: [SyntaxTree], _ visit: (Expression, String?) -> Void) {
        func parts(_ line: LineSyntax) {
            for case .expression(let expression) in line.parts { visit(expression, nil) }
            if let condition = line.condition?.expression { visit(condition, nil) }
        }
        for tree in trees {
            for node in tree.nodes {
                for when in node.whens { if let condition = when.condition { visit(condition, nil) } }
                node.walk { statement in
                    switch statement {
                    case .line(let line): parts(line)
                    case .options(let group), .lineGroup(let group): for item in group.items { parts(item.line) }
                    case .if(let syntax):
                        for branch in syntax.branches { if let condition = branch.condition { visit(condition, nil) } }
                    case .once(let syntax): if let condition = syntax.condition { visit(condition, nil) }
                    case .set(let set): visit(set.value, set.variable)
                    case .declare(let declare): visit(declare.value, nil)
                    case .jump(let jump), .detour(let jump):
                        if case .expression(let expression) = jump.target { visit(expression, nil) }
                    case .call(let expression, _): visit(expression, nil)
                    case .command(let command):
                        for case .expression(let expression) in command.parts { visit(expression, nil) }
                    case .enum, .return, .stop: break
                    }
                }
            }
        }
    }
}
