import Conversation
import Journal
import Library
import Terminal

/// Home: what there is to practise, what was practised lately, and what was broken off.
public struct HomeScreen: Screen {
    /// One scenario in the list.
    public struct Row: Equatable, Sendable {
        /// Where it is and what its headers say.
        public var entry: LibraryEntry
        /// Why it cannot be played; nil while nothing is known against it.
        public var trouble: String?
    }

    /// One of the two lists.
    enum Focus: Equatable, Sendable {
        case library, lately
    }

    private(set) var rows: [Row]
    private(set) var unfinished: StreamSummary?
    /// The last sessions, newest first.
    private(set) var lately: [StreamSummary] = []
    /// The endings seen of each scenario, by slug.
    private(set) var endingsSeen: [String: Set<String>] = [:]
    /// A word that stays: the journal or the library cannot be used.
    private(set) var trouble: String?
    /// What others have said since one last looked, a sentence each.
    private(set) var news: [String] = []
    private(set) var focus = Focus.library
    private(set) var libraryList = ListBox(emptyWords: "nothing here yet")
    private(set) var latelyList = ListBox(emptyWords: "nothing practised yet")
    /// What is looked for; nil while nobody looks.
    private(set) var finding: LineEditor?
    /// The scenarios that have not been checked since the start.
    private var unchecked: [String]
    private static let mostLately = 12, mostNews = 3

    /// A list of what the library has: the gentle ones first, so that a newcomer's cursor is on one, and last what needs
    /// mending.
    public init(entries: [LibraryEntry], trouble: String? = nil) {
        func rank(_ entry: LibraryEntry) -> Int { entry.trouble == nil ? entry.heading.difficulty.level : 9 }
        rows = entries.sorted { (rank($0), $0.slug) < (rank($1), $1.slug) }.map { Row(entry: $0, trouble: $0.trouble) }
        unchecked = entries.filter { $0.trouble == nil }.map(\.slug)
        self.trouble = trouble
        listLibrary()
    }

    private mutating func listLibrary() {
        libraryList.rows = rows.map { row in
            ListBox.Row(
                row.entry.slug, row.entry.title,
                detail: row.trouble == nil ? row.entry.heading.channels.first?.rawValue ?? "" : "needs mending")
        }
    }

    /// What it is called.
    public var name: String { "Home" }

    /// Letters look for a row.
    public var isTyping: Bool { finding != nil }

    /// The place of the chosen scenario in ``rows``.
    var chosenRow: Int { rows.firstIndex { $0.entry.slug == libraryList.chosen?.id } ?? 0 }

    /// Starting, going on, looking around.
    public var actions: [ScreenAction] {
        guard finding == nil else {
            return [
                ScreenAction(.accept, "take it", "Take the row that was found."), ScreenAction(.up),
                ScreenAction(.down), ScreenAction(.back, "back", "Back to the whole list."),
            ]
        }
        let accept =
            focus == .library
            ? ScreenAction(.accept, "start", "Start the chosen scenario.")
            : ScreenAction(.accept, "look back", "Look back on the chosen session, or go on with it.")
        let saying = (1...9).map { ScreenAction(.say($0), "", "Choose the row with that number.") }
        return [
            accept, ScreenAction(.goOn, "go on"), ScreenAction(.setAside, "leave it"), ScreenAction(.find, "find"),
            ScreenAction(.nextFocus, "other list"), ScreenAction(.previousFocus), ScreenAction(.journal, "journal"),
            ScreenAction(.difficulty),
            ScreenAction(.patterns, "patterns", "What helps in hard conversations, to read."),
            ScreenAction(.notebook, "notebook"), ScreenAction(.live, "live room"),
            ScreenAction(.lookInward, "", "Look inward first, then start the chosen scenario."),
        ] + ScreenAction.moving + saying + [.help, ScreenAction(.leave, "quit", "Leave Rapport.")]
    }

    /// Going on takes a session that was broken off.
    public func refusal(of action: Action, at now: Uptime) -> String? {
        switch action {
        case .goOn, .setAside: unfinished == nil ? "No session was broken off." : nil
        case .accept where finding != nil:
            (focus == .library ? libraryList : latelyList).matches.isEmpty ? "Nothing here has that in its name." : nil
        case .accept: focus == .library && rows.isEmpty ? "There is no scenario here yet." : nil
        case .nextFocus, .previousFocus: lately.isEmpty ? "Nothing was practised yet." : nil
        case .find: rows.isEmpty ? "There is nothing to find yet." : nil
        default: nil
        }
    }

