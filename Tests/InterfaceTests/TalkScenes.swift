import Conversation
import Journal
import Terminal

@testable import Interface

/// What people say to each other about a session, and with whom it is shared.
enum TalkScenes {
    static let names = [
        "talk-debrief", "talk-chosen", "talk-guest", "talk-comment", "talk-answer", "talk-compare", "share-nobody",
        "share-everybody", "share-names", "journal-shared", "journal-shared-empty", "home-news",
    ]

    private static let start = Uptime(milliseconds: 5_000_000)

    static func scene(_ name: String, source: String = SmallScenario.source) throws -> Scene {
        if name.hasPrefix("share") { return share(name) }
        switch name {
        case "journal-shared", "journal-shared-empty":
            var screen = JournalScreen(rows: [])
            _ = screen.press(.plain(.tab), at: start)
            var summaries = [
                Scenes.summary("one", "A cake that did not come", .ended, ending: "she-left"),
                Scenes.summary("two", "Unexpected charge"),
            ]
            (summaries[0].owner, summaries[1].owner) = ("Sam", "")
            let entries = summaries.map { HistoryPage.Entry(summary: $0, moments: 4, trust: 38) }
            let page = HistoryPage(
                total: name == "journal-shared" ? 2 : 0, entries: name == "journal-shared" ? entries : [],
                isShared: true)
            screen.receive(page) { _ in "2026-11-20 09:15" }
            return Scene(description: name, screen: screen, now: start)
        case "home-news":
            var home = try Scenes.home()
            home.know(unfinished: nil, sessions: [Scenes.summary("two", "A cake that did not come", .ended)])
            home.hear(
                [
                    NewComment(stream: StreamID("two"), title: "A cake that did not come", owner: "me", author: "Sam"),
                    NewComment(stream: StreamID("six"), title: "Unexpected charge", owner: "Kim", author: "Kim"),
                ], reader: "me")
            return Scene(description: name, screen: home, now: start)
        default: return try talk(name, source)
        }
    }

    private static func share(_ name: String) -> Scene {
        let audience: Audience = name == "share-names" ? .shared(with: ["Kim", "Sam"]) : .private
        var screen = ShareScreen(
            StreamID("one"), title: "A cake that did not come", audience: audience,
            reader: name == "share-everybody" ? "" : "me")
        if name == "share-everybody" { for _ in 0..<2 { _ = screen.press(.plain(.down), at: start) } }
        if name == "share-names" { _ = screen.press(.plain(.enter), at: start) }
        return Scene(description: name, screen: screen, now: start)
    }

    private static func talk(_ name: String, _ source: String) throws -> Scene {
        let desk = try Scenes.over(source)
        var session = desk.session
        var dates: [Int: String] = [:]
        func say(_ text: String, by author: String, at moment: Int = 0, answering: Int? = nil) -> Int {
            if let event = Engine.comment(text, by: author, at: moment, answering: answering, in: session) {
                session.apply(event)
            }
            dates[session.sequence] = "2026-11-21 1\(session.sequence % 10):05"
            return session.sequence
        }
        let moment = session.moments.first?.sequence ?? 0
        let first = say("What made you write here, and not call?", by: "Sam", at: moment)
        let answer = say("She had written, so I wrote.\nNext time I would ask her.", by: "me", answering: first)
        _ = say("The time you named at the end: I take that one along.", by: "Kim")
        let isGuest = name == "talk-guest"
        let discussion = Discussion(
            of: StreamID("one"), reader: isGuest ? "Kim" : "me", owner: isGuest ? "Sam" : "me", audience: "shared",
            dates: dates)
        if name == "talk-compare" {
            var screen = CompareScreen(Attempts(session.log), of: StreamID("one"))
            for _ in 0..<8 where screen.shown?.columns.contains(where: { $0.opened == moment }) != true {
                _ = screen.press(.plain(.tab), at: desk.now)
            }
            screen.discuss(session.comments, discussion)
            for _ in 0..<3 { _ = screen.press(.plain(.pageDown), at: desk.now) }
            return Scene(description: name, screen: screen, now: desk.now)
        }
        let screen = DebriefScreen(
            stream: StreamID("one"), session: session, vocabulary: SmallScenario.vocabulary, discussion: discussion)
        var compositor = Scene(description: name, screen: screen, now: desk.now).compositor
        func press(_ key: Key) { _ = compositor.receive(.key(key), at: desk.now) }
        switch name {
        case "talk-comment":
            press(.plain(.tab))
            press(.character("y"))
            for character in "You waited here." { press(.character(character)) }
        case "talk-answer", "talk-chosen":
            for _ in 0..<10 where (compositor.front as? DebriefScreen)?.chosen != answer { press(.plain(.tab)) }
            if name == "talk-answer" { press(.plain(.enter)) }
        default: for _ in 0..<(isGuest ? 0 : 1) { press(.plain(.tab)) }
        }
        return Scene(description: name, compositor: compositor, now: desk.now)
    }
}
