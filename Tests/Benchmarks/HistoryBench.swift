import Conversation
import Interface
import Journal
import Terminal

/// Measures a learner's whole history: `rapport-bench history FILE [SESSIONS]`. The file is made when it is not there.
enum HistoryBench {
    static func run(_ path: String, sessions: Int, pieces: [EventRecord]) throws {
        var journal = try Journal(.file(path))
        let had = try journal.history(owner: "", limit: 1).total
        for number in had..<max(had, sessions) { try add(number, pieces: pieces, to: journal) }
        var report = Report()
        report.note("\(try journal.history(owner: "", limit: 1).total) sessions of \(pieces.count) events")
        report.baseline("an empty journal in memory", runs: 20) { (try? Journal(.memory)) == nil ? 0 : 1 }
        report.measure("open the journal", runs: 20) {
            guard let opened = try? Journal(.file(path)) else { return 0 }
            journal = opened
            return 1
        }
        report.measure("what Home reads", runs: 20) {
            let unfinished = (try? journal.unfinished(owner: "")) ?? nil
            let endings = (try? journal.endingsSeen(owner: ""))?.count ?? 0
            return endings + ((try? journal.streams(owner: "", limit: 12))?.count ?? 0) + (unfinished == nil ? 0 : 1)
        }
        report.measure("the journal's first page", runs: 20) { page(journal, "", 0) }
        report.measure("a page in the middle", runs: 20) { page(journal, "", sessions / 2) }
        report.measure("a letter that most have", runs: 20) { page(journal, "a", 0) }
        report.measure("words that few have", runs: 20) { page(journal, "lantern 77", 0) }
        report.measure("words that none has", runs: 20) { page(journal, "zebra", 0) }
        report.measure("the notebook", runs: 20) { (try? journal.notebook(owner: ""))?.count ?? 0 }
        report.measure("words in the notebook", runs: 20) {
            (try? journal.notebook(owner: "", matching: "lantern 77"))?.count ?? 0
        }
        guard let first = try? journal.history(owner: "", limit: JournalScreen.window) else { return }
        report.measure("the journal on the screen, drawn", runs: 50) {
            let screen = JournalScreen(page: first) { "\($0)" }
            var surface = Surface(Size(columns: 120, rows: 40))
            screen.draw(
                into: &surface, look: Look(theme: .calm, glyphs: .unicode), at: Uptime(milliseconds: 0))
            return surface.size.rows
        }
        report.show()
    }

    private static func page(_ journal: Journal, _ query: String, _ offset: Int) -> Int {
        (try? journal.history(owner: "", matching: query, offset: offset, limit: JournalScreen.window))?.total ?? 0
    }

    private static func add(_ number: Int, pieces: [EventRecord], to journal: Journal) throws {
        let titles = ["Late delivery, holiday deadline", "An unexpected charge", "Outage on a weekend"]
        let endings = ["all-there-on-Saturday", "too-late", "door-left-open"]
        let at = 1_600_000_000_000 + number * 20_000_000
        let stream = try journal.open(
            NewStream(
                id: StreamID("bench-\(number)"), title: titles[number % 3], scenarioSlug: "s\(number % 3)",
                scenarioHash: "none", openedAt: at))
        var records = pieces
        if number % 5 == 0 {
            let words = "Name what it costs before what it takes; the lantern \(number)"
            records.append(try Engine.note(words, isRule: number % 10 == 0, in: Session()).record())
        }
        try journal.append(
            records, to: stream, by: "", expecting: 0, term: 0, key: "1", wallTimes: [records.count - 1: at],
            mark: StreamMark(.ended, ending: endings[number % 3]))
    }
}
