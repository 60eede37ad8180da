import ArgumentParser
import Yarn

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// `rapport yarn bench FILE --steps N`
struct YarnBenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Play a script that never ends, and print how many choices a second that makes.",
        discussion: """
            A step is one choice with everything up to the next. Of n options, choice number i (from 0) takes option \
            i mod n, or the next that is available. Every run begins anew; the median of five is printed, with the \
            slowest and the fastest. `text` is the sum of the lengths of all lines and options in code points, with one \
            more for each line: the line break that other engines put there.
            """)

    @Argument(help: "The script; it begins at Start.")
    var file: String

    @Option(name: .long, help: ArgumentHelp("How many choices to make.", valueName: "N"))
    var steps = 100_000

    @Flag(name: .long, help: "Measure with composed text only.")
    var text = false

    /// One run may meet with whatever else the machine does.
    private static let runs = 5

    func validate() throws {
        guard steps > 0 else { throw ValidationError("--steps is a number above 0.") }
    }

    func run() throws {
        var program: Program?
        let compiling = try ContinuousClock().measure { program = try YarnFiles.compile([file]) }
        guard let program else { return }
        Words.say("ready in \(compiling): \(program.lines.count) lines in \(program.nodes.count) nodes")
        var last = StoryRun(program)
        for readsText in text ? [true] : [true, false] {
            var rates: [Int] = []
            for _ in 0..<Self.runs {
                last = StoryRun(program)
                let spent = try ContinuousClock().measure { try last.play(steps, readsText: readsText) }
                let (seconds, attoseconds) = spent.components
                rates.append(Int(Double(last.choices) / max(Double(seconds) + Double(attoseconds) * 1e-18, 1e-9)))
            }
            rates.sort()
            Words.say(
                "\(readsText ? "with text" : "without text"): \(rates[Self.runs / 2]) steps/s "
                    + "(\(rates[0]) to \(rates[Self.runs - 1])), \(last.choices) choices, "
                    + "\(last.lines) lines" + (readsText ? ", text \(last.length)" : ""))
        }
        Words.say("peak memory \(Self.peakMemory / 1_024) MiB")
        for variable in program.variables where !variable.isSmart {
            Words.say("\(variable.name) = \(last.memory.read(variable.name, in: program)?.description ?? "")")
        }
    }

    /// The most memory the process has held so far, KiB.
    private static var peakMemory: Int {
        var usage = rusage()
        #if os(Linux)
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
        #else
        getrusage(RUSAGE_SELF, &usage)
        return usage.ru_maxrss / 1_024
        #endif
    }
}

/// One run through a script, by the rule of the command.
private struct StoryRun {
    let program: Program
    var memory: Memory
    private(set) var choices = 0
    private(set) var lines = 0
    /// Code points of all texts.
    private(set) var length = 0

    init(_ program: Program) {
        self.program = program
        memory = Memory(program: program, seed: 1)
    }

    mutating func play(_ steps: Int, readsText: Bool) throws {
        do throws(MachineFault) {
            var machine = try Machine(startingAt: "Start", in: program)
            var input = MachineInput.proceed
            while choices < steps {
                let stop = try machine.advance(input, in: program, memory: &memory, host: ConformanceHost())
                if readsText { read(machine.event(of: stop, in: program)) }
                input = .proceed
                switch stop {
                case .line: lines += 1
                case .options: input = choose(in: machine)
                case .nodeEntered, .command: break
                case .finished: return
                }
            }
        } catch {
            throw Words.failure(error.message)
        }
    }

    private mutating func read(_ event: MachineEvent) {
        switch event {
        case .line(let line): length += Self.length(of: line.fullText) + 1
        case .options(let options):
            for index in options.indices { length += Self.length(of: options[index].line.fullText) }
        case .nodeEntered, .command, .finished: break
        }
    }

    /// Code points of a text: bytes that do not go on with one, eight at a time.
    private static func length(of text: String) -> Int {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            var count = bytes.count
            var offset = 0
            while offset + 8 <= raw.count {
                let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                // Of a byte that goes on with a code point the highest bit is set and the next is not.
                if word & 0x8080_8080_8080_8080 != 0 {
                    count -= ((word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
                }
                offset += 8
            }
            for byte in bytes[offset...] where byte & 0xC0 == 0x80 { count -= 1 }
            return count
        } ?? text.unicodeScalars.count
    }

    /// Option i mod n; when it is not available, the next one that is.
    private mutating func choose(in machine: Machine) -> MachineInput {
        let count = machine.optionCount
        let wanted = choices
        choices += 1
        for index in (0..<count).lazy.map({ (wanted + $0) % count }) where machine.isAvailable(index) {
            return .choose(index)
        }
        return .chooseNone
    }
}
