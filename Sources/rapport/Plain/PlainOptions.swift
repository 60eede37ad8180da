import ArgumentParser
import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Whether the screens are told in lines instead of drawn, and how fast.
struct PlainOptions: ParsableArguments {
    /// How lines of the story come.
    enum Pace: String, ExpressibleByArgument, CaseIterable {
        /// As people write and speak.
        case full
        /// At once.
        case off
    }

    @Flag(
        name: .customLong("plain"),
        help: "Talk in lines, for screen readers, dumb terminals and pipes. Also with ACCESSIBLE=1 or RAPPORT_PLAIN=1.")
    var isPlain = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "In plain mode, let people take their time (full) or have their lines come at once (off).",
            valueName: "full|off"))
    var pace: Pace?

    /// Whether to talk in lines: asked for, by option or environment, or because nothing else is possible here.
    func applies(in environment: [String: String]) -> Bool {
        if isPlain { return true }
        for name in ["RAPPORT_PLAIN", "ACCESSIBLE"] {
            if let wish = environment[name], !wish.isEmpty, wish != "0" { return true }
        }
        let terminal = environment["TERM"] ?? ""
        return terminal.isEmpty || terminal == "dumb" || isatty(1) != 1
    }
}
