import Interface
import Library
import Terminal
import Yarn

/// What somebody has set, settled: flags, environment and file put together, their keys in the table.
struct Preferences {
    /// What counts, and who set it.
    let settings: Settings
    /// The key table with their own keys.
    let keys: KeyTable
    /// The file that settings are read from; nil when there is nowhere to look.
    let path: String?
    /// There is such a file.
    let hasFile: Bool
    /// What does not count, and why.
    let troubles: [SettingTrouble]
    private let choice: ThemeChoice
    private let colour: LookOptions.Colour
    /// The screen is the Linux console, whose font has few of our signs, whatever the locale writes.
    private let isConsole: Bool

    /// Settles what counts. Without options nothing is read, and everything is as usual.
    init(_ options: LookOptions?, environment: [String: String]) {
        isConsole = environment["TERM"] == "linux"
        let named = options?.file ?? environment["RAPPORT_SETTINGS"].flatMap { $0.isEmpty ? nil : $0 }
        path = named ?? SettingsFile.usualPath(environment: environment)
        let file = options == nil ? nil : path.flatMap { SettingsFile.read($0, table: LookOptions.table) }
        hasFile = file != nil
        settings = Settings(
            table: LookOptions.table, file: file, environment: environment, flags: options?.flags ?? [:])
        let wishes = settings.keys
        let own = KeyTable.standard.with(
            wishes.map { OwnKeys(command: $0.command, keys: $0.keys, line: $0.span.start.line) })
        keys = own.table
        var troubles = settings.troubles
        if let named, file == nil, options != nil {
            troubles.append(SettingTrouble("There is no settings file \(named)."))
        }
        if let file {
            troubles += own.troubles.compactMap { trouble in
                guard let wish = wishes.first(where: { $0.span.start.line == trouble.line }) else { return nil }
                let diagnostic = Diagnostic(
                    code: "keys", severity: .warning, message: trouble.message, span: wish.span)
                return SettingTrouble(diagnostic, in: file.source)
            }
        }
        self.troubles = troubles
        colour = options?.colour ?? .auto
        var variables = environment
        // To be forced is more than to be asked for none.
        let force = environment["CLICOLOR_FORCE"] ?? ""
        if colour == .always || !["", "0"].contains(force) { variables["NO_COLOR"] = nil }
        choice = ThemeChoice(flag: settings[.theme].text, environment: variables)
    }

    /// How everything looks to begin with, or when the terminal has told its background.
    func look(on background: ScreenColour? = nil) -> Look {
        var choice = choice
        choice.background = background.map {
            RGB(UInt8($0.red >> 8), UInt8($0.green >> 8), UInt8($0.blue >> 8))
        }
        let theme = colour == .never ? Theme.monochrome : (try? choice.theme()) ?? .calm
        let motion = Look.Motion(rawValue: settings[.motion].text) ?? .full
        var look = Look(theme: theme, glyphs: theme.glyphs(isUTF8: drawsUnicode), motion: motion)
        look.ground = choice.ground
        return look
    }

    /// Changes to the theme that goes with the terminal's background, unless another was chosen meanwhile.
    func settle(_ compositor: inout Compositor, on background: ScreenColour) {
        let told = look(on: background)
        guard compositor.look.theme.name == look().theme.name else { return }
        compositor.look.ground = told.ground
        if compositor.look.theme.ground != told.theme.ground { compositor.look.change(to: told.theme) }
    }

    /// Signs beyond ASCII are drawn.
    var drawsUnicode: Bool {
        switch settings[.glyphs].text {
        case "unicode": true
        case "ascii": false
        default: TerminalSession.isUTF8 && !isConsole
        }
    }

    /// What the terminal is asked for.
    var terminal: TerminalSession.Options {
        settings[.sync].text == "off" ? .neverSynchronises : []
    }

    /// One short word about what does not count; nil when all does.
    var complaint: String? {
        guard let first = troubles.first else { return nil }
        let more = troubles.count > 1 ? " There is more like it:" : ""
        return "\(first.short)\(more) `rapport --health` tells all of it."
    }
}
