import Testing

@testable import Yarn

/// Compiles a script and plays it, writing down what a user would see, one line an event.
struct Conversation {
    var program: Program
    var memory: Memory
    var machine: Machine

    init(program: Program, memory: Memory, machine: Machine) {
        self.program = program
        self.memory = memory
        self.machine = machine
    }

    init(_ text: String, start: String = "Start", functions: [FunctionSignature] = [], seed: UInt64 = 1) throws {
        let file = SourceFile(name: "test.yarn", text: text)
        let compilation = Compiler.compile([file], functions: functions)
        let errors = compilation.diagnostics.filter { $0.severity == .error }.map { $0.rendered(in: [file]) }
        #expect(errors == [])
        program = try #require(compilation.program)
        memory = Memory(program: program, seed: seed)
        machine = try Machine(startingAt: start, in: program)
    }

    /// Wraps statements into a node called Start.
    init(body: String, functions: [FunctionSignature] = [], seed: UInt64 = 1) throws {
        try self.init("title: Start\n---\n\(body)\n===\n", functions: functions, seed: seed)
    }

    /// Plays to the end, or until the choices run out.
    mutating func play(_ choices: Int..., host: some FunctionHost = EmptyHost()) throws -> [String] {
        try play(choices, host: host)
    }

    /// The same with the choices in a list.
    mutating func play(_ list: [Int], host: some FunctionHost) throws -> [String] {
        var choices = list[...]
        var input = MachineInput.proceed
        var seen: [String] = []
        while true {
            let event = try machine.step(input, in: program, memory: &memory, host: host)
            input = .proceed
            switch event {
            case .nodeEntered: continue
            case .line(let line): seen.append(line.fullText)
            case .command(let command): seen.append("<<\(command.text)>>")
            case .finished: return seen + ["."]
            case .options(let options):
                seen.append(options.map { ($0.isAvailable ? "" : "~") + $0.line.fullText }.joined(separator: " | "))
                guard let choice = choices.popFirst() else { return seen }
                input = choice < 0 ? .chooseNone : .choose(choice)
            }
        }
    }

    /// Starts again at Start; memory is kept.
    mutating func restart(at node: String = "Start") throws {
        machine = try Machine(startingAt: node, in: program)
    }
}

/// What a compiler says about the body of a node, without `source` lines: `3:5 YS0005 message`.
func complaints(_ text: String, isWholeFile: Bool = false, functions: [FunctionSignature] = []) -> [String] {
    let source = isWholeFile ? text : "title: Start\n---\n\(text)\n===\n"
    let compilation = Compiler.compile([SourceFile(name: "t.yarn", text: source)], functions: functions)
    return compilation.diagnostics.filter { $0.severity != .info && $0.code != "YS0003" }.map {
        "\($0.span.start.line):\($0.span.start.column)-\($0.span.end.column) \($0.code) \($0.message)"
            + ($0.expected.map { " expected: \($0)" } ?? "") + ($0.hint.map { " hint: \($0)" } ?? "")
    }
}
