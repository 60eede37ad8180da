import CUnix
import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A small program for the tests: shows what it hears, crashes when told to.
@main struct TerminalProbe {
    static func main() {
        if CommandLine.arguments.contains("--measure") { return Measurement.run() }
        var application = ProbeApplication(arguments: Array(CommandLine.arguments.dropFirst()))
        var options: TerminalSession.Options = .reportsFocus
        if application.arguments.contains("--never-sync") { options.insert(.neverSynchronises) }
        let report = application.argument("--report").map {
            CrashReport(path: $0, about: "probe 1.0", farewell: "The probe stopped; what is known is in")
        }
        do {
            for _ in 0..<(application.arguments.contains("--twice") ? 2 : 1) {
                application.exit = nil
                switch try TerminalSession.run(&application, options: options, crashReport: report) {
                case .finished(let exit):
                    if let message = exit.message { print(message) }
                    if exit.status != 0 { quit(exit.status) }
                case .hungUp: quit(7)
                }
            }
        } catch {
            complain("\(error)\n")
            quit(2)
        }
    }

    private static func quit(_ status: Int32) -> Never { exit(status) }
}

/// What the probe shows and does.
struct ProbeApplication: TerminalApplication {
    var arguments: [String]
    var exit: Exit?
    private let table: [Style] = [
        .plain, Style(attributes: .reverse), Style(foreground: .indexed(208), attributes: [.bold, .italic]),
    ]

    func styles(colours: Int) -> [Style] { table }
    private var keys: [String] = []
    private var paste = "none"
    private var notes: [String] = []
    private var size = Size(columns: 0, rows: 0)
    private var showsClock = false
    private var ticks = 0
    private var nextTick: Uptime?
    private var idleSteps = 0
    private var modes: TerminalModes?
    private var errand: TerminalErrand?
    private let glyphs = TerminalSession.isUTF8 ? LineGlyphs.unicode : .ascii

    init(arguments: [String]) { self.arguments = arguments }

    mutating func receive(_ event: TerminalEvent, at now: Uptime) {
        switch event {
        case .key(let key): press(key, at: now)
        case .paste(let text):
            let end = text.suffix(8)
            paste = "\(text.utf8.count) \(end)"
        case .resized(let size): self.size = size
        case .focused(let focused): note(focused ? "focus" : "blur")
        case .keyReleased(let key): note("released-\(name(of: key))")
        case .mouse(let mouse):
            if case .press(let button) = mouse.action {
                note("press-\(button)@\(mouse.point.column),\(mouse.point.row)")
            }
        case .lent: note("lent")
        case .returned(let outcome): note("\(outcome)")
        case .answered(.mode(let number, _)): note("mode-\(number)")
        case .answered(.background(let colour)): note(colour.isDark ? "dark" : "light")
        case .answered(.name(let name)): note("name-\(name)")
        case .answered: note("answer")
        case .resumed: note("resumed")
        case .hungUp: note("hung-up")
        case .terminate(let signal): note("signal-\(signal)")
        }
    }

    mutating func reach(_ now: Uptime) -> Bool {
        guard let due = nextTick, due <= now else { return false }
        ticks += 1
        nextTick = due + 20
        return true
    }

    func nextDeadline(after now: Uptime) -> Uptime? { showsClock ? nextTick : nil }

    mutating func takeErrand() -> TerminalErrand? {
        defer { errand = nil }
        return errand
    }

    mutating func afterFrame(at now: Uptime) -> Bool {
        idleSteps += 1
        return idleSteps % 8 != 0
    }

    mutating func saveBeforeLeaving(_ reason: LeavingReason) {
        guard let path = argument("--save") else { return }
        let text = "saved: \(reason) notes: \(notes.joined(separator: " "))\n"
        guard let file = fopen(path, "a") else { return }
        fputs(text, file)
        fclose(file)
    }

    mutating func draw(into surface: inout Surface, at now: Uptime) {
        if arguments.contains("--page") { return drawPage(into: &surface) }
        let area = surface.bounds
        if let modes { surface.modes = modes }
        surface.box(area, style: 0, title: "Probe – été", lines: glyphs)
        let lines = [
            "size=\(size.columns)x\(size.rows)", "keys=\(keys.suffix(12).joined(separator: ","))", "paste=\(paste)",
            "notes=\(notes.suffix(6).joined(separator: ",").suffix(66))", "ticks=\(ticks)", "日本語 “ok” … é",
        ]
        for (row, line) in lines.enumerated() where row + 2 < area.rows {
            surface.put(line, at: Point(column: 2, row: row + 1), columns: area.columns - 4)
        }
        surface.put(" bold orange ", at: Point(column: 30, row: 1), style: 2)
        surface.put("reverse", at: Point(column: 44, row: 1), style: 1)
        surface.put("X", at: Point(column: area.columns - 1, row: area.rows - 1))
        if area.rows > 3 { surface.cursor = Point(column: 7 + DisplayText.width(of: keys.last ?? ""), row: 2) }
    }

