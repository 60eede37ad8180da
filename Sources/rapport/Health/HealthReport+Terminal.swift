import Interface
import Terminal

// The terminal, and what lies between it and this machine.
extension HealthReport {
    mutating func look(at terminal: TerminalReport, _ environment: [String: String]) {
        begin("Terminal")
        let name = DisplayText.sanitised(terminal.name)
        if let failure = terminal.failure {
            note("full screen", "not possible", do: "\(failure) Until then Rapport talks in lines, as with --plain.")
        } else if let description = terminal.description, description != terminal.name {
            note(
                "full screen", "\(name), drawn as \(description)",
                do: "This machine does not know \(name) itself. The package ncurses-term has most descriptions.")
        } else {
            fine("full screen", name)
        }
        size(terminal)
        if terminal.isOutput { colours(terminal, environment) }
        characters(terminal)
        answers(terminal, environment)
        clipboard(terminal, environment)
        connection(environment)
    }

    private mutating func size(_ terminal: TerminalReport) {
        guard let size = terminal.size else { return }
        let told = "\(size.columns) columns, \(size.rows) rows"
        if size.columns < Interface.smallestColumns || size.rows < Interface.smallestRows {
            note(
                "size", told,
                do: "Rapport waits until the window has \(Interface.smallestColumns) columns and "
                    + "\(Interface.smallestRows) rows.")
        } else if size.columns < 80 || size.rows < 24 {
            note("size", told, do: "It works; from 80 columns and 24 rows on, everything has its place.")
        } else {
            fine("size", told)
        }
    }

    private mutating func colours(_ terminal: TerminalReport, _ environment: [String: String]) {
        if !(environment["NO_COLOR"] ?? "").isEmpty {
            fine("colours", "\(terminal.colours), and NO_COLOR asks for none; a theme that you name is used even so")
        } else if terminal.colours >= 256 {
            fine("colours", "\(terminal.colours)")
        } else if terminal.colours >= 8 {
            let isMore = ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
            note(
                "colours", "\(terminal.colours)",
                do: isMore
                    ? "The terminal says that it has more (COLORTERM). Try: TERM=xterm-256color"
                    : "Themes have a version for that. With a terminal of 256 colours, try: TERM=xterm-256color")
        } else if terminal.failure == nil {
            fine("colours", "none; bold, underlined and reversed say the same")
        }
    }

    private mutating func characters(_ terminal: TerminalReport) {
        if terminal.isUTF8 {
            fine("characters", "UTF-8")
        } else {
            let set = DisplayText.sanitised(terminal.characterSet)
            note(
                "characters", set.isEmpty ? "not UTF-8" : "\(set), not UTF-8",
                do: "Lines and signs are drawn in plain ASCII. For more: export LC_ALL=C.UTF-8")
        }
    }

    private mutating func answers(_ terminal: TerminalReport, _ environment: [String: String]) {
        guard terminal.wasAsked else {
            if terminal.isOutput, terminal.failure == nil { fine("whole frames", "not asked of this kind of terminal") }
            return
        }
        guard !terminal.answers.isEmpty else {
            fine("whole frames", "the terminal did not answer; Rapport does without")
            return
        }
        var synchronises = "no; what changed is still sent in one piece"
        var keys = "as everywhere"
        for answer in terminal.answers {
            switch answer {
            case .mode(2026, let state) where state == .on || state == .off: synchronises = "yes, by mode 2026"
            case .keyboard: keys = "told apart, by kitty's protocol"
            case .name(let name): fine("its own name", DisplayText.sanitised(name))
            case .background(let colour):
                let parts = [colour.red, colour.green, colour.blue].map { part in
                    let digits = String(part >> 8, radix: 16)
                    return digits.count < 2 ? "0" + digits : digits
                }
                fine("background", (colour.isDark ? "dark" : "light") + ", #" + parts.joined())
            default: break
            }
        }
        fine("whole frames", synchronises)
        fine("keys", keys)
    }

    /// Whether a terminal takes text for the clipboard (OSC 52) can only be guessed from its name.
    private mutating func clipboard(_ terminal: TerminalReport, _ environment: [String: String]) {
        guard terminal.isOutput, terminal.failure == nil else { return }
        let told = terminal.answers.compactMap { if case .name(let name) = $0 { name.lowercased() } else { nil } }
        let hints = told + [terminal.name.lowercased(), (environment["TERM_PROGRAM"] ?? "").lowercased()]
        let able = ["kitty", "foot", "ghostty", "wezterm", "alacritty", "contour", "rio", "iterm", "konsole", "mintty"]
        if environment["TMUX"] != nil {
            fine("clipboard", "through tmux, when it has: set -g set-clipboard on")
        } else if environment["STY"] != nil {
            fine("clipboard", "not through screen; select with the mouse")
        } else if hints.contains(where: { hint in able.contains { hint.contains($0) } }) {
            fine("clipboard", "likely, by OSC 52")
        } else {
            fine("clipboard", "not known; selecting with the mouse works as everywhere")
        }
    }

    private mutating func connection(_ environment: [String: String]) {
        var between: [String] = []
        if environment["TMUX"] != nil { between.append("tmux") }
        if environment["STY"] != nil { between.append("screen") }
        if environment["SSH_TTY"] != nil || environment["SSH_CONNECTION"] != nil { between.append("ssh") }
        guard !between.isEmpty else { return }
        let name = environment["TERM"] ?? ""
        let isInside = environment["TMUX"] != nil || environment["STY"] != nil
        if isInside, !name.hasPrefix("tmux"), !name.hasPrefix("screen") {
            note(
                "in between", between.joined(separator: ", "),
                do: "Inside tmux or screen, TERM is usually tmux-256color or screen-256color; here it is "
                    + "\(DisplayText.sanitised(name)), and colours or keys may be off.")
        } else {
            fine("in between", between.joined(separator: ", "))
        }
    }
}