    /// Takes what the journal knows: the session that was broken off, and the endings seen.
    public mutating func know(
        unfinished: StreamSummary?, sessions: [StreamSummary], endings: [String: Set<String>]? = nil,
        trouble: String? = nil
    ) {
        self.unfinished = unfinished
        endingsSeen = endings ?? [:]
        for session in sessions where endings == nil {
            if let ending = session.mark.ending, !ending.isEmpty {
                endingsSeen[session.scenarioSlug, default: []].insert(ending)
            }
        }
        lately = Array(sessions.prefix(Self.mostLately))
        latelyList.rows = lately.map {
            ListBox.Row($0.id.rawValue, $0.title, detail: JournalScreen.standing($0))
        }
        if lately.isEmpty { focus = .library }
        if let trouble { self.trouble = trouble }
    }

    /// Takes what others have said since one last looked: it is told once, until Home is left.
    public mutating func hear(_ comments: [NewComment], reader: String) {
        let told = comments.prefix(Self.mostNews).map { comment in
            let whose =
                comment.owner == reader
                ? "" : comment.owner == comment.author ? "their own " : "\(Discussion.name(comment.owner))'s "
            return "\(Discussion.name(comment.author)) commented on \(whose)“\(comment.title)”."
        }
        news = told + (comments.count > told.count ? ["Others have commented too; the journal has it all."] : [])
    }

    /// Takes what a check has found: nil when nothing is wrong.
    public mutating func learn(_ slug: String, trouble: String?) {
        guard let index = rows.firstIndex(where: { $0.entry.slug == slug }) else { return }
        rows[index].trouble = trouble
        listLibrary()
    }

    /// The next scenario to check when there is time; nil when all are.
    public mutating func nextToCheck() -> String? { unchecked.popLast() }

    // MARK: Input

    /// Takes the letters that are looked for.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .key(let key): find { $0.handle(key) }
        case .paste(let text): find { $0.insert(text) }
        default: break
        }
        return []
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .accept where finding != nil: finding = nil
        case .accept: return accept()
        case .back:
            finding = nil
            withList { $0.find("") }
        case .typing(let edit): find { $0.perform(edit) }
        case .find: finding = LineEditor(limit: 60, isSingleLine: true, placeholder: "letters of its name")
        case .nextFocus, .previousFocus: focus = focus == .library ? .lately : .library
        case .goOn: return unfinished.map { [.goOn($0.id)] } ?? []
        case .setAside: return unfinished.map { [.setAside($0.id)] } ?? []
        case .journal: return [.listSessions]
        case .live: return [.openRoom(isNew: false)]
        case .difficulty: return [.nextDifficulty]
        case .patterns: return [.openPatterns(for: nil)]
        case .notebook: return [.openNotebook]
        case .lookInward:
            return libraryList.chosen.map { [.prepare(slug: $0.id)] } ?? []
        case .leave: return [.quit]
        case .say(let number):
            let list = focus == .library ? libraryList : latelyList
            guard list.rows.indices.contains(number - 1) else { return [.notice("There is no row \(number) here.")] }
            withList { $0.choose($0.rows[number - 1].id) }
        default: withList { $0.move(action) }
        }
        return []
    }

    private func accept() -> [Effect] {
        guard focus == .lately else { return libraryList.chosen.map { [.practise(slug: $0.id)] } ?? [] }
        guard let session = lately.first(where: { $0.id.rawValue == latelyList.chosen?.id }) else { return [] }
        return session.mark.status == .open ? [.goOn(session.id)] : [.lookBack(session.id)]
    }

    private mutating func withList(_ change: (inout ListBox) -> Void) {
        if focus == .library { change(&libraryList) } else { change(&latelyList) }
    }

    private mutating func find(_ change: (inout LineEditor) -> Void) {
        guard var field = finding else { return }
        change(&field)
        finding = field
        withList { $0.find(field.value) }
    }

    /// Where one is, and what is chosen.
    public func whereabouts(at now: Uptime) -> String {
        let list = focus == .library ? libraryList : latelyList
        let place = focus == .library ? "Library" : "Lately"
        return "Home; \(place); \(list.chosen?.text ?? "nothing chosen")."
    }
}
