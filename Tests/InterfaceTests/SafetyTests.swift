import Conversation
import Journal
import Terminal
import Testing

@testable import Interface

@Suite("Whatever comes, the screen stays whole")
struct SafetyTests {
    static let hostile =
        "a\u{1B}\\[31mb\u{1B}c\u{9B}5n\u{0}\u{7}\u{8}\r\u{202E}gnp\u{2066}x\u{2069}\u{200F}\u{FEFF}e"
        + String(repeating: "\u{301}\u{20DD}\u{338}", count: 60) + "漢字かな한국어👩‍👩‍👧‍👦🇨🇭\u{E000}\u{FFFF}\u{85}\u{2028}z"

    @Test("every screen draws at every size", arguments: Scenes.names)
    func everySize(name: String) throws {
        let scene = try Scenes.scene(name)
        for columns in [1, 2, 3, 4, 5, 7, 10, 16, 27, 40, 59, 60, 79, 80, 99, 100, 131, 200] {
            for rows in [1, 2, 3, 4, 5, 6, 8, 11, 15, 16, 24, 60] {
                let picture = scene.picture(columns: columns, rows: rows, glyphs: columns % 2 == 0 ? .ascii : .unicode)
                #expect(picture.surface.size == Size(columns: columns, rows: rows))
            }
        }
    }

    @Test("no control and no bidi character of a story, a name or a note gets onto a screen", arguments: Gallery.told)
    func hostileStory(name: String) throws {
        let scene = try Gallery.scene(name, source: Self.hostileSource)
        for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
            expectClean(scene.picture(columns: columns, rows: rows), name)
        }
    }

    @Test("nor of an event that was written elsewhere")
    func hostileEvents() throws {
        var desk = try Desk()
        try desk.hear()
        let events: [(String, String)] = [
            ("lineSpoken", #"{"after":0,"lasting":0,"line":"x","speaker":"Ana","text":"@"}"#),
            ("lineSpoken", #"{"after":0,"lasting":0,"line":"x","speaker":"@","text":"@"}"#),
            ("lineSpoken", #"{"after":0,"lasting":0,"line":"x","speaker":"Note","text":"@"}"#),
            ("lineSpoken", #"{"after":0,"lasting":0,"line":"x","speaker":"Scene","text":"@"}"#),
            ("commitmentMade", #"{"after":0,"commitment":"@","dueIn":60000,"words":"@"}"#),
            (
                "feedbackShown",
                #"{"after":0,"effort":0,"heat":0,"look":"nudge","quotes":[{"length":90000,"start":2},{"length":-5,"start":-9}],"text":"@","trust":9}"#
            ),
            (
                "optionsOffered",
                #"{"after":0,"attempt":2,"moment":"@","node":"@","options":[{"isAvailable":true,"isDetour":false,"isFix":false,"isMacro":false,"line":"x","moves":["@"],"role":"say","text":"@"}]}"#
            ),
        ]
        var receiver = desk.screen
        let text = Self.hostile.unicodeScalars.map { scalar in
            scalar.value < 0x20 || scalar == "\\" || scalar == "\""
                ? "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16) : String(scalar)
        }.joined()
        for (type, payload) in events {
            let record = EventRecord(
                type: type, version: 1, weight: .state, time: desk.session.time,
                payload: payload.replacing("@", with: text))
            receiver.receive([try TimedEvent(record)], trouble: nil, at: desk.now)
        }
        for (columns, rows) in [(60, 16), (80, 24), (120, 40), (7, 9)] {
            expectClean(Picture(receiver, columns: columns, rows: rows, at: desk.now + 60_000), "events")
        }
        let debrief = DebriefScreen(stream: StreamID("x"), session: receiver.session, vocabulary: Vocabulary())
        expectClean(Picture(debrief, columns: 80, rows: 80, at: desk.now), "debrief")
    }

    @Test("nor of a title in the journal, a broken file's excerpt, or what is typed and pasted")
    func hostileElsewhere() throws {
        let now = Uptime(milliseconds: 1)
        let summary = Scenes.summary(Self.hostile, Self.hostile, .ended, ending: Self.hostile)
        let journal = JournalScreen(rows: [JournalScreen.Row(summary: summary, date: Self.hostile)])
        expectClean(Picture(journal, columns: 80, rows: 24, at: now), "journal")
        expectClean(Picture(OfferScreen(unfinished: summary), columns: 80, rows: 24, at: now), "offer")
        let reading = ReadingScreen(title: Self.hostile, preformatted: Self.hostile + "\n" + Self.hostile)
        expectClean(Picture(reading, columns: 80, rows: 24, at: now), "reading")
        var home = try Scenes.home(hostile: Self.hostile.filter { $0 != "\r" && $0 != "\r\n" })
        home.learn("bug", trouble: Self.hostile)
        home.know(unfinished: summary, sessions: [summary], trouble: Self.hostile)
        expectClean(Picture(home, columns: 80, rows: 24, at: now), "home")
        var field = LineEditor()
        field.insert(Self.hostile)
        var surface = Surface(Size(columns: 30, rows: 5))
        field.draw(into: &surface, in: surface.bounds, look: Look(theme: .calm, glyphs: .unicode))
        expectClean(surface, "field")
    }

    /// The small scenario with hostile text wherever an author can put text.
    static var hostileSource: String {
        // A line's end would end the line of the file, and a NUL is refused with the file.
        let text = String(hostile.unicodeScalars.filter { !"\0\r\n\u{85}\u{2028}".unicodeScalars.contains($0) })
        return SmallScenario.source
            .replacing("my cake did not come", with: text).replacing("Rain on the skylight.", with: text)
            .replacing("What has to be", with: text).replacing("shows her that", with: text)
            .replacing("Ana Ruiz", with: "Ana " + text.replacing("\\", with: "")).replacing("Short of time", with: text)
            .replacing("second contact", with: text).replacing("moment: First words", with: "moment: " + text)
            .replacing("Your cake, order 7", with: text).replacing("Which words did it?", with: text)
            .replacing("delivered by hand.", with: text).replacing("Yours, Sam", with: text)
    }

    private func expectClean(_ picture: Picture, _ name: String) { expectClean(picture.surface, name) }

    private func expectClean(_ surface: Surface, _ name: String) {
        var bad: Set<UInt32> = []
        for row in 0..<surface.size.rows {
            for column in 0..<surface.size.columns {
                let cell = surface[Point(column: column, row: row)]
                for scalar in cell.text.unicodeScalars {
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate:
                        bad.insert(scalar.value)
                    default: break
                    }
                }
                if cell.width == 2, column + 1 >= surface.size.columns { bad.insert(2) }
            }
        }
        #expect(bad.isEmpty, "\(name): \(bad.map { String($0, radix: 16) })")
    }
}
