import SeededChance
import Testing

@testable import Terminal

@Suite struct DisplayTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("a\nb\tc", "a␊b␉c"), ("\u{7F}", "␡"), ("\u{9B}31m", "␛[31m"), ("\u{85}", "␤"),
        ("a\u{202E}b\u{2066}c\u{200F}", "abc"), ("👩‍👩‍👧‍👦!", "👩!"), ("👍🏽", "👍"), ("❤️", "❤"), ("🇫🇷", "FR"), ("1️⃣", "1"),
        ("co\u{AD}op", "coop"), ("\u{E000}", "\u{FFFD}"), ("\u{10FFFF}", "\u{FFFD}"), ("\u{FEFF}x\u{200B}", "x"),
        ("e\u{301}\u{302}\u{303}\u{304}", "e\u{301}\u{302}"), ("\u{301}", "◌\u{301}"), ("क्‍ष", "क्ष"), ("日本", "日本"),
        ("\r\n", "␍␊"), ("🏽", "🏽"), ("👨🏿‍🚀🚀", "👨🚀"),
    ])
    func textIsMadeFit(_ text: String, _ expected: String) {
        #expect(Array(DisplayText.sanitised(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test func newlinesStayWhenAskedFor() {
        #expect(DisplayText.sanitised("a\r\nb\u{2028}c\rd\n\u{301}", keepingNewlines: true) == "a\nb\nc␍d\n◌\u{301}")
        #expect(DisplayText.sanitised("a\r", keepingNewlines: true) == "a␍")
    }

    @Test func nothingHarmfulEverComesThrough() {
        var generator = Chance(seed: 42)
        let hostile: [ClosedRange<UInt32>] = [
            0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20...0x7E, 0x300...0x36F,
            0xFE00...0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3F0...0x1F3FF, 0x1F466...0x1F469, 0xE0000...0xE007F,
            0x3040...0x30FF,
            0x61C...0x61C, 0x1100...0x11FF, 0x900...0x97F, 0xE000...0xE010, 0x80...0x10FFFF,
        ]
        for _ in 0..<4000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                let range = hostile.randomElement(using: &generator) ?? 0...0
                if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { text.append(scalar) }
            }
            let clean = DisplayText.sanitised(String(text))
            for scalar in clean.unicodeScalars {
                let value = scalar.value
                let isBidi =
                    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) || value == 0x200E
                    || value == 0x200F || value == 0x61C
                #expect(value >= 0x20 && !(0x7F...0x9F).contains(value) && !isBidi && value != 0x200D)
                #expect(scalar.properties.generalCategory != .format)
            }
            #expect(DisplayText.sanitised(clean) == clean)
            #expect(DisplayText.width(of: clean) == DisplayText.width(of: String(text)))
            var surface = Surface(Size(columns: 40, rows: 1))
            #expect(surface.put(String(text), at: Point(column: 0, row: 0)) == DisplayText.width(of: clean))
        }
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("😀", 2), ("👩‍👧", 2), ("🇫🇷", 2), ("…", 1), ("ｆ", 2),
        ("⚠️", 1),
        ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("\t", 1), ("✅", 2), ("─", 1),
    ])
    func widthsAreCountedInColumns(_ text: String, _ columns: Int) {
        #expect(DisplayText.width(of: text) == columns)
    }

    @Test func wordsAreWrappedAsLateAsPossible() {
        #expect(DisplayText.wrapped("the order was late again", columns: 10) == ["the order", "was late", "again"])
        #expect(DisplayText.wrapped("one\n\ntwo", columns: 10) == ["one", "", "two"])
        #expect(DisplayText.wrapped("", columns: 10) == [""])
        #expect(DisplayText.wrapped("incomprehensible", columns: 6) == ["incomp", "rehens", "ible"])
        #expect(DisplayText.wrapped("an incomprehensible", columns: 6) == ["an", "incomp", "rehens", "ible"])
        #expect(DisplayText.wrapped("  two in", columns: 6) == ["  two", "in"])
        #expect(DisplayText.wrapped("a\tb   ", columns: 6) == ["a b"])
        #expect(DisplayText.wrapped("日本語、です", columns: 6) == ["日本", "語、で", "す"])
        #expect(DisplayText.wrapped("日本", columns: 1) == ["\u{FFFD}", "\u{FFFD}"])
        #expect(DisplayText.wrapped("naïve e\u{301}te\u{301}", columns: 5) == ["naïve", "e\u{301}te\u{301}"])
    }

    @Test func wrappedLinesFitAndLoseNoWord() {
        var generator = Chance(seed: 3)
        let words = ["a", "late", "refund", "日本語", "élan", "👩‍👧", "incomprehensibilities", "ok,", "e\u{301}", "한"]
        for _ in 0..<500 {
            let chosen = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                words.randomElement(using: &generator) ?? ""
            }
            let text = chosen.joined(separator: " ")
            let columns = Int.random(in: 2...30, using: &generator)
            let lines = DisplayText.wrapped(text, columns: columns)
            for line in lines { #expect(DisplayText.width(of: line) <= columns) }
            let kept = lines.joined().filter { $0 != " " }
            #expect(kept == DisplayText.sanitised(text).filter { $0 != " " })
        }
    }

    @Test func textIsShortenedWithAnEllipsis() {
        #expect(DisplayText.truncated("conversation", columns: 8) == "convers…")
        #expect(DisplayText.truncated("conversation", columns: 12) == "conversation")
        #expect(DisplayText.truncated("日本語です", columns: 6) == "日本…")
        #expect(DisplayText.truncated("conversation", columns: 8, ellipsis: "...") == "conve...")
        #expect(DisplayText.truncated("conversation", columns: 2, ellipsis: "...") == "..")
        #expect(DisplayText.truncated("conversation", columns: 0) == "")
        #expect(DisplayText.truncated("a\u{1B}b", columns: 9) == "a␛b")
    }

    @Test func otherCharacterSetsGetAsciiWithoutQuestionMarks() {
        var surface = Surface(Size(columns: 24, rows: 3))
        surface.box(Rect(columns: 24, rows: 3))
        surface.put("“été” – naïve… £ 日 ▲", at: Point(column: 2, row: 1))
        let text = surface.transliterated().text
        #expect(text.unicodeScalars.allSatisfy { $0.isASCII } && !text.contains("?"))
        #expect(text.hasPrefix("+----------------------+\n| \"ete\" - naive. L *  ^"))
        var end = Surface(Size(columns: 20, rows: 1))
        end.put("and then…", at: Point(column: 0, row: 0))
        #expect(end.transliterated().text == "and then...")
        #expect(
            AsciiApproximation.of("ÿ") == "y" && AsciiApproximation.of("Ł") == "L" && AsciiApproximation.of("┼") == "+")
    }
}
