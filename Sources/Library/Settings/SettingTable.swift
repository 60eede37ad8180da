/// Everything that can be set: the one table that the file, the flags, the example and the manual pages are made from.
public struct SettingTable: Hashable, Sendable {
    /// Its rows, in the order of the example.
    public var rows: [Setting]

    /// The settings there are.
    /// - Parameter themes: the names of the themes, which the room that draws knows.
    public init(themes: [String]) {
        // YAML's other words for on and off.
        let yes = ["yes": "on", "true": "on", "no": "off", "false": "off"]
        rows = [
            Setting(
                name: .theme, values: .words(["auto"] + themes), usual: "auto",
                summary: "How everything looks.",
                more: """
                    auto is calm, dark or light as the terminal's background is, and no colour at all when NO_COLOR is \
                    set to anything. A theme that is named here is used even then.
                    """, flag: "--theme", twins: ["mono": "monochrome"].filter { themes.contains($1) }),
            Setting(
                name: .glyphs, values: .words(["auto", "unicode", "ascii"]), usual: "auto",
                summary: "The signs that are drawn.",
                more: "auto is Unicode where the locale writes UTF-8, and plain ASCII elsewhere.", flag: "--ascii"),
            Setting(
                name: .motion, values: .words(["full", "reduced"]), usual: "full",
                summary: "Whether words come at the pace they are said.",
                more: "With reduced, lines come whole and nothing moves but clocks.", flag: "--motion"),
            Setting(
                name: .mouse, values: .words(["on", "off"]), usual: "off",
                summary: "Whether Rapport takes the mouse.",
                more: "While it does, selecting text with the mouse needs Shift held.", flag: "--mouse", twins: yes),
            Setting(
                name: .speech, values: .words(["on", "off"]), usual: "off",
                summary: "Whether the machine speaks what the customer says on a call.",
                more: "It needs espeak-ng, espeak or say; v turns it on and off while you practise.",
                twins: yes),
            Setting(
                name: .voiceRate, values: .number(80...450, unit: "words a minute", or: "auto"), usual: "auto",
                summary: "How fast the machine speaks.",
                more: "auto is as fast as the speaker is, in step with the captions."),
            Setting(
                name: .time, values: .words(["100", "150", "200", "off"]), usual: "100",
                summary: "How long reply clocks run, in per cent of what the scenario says.",
                more: """
                    off is no clock at all: nothing runs out. What a reply does is the same either way.
                    """, flag: "--time"),
            Setting(
                name: .difficulty,
                values: .words(["adaptive", "scenario", "gentle", "steady", "stretching"]), usual: "adaptive",
                summary: "How demanding conversations are.",
                more: """
                    adaptive begins where your last conversations ended and moves by what your replies do, never by how \
                    fast they come; it always says so and why. scenario is as its author meant it. The others stay as \
                    they are. D changes it while you practise.
                    """),
            Setting(
                name: .curveballs, values: .words(["on", "off"]), usual: "on",
                summary: "Whether what nobody chose may happen in a conversation, where its author has a place for it.",
                more: "Rarely when it is gentle, mostly when it is stretching.", twins: yes),
            Setting(
                name: .groundwork, values: .words(["hard", "always", "never"]), usual: "hard",
                summary: "Whether an intention, a breath and two questions come before a conversation.",
                more: """
                    hard is before conversations that are meant to stretch. All of it can be skipped with one key, and \
                    i on Home has it whatever stands here. What a scenario gives notice of is always shown.
                    """),
            Setting(
                name: .reminders, values: .words(["on", "off"]), usual: "on",
                summary: "Whether rules of your own are offered back when a moment comes that they fit.", twins: yes),
            Setting(
                name: .feedback, values: .words(["at-once", "turning-points", "at-the-end"]), usual: "at-once",
                summary: "When the coach speaks.",
                more: """
                    turning-points is where trust broke, was mended, or moved far; at-the-end keeps every word until the \
                    conversation is over, where c reads them. What is about safety is said at once, always.
                    """),
            Setting(
                name: .sync, values: .words(["auto", "off"]), usual: "auto",
                summary: "Whether frames are held back until they are whole, where the terminal says that it can.",
                more: "Turn it off when the screen stays empty or old."),
            Setting(
                name: .journal,
                values: .place("the path of a file, or postgresql://NAME@HOST/DATABASE", or: "own"), usual: "own",
                summary: "Where live rooms are kept.",
                more: """
                    own is your own journal, beside your sessions. An address is a team's journal: rooms are there, and \
                    what you practise alone stays on your machine. A path is a file for both. Leave passwords to \
                    ~/.pgpass.
                    """, flag: "--journal"),
        ]
    }

    /// The row of a setting.
    public subscript(name: Setting.Name) -> Setting? { rows.first { $0.name == name } }
}
