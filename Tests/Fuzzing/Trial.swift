import Conversation
import SeededChance
import Yarn

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is done to one input, and what must hold whatever it is.
enum Trial {
    enum Outcome {
        /// It is a program; it was played for a while.
        case played
        /// It is none, and that was said.
        case refused
        /// Something that must hold did not.
        case broken(String)
    }

    /// How many events of a program are played.
    private static let longestPlay = 120

    static func run(_ input: [UInt8], _ vocabulary: Vocabulary, _ chance: inout Chance) -> Outcome {
        let file = SourceFile(name: "fuzz.yarn", utf8: input)
        if chance.once(in: 6), let promise = useTool(on: file, vocabulary, &chance) { return .broken(promise) }
        let functions = [FunctionSignature(name: "mood", parameters: [.any], result: .number)]
        let compilation = Compiler.compile([file], functions: functions)
        for diagnostic in compilation.diagnostics.prefix(3) {
            if let promise = check(diagnostic, of: file) { return .broken(promise) }
        }
        _ = HeaderReader.firstNode(of: file)
        _ = TestPlan(parsing: file)
        guard let program = compilation.program else {
            guard compilation.diagnostics.contains(where: { $0.severity == .error }) else {
                return .broken("refused without saying why")
            }
            return .refused
        }
        return play(program, &chance)
    }

    /// A diagnostic points into the file, and shows no control characters.
    private static func check(_ diagnostic: Diagnostic, of file: SourceFile) -> String? {
        let span = diagnostic.span
        guard span.start.line >= 1, span.start.column >= 1, span.start <= span.end else {
            return "\(diagnostic.code) points nowhere: \(span)"
        }
        let shown = diagnostic.rendered(in: [file])
        let isClean = shown.unicodeScalars.allSatisfy { scalar in
            scalar == "\n" || scalar == "\t" || !(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value))
        }
        return isClean ? nil : "\(diagnostic.code) shows control characters"
    }

    /// Plays with random choices. Half way the state is copied by its coded form, and both must go on alike.
    private static func play(_ program: Program, _ chance: inout Chance) -> Outcome {
        guard let first = program.nodes.first else { return .played }
        let seed = chance.next()
        var memory = Memory(program: program, seed: seed)
        memory.saliency = chance.element(of: SaliencyStrategy.allCases) ?? .first
        guard var machine = try? Machine(startingAt: first.name, in: program) else {
            return .broken("the first node cannot be entered")
        }
        var twin: Position?
        let isCoded = chance.once(in: 8)
        let half = chance.below(longestPlay)
        var input = MachineInput.proceed
        for step in 0..<longestPlay {
            if step == half {
                let position = Position(machine: machine, memory: memory)
                guard let copy = isCoded ? coded(position) : position else {
                    return .broken("the state cannot be kept")
                }
                twin = copy
            }
            let event = Result { () throws(MachineFault) in
                try machine.step(input, in: program, memory: &memory, host: Host())
            }
            if var other = twin {
                let second = Result { () throws(MachineFault) in
                    try other.machine.step(input, in: program, memory: &other.memory, host: Host())
                }
                guard event == second else {
                    return .broken("a copy of the state went another way: \(event), \(second)")
                }
                twin = other
            }
            switch event {
            case .failure, .success(.finished): return .played
            case .success(.options(let options)): input = choice(of: options, &chance)
            case .success: input = .proceed
            }
        }
        if let twin, twin.machine != machine || twin.memory != memory {
            return .broken("a copy of the state ended elsewhere")
        }
        return .played
    }

    private static func coded(_ position: Position) -> Position? {
        (try? JSONEncoder().encode(position)).flatMap { try? JSONDecoder().decode(Position.self, from: $0) }
    }

    private static func choice(of options: [OfferedOption], _ chance: inout Chance) -> MachineInput {
        let available = options.filter(\.isAvailable)
        return chance.element(of: available).map { .choose($0.index) } ?? .chooseNone
    }

    private struct Host: FunctionHost {
        func call(_ function: String, _ arguments: [Value]) throws(FunctionFault) -> Value { .number(3) }
    }
}
