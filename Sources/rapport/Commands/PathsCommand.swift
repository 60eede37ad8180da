import ArgumentParser
import Foundation
import Journal

/// `rapport paths`
struct PathsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paths", abstract: "List every file and folder that Rapport uses here.",
        discussion: "Nothing is made or changed. To move to another machine: `rapport backup`, and your settings file.")

    @OptionGroup var places: PlaceOptions
    @OptionGroup var look: LookOptions

    func run() throws {
        let surroundings = Surroundings(places, look: look)
        for folder in surroundings.library.folders { tell("scenarios", folder) }
        if case .file(let path) = surroundings.place {
            tell("journal", path)
            // They are there while a journal is open.
            for tail in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + tail) {
                tell("journal", path + tail)
            }
        } else {
            Words.say("journal    none: this run keeps nothing")
        }
        if let path = surroundings.preferences.path { tell("settings", path) }
        if let path = StateFolder(environment: surroundings.environment).crashFile { tell("crash", path) }
    }

    private func tell(_ name: String, _ path: String) {
        let pad = String(repeating: " ", count: max(1, 11 - name.count))
        let missing = FileManager.default.fileExists(atPath: path) ? "" : "  (not there yet)"
        Words.say(name + pad + path + missing)
    }
}
