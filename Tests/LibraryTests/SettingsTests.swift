import Testing
import Yarn

@testable import Library

@Suite("Settings")
struct SettingsTests {
    private static let table = SettingTable(themes: ["calm", "dark", "light", "monochrome"])

    private func file(_ text: String) -> SettingsFile {
        SettingsFile(SourceFile(name: "settings.yaml", text: text), table: Self.table)
    }

    @Test("what a file sets counts, with the line it stands in")
    func values() {
        let file = file(
            """
            # mine
            theme: Dark

            motion: "reduced"
            mouse: yes
            voice-rate: 200
            time: off
            """)
        #expect(file.troubles.isEmpty)
        let settings = Settings(table: Self.table, file: file, environment: [:])
        #expect(settings[.theme] == .init("dark", .file("settings.yaml", line: 2)))
        #expect(settings[.motion] == .init("reduced", .file("settings.yaml", line: 4)))
        #expect(settings.isOn(.mouse))
        #expect(settings.voiceRate == 200)
        #expect(Settings(table: Self.table).voiceRate == nil)
        #expect(settings.extraTime == 0)
        #expect(settings[.glyphs] == .init("auto", .usual))
    }

    @Test(
        "what is wrong is told with its place and what to do; the rest counts",
        arguments: [
            (
                "theme: drak", "1:8: warning settings: `theme` cannot be `drak`.",
                "expected: auto, calm, dark, light or monochrome\n   hint: Did you mean `dark`?"
            ),
            (
                "them: dark", "1:1: warning settings: There is no setting `them`.",
                "hint: Did you mean `theme`?"
            ),
            ("colours: no", "1:1: warning settings: There is no setting `colours`.", "hint: There are theme, glyphs"),
            ("theme:", "1:7: warning settings: `theme` has no value.", "expected: auto"),
            ("theme: [dark]", "1:8: warning settings: `theme` takes one value.", "expected: auto"),
            ("theme: {a: b}", "1:8: warning settings: `theme` takes one value.", "expected: auto"),
            (
                "voice-rate: fast", "1:13: warning settings: `voice-rate` cannot be `fast`.",
                "auto, or 80 to 450 words a minute"
            ),
            (
                "voice-rate: 9", "1:13: warning settings: `voice-rate` cannot be `9`.",
                "auto, or 80 to 450 words a minute"
            ),
            ("voice-rate: 99999999999999999999", "1:13: warning", "auto, or 80 to 450 words a minute"),
            ("time: 175", "1:7: warning settings: `time` cannot be `175`.", "expected: 100, 150, 200 or off"),
            ("mouse: perhaps", "1:8: warning settings: `mouse` cannot be `perhaps`.", "expected: on or off"),
            ("just words", "1:1: warning settings: A settings file is a list of lines", "rapport settings --example"),
            ("- theme", "1:1: warning settings: A settings file is a list of lines", "rapport settings --example"),
            ("keys: Ctrl-R", "1:7: warning settings: `keys` lists commands with their keys.", "retry: Ctrl-R"),
            ("keys:\n  retry: {a: b}", "2:10: warning keys: A command takes a key, or a list of keys.", "`[]` takes"),
            ("keys:\n  retry: [a, [b]]", "2:14: warning keys: A key is a word such as Ctrl-R.", ""),
            ("[a, b]: c", "1:1: warning settings: A setting has a name of letters.", "name: value"),
        ])
    func wrong(text: String, place: String, advice: String) throws {
        let isAlone = text.hasPrefix("just") || text.hasPrefix("- ")
        let file = file(text + (isAlone ? "\n" : "\nmotion: reduced\n"))
        let trouble = try #require(file.troubles.first)
        #expect(trouble.description.hasPrefix("settings.yaml:\(place)"), "\(trouble)")
        #expect(advice.isEmpty || trouble.description.contains(advice), "\(trouble)")
        let settings = Settings(table: Self.table, file: file, environment: [:])
        #expect(settings[.theme].text == "auto")
        if !isAlone { #expect(settings[.motion].text == "reduced") }
    }

    @Test("an excerpt shows the spot; the short form fits a line of Home")
    func excerpt() throws {
        let trouble = try #require(file("# mine\ntheme: drak\n").troubles.first)
        #expect(trouble.description.contains("\n 2 | theme: drak\n   |        ^^^^\n"))
        #expect(trouble.short == "settings.yaml, line 2: `theme` cannot be `drak`.")
    }

    @Test(
        "where the text breaks off being YAML, that is told and what stands above counts",
        arguments: [
            ("\tindented: x", "YAML takes no tab there"),
            ("keys:\n  retry: a\n\twait: b", "YAML takes no tab there"),
            ("mouse: [on", "What stands above"), ("mouse: \"on", "What stands above"),
            ("mouse: }", "What stands above"),
            ("mouse: on: off", "What stands above"), ("theme: dark", "Keep one of the two"),
            ("%YAML 9", "What stands above"),
        ])
    func broken(text: String, advice: String) {
        let file = file("theme: light\nmotion: reduced\n" + text + "\n")
        #expect(file.troubles.count == 1)
        #expect(file.troubles.first?.description.contains(advice) ?? false, "\(file.troubles)")
        #expect(file.values[.theme]?.text == "light")
        #expect(file.values[.motion]?.text == "reduced")
    }

    @Test(
        "a hostile file is told about and does no harm",
        arguments: [
            ("theme: dark\u{1B}[2J", "1:12", "There is a control character here."),
            ("theme: dark\u{7}", "1:12", "There is a control character here."),
            ("theme: dark\nx: \u{0}", "2:4", "There is a control character here."),
            ("theme: \u{9B}31m", "1:8", "There is a control character here."),
            ("a: &a [x]\nb: *a", "1:4", "Anchors and references (& and *) are not understood here."),
            ("theme: *nothing", "1:8", "Anchors and references (& and *) are not understood here."),
            (String(repeating: "[", count: 20_000), "1:25", "This is nested deeper than any setting."),
            (String(repeating: "{a: ", count: 5_000), "1:97", "This is nested deeper than any setting."),
            (String(repeating: "- ", count: 5_000), "1:49", "This is nested deeper than any setting."),
        ])
    func hostile(text: String, place: String, message: String) throws {
        let file = file(text)
        let trouble = try #require(file.troubles.first)
        #expect(file.troubles.count == 1)
        #expect(
            trouble.description.hasPrefix("settings.yaml:\(place): warning settings: \(message)"), "\(trouble.short)")
        #expect(file.values.isEmpty)
        #expect(
            !trouble.description.unicodeScalars.contains {
                ($0.value < 32 && $0 != "\n") || (127..<160).contains($0.value)
            })
    }

    @Test("nested lines, long lines and many lines end soon, whatever they say")
    func large() {
        let nested = (0..<400).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
        _ = file(nested)
        _ = file("keys:\n" + (0..<2_000).map { "  k\($0): x" }.joined(separator: "\n"))
        let long = file("theme: " + String(repeating: "x", count: 60_000))
        #expect((long.troubles.first?.description.count ?? .max) < 2_000)
        let one = file("theme: dark\n---\ntheme: light\n")
        #expect(one.troubles.count == 1)
    }

    @Test("bytes that are no text are told with their place")
    func bytes() throws {
        let source = SourceFile(name: "settings.yaml", utf8: Array("theme: dark\n".utf8) + [0x6D, 0xFF])
        let file = SettingsFile(source, table: Self.table)
        #expect(file.troubles.map(\.short) == ["settings.yaml, line 2: This is not UTF-8 text."])
    }

    @Test(
        "a byte order mark, Windows line ends and comments alone are fine",
        arguments: [
            "\u{FEFF}theme: dark\r\nmotion: reduced\r\n", "# only words\n", "", "\n\n", "keys:\n", "keys: {}\n",
        ])
    func harmless(text: String) {
        let file = file(text)
        #expect(file.troubles.isEmpty, "\(file.troubles)")
        if text.contains("dark") { #expect(file.values[.theme]?.source == .file("settings.yaml", line: 1)) }
    }

    @Test("keys are kept as they are written, with their place")
    func keys() {
        let file = file("keys:\n  retry: Ctrl-R\n  wait: [w, \"*\"]\n  journal: []\n")
        #expect(file.troubles.isEmpty)
        #expect(file.keys.map(\.command) == ["retry", "wait", "journal"])
        #expect(file.keys.map(\.keys) == [["Ctrl-R"], ["w", "*"], []])
        #expect(file.keys.map(\.span.start) == (2...4).map { SourcePosition(line: $0, column: 3) })
    }

    @Test("a flag counts before the environment, that before the file, that before what is usual")
    func order() {
        let file = file("theme: dark\nmotion: reduced\n")
        let environment = ["RAPPORT_THEME": "light", "RAPPORT_GLYPHS": "ASCII", "RAPPORT_MOUSE": ""]
        let flags: [Setting.Name: Settings.Value] = [.theme: .init("calm", .flag("--theme"))]
        let settings = Settings(table: Self.table, file: file, environment: environment, flags: flags)
        #expect(settings[.theme] == .init("calm", .flag("--theme")))
        #expect(settings[.glyphs] == .init("ascii", .environment("RAPPORT_GLYPHS")))
        #expect(settings[.motion] == .init("reduced", .file("settings.yaml", line: 2)))
        #expect(settings[.mouse] == .init("off", .usual))
        let unflagged = Settings(table: Self.table, file: file, environment: environment)
        #expect(unflagged[.theme] == .init("light", .environment("RAPPORT_THEME")))
        let wrong = Settings(table: Self.table, file: file, environment: ["RAPPORT_THEME": "drak"])
        #expect(wrong[.theme].text == "dark")
        #expect(
            wrong.troubles.map(\.description)
                == ["RAPPORT_THEME is “drak”; theme takes auto, calm, dark, light or monochrome."])
    }

    @Test("the example sets everything to what is usual")
    func example() {
        let text = Self.table.example(keys: ["retry: Ctrl-R"])
        let file = file(text)
        #expect(file.troubles.isEmpty, "\(file.troubles)")
        #expect(file.keys.isEmpty)
        for row in Self.table.rows {
            #expect(file.values[row.name]?.text == row.usual, "\(row.name)")
            #expect(text.contains("\n\(row.name.rawValue): \(row.usual)\n"))
        }
        // Without its hash, the example of keys is one.
        let keys = self.file(text.replacing("#  retry", with: "  retry"))
        #expect(keys.keys.map(\.keys) == [["Ctrl-R"]])
    }

    @Test("a file that is none, a folder or endless is told about and not read")
    func places() throws {
        #expect(SettingsFile.read("/nonexistent/settings.yaml", table: Self.table) == nil)
        let folder = try #require(SettingsFile.read("/tmp", table: Self.table))
        #expect(folder.troubles.first?.description == "The settings in /tmp are not used: it is a folder.")
        let endless = try #require(SettingsFile.read("/dev/zero", table: Self.table))
        #expect(endless.troubles.first?.description.contains("larger than 64 KB") ?? false)
        let nothing = try #require(SettingsFile.read("/dev/null", table: Self.table))
        #expect(nothing.troubles.isEmpty)
    }

    @Test("the file is looked for as the XDG standard says")
    func path() {
        #expect(
            SettingsFile.usualPath(environment: ["XDG_CONFIG_HOME": "/c", "HOME": "/h"]) == "/c/rapport/settings.yaml")
        #expect(
            SettingsFile.usualPath(environment: ["XDG_CONFIG_HOME": "c", "HOME": "/h"])
                == "/h/.config/rapport/settings.yaml")
        #expect(SettingsFile.usualPath(environment: [:]) == nil)
    }
}
