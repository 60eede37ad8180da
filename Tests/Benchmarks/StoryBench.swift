import Yarn

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Plays a story that never ends, as fast as it goes: `rapport-bench story FILE STEPS`.
///
/// Choice k of step i is i modulo the number of options. With text, every line and option is composed and its length added
/// up, a line with the break that other players put behind it: the sum can be compared with theirs.
enum StoryBench {
    static func run(_ arguments: [String]) throws {
        guard let path = arguments.first, let steps = arguments.dropFirst().first.flatMap(Int.init) else {
            return print("rapport-bench story FILE STEPS")
        }
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        let file = SourceFile(name: path, text: text)
        let clock = ContinuousClock()
        var compiled: Program?
        let compiling = clock.measure {
            compiled = Compiler.compile([file], functions: []).program
        }
        guard let program = compiled else { return print("\(path) has errors.") }
        print("compiled \(program.lines.count) lines in \(compiling)")
        for composes in [false, true] {
            var play = Play(program: program)
            let spent = try clock.measure { try play.run(steps: steps, composes: composes) }
            let seconds = Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
            print(
                "\(composes ? "with text" : "without ") choices=\(play.choices) lines=\(play.lines) textLen=\(play.length) "
                    + "choices_per_s=\(Int(Double(play.choices) / seconds)) "
                    + "trust=\(play.memory.read("$trust", in: program).map(String.init(describing:)) ?? "-")")
        }
    }

    struct Play {
        let program: Program
        var memory: Memory
        var choices = 0
        var lines = 0
        var length = 0

        init(program: Program) {
            self.program = program
            memory = Memory(program: program, seed: 1)
        }

        mutating func run(steps: Int, composes: Bool) throws {
            var machine = try Machine(startingAt: program.nodes[0].name, in: program)
            var input = MachineInput.proceed
            while choices < steps {
                let stop = try machine.advance(input, in: program, memory: &memory, host: EmptyHost())
                if composes { read(machine.event(of: stop, in: program)) }
                switch stop {
                case .line:
                    lines += 1
                    input = .proceed
                case .options: input = choice(of: machine)
                case .nodeEntered, .command: input = .proceed
                case .finished: return
                }
            }
        }

        private mutating func read(_ event: MachineEvent) {
            switch event {
            case .line(let line): length += line.fullText.utf8.count + 1
            case .options(let options):
                for option in options { length += option.line.fullText.utf8.count }
            case .nodeEntered, .command, .finished: break
            }
        }

        private mutating func choice(of machine: Machine) -> MachineInput {
            let count = machine.optionCount
            var index = choices % max(count, 1)
            choices += 1
            for _ in 0..<count {
                if machine.isAvailable(index) { return .choose(index) }
                index = (index + 1) % count
            }
            return .chooseNone
        }
    }
}
