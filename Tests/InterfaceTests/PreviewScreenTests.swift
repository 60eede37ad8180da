import Terminal
import Testing
import Yarn

@testable import Conversation
@testable import Interface

/// A preview with a keyboard, a file and a clock that a test turns.
struct PreviewDesk {
    private(set) var compositor = Compositor(look: Look(theme: .calm, glyphs: .unicode))
    private(set) var effects: [Effect] = []
    var now = Uptime(milliseconds: 5_000_000)

    /// A preview of a file that has never worked.
    init(broken: LoadedScenario) {
        begin(PreviewScreen(name: "small"), Size(columns: 80, rows: 24))
        take(broken)
    }

    init(_ source: String = SmallScenario.source, from node: String? = nil, size: Size = Size(columns: 80, rows: 24)) {
        begin(PreviewScreen(name: "small", from: node), size)
        save(source)
    }

    private mutating func begin(_ screen: PreviewScreen, _ size: Size) {
        _ = compositor.receive(.resized(size), at: now)
        compositor.push(screen, at: now)
    }

    private mutating func take(_ loaded: LoadedScenario) {
        let now = now
        var words: String?
        compositor.update(PreviewScreen.self) { words = $0.receive(loaded, at: now) }
        if let words { compositor.say(words, at: now) } else { compositor.hush() }
    }

    /// The preview, also while a text lies over it.
    var screen: PreviewScreen { compositor.screens.first as? PreviewScreen ?? PreviewScreen(name: "none") }

    /// Saves the file. Warnings are the business of other rooms.
    mutating func save(_ source: String, warnings: [Diagnostic] = []) {
        let files = [SourceFile(name: "scenario.yarn", text: source)]
        let loaded = Scenario.load(slug: "small", files: files, vocabulary: SmallScenario.vocabulary)
        let diagnostics = loaded.errors + warnings
        take(LoadedScenario(scenario: loaded.scenario, diagnostics: diagnostics, files: files))
    }

    /// Reviews a version of the file.
    mutating func review(_ source: String) {
        let files = [SourceFile(name: "scenario.yarn", text: source)]
        let review = Scenario.review(slug: "small", files: files, vocabulary: SmallScenario.vocabulary)
        compositor.update(PreviewScreen.self) { $0.receive(review) }
    }

    mutating func press(_ keys: Key...) { for key in keys { effects += compositor.receive(.key(key), at: now) } }

    mutating func type(_ characters: String) { for character in characters { press(.character(character)) } }

    mutating func pass(_ milliseconds: Int64) {
        let end = now + milliseconds
        while let deadline = compositor.nextDeadline(after: now), deadline <= end, deadline > now {
            now = deadline
            effects += compositor.reach(now)
        }
        now = end
    }

    func picture(columns: Int = 80, rows: Int = 24, glyphs: Glyphs = .unicode) -> Picture {
        Picture(compositor, columns: columns, rows: rows, glyphs: glyphs, at: now)
    }

    /// Saves a file with two mistakes: a command that there is not, and a node.
    mutating func saveBroken() {
        take(Self.broken)
    }

    /// What is said about mistakes is the business of other rooms, so that it is given here.
    static var broken: LoadedScenario {
        let source = SmallScenario.source.replacing("<<trust +5>>", with: "<<trsut +5>>")
            .replacing("<<jump Letter>>", with: "<<jump Leter>>")
        func span(_ line: Int, _ column: Int, _ length: Int) -> SourceSpan {
            let start = SourcePosition(line: line, column: column)
            let end = SourcePosition(line: line, column: column + length)
            return SourceSpan(file: "scenario.yarn", start: start, end: end)
        }
        let mistakes = [
            Diagnostic(
                code: "RP0301", severity: .error, message: "There is no command `trsut`.", span: span(25, 7, 5),
                expected: "one of channel, trust, heat, effort, reply_within, wait, later, promise, keep, queue",
                hint: "Did you mean `trust`?"),
            Diagnostic(
                code: "YS0012", severity: .error, message: "There is no node `Leter`.", span: span(129, 8, 5),
                hint: "Did you mean `Letter`?"),
        ]
        return LoadedScenario(
            scenario: nil, diagnostics: mistakes, files: [SourceFile(name: "scenario.yarn", text: source)])
    }
}

