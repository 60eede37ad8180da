import Yarn

// What the story remembers, for its author.
extension Preview {
    /// A variable and what it holds.
    public struct Variable: Hashable, Sendable {
        /// Its name, with `$`.
        public var name: String
        /// What it holds, as a source would write it.
        public var value: String
        /// The last choice changed it.
        public var isChanged: Bool
        /// It is computed from others.
        public var isSmart: Bool
    }

    /// Every variable of the program, as the last moment left it, in the order of their declarations.
    public var variables: [Variable] {
        let program = scenario.program
        guard let memory = session.memory else { return [] }
        return program.variables.sorted { $0.span.start < $1.span.start }.compactMap { variable in
            guard let now = value(of: variable, memory, session) else { return nil }
            let then = before.memory.flatMap { value(of: variable, $0, before) }
            return Variable(
                name: variable.name, value: Self.written(now), isChanged: then != nil && then != now,
                isSmart: variable.isSmart)
        }
    }

    private func value(of variable: Program.Variable, _ memory: Memory, _ session: Session) -> Value? {
        guard variable.isSmart else { return memory.read(variable.name, in: scenario.program) }
        return try? scenario.program.evaluate(
            variable.name, memory: memory, host: SessionFunctions(session: session, thread: session.frontName))
    }

    private static func written(_ value: Value) -> String {
        switch value {
        case .string(let text): "\"\(text)\""
        case .bool(let truth): truth ? "true" : "false"
        case .number: value.description
        }
    }

    /// The condition that an option has in the source, `<<if …>>` and all; nil where it has none.
    public func condition(of option: Option) -> String? {
        guard let span = scenario.program.line(id: option.line)?.span,
            let file = scenario.files.first(where: { $0.name == span.file })
        else { return nil }
        let lines = file.text.split(omittingEmptySubsequences: false) { $0.isNewline }
        guard lines.indices.contains(span.start.line - 1) else { return nil }
        let line = lines[span.start.line - 1]
        guard let opening = line.firstRange(of: "<<"), let closing = line.firstRange(of: ">>"),
            opening.lowerBound < closing.lowerBound
        else { return nil }
        return String(line[opening.lowerBound..<closing.upperBound])
    }
}
