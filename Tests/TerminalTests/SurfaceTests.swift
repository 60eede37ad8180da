import SeededChance
import Terminal
import Testing

@Suite struct SurfaceTests {
    @Test func textLandsWhereItIsPut() {
        var surface = Surface(Size(columns: 12, rows: 3))
        #expect(surface.put("hello", at: Point(column: 2, row: 1), style: 3) == 5)
        #expect(surface.text == "\n  hello\n")
        #expect(surface.styleMap() == "\n..ccccc\n")
        #expect(surface[Point(column: 2, row: 1)].text == "h")
    }

    @Test func textIsClippedAtEveryEdge() {
        var surface = Surface(Size(columns: 5, rows: 2))
        #expect(surface.put("abcdefgh", at: Point(column: 3, row: 0)) == 2)
        #expect(surface.put("abcdefgh", at: Point(column: -3, row: 1)) == 8)
        #expect(surface.put("x", at: Point(column: 0, row: 2)) == 0)
        #expect(surface.put("x", at: Point(column: 0, row: -1)) == 0)
        #expect(surface.put("x", at: Point(column: 5, row: 0)) == 0)
        #expect(surface.text == "   ab\ndefgh")
    }

    @Test func aLimitHoldsTextBack() {
        var surface = Surface(Size(columns: 10, rows: 1))
        #expect(surface.put("日本語", at: Point(column: 0, row: 0), columns: 5) == 5)
        #expect(surface.text == "日本")
        #expect(surface.put("abc", at: Point(column: 0, row: 0), columns: 0) == 0)
    }

    @Test func wideCharactersAreNeverSplit() {
        var surface = Surface(Size(columns: 5, rows: 3))
        surface.put("日本語", at: Point(column: 0, row: 0))
        #expect(surface.text == "日本\n\n")
        surface.put("日本語", at: Point(column: -1, row: 1))
        #expect(surface.text == "日本\n 本語\n")
        surface.put("|", at: Point(column: 1, row: 0))
        #expect(surface.text == " |本\n 本語\n")
        surface.put("|", at: Point(column: 2, row: 0))
        #expect(surface.text == " ||\n 本語\n")
        surface.put("日", at: Point(column: 2, row: 1))
        #expect(surface.text == " ||\n  日\n")
    }

    @Test func marksJoinTheirBaseAndTheThirdIsDropped() {
        var surface = Surface(Size(columns: 6, rows: 1))
        #expect(surface.put("e\u{301}\u{323}\u{302}x", at: Point(column: 0, row: 0)) == 2)
        #expect(surface.text == "e\u{301}\u{323}x")
        var lone = Surface(Size(columns: 6, rows: 1))
        lone.put("\u{301}a", at: Point(column: 0, row: 0))
        #expect(lone.text == "◌\u{301}a")
    }

    @Test func controlsCannotGetOntoASurface() {
        var surface = Surface(Size(columns: 20, rows: 1))
        surface.put("a\u{1B}[31m\nb\u{9B}c\u{202E}d", at: Point(column: 0, row: 0))
        #expect(surface.text == "a␛[31m␊b␛[cd")
    }

    @Test func boxesHaveTitlesAndShortenThem() {
        var surface = Surface(Size(columns: 14, rows: 6))
        surface.box(Rect(columns: 14, rows: 3), title: "Notes")
        surface.box(Rect(row: 3, columns: 10, rows: 3), title: "A long title", lines: .ascii)
        let rows = surface.text.split(separator: "\n")
        #expect(rows[0] == "┌ Notes ─────┐")
        #expect(rows[2] == "└────────────┘")
        #expect(rows[3].hasPrefix("+ A") && rows[3].contains("...") && rows[3].hasSuffix("-+") && rows[3].count == 10)
        #expect(rows[4] == "|        |")
    }

    @Test func flatBoxesAreLines() {
        var surface = Surface(Size(columns: 4, rows: 3))
        surface.box(Rect(columns: 4, rows: 1))
        surface.box(Rect(column: 1, row: 1, columns: 1, rows: 2))
        #expect(surface.text == "────\n │\n │")
    }

