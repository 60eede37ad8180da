/// What came of compiling a project.
public struct Compilation: Sendable {
    /// The program; nil when there is any error.
    public var program: Program?
    /// Everything found, by file (in the order given) and place.
    public var diagnostics: [Diagnostic]
    /// One tree a file, in the order given; present even when there are errors.
    public var trees: [SyntaxTree]
}

/// Turns the files of a project into a program.
public enum Compiler {
    /// Compiles all files together: node names, variables, enums and line ids are shared.
    ///
    /// - Parameters:
    ///   - files: the project, in the order that implicit choices (first in source order) follow.
    ///   - functions: what the host offers beside the functions of the language.
    ///   - acceptsUnknownFunctions: when true, a call to an unknown function is accepted if its types follow from its use;
    ///     when false it is an error with a suggestion.
    ///   - locale: the language of the texts as a BCP 47 tag, for `plural` and `ordinal`.
    ///   - requested: checks that are made only when asked for.
    public static func compile(
        _ files: [SourceFile], functions: [FunctionSignature], acceptsUnknownFunctions: Bool = false,
        locale: String = "en", requested: RequestedChecks = []
    ) -> Compilation {
        var trees: [SyntaxTree] = []
        var diagnostics: [Diagnostic] = []
        for file in files {
            let parsed = Parser.parse(file)
            trees.append(parsed.tree)
            diagnostics += parsed.diagnostics
        }
        var checker = Checker(trees, functions: functions, acceptsUnknownFunctions: acceptsUnknownFunctions)
        checker.diagnostics = diagnostics
        checker.plurals = PluralRules(locale: locale) ?? PluralRules(unknown: locale)
        checker.check(requested)
        diagnostics = checker.diagnostics.inSourceOrder(of: files)
        let hasErrors = diagnostics.contains { $0.severity == .error }
        return Compilation(program: hasErrors ? nil : CodeWriter.write(checker), diagnostics: diagnostics, trees: trees)
    }
}
