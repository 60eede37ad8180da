import SeededChance
import Testing

@testable import Terminal

@Suite struct KeyParserTests {
    @Test(arguments: [
        ("a", [Key("a")]), ("é日", [Key("é"), Key("日")]), ("\r", [Key(.enter)]), ("\t", [Key(.tab)]),
        ("\u{7F}", [Key(.backspace)]), ("\u{08}", [Key(.backspace)]), ("\u{03}", [.control("c")]),
        ("\n", [.control("j")]),
        ("\u{00}", [.control(" ")]), ("\u{1F}", [.control("_")]), ("\u{1B}[A", [Key(.up)]), ("\u{1B}OB", [Key(.down)]),
        ("\u{1B}[1;5C", [Key(.right, .control)]), ("\u{1B}[1;2D", [Key(.left, .shift)]), ("\u{1B}[3~", [Key(.delete)]),
        ("\u{1B}[5;3~", [Key(.pageUp, .alt)]), ("\u{1B}[H\u{1B}[4~", [Key(.home), Key(.end)]),
        ("\u{1B}[Z", [Key(.backTab)]),
        ("\u{1B}OP\u{1B}[15~\u{1B}[24~", [Key(.function(1)), Key(.function(5)), Key(.function(12))]),
        ("\u{1B}[[A", [Key(.function(1))]), ("\u{1B}b", [.alt("b")]), ("\u{1B}é", [.alt("é")]),
        ("\u{1B}\u{7F}", [Key(.backspace, .alt)]), ("\u{1B}\r", [Key(.enter, .alt)]),
        ("\u{1B}\u{1B}[A", [Key(.up, .alt)]),
        ("\u{1B}[97;5u", [.control("a")]), ("\u{1B}[27;5;13~", [Key(.enter, .control)]),
        ("\u{1B}O5A", [Key(.up, .control)]),
        ("\u{1B}[999z\u{1B}[?1;2nx", [Key("x")]), ("\u{1B}]0;title\u{07}x", [Key("x")]),
        ("\u{1B}P1$r\u{1B}\\x", [Key("x")]),
        ("\u{1B}[1\u{18}x", [Key("x")]), ("\u{1B}[\u{1B}[A", [Key(.up)]),
    ])
    func bytesBecomeKeys(_ bytes: String, _ keys: [Key]) {
        var parser = KeyParser()
        #expect(parser.feed(Array(bytes.utf8)) == keys.map { .key($0) })
        #expect(!parser.waitsForMore)
    }

    @Test(arguments: [
        ("[<0;10;5M", MouseEvent(.press(.left), at: Point(column: 9, row: 4))),
        ("[<0;10;5m", MouseEvent(.release(.left), at: Point(column: 9, row: 4))),
        ("[<2;1;1M", MouseEvent(.press(.right), at: Point(column: 0, row: 0))),
        ("[<32;11;5M", MouseEvent(.drag(.left), at: Point(column: 10, row: 4))),
        ("[<35;3;3M", MouseEvent(.move, at: Point(column: 2, row: 2))),
        ("[<64;80;24M", MouseEvent(.wheel(.up), at: Point(column: 79, row: 23))),
        ("[<81;300;200M", MouseEvent(.wheel(.down), at: Point(column: 299, row: 199), modifiers: .control)),
        ("[<4;0;0M", MouseEvent(.press(.left), at: Point(column: 0, row: 0), modifiers: .shift)),
    ])
    func theMouseIsReported(_ sequence: String, _ event: MouseEvent) {
        var parser = KeyParser()
        #expect(parser.feed(Array("\u{1B}\(sequence)".utf8)) == [.mouse(event)])
    }

    @Test(arguments: [
        "[<3;1;1M", "[<0;1M", "[<128;1;1M", "[<0;1;1;1M", "[>1u", "[?2026;9$y", "[2026;1$y", "]11;junk\u{07}",
        "]52;c;eA==\u{07}", "Pjunk\u{1B}\\",
    ])
    func whatNobodyHasOrAskedForVanishes(_ sequence: String) {
        var parser = KeyParser()
        #expect(parser.feed(Array("\u{1B}\(sequence)x".utf8)) == [.key(Key("x"))])
    }

    @Test(arguments: [
        ("[?2026;2$y", TerminalAnswer.mode(number: 2026, state: .off)),
        ("[?2026;0$y", .mode(number: 2026, state: .unknown)),
        ("[?62;22c", .attributes([62, 22])), ("[?0u", .keyboard(flags: 0)),
        ("]11;rgb:ffff/8080/0000\u{1B}\\", .background(ScreenColour(red: 65_535, green: 32_896, blue: 0))),
        ("]10;#fff\u{07}", .foreground(ScreenColour(red: 65_535, green: 65_535, blue: 65_535))),
        ("P>|term \u{202E}(1.0)\u{1B}\\", .name("term (1.0)")),
    ])
    func answersAreUnderstood(_ sequence: String, _ answer: TerminalAnswer) {
        var parser = KeyParser()
        #expect(parser.feed(Array("\u{1B}\(sequence)".utf8)) == [.answered(answer)])
    }

