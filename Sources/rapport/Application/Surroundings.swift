import Conversation
import Foundation
import Journal
import Library
import Listening

/// The outside world, as this run of the program has it.
struct Surroundings {
    let library: Library
    let place: Journal.Place
    /// The address of a team's journal, where live rooms are kept; nil where they are in one's own.
    let teamJournal: String?
    /// Whose sessions these are; empty for whoever gives no name.
    let owner: String
    /// What chance begins with; nil for something new each time.
    var seed: UInt64?
    let environment: [String: String]
    /// What somebody has set; only for commands that show screens.
    let preferences: Preferences

    init(_ options: PlaceOptions, look: LookOptions? = nil) {
        environment = ProcessInfo.processInfo.environment
        preferences = Preferences(look, environment: environment)
        library = Self.library(options.content, environment)
        let set = preferences.settings[.journal].text
        let named =
            options.journal ?? environment["RAPPORT_JOURNAL"].flatMap { $0.isEmpty ? nil : $0 }
            ?? (set == "own" ? nil : set)
        // A team's journal has the rooms; one's own sessions stay on this machine.
        teamJournal = named.flatMap { PostgresJournal.isAddress($0) ? $0 : nil }
        let path = teamJournal == nil ? named : nil
        place = options.isPrivate ? .memory : .file(path ?? Journal.standardPath(environment: environment))
        owner = options.name
    }

    /// The surroundings of a command that keeps nothing.
    init(_ options: ContentOptions, look: LookOptions? = nil) {
        environment = ProcessInfo.processInfo.environment
        preferences = Preferences(look, environment: environment)
        library = Self.library(options, environment)
        place = .memory
        teamJournal = nil
        owner = ""
    }

    /// What somebody has set, for commands that only tell it.
    static func preferences(_ look: LookOptions) -> Preferences {
        Preferences(look, environment: ProcessInfo.processInfo.environment)
    }

    /// What typed replies are heard with; nil where the content has no hearing table that can be read.
    func listener(_ vocabulary: Vocabulary, own: [OwnExemplar] = []) -> Listener? {
        (try? library.hearing(vocabulary).table()).map {
            Listener(ear: Ear(table: $0, own: own), vocabulary: vocabulary)
        }
    }

    /// What the learner said was meant by words that they typed, and the journal remembers, the newest last:
    /// it has the last word.
    static func exemplars(of owner: String, in journal: Journal) -> [OwnExemplar] {
        ((try? journal.corrections(owner: owner)) ?? []).reversed().map { OwnExemplar(text: $0.text, move: $0.meant) }
    }

    private static func library(_ options: ContentOptions, _ environment: [String: String]) -> Library {
        Library(
            folders: ContentLocator.folders(
                named: options.folder, environment: environment, executable: ContentLocator.executablePath()))
    }

    /// Wall time, ms since 1970.
    static func wallTime() -> Int { Int(Date().timeIntervalSince1970 * 1_000) }

    /// A wall time for people, in their own time zone: `2026-11-21 14:03`.
    static func date(_ wallTime: Int) -> String { words(wallTime, "%Y-%m-%d %H:%M") }

    /// The day of a wall time for people: `3 Nov`, with its year: `3 Nov 2026`.
    static func day(_ wallTime: Int) -> String {
        let day = words(wallTime, "%e %b %Y")
        return String(day.drop { $0 == " " })
    }

    private static func words(_ wallTime: Int, _ form: String) -> String {
        var seconds = time_t(wallTime / 1_000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        let count = strftime(&buffer, buffer.count, form, &parts)
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