@Suite("The preview")
struct PreviewScreenTests {
    static let scenes = [
        "moment", "answered", "reloaded", "gone", "broken", "broken-first", "nodes", "over", "variables", "unavailable",
    ]

    private func desk(_ scene: String) -> PreviewDesk {
        var desk = PreviewDesk()
        switch scene {
        case "answered": desk.type("1")
        case "reloaded":
            desk.type("211")
            desk.save(SmallScenario.source.replacing("when will i know", with: "and when will i know, exactly"))
        case "gone":
            desk.type("12")
            desk.save(
                SmallScenario.source.replacing("-> Soon.", with: "-> Tomorrow, or so.").replacing(
                    "#line:s73", with: "#line:s79"
                )
                .replacing("-> You hear", with: "-> A moment. #move:generic-apology #line:s69\n-> You hear"))
        case "broken":
            desk.type("21")
            desk.saveBroken()
        case "broken-first": desk = PreviewDesk(broken: PreviewDesk.broken)
        case "nodes":
            desk.type("/")
            desk.type("l")
        case "over": desk.type("1111")
        case "variables", "unavailable":
            let declared = "<<declare $tries = 0>>\n<<declare $first = \"\">>\n<<channel chat>>"
            desk = PreviewDesk(
                SmallScenario.source.replacing("<<channel chat>>", with: declared)
                    .replacing(
                        "    <<trust +5>>\n    <<heat -3>>",
                        with: "    <<set $first = \"the table\">>\n    <<trust +5>>"
                    )
                    .replacing("Please calm down. #move", with: "Please calm down. <<if $tries > 1>> #move"))
            if scene == "variables" { desk.type("1") }
            if scene == "unavailable" { desk.press(.plain(.down), .plain(.down)) }
        default: break
        }
        return desk
    }

    @Test("as kept in Snapshots", arguments: scenes, [(60, 16), (80, 24), (160, 50)])
    func kept(scene: String, size: (columns: Int, rows: Int)) throws {
        try desk(scene).picture(columns: size.columns, rows: size.rows)
            .expectKept(as: "preview-\(scene)-\(size.columns)x\(size.rows)")
    }

    @Test("the same in ASCII")
    func ascii() throws {
        let picture = desk("broken").picture(glyphs: .ascii)
        #expect(picture.text.utf8.allSatisfy { $0 < 0x80 })
        try picture.expectKept(as: "preview-broken-80x24-ascii")
    }

    @Test("hostile text never draws outside its cells, at any size")
    func hostile() {
        var desk = PreviewDesk(
            SmallScenario.source.replacing(
                "is anybody there", with: "\u{1B}[2J\u{202E}日本é" + String(repeating: "long ", count: 90)))
        desk.type("1")
        for (columns, rows) in [(60, 16), (61, 17), (99, 16), (100, 24), (200, 16)] {
            let picture = desk.picture(columns: columns, rows: rows)
            #expect(!picture.text.contains("\u{1B}"))
            #expect(picture.lines.count == rows)
        }
    }

