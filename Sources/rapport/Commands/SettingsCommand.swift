import ArgumentParser
import Interface
import Library
import Terminal

/// `rapport settings`
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Print what is set, and where each value comes from.",
        discussion: """
            A flag counts before the environment (RAPPORT_THEME and the like), that before the settings file, and that \
            before what is usual. What is wrong in the file does not count and is said on standard error; it never \
            stops Rapport.

            To begin with a file: rapport settings --example > ~/.config/rapport/settings.yaml
            """)

    @Flag(help: "Print a settings file to begin with, every setting explained.")
    var example = false

    @OptionGroup var look: LookOptions

    /// Keys that show how it is written. They are what the file says they are: examples, not read.
    static let exampleKeys = ["retry: Ctrl-R", "wait: [w, F6]", "journal: []"]

    func run() throws {
        if example {
            print(LookOptions.table.example(keys: Self.exampleKeys), terminator: "")
            return
        }
        let preferences = Surroundings.preferences(look)
        let settings = preferences.settings
        switch preferences.path {
        case let path? where preferences.hasFile: Words.say("Read from \(path).\n")
        case let path?: Words.say("There is no file \(path); `rapport settings --example` prints one.\n")
        case nil: Words.say("There is no home folder, and so no settings file.\n")
        }
        var rows = settings.table.rows.map { ($0.name.rawValue, settings[$0.name].text, "\(settings[$0.name].source)") }
        for wish in settings.keys {
            guard let binding = preferences.keys.bindings.first(where: { $0.command == wish.command }) else { continue }
            let keys = binding.keys.isEmpty ? "(none)" : binding.keys.map(\.writtenName).joined(separator: ", ")
            rows.append(("keys, \(wish.command)", keys, "\(wish.span.file):\(wish.span.start.line)"))
        }
        let widths = (
            rows.map { DisplayText.width(of: $0.0) }.max() ?? 0, rows.map { DisplayText.width(of: $0.1) }.max() ?? 0
        )
        for (name, value, source) in rows {
            Words.say("\(Self.padded(name, widths.0))  \(Self.padded(value, widths.1))  \(source)")
        }
        for trouble in preferences.troubles { Words.complain(trouble.description) }
    }

    private static func padded(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - DisplayText.width(of: text)))
    }
}