    /// Strings that terminals count differently, each with a bar behind it at the column where we believe it ends.
    private func drawPage(into surface: inout Surface) {
        for (row, text) in Self.page.enumerated() {
            let taken = surface.put("\(row) " + text, at: Point(column: 0, row: row))
            surface.put("|\(taken)", at: Point(column: taken, row: row))
        }
        surface.put("page-end", at: Point(column: 0, row: Self.page.count))
    }

    static let page = [
        "plain", "été e\u{301}\u{323}\u{302}", "日本語、한글", "👩‍👩‍👧‍👦 👍🏽 ❤️ 🇫🇷 1️⃣", "\u{1100}\u{1161}\u{11A8}", "क्‍ष हिन्दी",
        "ภาษาไทย", "a\u{200B}b\u{FEFF}c\u{202E}d", "\u{1B}[31mred\u{9B}2J", "⚠ ⚠️ ⏳ ✅ ☂", "─│┌┐█▀▄░",
        "\u{1FAE8}\u{1CC00}\u{E000}", "ﬁ Ａ ｱ", "\u{301}lone", "עברית العربية", "soft\u{AD}hyphen",
        "\u{2630}\u{4DC0}\u{268A}",
        "\t\r\n\u{2028}", "Ω ± × ÷ § ¡", "\u{1F3FB}\u{1F1E6}\u{1F1E6}\u{1F1E6}",
    ]

    private mutating func note(_ text: String) { notes.append(text) }

    func argument(_ name: String) -> String? {
        guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
        return arguments[place + 1]
    }

    private mutating func press(_ key: Key, at now: Uptime) {
        if key.modifiers == .control, case .character(let letter) = key.code {
            switch letter {
            case "t":
                showsClock.toggle()
                nextTick = showsClock ? now + 20 : nil
            case "q": exit = Exit(status: 0, message: "goodbye")
            case "w": TerminalProbe.complain("warning \u{1B}[31m kept back\n")
            case "x": crash(keys.last ?? "")
            case "o": change(keys.last ?? "")
            case "e":
                let words =
                    keys.last == "m" ? ["no-such-program-anywhere"] : ["/bin/sh", "-c", argument("--errand") ?? ""]
                errand = TerminalErrand(words, environment: ["ERRAND": "yes"])
            default: keys.append("C-\(letter)")
            }
            return
        }
        keys.append(name(of: key))
    }

    private func name(of key: Key) -> String {
        let alt = key.modifiers.contains(.alt) ? "A-" : ""
        if case .character(let character) = key.code { return alt + String(character) }
        return alt + (key.modifiers.contains(.control) ? "C-" : "") + "\(key.code)"
    }

    private mutating func change(_ what: String) {
        var wanted = modes ?? TerminalModes()
        switch what {
        case "m": wanted.mouse = .drag
        case "b": wanted.cursorShape = .bar
        case "t": wanted.title = "probe \u{1B}[31m été"
        case "n": wanted.alternateScreen.toggle()
        default: wanted = TerminalModes()
        }
        modes = wanted
    }

    private func crash(_ kind: String) {
        switch kind {
        case "h": cunix_fault(Int32(CUNIX_FAULT_THREAD))
        case "t": raise(SIGTRAP)
        case "f": fatalError("probe: told to")
        case "i":
            let none: [Int] = []
            print(none[keys.count])
        case "o":
            let most = Int.max
            print(most + keys.count)
        case "s": cunix_fault(Int32(CUNIX_FAULT_SEGV))
        case "b": cunix_fault(Int32(CUNIX_FAULT_BUS))
        case "v": cunix_fault(Int32(CUNIX_FAULT_STACK))
        case "d": cunix_fault(Int32(CUNIX_FAULT_FPE))
        case "a": cunix_fault(Int32(CUNIX_FAULT_ABORT))
        case "e": TerminalProbe.leaveAbruptly()
        default: break
        }
    }
}

extension TerminalProbe {
    /// Writes to standard error.
    static func complain(_ text: String) { cunix_write(2, text, text.utf8.count) }

    /// Ends the process from the middle of a turn, as a library might.
    static func leaveAbruptly() -> Never { exit(3) }
}
