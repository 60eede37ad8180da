/// Lays a script out and leaves its words alone.
///
/// Trailing white space goes; option bodies and blocks are indented by four spaces a level; one blank line stands between
/// nodes, one space behind the colon of a header, none inside the chevrons of a command; lines end with LF, the last one
/// too. Comments and blank lines inside bodies stay: blank lines have a meaning there. A layout under which the project
/// would not be the same program is not chosen.
public struct Formatter: Sendable {
    /// What came of one file.
    public enum Outcome: Hashable, Sendable {
        /// It is laid out well already.
        case unchanged
        /// It is laid out anew.
        case formatted(SourceFile)
        /// It is left as it is: any change would change what it does.
        case refused

        /// The file as it should be; nil when it is left as it is.
        public var file: SourceFile? {
            switch self {
            case .unchanged, .refused: nil
            case .formatted(let file): file
            }
        }
    }

    private let functions: [FunctionSignature]

    /// A formatter for scripts of a host with these functions; others are accepted too.
    public init(functions: [FunctionSignature] = []) {
        self.functions = functions
    }

    /// Lays out the files of a project, each with its outcome, in the order given. Formatting what is formatted changes
    /// nothing.
    /// - Throws: ``UnreadableScript`` when the project has an error: what it means is not known then.
    public func format(_ files: [SourceFile]) throws(UnreadableScript) -> [Outcome] {
        let compilation = compile(files)
        guard let program = compilation.program else {
            throw UnreadableScript(diagnostics: compilation.diagnostics.filter { $0.severity == .error })
        }
        var current = files
        var outcomes: [Outcome] = []
        for (index, file) in files.enumerated() {
            var attempt = current
            attempt[index].text = Layout(of: file).text
            if attempt[index].text == file.text {
                outcomes.append(.unchanged)
            } else if let result = compile(attempt).program, result.behaves(like: program) {
                outcomes.append(.formatted(attempt[index]))
                current = attempt
            } else {
                outcomes.append(.refused)
            }
        }
        return outcomes
    }

    private func compile(_ files: [SourceFile]) -> Compilation {
        Compiler.compile(files, functions: functions, acceptsUnknownFunctions: true)
    }
}
