import Foundation
import Journal
import Terminal

// Other programs that Rapport can use, and the versions of what it is made of.
extension HealthReport {
    mutating func lookForTools(_ environment: [String: String], wantsSpeech: Bool) {
        begin("Other programs")
        let path = environment["PATH"] ?? ""
        let voices = ["espeak-ng", "espeak", "say"]
        if let voice = voices.lazy.compactMap({ Self.program($0, on: path) }).first {
            fine("speech", "\(voice), \(wantsSpeech ? "on" : "off until you turn it on")")
        } else if wantsSpeech {
            note(
                "speech", "on, but nothing here can speak",
                do: "Install espeak-ng. Calls are read as captions until then.")
        } else {
            fine("speech", "nothing here can speak (espeak-ng would); calls are read as captions")
        }
        editor(environment, path)
    }

    private mutating func editor(_ environment: [String: String], _ path: String) {
        for name in ["VISUAL", "EDITOR"] {
            guard let command = environment[name], !command.isEmpty else { continue }
            let word = command.split(separator: " ").first.map(String.init) ?? command
            if let found = Self.program(word, on: path) {
                fine("editor", "\(found) (\(name))")
            } else {
                note(
                    "editor", "\(command) (\(name)) is not found",
                    do: "Set \(name) to an editor that is on this machine.")
            }
            return
        }
        if let found = ["nano", "vi"].lazy.compactMap({ Self.program($0, on: path) }).first {
            fine("editor", "\(found); VISUAL or EDITOR names another")
        } else {
            note("editor", "none found", do: "Mails can be written here all the same. VISUAL or EDITOR names one.")
        }
    }

    mutating func tellVersions() {
        begin("Versions")
        fine("rapport", Rapport.version)
        fine("ncurses", TerminalReport.libraryVersion)
        fine("SQLite", Journal.libraryVersion)
        var system = utsname()
        guard uname(&system) == 0 else { return }
        func text<Field>(_ field: Field) -> String {
            withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        }
        fine("system", "\(text(system.sysname)) \(text(system.release)) \(text(system.machine))")
    }

    /// Where a program is found along PATH; a name with a slash is a path already.
    private static func program(_ name: String, on path: String) -> String? {
        if name.contains("/") { return isProgram(name) ? name : nil }
        return path.split(separator: ":").lazy.map { "\($0)/\(name)" }.first(where: isProgram)
    }

    private static func isProgram(_ path: String) -> Bool {
        var found = stat()
        return access(path, X_OK) == 0 && stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
    }
}
