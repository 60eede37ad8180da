import ArgumentParser
import Foundation
import Synchronization
import Yarn

/// `rapport yarn test DIR…`
struct YarnTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run folders of official conformance cases.",
        discussion: """
            A case is a .yarn file. With a .testplan of the same name beside it (or in a folder below), it has to go as \
            planned; without one it has to be refused, every diagnostic with a valid position. Exit status 0 when every \
            case passes, 1 otherwise.
            """)

    @Argument(help: "Folders with cases, read with all their subfolders; or single .yarn files.")
    var folders: [String]

    @Option(name: .long, help: ArgumentHelp("A case that takes longer has failed.", valueName: "SECONDS"))
    var limit = 10.0

    func validate() throws {
        guard limit > 0, limit <= 3_600 else { throw ValidationError("--limit is a number of seconds up to 3600.") }
    }

    func run() throws {
        var passed = 0
        var failed = 0
        for found in try CaseFinder.cases(in: folders) {
            if let failure = verdict(on: found) {
                Words.say("\(found.name): failed\n  " + failure.split(separator: "\n").joined(separator: "\n  "))
                failed += 1
            } else {
                Words.say("\(found.name): \(found.plan == nil ? "refused" : "as planned")")
                passed += 1
            }
        }
        Words.say("\(passed) passed, \(failed) failed")
        if failed > 0 || passed == 0 { throw ExitCode(1) }
    }

    /// Why a case fails, decided on a thread of its own so that one that hangs ends with its time.
    private func verdict(on found: CaseFinder.Found) -> String? {
        guard let script = found.script else { return "There is no script for this plan." }
        let test: ConformanceCase
        do {
            test = ConformanceCase(script: try read(script), plan: try found.plan.map(read))
        } catch {
            return error.description
        }
        let outcome = Outcome()
        let thread = Thread {
            outcome.failure.withLock { $0 = test.failure() }
            outcome.isReady.signal()
        }
        thread.stackSize = 16 << 20
        thread.start()
        guard outcome.isReady.wait(timeout: .now() + limit) == .success else {
            return "It takes longer than \(limit) seconds."
        }
        return outcome.failure.withLock { $0 }
    }

    private final class Outcome: Sendable {
        let failure = Mutex<String?>(nil)
        let isReady = DispatchSemaphore(value: 0)
    }

    private struct Unreadable: Error {
        var description: String
    }

    private func read(_ path: String) throws(Unreadable) -> SourceFile {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Unreadable(description: "\(path) cannot be read.")
        }
        return SourceFile(name: path, utf8: data)
    }
}
