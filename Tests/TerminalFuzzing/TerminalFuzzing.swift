import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Throws hostile bytes and texts at what stands between the world and the terminal.
///
/// `terminal-fuzz [--inputs N] [--seed S]`: each input goes through the key parser, cut in several ways; each fourth is a
/// text for the sanitiser, each sixteenth is painted. A finding is printed with its seed and number, and ends the run.
@main struct TerminalFuzzing {
    static func main() {
        let inputs = number(after: "--inputs") ?? 5000
        let seed = number(after: "--seed") ?? 1
        let begun = Uptime.now()
        var findings = 0
        for input in 0..<inputs {
            var chance = Chance(seed: seed, stream: input)
            var complaint = ParserTrial.run(&chance, isThorough: input % 64 == 0)
            if complaint == nil, input % 4 == 0 { complaint = TextTrial.sanitise(&chance) }
            if complaint == nil, input % 16 == 0 { complaint = TextTrial.paint(&chance) }
            if let complaint {
                print("input \(input) of seed \(seed): \(complaint)")
                findings += 1
                if findings == 5 { break }
            }
        }
        let seconds = Double(Uptime.now() - begun) / 1000
        print("terminal-fuzz: \(inputs) inputs, seed \(seed), \(findings) findings, \(seconds) s")
        if findings > 0 { exit(1) }
    }

    private static func number(after name: String) -> UInt64? {
        let arguments = CommandLine.arguments
        guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
        return UInt64(arguments[place + 1])
    }
}

/// The numbers an input is made of: SplitMix64, begun anew for each input.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64, stream: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 ^ stream &* 0xD1B5_4A32_D192_ED03
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in 0 ..< `bound`, which is above 0.
    mutating func below(_ bound: Int) -> Int { Int(truncatingIfNeeded: next() >> 33) % bound }
}
