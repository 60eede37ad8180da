// The room Yarn: the scenario language, from text to a conversation that can be stopped, saved and resumed at any point.
//
// It knows nothing of customers, channels or terminals and reads no files: callers hand in text and get values back.
// The language is Yarn, level 3. The stages, in the order in which a file passes through them:
//
//   SourceText     bytes, line starts, columns             text → places a person can find
//   Outline        headers, `---`, body, `===`             the only stage HeaderReader needs
//   Lexer          tokens, with the indentation of options Lexer+Indentation holds the rule that surprises authors
//   Parser         SyntaxTree                              split by topic: Parser+Options, Parser+Flow, …
//   Checker        names, types, line ids                  TypeSolver unifies; every mistake is one Diagnostic
//   CodeWriter     Program                                 one flat list of instructions, names resolved to slots
//   Machine        lines, options, commands                a small Codable value; Memory holds what outlives it
//   MarkupParser   MarkedText                              `[b]`, `[select …/]`, the speaker before the colon
//
// Beside them: StringTable and Translation (texts apart from the program), LineTagger and Formatter (scripts written anew,
// with the same meaning), TestPlanRunner and ConformanceCase (the official test plans).
//
// `Compiler.compile` runs the stages up to the program; `Machine.step` runs the program to the next event.

/// Facts about the language as this room implements it.
public enum Language {
    /// The level of the Yarn language that is implemented.
    public static let level = 3
    /// How deep statements, and operators of one expression, may nest; deeper is a diagnostic, never a crash.
    public static let nestingLimit = 100
    /// How many instructions one step may run before it counts as an endless loop.
    public static let instructionBudget = 100_000
    /// How many nodes may wait on the detour stack.
    public static let detourLimit = 256

    /// Words that begin a statement when they stand first inside `<< >>`.
    public static let keywords = [
        "if", "elseif", "else", "endif", "set", "declare", "call", "jump", "detour", "return", "enum", "case",
        "endenum",
        "once", "endonce", "stop",
    ]
}