    @Test("numbers, w and T choose; u takes back, R begins again")
    func keys() throws {
        var desk = PreviewDesk()
        desk.type("w")
        #expect(desk.screen.preview?.choices.map(\.text) == ["(wait a beat)"])
        desk.type("u")
        desk.type("T")
        #expect(desk.picture().contains("so nobody"))
        desk.type("T")
        #expect(desk.screen.preview?.session.front.ending == "she-left")
        desk.type("1")
        #expect(desk.picture().lines.last?.contains("The story is over here.") == true)
        desk.type("R")
        #expect(desk.screen.preview?.choices == [])
        desk.type("9")
        #expect(desk.picture().lines.last == " There is no option 9 here.")
        desk.type("u")
        #expect(desk.picture().lines.last == " Nothing has been chosen yet.")
        desk.press(.plain(.enter))
        #expect(desk.screen.preview?.choices == [])
        desk.press(.plain(.down), .plain(.down), .plain(.enter))
        #expect(desk.screen.preview?.choices.map(\.text) == ["I'm sorry for any inconvenience."])
        desk.type("b")
        #expect(desk.picture().contains("handed-over"))
    }

    @Test("/ finds a node by its name or its moment and begins there")
    func goTo() {
        var desk = PreviewDesk()
        desk.type("1/")
        desk.type("keeping")
        desk.press(.plain(.enter))
        #expect(desk.screen.preview?.start == "Waiting")
        #expect(desk.picture().contains("Come back early."))
        desk.type("/")
        desk.type("zzz")
        #expect(desk.picture().contains("No node has that in its name."))
        desk.press(.plain(.enter), .plain(.escape))
        #expect(desk.screen.preview?.start == "Waiting")
        #expect(PreviewDesk(from: "Mend").picture().contains("i will not start over"))
    }

    @Test("clocks stand until they are asked to run, then run out by themselves")
    func clocks() {
        var desk = PreviewDesk()
        desk.pass(120_000)
        #expect(desk.screen.preview?.choices == [])
        #expect(desk.screen.nextDeadline(after: desk.now, motion: .full) == nil)
        desk.type("C")
        desk.pass(59_000)
        #expect(desk.picture().contains("reply in 0:01"))
        desk.pass(1_500)
        #expect(desk.screen.preview?.choices.map(\.role) == [.timeout])
        desk.pass(12_000)
        desk.type("1")
        let taken = desk.screen.preview?.choices.last?.taken ?? 0
        #expect((11_500...12_500).contains(taken))
        desk.type("C")
        #expect(desk.screen.nextDeadline(after: desk.now, motion: .full) == nil)
    }

    @Test("a broken file is said beside the last version, which goes on; mended, the choices are made again")
    func breaksAndMends() {
        var desk = PreviewDesk()
        desk.type("21")
        desk.saveBroken()
        #expect(desk.picture().contains("The file has 2 errors."))
        #expect(desk.picture(columns: 160, rows: 50).contains("Did you mean `trust`?"))
        desk.type("1")
        #expect(desk.screen.preview?.choices.count == 3)
        desk.type("!")
        #expect(desk.picture().contains("What is wrong with the file"))
        desk.press(.plain(.escape))
        desk.save(SmallScenario.source.replacing("you deserved words", with: "you deserved better"))
        #expect(desk.screen.errors == 0)
        #expect(desk.picture().lines.last == " 2 lines reworded (s61, s62). 3 choices made again.")
        #expect(desk.picture().contains("Come back early."))
        desk.type("d")
        #expect(desk.picture().contains("Reworded is s61"))
    }

    @Test("a file that never worked is looked at again when it is saved")
    func neverWorked() {
        var desk = PreviewDesk(broken: PreviewDesk.broken)
        #expect(desk.screen.preview == nil)
        desk.type("1/RsdmC")
        #expect(desk.picture().lines.last == " There is nothing to play yet: mend the file and save it.")
        desk.save(SmallScenario.source)
        #expect(desk.picture().contains("What has to be on the table by four?"))
    }

    @Test("what a review finds is counted too, while the file can be played")
    func review() {
        var desk = PreviewDesk()
        desk.review(SmallScenario.source)
        #expect(desk.picture().lines[0].contains(" findings · Start"))
        desk.saveBroken()
        desk.review(SmallScenario.source)
        #expect(desk.picture().contains("The file has 2 errors."))
    }