    @Test(arguments: [
        ("[27u", TerminalEvent.key(Key(.escape))), ("[105;5u", .key(.control("i"))),
        ("[9;5u", .key(Key(.tab, .control))),
        ("[9;2u", .key(Key(.backTab))), ("[97:65;2u", .key(Key("A"))), ("[97;2u", .key(Key("A"))),
        ("[59:58;2u", .key(Key(":"))), ("[97;1:2u", .key(Key("a"))), ("[97;1:3u", .keyReleased(Key("a"))),
        ("[1;5:3A", .keyReleased(Key(.up, .control))), ("[3;1:1~", .key(Key(.delete))), ("[57414u", .key(Key(.enter))),
        ("[57404u", .key(Key("5"))), ("[57376u", .key(Key(.function(13)))), ("[97;65u", .key(Key("a"))),
        ("[97;6u", .key(Key("a", [.shift, .control]))), ("[233;3u", .key(.alt("é"))),
    ])
    func kittysKeysAreUnderstood(_ sequence: String, _ event: TerminalEvent) {
        var parser = KeyParser()
        #expect(parser.feed(Array("\u{1B}\(sequence)".utf8)) == [event])
    }

    @Test(arguments: ["[97;9u", "[57358u", "[57441u", "[55296u", "[1114112u", "[97:6;2u", "[1;17A"])
    func keysOfTheWindowManagerAndKeysThatTypeNothingVanish(_ sequence: String) {
        var parser = KeyParser()
        #expect(parser.feed(Array("\u{1B}\(sequence)".utf8)) == [])
    }

    @Test func keysOfOddTerminalsAreTakenFromTheirDescription() {
        let odd: [[UInt8]: Key] = [
            Array("[224z".utf8): Key(.function(1)), Array("[3$".utf8): Key(.delete, .shift), Array("A".utf8): Key(.up),
            Array("Ow".utf8): Key(.end),
        ]
        let bytes = Array("\u{1B}[224z\u{1B}[3$\u{1B}A\u{1B}Ow\u{1B}\u{1B}Awx\u{1B}[A".utf8)
        let keys = [
            Key(.function(1)), Key(.delete, .shift), Key(.up), Key(.end), Key(.up, .alt), Key("w"), Key("x"), Key(.up),
        ]
        for first in bytes.indices {
            var parser = KeyParser(sequences: odd)
            #expect(parser.feed(bytes[..<first]) + parser.feed(bytes[first...]) == keys.map { .key($0) })
        }
    }

    @Test func aSlowLineMayCutAnAnswerButNotAKey() {
        var parser = KeyParser()
        _ = parser.feed([0x1B])
        #expect(parser.patience == 25)
        _ = parser.feed(Array("]11;rgb:ff".utf8))
        #expect(parser.patience == 500)
        #expect(parser.settle() == [] && parser.patience == nil)
        _ = parser.feed(Array("\u{1B}]".utf8))
        #expect(parser.patience == 25 && parser.settle() == [.key(.alt("]"))])
        _ = parser.feed(Array("\u{1B}P".utf8))
        #expect(parser.settle() == [.key(.alt("P"))])
        _ = parser.feed(Array("\u{1B}]junk".utf8))
        #expect(parser.feed(Array("\u{1B}".utf8)) == [] && parser.settle() == [.key(Key(.escape))])
    }

    @Test func nothingGrowsWithoutEnd() {
        var parser = KeyParser()
        let noise = [UInt8](repeating: 0x61, count: 65_536)
        _ = parser.feed([0x1B, 0x5D])
        for _ in 0..<64 { _ = parser.feed(noise) }
        #expect(parser.held <= 1024)
        #expect(parser.feed([0x07, 0x78]) == [.key(Key("x"))])
        _ = parser.feed([0x1B, 0x5B])
        _ = parser.feed([UInt8](repeating: 0x31, count: 65_536))
        #expect(parser.held <= 64)
    }

