import ArgumentParser
import Interface
import Library
import Yarn

/// How it looks and moves: options of every command that shows screens, and of those that tell what is set.
struct LookOptions: ParsableArguments {
    /// Whether colours are wanted.
    enum Colour: String, ExpressibleByArgument, CaseIterable {
        /// Unless `NO_COLOR` is set.
        case auto
        /// Whatever `NO_COLOR` says.
        case always
        case never
    }

    @Option(
        name: .customLong("settings"),
        help: ArgumentHelp("Read settings from this file alone.", valueName: "FILE"), completion: .file())
    var file: String?

    @Option(
        help: ArgumentHelp("How everything looks: auto or the name of a theme.", valueName: "NAME"),
        completion: .list(["auto"] + Theme.all.map(\.name)))
    var theme: String?

    @Option(
        help: ArgumentHelp("Let things move, or stand still: full or reduced.", valueName: "HOW"),
        completion: .list(["full", "reduced"]))
    var motion: String?

    @Option(
        help: ArgumentHelp("How long reply clocks run, per cent: 100, 150, 200 or off.", valueName: "HOW"),
        completion: .list(["100", "150", "200", "off"]))
    var time: String?

    @Flag(name: .customLong("ascii"), help: "Draw with plain ASCII signs.")
    var isASCII = false

    @Flag(
        inversion: .prefixedNo, help: "Take the mouse, or leave it; while it is taken, selecting text needs Shift held."
    )
    var mouse: Bool?

    @Option(
        name: [.customLong("color"), .customLong("colour")],
        help: ArgumentHelp("Use colours: auto, always or never.", valueName: "WHEN"))
    var colour = Colour.auto

    /// What can be set.
    static let table = SettingTable(themes: Theme.all.map(\.name))

    func validate() throws {
        for (name, text, flag) in said {
            guard let row = Self.table[name], row.accepted(text) == nil else { continue }
            var hint = ""
            if case .words(let words) = row.values, let near = Spelling.nearest(to: text, in: words) {
                hint = " Did you mean \(near)?"
            }
            throw ValidationError("\(flag) takes \(row.wanted), not “\(text)”.\(hint)")
        }
    }

    /// What the command line sets.
    var flags: [Setting.Name: Settings.Value] {
        var flags: [Setting.Name: Settings.Value] = [:]
        for (name, text, flag) in said {
            flags[name] = (Self.table[name]?.accepted(text)).map { Settings.Value($0, .flag(flag)) }
        }
        return flags
    }

    private var said: [(Setting.Name, String, String)] {
        let all: [(Setting.Name, String?, String)] = [
            (.theme, theme, "--theme"), (.motion, motion, "--motion"), (.time, time, "--time"),
            (.glyphs, isASCII ? "ascii" : nil, "--ascii"),
            (.mouse, mouse.map { $0 ? "on" : "off" }, mouse == false ? "--no-mouse" : "--mouse"),
        ]
        return all.compactMap { name, text, flag in text.map { (name, $0, flag) } }
    }
}
