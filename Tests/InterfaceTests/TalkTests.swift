import Conversation
import Journal
import Terminal
import Testing

@testable import Interface

@Suite("Talking about a session")
struct TalkTests {
    private let now = Uptime(milliseconds: 5_000_000)

    private func debrief(_ name: String = "talk-debrief") throws -> DebriefScreen {
        try #require(try Gallery.scene(name).screen as? DebriefScreen)
    }

    @Test("Tab goes to every moment and comment in the order of the page, and round")
    func stops() throws {
        var screen = try debrief()
        var seen: [Int] = []
        for _ in 0..<40 {
            seen.append(try #require(screen.chosen))
            _ = screen.perform(.nextFocus, at: now)
            if screen.chosen == seen.first { break }
        }
        let comments = screen.session.comments.all.map(\.sequence)
        let path = Debrief(screen.session).path.map(\.sequence)
        #expect(Set(seen) == Set(comments + path))
        #expect(Array(seen.prefix(3)) == [path[0], comments[0], comments[1]])
        _ = screen.perform(.previousFocus, at: now)
        #expect(screen.chosen == seen.last)
    }

    @Test("a comment is about what is chosen: a moment, a comment, or the whole session")
    func about() throws {
        var screen = try debrief()
        let moment = try #require(screen.chosen)
        #expect(
            screen.receive(comment: "x", at: now) == [.comment(StreamID("one"), "x", at: moment, answering: nil)])
        _ = screen.perform(.nextFocus, at: now)
        let comment = try #require(screen.chosen)
        #expect(screen.perform(.accept, at: now) == [.writeComment])
        #expect(screen.receive(comment: "x", at: now) == [.comment(StreamID("one"), "x", at: 0, answering: comment)])
        screen.chosen = nil
        #expect(screen.receive(comment: "x", at: now) == [.comment(StreamID("one"), "x", at: 0, answering: nil)])
    }

    @Test("only a comment of one's own is taken out, at the second press")
    func removal() throws {
        var screen = try debrief()
        #expect(screen.refusal(of: .remove, at: now) != nil)
        _ = screen.perform(.nextFocus, at: now)
        #expect(screen.refusal(of: .remove, at: now) == "Only who wrote a comment can take it out.")
        _ = screen.perform(.nextFocus, at: now)
        let own = try #require(screen.chosen)
        #expect(screen.refusal(of: .remove, at: now) == nil)
        #expect(screen.perform(.remove, at: now) == [.notice("Once more takes your comment out.")])
        #expect(screen.perform(.remove, at: now) == [.removeComment(StreamID("one"), own)])
    }

    @Test("a guest reads and talks, and can do nothing else")
    func guest() throws {
        let screen = try debrief("talk-guest")
        let actions = screen.actions.map(\.action)
        for action in [Action.retry, .note(""), .export, .share, .fix, .reflect, .lookInward, .notebook] {
            #expect(!actions.contains(action), "\(action)")
        }
        #expect(actions.contains(.comment("")))
        let text = screen.lines(columns: 76, glyphs: .unicode).map { $0.runs.map(\.text).joined() }
            .joined(separator: "\n")
        #expect(text.contains("Sam shares this conversation with you"))
        for words in ["For you", "What you keep", "You wrote down", "hard to see from inside", "How it was for you"] {
            #expect(!text.contains(words), "\(words)")
        }
    }

    @Test("a comment that is put away waits for what it was about, and for nothing else")
    func drafts() throws {
        var compositor = try Gallery.scene("talk-comment").compositor
        func press(_ key: Key) -> [Effect] { compositor.receive(.key(key), at: now) }
        _ = press(.plain(.escape))
        _ = press(.plain(.tab))
        _ = press(.character("y"))
        #expect(press(.plain(.enter)).isEmpty, "nothing was typed about the comment")
        _ = press(.plain(.backTab))
        _ = press(.character("y"))
        let screen = try #require(compositor.front as? DebriefScreen)
        let moment = try #require(screen.chosen)
        #expect(
            press(.plain(.enter)) == [.comment(StreamID("one"), "You waited here.", at: moment, answering: nil)])
    }

    @Test("sharing takes names apart, leaves out one's own, and asks for at least one")
    func sharing() throws {
        var screen = try #require(try Gallery.scene("share-names").screen as? ShareScreen)
        #expect(screen.field?.value == "Kim, Sam")
        for character in ",  Jo  Ann , me,," { _ = screen.handle(.key(.character(character)), at: now) }
        #expect(
            screen.perform(.accept, at: now) == [
                .setAudience(.shared(with: ["Kim", "Sam", "Jo Ann"]), of: StreamID("one")), .close,
            ])
        var empty = try #require(try Gallery.scene("share-nobody").screen as? ShareScreen)
        #expect(empty.perform(.accept, at: now) == [.setAudience(.private, of: StreamID("one")), .close])
        _ = empty.perform(.down, at: now)
        _ = empty.perform(.accept, at: now)
        #expect(empty.perform(.accept, at: now) == [.notice("Type a name, or go back with Escape.")])
        _ = empty.perform(.back, at: now)
        _ = empty.perform(.down, at: now)
        #expect(empty.perform(.accept, at: now) == [.setAudience(.room, of: StreamID("one")), .close])
    }

    @Test("the journal's two lists ask for themselves, and take no answer to the other")
    func lists() throws {
        var screen = JournalScreen(rows: [])
        #expect(screen.perform(.nextFocus, at: now) == [.findShared(query: "", offset: 0)])
        let own = HistoryPage(total: 1, entries: [HistoryPage.Entry(summary: Scenes.summary("one", "Own"))])
        screen.receive(own) { _ in "" }
        #expect(screen.chosen == nil)
        var shared = own
        shared.isShared = true
        screen.receive(shared) { _ in "" }
        #expect(screen.perform(.accept, at: now) == [.lookBack(StreamID("one"))], "an open one is read, not played")
        #expect(screen.perform(.nextFocus, at: now) == [.findSessions(query: "", offset: 0)])
    }

    @Test("what a comment says cannot steer a terminal, whoever wrote it")
    func hostile() throws {
        var session = try debrief().session
        var written = Commented(moment: 0, author: "", text: "")
        (written.author, written.text) = ("E\u{1B}[31mve\u{202E}", "one\u{1B}]0;title\u{7}\ntwo\u{9B}2J")
        session.apply(TimedEvent(time: session.time, event: .commented(written)))
        let screen = DebriefScreen(
            stream: StreamID("one"), session: session, vocabulary: SmallScenario.vocabulary,
            discussion: Discussion(of: StreamID("one"), reader: "me", owner: "me", audience: "room"))
        var surface = Surface(Size(columns: 80, rows: 400))
        screen.draw(into: &surface, look: Look(theme: .calm, glyphs: .unicode), at: now)
        for scalar in surface.text.unicodeScalars where scalar != "\n" {
            #expect(scalar.properties.generalCategory != .control)
        }
    }
}