    @Test func aLoneEscapeIsSettledByTime() {
        var parser = KeyParser()
        #expect(parser.feed([0x1B]) == [])
        #expect(parser.waitsForMore)
        #expect(parser.settle() == [.key(Key(.escape))])
        #expect(!parser.waitsForMore && parser.settle() == [])
        #expect(parser.feed([0x1B, 0x5B]) == [] && parser.settle() == [.key(.alt("["))])
        #expect(parser.feed([0x1B, 0x1B]) == [] && parser.settle() == [.key(Key(.escape)), .key(Key(.escape))])
        #expect(
            parser.feed([0x1B, 0x5B, 0x31]) == [] && parser.settle() == [] && parser.feed([0x61]) == [.key(Key("a"))])
        #expect(parser.feed([0xC3]) == [] && parser.waitsForMore && parser.settle() == [.key(Key("\u{FFFD}"))])
    }

    @Test func aPasteIsOneEventWhateverIsInIt() {
        var parser = KeyParser()
        let hostile = "one\rtwo\r\nthree\u{1B}[A\u{1B}[201\u{03}é"
        #expect(
            parser.feed(Array("\u{1B}[200~\(hostile)\u{1B}[201~x".utf8)) == [
                .paste("one\ntwo\nthree\u{1B}[A\u{1B}[201\u{03}é"), .key(Key("x")),
            ])
        #expect(parser.feed(Array("\u{1B}[200~\u{1B}\u{1B}[201~".utf8)) == [.paste("\u{1B}")])
        #expect(parser.feed(Array("\u{1B}[200~abc".utf8)) == [] && !parser.waitsForMore && parser.settle() == [])
        #expect(parser.feed(Array("\u{1B}[201~".utf8)) == [.paste("abc")])
    }

    @Test func aMegabytePasteComesWhole() {
        var parser = KeyParser()
        let text = String(repeating: "Where is my order? ", count: 55_189)
        var events: [TerminalEvent] = []
        for piece in Array("\u{1B}[200~\(text)\u{1B}[201~".utf8).chunks(of: 4096) { events += parser.feed(piece) }
        #expect(events == [.paste(text)])
    }

    @Test func focusIsReported() {
        var parser = KeyParser()
        #expect(parser.feed(Array("\u{1B}[I\u{1B}[O".utf8)) == [.focused(true), .focused(false)])
    }

    @Test func brokenTextBecomesReplacementsAsSwiftDecodesIt() {
        var generator = Chance(seed: 11)
        for _ in 0..<2000 {
            let bytes = (0..<8).map { _ in UInt8.random(in: 0x80...0xFF, using: &generator) } + [0x61]
            var parser = KeyParser()
            let typed = parser.feed(bytes).map { event -> String in
                if case .key(let key) = event, case .character(let character) = key.code { return String(character) }
                return "?"
            }
            #expect(typed.flatMap(\.unicodeScalars) == Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
        }
    }

    static let corpus: [String] = [
        "aé日😀", "\u{1B}[A\u{1B}OA\u{1B}[1;5C", "\u{1B}[200~pa\u{1B}ste\r\nd é\u{1B}[201~x",
        "\u{1B}b\u{1B}é\u{1B}\u{1B}[Bq",
        "\u{1B}]0;t\u{1B}\\z\u{1B}P+q\u{1B}\\y", "\u{1B}[[Bx\u{1B}[15;2~", "\u{1B}[I\u{1B}[O\t\r\u{7F}\u{03}",
        "\u{1B}[<0;10;5M\u{1B}[<32;11;5Mx\u{1B}[<64;1;1m",
        "\u{1B}]11;rgb:1e1e/2020/ffff\u{1B}\\a\u{1B}P>|kitty\u{1B}\\",
        "\u{1B}[?2026;2$y\u{1B}[?62;22c\u{1B}[?1u", "\u{1B}[97:65;2:3u\u{1B}[57414u",
        "\u{1B}O5Dk\u{1B}[97;6u\u{1B}[27;2;9~", "\u{1B}\u{1B}\u{1B}x", "\u{1B}[?12;4$yx\u{1B}[>c",
    ]

    @Test(arguments: corpus) func everySplitGivesTheSameEvents(_ text: String) {
        let bytes = Array(text.utf8)
        var whole = KeyParser()
        let expected = whole.feed(bytes)
        #expect(!expected.isEmpty)
        for first in 0...bytes.count {
            for second in first...bytes.count {
                var parser = KeyParser()
                let events =
                    parser.feed(bytes[..<first]) + parser.feed(bytes[first..<second]) + parser.feed(bytes[second...])
                #expect(events == expected, "split at \(first) and \(second)")
            }
        }
    }

    @Test func noiseIsTakenTheSameInOnePieceAndByteByByte() {
        var generator = Chance(seed: 5)
        let likely: [UInt8] = [
            0x1B, 0x5B, 0x4F, 0x32, 0x30, 0x31, 0x7E, 0x3B, 0x41, 0x5D, 0x50, 0x5C, 0xC3, 0xA9, 0x07,
        ]
        for _ in 0..<3000 {
            let bytes = (0..<40).map { _ in
                Bool.random(using: &generator)
                    ? likely.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
            }
            var whole = KeyParser()
            var single = KeyParser()
            let expected = whole.feed(bytes) + whole.settle()
            let events = bytes.flatMap { single.feed(CollectionOfOne($0)) } + single.settle()
            #expect(events == expected)
            #expect(!whole.waitsForMore)
        }
    }
}

extension Array {
    func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
