/// Checks what only the whole project shows: names, types, line ids. Says each mistake once, with its place.
struct Checker {
    /// A variable while its type is being found out.
    struct Variable {
        var name: String
        var term: TypeSolver.Term
        var declaration: DeclareSyntax?
        var isUsed = false
        /// True when values of several types were set: that is the mistake, not the missing declaration.
        var isInConflict = false
        var span: SourceSpan
    }

    /// A function the host did not announce, known from its use.
    struct ImpliedFunction {
        var parameters: [TypeSolver.Term]
        var result: TypeSolver.Term
        var span: SourceSpan
    }

    /// Something that can only be decided when more is known.
    enum Constraint {
        case convertible(from: TypeSolver.Term, to: TypeSolver.Term, Purpose)
        case addition(TypeSolver.Term, TypeSolver.Term, result: TypeSolver.Term, SourceSpan)
        case member(String, TypeSolver.Term, SourceSpan)
    }

    /// What a value is wanted for, to say what is wrong with it.
    struct Purpose {
        var code: DiagnosticCode
        var what: String
        var span: SourceSpan
        var hint: String?
        /// The slot of the variable that takes the value, if one does.
        var variable: Int?
    }

    let trees: [SyntaxTree]
    let acceptsUnknownFunctions: Bool
    var diagnostics: [Diagnostic] = []
    var symbols = SymbolTable()
    var solver = TypeSolver()
    var constraints: [Constraint] = []
    /// In the order of declaration, then of first use.
    var variables: [Variable] = []
    var variableSlots: [String: Int] = [:]
    var implied: [String: ImpliedFunction] = [:]
    var impliedNames: [String] = []
    /// For each case the enums that have it, in the order of the alphabet.
    var caseOwners: [String: [String]] = [:]
    /// Raw values of the cases that expressions name, by the place of the expression.
    var caseValues: [SourceSpan: Value] = [:]
    /// Names that jumps may lead to.
    var destinations: Set<String> = []
    var emptyNodes: Set<String> = []
    /// How `plural` and `ordinal` choose in the language of the texts.
    var plurals = PluralRules.english
    var hasReportedLocale = false
    /// How many more names may be compared to find what a misspelt one was meant to be. A file of nothing but mistakes gets
    /// no more suggestions at some point, so that it does not take for ever.
    var comparisonsLeft = 20_000

    init(_ trees: [SyntaxTree], functions: [FunctionSignature], acceptsUnknownFunctions: Bool) {
        self.trees = trees
        self.acceptsUnknownFunctions = acceptsUnknownFunctions
        for function in functions { symbols.functions[function.name] = function }
        for function in BuiltInFunction.allCases { symbols.functions[function.rawValue] = function.signature }
    }

    mutating func check(_ requested: RequestedChecks = []) {
        checkNodes()
        checkLineIDs()
        declareEnums()
        declareVariables()
        for tree in trees {
            for node in tree.nodes {
                for when in node.whens {
                    if let condition = when.condition { require(condition, solver.bool, "A condition") }
                }
                node.walk { check($0) }
            }
        }
        solve()
        checkSmartVariables()
        checkUses()
        if requested.contains(.unreachableCode) { checkUnreachableCode() }
        if requested.contains(.unreachedNodes) { checkUnreachedNodes() }
    }

    private mutating func check(_ statement: Statement) {
        switch statement {
        case .line(let line): check(line)
        case .options(let group), .lineGroup(let group):
            for item in group.items { check(item.line) }
        case .if(let syntax):
            for branch in syntax.branches {
                if let condition = branch.condition { require(condition, solver.bool, "A condition") }
            }
        case .once(let syntax):
            if let condition = syntax.condition { require(condition, solver.bool, "A condition") }
        case .set(let syntax): check(syntax)
        case .jump(let jump), .detour(let jump): check(jump)
        case .call(let expression, _): _ = infer(expression)
        case .command(let command): check(command.parts)
        case .declare, .enum, .return, .stop: break
        }
    }

    private mutating func check(_ line: LineSyntax) {
        check(line.parts)
        checkMarkup(line)
        if let condition = line.condition?.expression { require(condition, solver.bool, "A condition") }
    }

    private mutating func check(_ parts: [TextPart]) {
        for case .expression(let expression) in parts { _ = infer(expression) }
    }

    private mutating func check(_ jump: JumpSyntax) {
        switch jump.target {
        case .expression(let expression):
            let term = infer(expression)
            convert(
                term, to: solver.string,
                Purpose(code: .wrongType, what: "The destination of a jump", span: expression.span))
        case .node(let name):
            guard !destinations.contains(name) else { return }
            let hint =
                emptyNodes.contains(name)
                ? "The node has no content, so it is left out. Write something in it."
                : suggestion(for: name, in: destinations).map { "Did you mean `\($0)`?" }
            report(.unknownNode, "There is no node `\(name)`.", at: jump.targetSpan, hint: hint)
        }
    }

    private mutating func check(_ set: SetSyntax) {
        var value = infer(set.value)
        if set.variable.utf8.count > 1, let slot = variableSlots[set.variable],
            let declaration = variables[slot].declaration, declaration.isSmart
        {
            variables[slot].isUsed = true
            report(
                .smartVariableWritten, "`\(set.variable)` is computed and cannot be set.", at: set.variableSpan,
                hint: "It is declared as an expression in \(place(declaration.span)).")
            return
        }
        let variable = use(set.variable, at: set.variableSpan)
        if let operation = set.operation {
            value = inferBinary(operation, (variable, set.variableSpan), (value, set.value.span), at: set.value.span)
        }
        let declaration = variableSlots[set.variable].flatMap { variables[$0].declaration }
        convert(
            value, to: variable,
            Purpose(
                code: declaration == nil ? .implicitTypeConflict : .typeMismatch,
                what: "The value of `\(set.variable)`",
                span: set.value.span, hint: declaration.map { "It is declared in \(place($0.span))." },
                variable: variableSlots[set.variable]))
    }

    /// The name nearest to a misspelt one; the first in the alphabet of equally near ones.
    mutating func suggestion(for name: String, in names: some Collection<String>) -> String? {
        guard comparisonsLeft >= names.count else { return nil }
        comparisonsLeft -= names.count
        return Spelling.nearest(to: name, in: names.sorted())
    }

    func place(_ span: SourceSpan) -> String {
        "\(span.file), line \(span.start.line)"
    }

    mutating func report(
        _ code: DiagnosticCode, _ message: String, at span: SourceSpan, expected: String? = nil, hint: String? = nil
    ) {
        diagnostics.append(Diagnostic(code, message, at: span, expected: expected, hint: hint))
    }
}
