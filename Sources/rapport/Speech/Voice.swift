import Interface
import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A program of this machine that says a text aloud.
struct Voice: Hashable, Sendable {
    /// The programs that can, the best first, by the names they have in PATH.
    enum Program: String, CaseIterable, Sendable {
        case espeakNG = "espeak-ng"
        case espeak
        /// Of macOS; elsewhere other programs have that name.
        case say
    }

    /// Which program it is.
    var program: Program
    /// Where it is.
    var path: String

    /// Its name for people.
    var name: String { program.rawValue }

    /// The most that is said at once, in characters: no line is that long.
    static let longest = 2_000

    /// The first voice in PATH; nil when this machine has none.
    static func find(in environment: [String: String]) -> Voice? {
        let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
        for program in Program.allCases where isHere(program) {
            for folder in folders where access("\(folder)/\(program.rawValue)", X_OK) == 0 {
                return Voice(program: program, path: "\(folder)/\(program.rawValue)")
            }
        }
        return nil
    }

    private static func isHere(_ program: Program) -> Bool {
        #if os(macOS)
        true
        #else
        program != .say
        #endif
    }

    /// The words that the program is started with. The text comes last, behind `--`, so that it is never an option, and
    /// no shell ever sees it.
    func arguments(for utterance: Utterance) -> [String] {
        let rate = String(min(450, max(80, utterance.wordsPerMinute)))
        let text = Self.speakable(utterance.text)
        return switch program {
        case .espeakNG, .espeak:
            ["-v", "en", "-s", rate, "-p", String(Self.pitches[utterance.person % Self.pitches.count]), "--", text]
        case .say: ["-r", rate, "--", text]
        }
    }

    /// How high people speak, 0–99, each in turn.
    private static let pitches = [45, 62, 30, 75, 52]

    /// Text without control characters, and without the brackets that these programs take for commands.
    static func speakable(_ text: String) -> String {
        let clean = DisplayText.sanitised(text).map { "[]<>{}\\".contains($0) ? " " : $0 }
        return String(String(clean).prefix(longest))
    }
}
