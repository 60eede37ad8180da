import Testing

@testable import Yarn

/// What a script says from Start with these choices, one entry an event; the end is `.`.
func played(_ text: String, _ choices: Int..., saliency: SaliencyStrategy = .first) throws -> [String] {
    try played([text], choices, saliency: saliency)
}

/// The same for statements in a node called Start.
func playedBody(_ body: String, _ choices: Int...) throws -> [String] {
    try played(["title: Start\n---\n\(body)\n===\n"], choices)
}

/// The same for a project of several files; unknown functions are accepted and give true, 1 or "".
func played(_ files: [String], _ choices: [Int] = [], saliency: SaliencyStrategy = .first) throws -> [String] {
    let sources = files.enumerated().map { SourceFile(name: "\($0.offset).yarn", text: $0.element) }
    let compilation = Compiler.compile(sources, functions: [], acceptsUnknownFunctions: true)
    let errors = compilation.diagnostics.filter { $0.severity == .error }.map { $0.rendered(in: sources) }
    #expect(errors == [])
    let program = try #require(compilation.program)
    var memory = Memory(program: program, seed: 1)
    memory.saliency = saliency
    var talk = Conversation(
        program: program, memory: memory, machine: try Machine(startingAt: "Start", in: program))
    return try talk.play(choices, host: AgreeableHost())
}

/// Line and code of everything a compiler says about a project but infos and undeclared variables: `3 YS0005`.
func codes(_ files: String..., acceptsUnknownFunctions: Bool = true) -> [String] {
    let sources = files.enumerated().map { SourceFile(name: "\($0.offset).yarn", text: $0.element) }
    return Compiler.compile(sources, functions: [], acceptsUnknownFunctions: acceptsUnknownFunctions).diagnostics
        .filter { $0.severity != .info && $0.code != "YS0003" }
        .map { "\($0.span.start.line) \($0.code)" }
}

/// The same for statements in a node called Start; the first line of the body is line 3.
func codes(body: String) -> [String] {
    codes("title: Start\n---\n\(body)\n===\n")
}

/// The lines a script says from Start, as a host receives them; options are not chosen but counted as lines.
func lines(_ body: String) throws -> [SpokenLine] {
    var talk = try Conversation(body: body)
    var seen: [SpokenLine] = []
    while true {
        switch try talk.machine.step(.proceed, in: talk.program, memory: &talk.memory, host: EmptyHost()) {
        case .line(let line): seen.append(line)
        case .options(let options): return seen + options.map(\.line)
        case .finished: return seen
        case .nodeEntered, .command: continue
        }
    }
}

/// Answers every function: whatever is asked is true, or 1, or empty, as its name says.
struct AgreeableHost: FunctionHost {
    func call(_ function: String, _ arguments: [Value]) throws(FunctionFault) -> Value {
        if function.hasSuffix("number") { return .number(1) }
        if function.hasSuffix("string") { return .string("s") }
        if function == "echo", let first = arguments.first { return first }
        return .bool(true)
    }
}
