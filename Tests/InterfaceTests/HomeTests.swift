import Journal
import Terminal
import Testing

@testable import Interface

@Suite("Home, journal and looking back")
struct HomeTests {
    private let now = Uptime(milliseconds: 77_000)

    private func keys(_ screen: inout some Screen, _ keys: [Key], at now: Uptime) -> [Effect] {
        keys.flatMap { screen.press($0, at: now) }
    }

    @Test("a newcomer is one Enter away from the first conversation")
    func start() throws {
        var home = try Scenes.home()
        let picture = Picture(home, columns: 80, rows: 24, at: now)
        #expect(picture.contains("Welcome."))
        #expect(keys(&home, [.plain(.enter)], at: now) == [.practise(slug: "bug")])
        #expect(keys(&home, [.plain(.down), .plain(.enter)], at: now) == [.practise(slug: "cake")])
        #expect(
            keys(&home, [.plain(.down), .plain(.down), .character("j"), .plain(.enter)], at: now) == [
                .practise(slug: "charge")
            ])
        #expect(keys(&home, [.character("g"), .plain(.enter)], at: now) == [.practise(slug: "bug")])
    }

    @Test("where End moves in the list, it is not promised to show the rest of the text beside it")
    func more() throws {
        let picture = Picture(try Scenes.home(), columns: 60, rows: 16, at: now)
        #expect(!picture.contains("below · End"))
    }

    @Test("o goes on with what was broken off, x leaves it be; without one neither does anything")
    func unfinished() throws {
        var home = try Scenes.home()
        #expect(keys(&home, [.character("o"), .character("x")], at: now) == [])
        home.know(unfinished: Scenes.summary("one", "A cake that did not come"), sessions: [])
        #expect(
            keys(&home, [.character("o"), .character("x")], at: now) == [
                .goOn(StreamID("one")), .setAside(StreamID("one")),
            ])
    }

    @Test("every scenario is checked once when there is time, and what is found stands in the list")
    func checking() throws {
        var home = try Scenes.home()
        var slugs: [String] = []
        while let slug = home.nextToCheck() { slugs.append(slug) }
        #expect(slugs.sorted() == ["bug", "cake", "charge"])
        home.learn("bug", trouble: "scenario.yarn:4: There is no command `trsut`")
        let picture = Picture(home, columns: 100, rows: 24, at: now)
        #expect(picture.contains("needs mending"))
        #expect(picture.contains("There is no command `trsut`"))
    }

    @Test("the endings seen are listed with the scenario")
    func endings() throws {
        var home = try Scenes.home()
        home.know(
            unfinished: nil, sessions: [Scenes.summary("1", "A cake", .ended, ending: "cake-on-the-table")])
        _ = keys(&home, [.plain(.down)], at: now)
        #expect(Picture(home, columns: 80, rows: 24, at: now).contains("Cake on the table"))
    }

    @Test("the welcome is never cut, at any width that can be practised in")
    func welcome() throws {
        let picture = Picture(try Scenes.home(), columns: 60, rows: 16, at: now)
        #expect(picture.contains("graded."))
    }

    @Test("from the journal an ended session is looked back on, an open one goes on")
    func journal() throws {
        guard var screen = try Scenes.scene("journal").screen as? JournalScreen else {
            Issue.record("no journal")
            return
        }
        #expect(
            keys(&screen, [.plain(.enter), .plain(.down), .plain(.enter), .plain(.escape)], at: now) == [
                .goOn(StreamID("one")), .lookBack(StreamID("two")), .close,
            ])
        var empty = JournalScreen(rows: [])
        #expect(keys(&empty, [.plain(.down), .plain(.enter)], at: now) == [])
    }

    @Test("a long page moves with the first key, also from its very end")
    func scrolling() throws {
        for name in ["debrief", "help"] {
            var screen: any Screen = try Scenes.scene(name).screen
            let size = Size(columns: 60, rows: 16)
            _ = screen.handle(.resized(size), at: now)
            func lines(_ screen: some Screen) -> [String] {
                Picture(screen, columns: size.columns, rows: size.rows, at: now).lines
            }
            let top = lines(screen)
            _ = screen.press(.plain(.end), at: now)
            let end = lines(screen)
            #expect(top != end)
            _ = screen.press(.plain(.up), at: now)
            #expect(lines(screen) != end, "\(name): up from the end")
            for _ in 0..<30 { _ = screen.press(.plain(.pageDown), at: now) }
            #expect(lines(screen) == end)
            _ = screen.press(.plain(.pageUp), at: now)
            #expect(lines(screen) != end, "\(name): a page up from the end")
            _ = screen.press(.plain(.home), at: now)
            #expect(lines(screen) == top)
        }
    }

    @Test("a page that goes on says so")
    func moreBelow() throws {
        let picture = try Scenes.scene("debrief").picture(columns: 80, rows: 24)
        #expect(picture.contains("more below"))
        #expect(try !Scenes.scene("debrief").picture(columns: 120, rows: 60).contains("more below"))
    }
}
