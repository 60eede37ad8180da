import SeededChance
import Yarn

/// Throws hostile texts at the language: `yarn-fuzz [--inputs N] [--seed N] [--from N] [--show] [FILE…]`.
///
/// Every input is a function of the seed and its number, so that a crash in a long run is found again with `--from`. Beside the
/// corpus in this target, the files named are mutated too. Exit status 1 when an input broke a promise.
@main
enum YarnFuzz {
    static func main() {
        let arguments = Arguments(CommandLine.arguments.dropFirst())
        let corpus = Corpus(files: arguments.files)
        let watchdog = Watchdog(limit: .seconds(20))
        let clock = ContinuousClock()
        let start = clock.now
        var tally = Tally()
        var memory = ResidentMemory()
        for number in arguments.from..<arguments.from + arguments.inputs {
            watchdog.note(number)
            var chance = Chance(seed: arguments.seed, stream: UInt64(number))
            let input = Mutator.input(from: corpus, &chance)
            if arguments.shows { print("\(number): \(input.debugDescription)") }
            let began = clock.now
            let outcome = Trial.run(input, corpus.vocabulary, &chance)
            let spent = clock.now - began
            tally.count(outcome)
            if case .broken(let promise) = outcome {
                print(
                    "input \(number) (seed \(arguments.seed)): \(promise)\n\(String(decoding: input, as: UTF8.self).debugDescription)"
                )
            }
            if spent > .seconds(2) {
                tally.slow += 1
                print("input \(number) (seed \(arguments.seed)) took \(spent)")
            }
            let done = number - arguments.from + 1
            if done % 100_000 == 0 { print("\(done) inputs, \(clock.now - start), \(memory.report())") }
        }
        print("\(tally) in \(clock.now - start), \(memory.report())")
        let failed = tally.broken + tally.slow + (memory.hasGrown ? 1 : 0)
        print("\(arguments.inputs - failed) passed, \(failed) failed")
        if failed > 0 { Process.end(1) }
    }
}

/// What was asked for.
struct Arguments {
    var inputs = 10_000
    var seed: UInt64 = 1
    var from = 0
    var shows = false
    var files: [String] = []

    init(_ words: some Sequence<String>) {
        var words = Array(words)[...]
        while let word = words.popFirst() {
            switch word {
            case "--inputs": inputs = words.popFirst().flatMap(Int.init) ?? inputs
            case "--seed": seed = words.popFirst().flatMap(UInt64.init) ?? seed
            case "--from": from = words.popFirst().flatMap(Int.init) ?? from
            case "--show": shows = true
            default: files.append(word)
            }
        }
    }
}

/// What came of the inputs.
struct Tally: CustomStringConvertible {
    private(set) var compiled = 0
    private(set) var refused = 0
    private(set) var broken = 0
    var slow = 0

    mutating func count(_ outcome: Trial.Outcome) {
        switch outcome {
        case .played: compiled += 1
        case .refused: refused += 1
        case .broken: broken += 1
        }
    }

    var description: String {
        "\(compiled) compiled and played, \(refused) refused with a diagnostic, \(broken) broke a promise, \(slow) slow"
    }
}
