import Conversation
import Interface
import Library

/// The pages that are made from the program's own tables, by their path below Docs.
struct ManualPages {
    /// A page: its path and its whole text.
    struct Page {
        var path: String
        var text: String
    }

    static let keys = KeySheet(.standard)
    static let date = "2026-11-21"

    /// Every page.
    static func all() throws -> [Page] {
        [
            Page(path: "man/rapport.1", text: program(try CommandTree.whole())),
            Page(path: "man/rapport-settings.5", text: settings(LookOptions.table)),
            Page(path: "man/rapport-scenario.7", text: scenario()),
            Page(path: "Keys.md", text: keyPage()),
            Page(path: "Settings.md", text: settingsPage(LookOptions.table)),
        ]
    }

    static func page(_ name: String, section: Int) -> Roff {
        Roff(name, section: section, version: Rapport.version, date: date)
    }

    /// rapport(1)
    private static func program(_ tree: CommandTree) -> String {
        var page = page("rapport", section: 1)
        page.name("rapport", "practise the hard conversations of customer support")
        page.section("Synopsis")
        page.paragraphs("`rapport` [COMMAND] [OPTIONS]")
        page.section("Description")
        page.paragraphs(
            """
            Rapport is a full-screen program in which people who help customers practise the conversations that are hard. \
            A customer writes or speaks at a human pace and under a real clock; you choose what to say, or to say nothing.
            \(tree.discussion ?? "")
            """)
        page.section("Commands")
        let leaves = tree.leaves
        var count: [CommandTree.Argument: Int] = [:]
        for leaf in leaves { for argument in leaf.shown { count[argument, default: 0] += 1 } }
        let start = leaves.first { $0.commandName == "start" }?.shown ?? []
        let shared = start.filter { count[$0, default: 0] > 1 }
        for leaf in leaves {
            let own = leaf.shown.filter { !shared.contains($0) }
            let positional = own.filter { $0.kind == "positional" }.map { " " + $0.written }.joined()
            page.subsection(leaf.fullName + positional)
            page.paragraphs(leaf.abstract ?? "")
            if let discussion = leaf.discussion { page.paragraphs(discussion) }
            if let aliases = leaf.aliases, !aliases.isEmpty {
                page.paragraphs("Also: " + aliases.map { "`\($0)`" }.joined(separator: ", "))
            }
            for argument in own { page.item(argument.written, argument.words) }
            let common = leaf.shown.filter(shared.contains).compactMap { $0.names?.first?.name }
            if !common.isEmpty {
                page.paragraphs("And, as below: " + common.map { "`--\($0)`" }.joined(separator: ", "))
            }
        }
        page.section("Options of many commands")
        for argument in shared { page.item(argument.written, argument.words) }
        page.item("-h, --help", "Explain a command and its options.")
        page.item("--version", "Print the version.")
        keySection(&page)
        ending(&page)
        return page.text
    }

    private static func keySection(_ page: inout Roff) {
        page.section("Keys")
        page.paragraphs(
            """
            One table holds for every screen; no key means two things. While text is typed, letters type. Every command can \
            be typed behind a colon, and its first letters are enough. `rapport --keys` prints the table with your own keys.
            """)
        for (group, rows) in keys.groups {
            page.subsection(group.rawValue)
            for row in rows { page.item("\(row.keys)  (:\(row.command))", row.words) }
        }
    }

    private static func ending(_ page: inout Roff) {
        page.section("Files")
        page.item(
            "~/.config/rapport/settings.yaml",
            "Settings; see rapport-settings(5). In `$XDG_CONFIG_HOME` when that is set.")
        page.item(
            "~/.local/share/rapport/journal.sqlite",
            "What you have practised, readable by you alone. In `$XDG_DATA_HOME` when that is set.")
        page.item("~/.local/share/rapport/content", "Scenarios of your own; see rapport-scenario(7).")
        page.item(
            "~/.local/state/rapport/crash.txt",
            "What is known when Rapport has broken down. Nothing that you typed is in it. In `$XDG_STATE_HOME` when that is set."
        )
        page.section("Environment")
        page.item("RAPPORT_CONTENT", "The folder that scenarios are read from, alone.")
        page.item("RAPPORT_SETTINGS", "The settings file.")
        page.item(
            LookOptions.table.rows.map(\.variable).joined(separator: ", "),
            "What rapport-settings(5) sets, for one run: after a flag, before the file.")
        page.item("NO_COLOR", "When set to anything, no colour, unless a theme is named.")
        page.item("CLICOLOR_FORCE", "When set to anything but 0, `NO_COLOR` does not count, as with `--color always`.")
        page.item("COLORFGBG", "Whether the background is light, for terminals that do not answer when asked.")
        page.item("VISUAL, EDITOR", "Your editor.")
        page.item(
            "TERM, LANG, LC_ALL, ESCDELAY", "As everywhere: the terminal, the character set, patience after Esc in ms.")
        page.section("Exit status")
        page.item("0", "All is well.")
        page.item("1", "Something failed, or what was checked is wrong; standard error says what.")
        page.item("64", "The command line was not understood.")
        page.item("128 + n", "Ended by signal n, after everything was saved and the terminal was put back.")
        page.section("See also")
        page.paragraphs("rapport-settings(5), rapport-scenario(7)")
    }

    private static func keyPage() -> String {
        var page = """
            # Keys

            One table holds for every screen; no key means two things. While text is typed, letters type, and the last group
            applies. Every command can be typed behind a colon, and its first letters are enough. What can be done just now is in
            the last row, behind `?`, and in the palette.

            `rapport --keys` prints the table as it is for you; [Settings.md](Settings.md) says how to change it.

            This page is made from that table: `rapport manual --to Docs` writes it.

            """
        for (group, rows) in keys.groups {
            page += "\n## \(group.rawValue)\n\n| key | command | |\n| --- | --- | --- |\n"
            for row in rows {
                let names = row.keys.split(separator: ", ").map { "`\($0)`" }.joined(separator: " ")
                let command = row.command.replacing("|", with: "\\|")
                page += "| \(names) | `:\(command)` | \(row.words)\(row.isFixed ? " Keeps its key." : "") |\n"
            }
        }
        return page
    }
}
