import ArgumentParser
import Conversation
import Foundation
import Library
import Terminal
import Yarn

/// What the commands say, on standard output and standard error.
enum Words {
    /// A failure that is explained and not blamed on the command line: exit status 1.
    static func failure(_ text: String) -> ExitCode {
        complain(text)
        return ExitCode(1)
    }

    /// Prints to standard error, with nothing in it that could steer a terminal.
    static func complain(_ text: String) {
        var stream = StandardError()
        print("rapport: \(DisplayText.sanitised(text, keepingNewlines: true))", to: &stream)
    }

    /// Prints to standard output, with nothing in it that could steer a terminal.
    static func say(_ text: String) {
        print(DisplayText.sanitised(text, keepingNewlines: true))
    }

    static func noScenario(_ slug: String, in library: Library) -> ExitCode {
        let slugs = library.entries().map(\.slug)
        let hint = Spelling.nearest(to: slug, in: slugs).map { " Did you mean \($0)?" } ?? ""
        let there =
            slugs.isEmpty
            ? "No scenarios were found; --content DIR names the folder they are in."
            : "There is: \(slugs.joined(separator: ", "))."
        return failure("There is no scenario \(slug).\(hint) \(there)")
    }

    static func noNode(_ name: String, in scenario: Scenario) -> ExitCode {
        let names = scenario.program.nodes.map(\.name)
        let hint = Spelling.nearest(to: name, in: names).map { " Did you mean \($0)?" } ?? ""
        return failure("There is no node \(name) in \(scenario.slug).\(hint)")
    }
}

/// Standard error as a stream of text.
private struct StandardError: TextOutputStream {
    mutating func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
