extension Program {
    /// The value of an expression in this program: `trust() >= 50`. Nothing is written, chance does not advance.
    ///
    /// - Throws: `Diagnostic` (its file is `expression`) when it is not an expression, names something unknown, or cannot be
    ///   computed.
    public func evaluate(
        _ expression: String, memory: Memory, host: some FunctionHost
    ) throws(Diagnostic) -> Value {
        let file = SourceFile(name: "expression", text: expression)
        let syntax = try Parser.parseExpression(file)
        var checker = Checker([], functions: Array(symbols.functions.values), acceptsUnknownFunctions: false)
        checker.symbols.enums = symbols.enums
        for (slot, variable) in variables.enumerated() {
            checker.variableSlots[variable.name] = slot
            checker.variables.append(
                Checker.Variable(
                    name: variable.name, term: checker.solver.term(of: variable.type), declaration: nil,
                    span: variable.span))
        }
        _ = checker.infer(syntax)
        checker.solve()
        if let first = checker.diagnostics.first { throw first }
        if checker.variables.count > variables.count {
            let unknown = checker.variables[variables.count]
            let near = Spelling.nearest(to: unknown.name, in: variables.map(\.name))
            throw Diagnostic(
                .undeclaredVariable, "There is no variable `\(unknown.name)`.", at: unknown.span,
                hint: near.map { "Did you mean `\($0)`?" })
        }
        var writer = CodeWriter(program: self, caseValues: checker.caseValues, place: syntax.span)
        let entry = writer.here
        writer.write(syntax)
        writer.emit(.endComputation)
        guard memory.fits(self) else {
            throw Diagnostic(.syntax, "The memory belongs to another program.", at: syntax.span)
        }
        do throws(MachineFault) {
            var memory = memory
            return try Machine.compute(at: entry, in: writer.program, memory: &memory, host: host)
        } catch {
            throw Diagnostic(.syntax, error.message, at: syntax.span)
        }
    }
}

extension Machine {
    /// The value of code that ends with `endComputation`.
    fileprivate static func compute(
        at entry: Int, in program: Program, memory: inout Memory, host: some FunctionHost
    ) throws(MachineFault) -> Value {
        var machine = Machine(at: entry)
        while true {
            switch try machine.run(program, &memory) {
            case .computed: return try machine.pop(program)
            case .calling(let function, let count): try machine.answer(function, count, program, host)
            case .stopped: throw machine.misfit(program)
            }
        }
    }
}

extension Parser {
    /// Parses a text that is one expression and nothing else.
    static func parseExpression(_ file: SourceFile) throws(Diagnostic) -> Expression {
        let source = SourceText(file)
        var parser = Parser(source)
        parser.tokens = Lexer.expression(source.lines[0], of: source).tokens
        do throws(Failure) {
            let expression = try parser.parseExpression()
            guard parser.kind == .end, source.lines.count == 1 else {
                throw parser.failure("The expression does not go on with \(parser.description).", expected: "its end")
            }
            return expression
        } catch {
            throw error.diagnostic
        }
    }
}
