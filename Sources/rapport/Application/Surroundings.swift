import Foundation
import Journal
import Library

/// The outside world, as this run of the program has it.
struct Surroundings {
    let library: Library
    let place: Journal.Place
    /// Whose sessions these are; empty for whoever gives no name.
    let owner: String
    /// What chance begins with; nil for something new each time.
    var seed: UInt64?
    /// Time on reply clocks in percent; 0 for none.
    var replyTime = 100
    let environment: [String: String]

    init(_ options: PlaceOptions) {
        environment = ProcessInfo.processInfo.environment
        library = Self.library(options.content, environment)
        place =
            options.isPrivate
            ? .memory : .file(options.journal ?? Journal.standardPath(environment: environment))
        owner = options.name
    }

    /// The surroundings of a command that keeps nothing.
    init(_ options: ContentOptions) {
        environment = ProcessInfo.processInfo.environment
        library = Self.library(options, environment)
        place = .memory
        owner = ""
    }

    private static func library(_ options: ContentOptions, _ environment: [String: String]) -> Library {
        Library(
            folders: ContentLocator.folders(
                named: options.folder, environment: environment, executable: ContentLocator.executablePath()))
    }

    /// Colours are welcome: `NO_COLOR` is unset or empty (no-color.org).
    var wantsColour: Bool { (environment["NO_COLOR"] ?? "").isEmpty }

    /// Wall time, ms since 1970.
    static func wallTime() -> Int { Int(Date().timeIntervalSince1970 * 1_000) }

    /// A wall time for people, in their own time zone: `2026-11-21 14:03`.
    static func date(_ wallTime: Int) -> String {
        var seconds = time_t(wallTime / 1_000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        let count = strftime(&buffer, buffer.count, "%Y-%m-%d %H:%M", &parts)
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
