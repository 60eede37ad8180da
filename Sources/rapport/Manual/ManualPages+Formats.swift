import Conversation
import Interface
import Library

// The pages about files: settings and scenarios.
extension ManualPages {
    private static let order = """
        A flag counts before a variable of the environment, that before the file, the file before what is usual.
        """
    private static let leniency = """
        A setting that is wrong does not count, and the others do. Home says so in a line; `rapport --health` says it with the \
        place and what to do.
        """

    /// rapport-settings(5)
    static func settings(_ table: SettingTable) -> String {
        var page = page("rapport-settings", section: 5)
        page.name("rapport-settings", "how Rapport looks, moves and is steered")
        page.section("Description")
        page.paragraphs(
            """
            Settings are read from `$XDG_CONFIG_HOME/rapport/settings.yaml`, which is `~/.config/rapport/settings.yaml` unless \
            that variable is set; from the file that `RAPPORT_SETTINGS` names; or from the one behind `--settings`. The file is \
            YAML: one setting a line, as `name: value`. None is needed.
            \(order) `rapport settings` shows what counts and where it comes from.
            \(leniency)
            """)
        page.section("Settings")
        for row in table.rows {
            let ways = [row.variable, row.flag].filter { !$0.isEmpty }.map { "`\($0)`" }.joined(separator: ", ")
            page.item(
                "\(row.name.rawValue): \(row.usual)",
                "\(row.summary) \(row.more.isEmpty ? "" : row.more + " ")Takes \(row.wanted). Also: \(ways).")
        }
        page.section("Keys")
        page.paragraphs(keyWords)
        page.example(keyExample)
        page.section("See also")
        page.paragraphs("rapport(1)")
        return page.text
    }

    private static let keyWords = """
        Below `keys:` stand commands, each with a key or a list of keys that takes the place of its usual ones; an empty list \
        takes its keys away. A key is a letter, Space, Enter, Tab, Esc, Up, PgUp, Home, F1 to F24 and the like, with Ctrl-, Alt- \
        or Shift- before it. A key that another command had is taken from it; two wishes for one key are told by line, and the \
        first counts. Signs that mean something in YAML stand in quotes. `rapport --keys` lists the commands.
        """
    private static let keyExample = """
        keys:
          retry: Ctrl-R
          wait: [w, F6]
          help: "?"
          journal: []
        """

    /// Docs/Settings.md
    static func settingsPage(_ table: SettingTable) -> String {
        var page = """
            # Settings

            None is needed. `rapport settings --example > ~/.config/rapport/settings.yaml` writes a file to begin with, every
            setting in it explained; `rapport settings` shows what counts and where each value comes from.

            The file is `$XDG_CONFIG_HOME/rapport/settings.yaml` (`~/.config/rapport/settings.yaml` unless that is set), or what
            `RAPPORT_SETTINGS` or `--settings FILE` names. A flag counts before a variable of the environment, that before the
            file, the file before what is usual.

            A setting that is wrong never stops Rapport: it does not count, and the others do. Home says so in a line,
            `rapport --health` with the place and what to do:

            ```
            settings.yaml:2:8: warning settings: `theme` cannot be `drak`.
             2 | theme: drak
               |        ^^^^
               expected: \(table[.theme]?.wanted ?? "")
               hint: Did you mean `dark`?
            ```

            This page is made from the table that settings are read with: `rapport manual --to Docs` writes it.

            | setting | takes | unless you say | also |
            | --- | --- | --- | --- |

            """
        for row in table.rows {
            let ways = [row.variable, row.flag].filter { !$0.isEmpty }.map { "`\($0)`" }.joined(separator: " ")
            page += "| `\(row.name.rawValue)` | \(row.wanted) | `\(row.usual)` | \(ways) |\n"
        }
        for row in table.rows {
            page += "\n**\(row.name.rawValue)**: \(row.summary)\(row.more.isEmpty ? "" : " " + row.more)\n"
        }
        page += """

            ## Colours

            `--color never` is the strongest: no colour. A theme that is named (flag, variable or file) comes next, then
            `NO_COLOR` (no-color.org), then the terminal's background, which it is asked for after the first frame; where it does
            not answer, `COLORFGBG` is looked at, and else it counts as dark. `--color always` and `CLICOLOR_FORCE` make
            `NO_COLOR` count for nothing.

            ## Keys

            \(keyWords)

            ```yaml
            \(keyExample)
            ```

            [Keys.md](Keys.md) has the table as it is without a file.

            """
        return page
    }

    /// rapport-scenario(7)
    static func scenario() -> String {
        var page = page("rapport-scenario", section: 7)
        page.name("rapport-scenario", "the form of Rapport's scenarios, in short")
        page.section("Description")
        page.paragraphs(
            """
            A scenario is a folder with `scenario.yarn` in it, and beside that `scenario.testplan` and, for translations, one \
            CSV table a language. Folders of scenarios stand in `scenarios` below a content folder, which has one \
            `vocabulary.yaml`: the moves, skills, feelings, tones and sounds that scenarios may name.
            The text is Yarn, level 3: nodes of headers, a line `---`, a body and a line `===`. A line of the body is what \
            somebody says (`Priya: hello?`), an option of the agent (`-> I am here.`), a command in `<<` and `>>`, or a comment \
            behind `//`. Hashtags behind a line say more about it. `rapport new` begins a scenario, `rapport check` tells what is \
            wrong with one, and its Docs/Authoring.md teaches all of it in half an hour.
            """)
        page.example(
            """
            title: Start
            scenario: Lost tent
            channels: chat
            cast: Leyla = Leyla Aydin
            customer: Leyla
            ---
            <<reply_within 60>>
            Leyla: where is my tent #emotion:anxious
            -> When do you leave, and from where? #move:focusing-question
                Coach: You asked for the day before the parcel.
                <<trust +6>>
                <<jump Found>>
            -> … #timeout
                <<jump Found>>
            ===
            title: Found
            ending: found
            outcome: kept
            ---
            Leyla: there it is
            ===
            """)
        page.section("Headers of the first node")
        page.paragraphs(ScenarioHeading.names.sorted().map { "`\($0)`" }.joined(separator: ", "))
        page.section("Commands")
        page.example(ScenarioCommand.forms.map(\.form).joined(separator: "\n"))
        page.section("Speakers")
        page.paragraphs(
            """
            Everybody in `cast:`, and: `You` (the agent), `Coach` (a word about the reply just given), `Scene` (what the room \
            gives), `Note` (for the ticket), `Subject` and `Paragraph` (of a mail), `Reflect` (a question for afterwards).
            """)
        page.section("See also")
        page.paragraphs("rapport(1)")
        return page.text
    }
}