    @Test("warnings are counted in the title and read with !, and keep nothing from being played")
    func warnings() {
        var desk = PreviewDesk()
        desk.type("!")
        #expect(desk.picture().lines.last == " Nothing is wrong with the file.")
        let place = SourcePosition(line: 2, column: 1)
        let warning = Diagnostic(
            code: "RP0601", severity: .warning, message: "Nobody has to think here.",
            span: SourceSpan(file: "scenario.yarn", start: place, end: place))
        desk.save(SmallScenario.source, warnings: [warning])
        #expect(desk.picture().lines[0].hasSuffix("1 finding · Start"))
        desk.type("!")
        #expect(desk.picture().contains("What could be better"))
        #expect(desk.picture().contains("Nobody has to think here."))
        desk.press(.plain(.escape))
        desk.type("1")
        #expect(desk.screen.preview?.choices.count == 1)
    }

    @Test("s hands over the run so far; from another node there is none to keep")
    func keepsRun() {
        var desk = PreviewDesk()
        desk.type("s")
        #expect(desk.effects == [])
        desk.type("1s")
        #expect(
            desk.effects == [
                .keepRun("# What has to be on the table by four?\nselect: 1\n", comment: "From a preview.")
            ])
        desk.type("/")
        desk.type("mend")
        desk.press(.plain(.enter))
        desk.type("1s")
        #expect(desk.effects.count == 1)
        #expect(desk.picture().lines.last?.contains("this began in Mend") == true)
    }

    @Test("help, the map and q")
    func reads() {
        var desk = PreviewDesk()
        desk.type("?")
        #expect(desk.picture().contains("Keys — Preview"))
        desk.type("q")
        desk.type("m")
        #expect(desk.picture().contains("Start · First words"))
        desk.press(.plain(.escape))
        #expect(desk.effects == [])
        desk.type("q")
        #expect(desk.effects == [.quit])
    }
}

@Suite("The map in a terminal")
struct MapPaneTests {
    private func picture(_ columns: Int, _ glyphs: Glyphs) -> [String] {
        let files = [SourceFile(name: "scenario.yarn", text: SmallScenario.source)]
        return MapPane(ScenarioMap(files: files), glyphs: glyphs).text(columns: columns)
    }

    @Test("layer by layer, every way with where it leads, and no line too long", arguments: [50, 80, 120])
    func fits(columns: Int) {
        for glyphs in [Glyphs.unicode, .ascii] {
            let lines = picture(columns, glyphs)
            #expect(lines.allSatisfy { DisplayText.width(of: $0) <= columns })
            #expect(lines.contains { $0.contains("Kept") && $0.contains("cake-on-the-table (kept)") })
        }
        #expect(picture(columns, .ascii).allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } || $0.contains("…") })
    }

    @Test("as it is drawn at 80 columns")
    func kept() throws {
        try Kept.expect(picture(80, .unicode).joined(separator: "\n") + "\n", as: "map-80")
    }

    @Test("as programs that draw get it")
    func diagrams() throws {
        let map = ScenarioMap(files: [SourceFile(name: "scenario.yarn", text: SmallScenario.source)])
        try Kept.expect(map.dot, as: "map-dot")
        try Kept.expect(map.mermaid, as: "map-mermaid")
    }

    @Test("a way back is marked, and what nothing leads to stands apart")
    func loops() {
        let source =
            "title: A\n---\n-> go\n    <<jump B>>\n===\ntitle: B\n---\n<<jump A>>\n===\ntitle: C\n---\nx: y\n===\n"
        let map = ScenarioMap(files: [SourceFile(name: "a.yarn", text: source)])
        let text = MapPane(map, glyphs: .unicode).text(columns: 60).joined(separator: "\n")
        #expect(text.contains("↺  A"))
        #expect(text.contains("── nothing leads here ─"))
        #expect(MapPane(ScenarioMap(files: []), glyphs: .unicode).text(columns: 60) == [])
    }
}