    @Test func fillingAndRestylingKeepWideCharactersWhole() {
        var surface = Surface(Size(columns: 6, rows: 2))
        surface.put("a日b", at: Point(column: 0, row: 0))
        surface.restyle(Rect(column: 2, columns: 1, rows: 1), style: 1)
        #expect(surface.styleMap() == ".aa\n")
        surface.fill(Rect(column: 1, row: 0, columns: 1, rows: 2), style: 2, with: "#")
        #expect(surface.text == "a# b\n #")
        surface.fill(surface.bounds, with: "日")
        #expect(surface.text == "日日日\n日日日")
        surface.fill(Rect(column: 0, row: 0, columns: 5, rows: 1), with: "日")
        #expect(surface.text == "日日\n日日日")
    }

    @Test func everyWideHeadKeepsItsTailUnderRandomWriting() {
        var generator = Chance(seed: 7)
        let pieces = ["日本", "a", "e\u{301}", "👩‍👧", "한글", "xyz", "｜", "\u{1F1EB}\u{1F1F7}"]
        for _ in 0..<300 {
            let size = Size(columns: Int.random(in: 1...9, using: &generator), rows: 2)
            var surface = Surface(size)
            for _ in 0..<20 {
                surface.put(
                    pieces.randomElement(using: &generator) ?? "",
                    at: Point(
                        column: Int.random(in: -3...9, using: &generator), row: Int.random(in: 0...1, using: &generator)
                    ),
                    columns: Int.random(in: 0...6, using: &generator))
            }
            for row in 0..<size.rows {
                for column in 0..<size.columns {
                    let width = surface[Point(column: column, row: row)].width
                    if width == 2 {
                        #expect(column + 1 < size.columns && surface[Point(column: column + 1, row: row)].width == 0)
                    }
                    if width == 0 { #expect(column > 0 && surface[Point(column: column - 1, row: row)].width == 2) }
                }
            }
        }
    }

    @Test func absurdNumbersDrawNothingAndHarmNothing() {
        var surface = Surface(Size(columns: 4, rows: 2))
        for far in [Int.min, Int.max] {
            for point in [Point(column: far, row: 0), Point(column: 0, row: far)] {
                #expect(surface.put("x", at: point) == 0)
                surface.horizontalLine(at: point, columns: .max)
                surface.verticalLine(at: point, rows: far)
            }
            surface.box(Rect(column: far, row: far, columns: far, rows: far).inset(by: far), title: "x")
        }
        surface.clear()
        surface.fill(Rect(columns: .max, rows: .max), with: "#")
        #expect(surface.text == "####\n####")
        #expect(Surface(Size(columns: -3, rows: 9)).text.allSatisfy { $0 == "\n" })
    }

    @Test func rectanglesAreCutAndNeverNegative() {
        var screen = Rect(Size(columns: 80, rows: 24))
        #expect(screen.take(.top, 1) == Rect(columns: 80, rows: 1))
        #expect(screen.take(.bottom, 2) == Rect(row: 22, columns: 80, rows: 2))
        #expect(screen.take(.right, 30) == Rect(column: 50, row: 1, columns: 30, rows: 21))
        #expect(screen.take(.left, 10) == Rect(row: 1, columns: 10, rows: 21))
        #expect(screen == Rect(column: 10, row: 1, columns: 40, rows: 21))
        #expect(screen.take(.left, 99).columns == 40)
        #expect(screen.isEmpty && screen.take(.top, -4).isEmpty)
        #expect(Rect(columns: 3, rows: 3).inset(by: 1) == Rect(column: 1, row: 1, columns: 1, rows: 1))
        #expect(Rect(columns: 3, rows: 3).inset(by: 2).isEmpty)
        #expect(Rect(columns: -1, rows: 4).isEmpty)
        #expect(Rect(columns: 2, rows: 2).contains(Point(column: 1, row: 1)))
        #expect(!Rect(columns: 2, rows: 2).contains(Point(column: 2, row: 1)))
    }
}
