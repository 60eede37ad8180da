import Terminal
import Testing
import Yarn

@testable import Conversation
@testable import Interface

@Suite("The preview")
struct PreviewScreenTests {
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
        #expect(desk.picture().contains("Somebody else takes over from here"))
        desk.press(.plain(.escape))
        #expect(desk.screen.preview?.choices.count == 1)
        desk.type("b")
        desk.press(.plain(.enter))
        #expect(desk.picture().contains("handed-over"))
        desk.type("u")
        #expect(desk.screen.preview?.choices.count == 1, "undo takes the stepping back back")
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
