import Conversation
import Terminal
import Testing

@testable import Interface

@Suite("Writing in a mail by hand")
struct WritingMailTests {
    private func picture(_ desk: Desk) -> Picture { Picture(desk.screen, columns: 100, rows: 30, at: desk.now) }

    @Test("e writes, Enter makes a paragraph, Escape keeps it")
    func writes() throws {
        var desk = try WrittenScenes.desk("mail-draft")
        desk.press("e")
        #expect(desk.screen.isTyping)
        desk.press(.plain(.enter))
        desk.press("q w 1 and all of these are letters")
        #expect(desk.session.front.draft.texts.count == 1)
        desk.press(.plain(.escape))
        #expect(!desk.screen.isTyping)
        #expect(desk.session.front.draft.texts.last == "q w 1 and all of these are letters")
        #expect(picture(desk).contains("your own words"))
    }

    @Test("a field that is left is kept at once, in its place, and can be emptied again")
    func fields() throws {
        var desk = try WrittenScenes.desk("mail-last-look")
        let before = desk.session.front.draft.texts
        desk.press("e")
        desk.press(.plain(.backTab))
        desk.press(.plain(.enter))
        desk.press("In between.")
        desk.press(.plain(.tab))
        #expect(desk.session.front.draft.texts == [before[0], "In between.", before[1]])
        desk.press(.plain(.backTab))
        for _ in 0..<11 { desk.press(.plain(.backspace)) }
        desk.press(.plain(.tab))
        #expect(desk.session.front.draft.texts == before)
        desk.press(.plain(.escape))
    }

    @Test("a paste stays in its paragraph; the last look follows, and Enter sends it all")
    func sends() throws {
        var desk = try WrittenScenes.desk("mail-last-look")
        desk.press("e")
        desk.press(.plain(.enter))
        desk.send(.paste("First line.\nSecond line.\u{1B}[31m"))
        desk.press(.alt("s"))
        #expect(picture(desk).contains("A last look"))
        #expect(picture(desk).contains("e goes on editing."))
        desk.press(.plain(.enter))
        let sent = desk.session.log.compactMap { if case .emailSent(let mail) = $0.event { mail } else { nil } }
        #expect(sent.last?.own == [2])
        #expect(sent.last?.paragraphs.last?.hasPrefix("First line.\nSecond line.") == true)
        #expect(sent.last?.paragraphs.last?.contains("\u{1B}") == false)
    }

    @Test("a paste that is too long is taken as far as there is room, and one is told")
    func tooLong() throws {
        var desk = try WrittenScenes.desk("mail-draft")
        desk.press("e")
        desk.send(.paste(String(repeating: "far too long ", count: 80_000)))
        #expect(desk.notice?.contains("The end of it found no room here.") == true)
        desk.send(.paste(""))
        desk.press(.control("_"))
        #expect(!picture(desk).contains("far too long"))
    }

    @Test("leaving the program keeps what is being typed")
    func leaves() throws {
        var desk = try WrittenScenes.desk("mail-draft")
        desk.press("e")
        desk.press(.plain(.enter))
        desk.press("Half a sen")
        try desk.pass(1_000)
        let words = desk.screen.lastWords(at: desk.now).compactMap { effect -> [TimedEvent]? in
            if case .keep(let events, _) = effect { events } else { nil }
        }
        var session = desk.session
        for event in words.joined() { session.apply(event) }
        #expect(session.front.draft.texts.last == "Half a sen")
    }

    @Test("where there is no mail, e says so")
    func nowhere() throws {
        var desk = try Desk()
        try desk.hear()
        desk.press("e")
        #expect(!desk.screen.isTyping)
        #expect(desk.notice != nil)
    }

    @Test("the crowd wakes the screen when it grows, at most once a second, and not when nothing moves")
    func crowd() throws {
        var desk = try WrittenScenes.desk("social-thread")
        let wakings = desk.wakings
        try desk.pass(20_000)
        // Thirty likes a minute, and the journal's own note of the time every five seconds.
        #expect(desk.wakings - wakings <= 20)
        #expect(desk.wakings - wakings >= 10)
        desk.press(" ")
        #expect(desk.screen.nextDeadline(after: desk.now, motion: .full) == nil)
    }
}
