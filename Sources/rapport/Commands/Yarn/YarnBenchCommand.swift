import ArgumentParser
import Yarn

/// `rapport yarn bench FILE --steps N`
struct YarnBenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Play a script that never ends, and print how many choices a second that makes.",
        discussion: """
            Of n options, choice number i (from 0) takes option i mod n. `text` is the sum of the lengths of all lines
            and options in code points, with one more for each line: the line break that other engines put there.
            """)

    @Argument(help: "The script; it begins at Start.")
    var file: String

    @Option(name: .long, help: ArgumentHelp("How many choices to make.", valueName: "N"))
    var steps = 100_000

    @Flag(name: .long, help: "Measure with composed text only.")
    var text = false

    func validate() throws {
        guard steps > 0 else { throw ValidationError("--steps is a number above 0.") }
    }

    func run() throws {
        let program = try YarnFiles.compile([file])
        var last = try play(program, readsText: true)
        Words.say(
            "with text: \(rate(last)) choices/s, \(last.choices) choices, \(last.lines) lines, text \(last.length)")
        if !text {
            last = try play(program, readsText: false)
            Words.say("without text: \(rate(last)) choices/s, \(last.choices) choices")
        }
        for variable in program.variables where !variable.isSmart {
            Words.say("\(variable.name) = \(last.memory.read(variable.name, in: program)?.description ?? "")")
        }
    }

    private struct Play {
        var memory: Memory
        var choices = 0
        var lines = 0
        var length = 0
        var duration = Duration.zero
    }

    private func rate(_ play: Play) -> Int {
        let (seconds, attoseconds) = play.duration.components
        return Int(Double(play.choices) / max(Double(seconds) + Double(attoseconds) * 1e-18, 1e-9))
    }

    private func play(_ program: Program, readsText: Bool) throws -> Play {
        var play = Play(memory: Memory(program: program, seed: 1))
        let start = ContinuousClock.now
        do {
            var machine = try Machine(startingAt: "Start", in: program)
            var input = MachineInput.proceed
            while play.choices < steps {
                let event = try machine.step(input, in: program, memory: &play.memory, host: ConformanceHost())
                input = .proceed
                switch event {
                case .line(let line):
                    play.lines += 1
                    if readsText { play.length += line.fullText.unicodeScalars.count + 1 }
                case .options(let options):
                    if readsText {
                        for option in options { play.length += option.line.fullText.unicodeScalars.count }
                    }
                    let index = play.choices % options.count
                    input = options[index].isAvailable ? .choose(index) : .chooseNone
                    play.choices += 1
                case .finished: throw Words.failure("The script ends after \(play.choices) choices.")
                case .nodeEntered, .command: break
                }
            }
        } catch let fault as MachineFault {
            throw Words.failure(fault.message)
        }
        play.duration = ContinuousClock.now - start
        return play
    }
}
