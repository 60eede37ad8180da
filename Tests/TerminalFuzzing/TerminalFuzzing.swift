import SeededChance
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
