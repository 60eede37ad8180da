import Patterns
import Terminal

/// What there is to read: a list by kind, found by words, and one page at a time.
public struct PatternsScreen: Screen {
    /// All pages, in the order of the list.
    let pages: [Page]
    private let search: PageSearch
    /// The kinds there are pages of; nil is all of them.
    private let kinds: [PageKind?]
    private(set) var tabs: Tabs
    private(set) var list = ListBox(emptyWords: "Nothing to read was found. It comes with Rapport.")
    private(set) var finding = FindField(placeholder: "words anywhere in a page")
    /// The page that is open.
    private(set) var open: Page?
    private var scroll = ScrollPosition()
    /// It was opened at this page, from the middle of something: back goes there, and not to the list.
    private let direct: PageID?
    /// The window's size, as last told.
    private var size = Size(columns: 80, rows: 24)

    /// Columns from which a page is shown beside the list.
    static let besideFrom = 100

    /// Everything on a shelf; at a page, where one asked for it in the middle of something.
    public init(_ shelf: PatternShelf, at direct: PageID? = nil) {
        let pages = shelf.pages
        self.pages = pages
        search = PageSearch(pages)
        kinds = [nil] + PageKind.allCases.filter { kind in pages.contains { $0.id.kind == kind } }
        tabs = Tabs(kinds.map { $0?.plural ?? "All" })
        open = direct.flatMap { id in pages.first { $0.id == id } }
        self.direct = open?.id
        listPages()
    }

    /// What it is called.
    public var name: String { open == nil ? "Patterns" : "A page" }

    /// Letters look for pages.
    public var isTyping: Bool { finding.isTyping }

    /// The page the list points at.
    var chosen: Page? { page(list.chosen?.id) }

    private func page(_ id: String?) -> Page? { pages.first { $0.id.description == id } }

    private mutating func listPages() {
        let kind = kinds.indices.contains(tabs.open) ? kinds[tabs.open] : nil
        list.rows = search.matches(finding.query).filter { kind == nil || $0.id.kind == kind }.map { page in
            ListBox.Row(page.id.description, page.title, detail: kind == nil ? page.id.kind.rawValue : "")
        }
        list.find(finding.query)
    }

    // MARK: Actions

    /// Reading, finding, going through the kinds.
    public var actions: [ScreenAction] {
        if finding.isTyping {
            return [
                ScreenAction(.accept, "keep these", "Keep what was found, to choose from."), ScreenAction(.up),
                ScreenAction(.down), ScreenAction(.back, "all of them", "Back to all pages."),
            ]
        }
        let leave = ScreenAction(.leave, "", "Back to where you were.")
        if let open {
            let accept =
                canTry(open)
                ? ScreenAction(.accept, "try it", "Practise the scenario in which this can be tried.")
                : ScreenAction(.accept, "", "Back.")
            let back = ScreenAction(.back, "back", direct == nil ? "Back to the list." : "Back to where you were.")
            let all = direct == nil ? [] : [ScreenAction(.nextFocus, "all pages", "Everything there is to read.")]
            return [accept, back] + all + ScreenAction.moving + [.help, leave]
        }
        return [
            ScreenAction(.accept, "read", "Read the chosen page."),
            ScreenAction(.find, "find", "Find pages by words in them."),
            ScreenAction(.nextFocus, "next kind", "The next kind of page."),
            ScreenAction(.previousFocus, "", "The kind before."), ScreenAction(.right, "", "The next kind of page."),
            ScreenAction(.left, "", "The kind before."),
        ] + ScreenAction.moving + [.help, ScreenAction(.back, "back", "Back to where you were."), leave]
    }

    /// Without a page there is nothing to read.
    public func refusal(of action: Action, at now: Uptime) -> String? {
        switch action {
        case .accept where open == nil && !finding.isTyping: list.rows.isEmpty ? "There is no page here." : nil
        case .find: pages.isEmpty ? "There is nothing to find." : nil
        case .nextFocus where open == nil, .previousFocus where open == nil:
            kinds.count < 3 ? "There is only one kind of page." : nil
        default: nil
        }
    }

    /// A story from the middle of a conversation does not begin another one.
    private func canTry(_ page: Page) -> Bool { page.practice != nil && direct == nil }

    /// Takes the letters that are looked for, and a new size.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .key(let key): find { $0.handle(key) }
        case .paste(let text): find { $0.insert(text) }
        case .resized(let size): self.size = size
        default: break
        }
        return []
    }

    private mutating func find(_ change: (inout LineEditor) -> Void) {
        if finding.change(change) { listPages() }
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        if let open, !finding.isTyping { return perform(action, reading: open) }
        switch action {
        case .accept where finding.isTyping: finding.close()
        case .accept:
            open = chosen
            scroll = ScrollPosition()
        case .typing(let edit): find { $0.perform(edit) }
        case .find: finding.open()
        case .back where !finding.isIdle: if finding.clear() { listPages() }
        case .nextFocus, .previousFocus, .left, .right:
            tabs.move(action)
            listPages()
        case .back, .leave: return [.close]
        default: list.move(action, page: max(1, size.rows - 6))
        }
        return []
    }

    private mutating func perform(_ action: Action, reading page: Page) -> [Effect] {
        switch action {
        case .accept where canTry(page): return page.practice.map { [.practise(slug: $0.scenario)] } ?? []
        case .leave: return [.close]
        case .back, .accept:
            guard direct == nil else { return [.close] }
            fallthrough
        case .nextFocus:
            list.choose(page.id.description)
            open = nil
        default:
            let area = textArea(size)
            scroll.move(action, page: max(1, area.rows - 1))
            let count = lines(of: page, columns: area.columns, look: Look(theme: .monochrome, glyphs: .ascii)).count
            scroll.settle(count: count, rows: area.rows)
        }
        return []
    }

    // MARK: Drawing

    /// Where a page is read.
    private func textArea(_ size: Size) -> Rect { Rect(size).inset(columns: 2, rows: 2) }

    private func lines(of page: Page, columns: Int, look: Look) -> [StyledLine] {
        PagePane(page: page, look: look).lines(columns: columns)
            + (canTry(page)
                ? [StyledLine(), StyledLine("Enter", .key).with(" practises the scenario in which this can be tried.")]
                : [])
    }

    /// Draws the list, or the page that is open.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        if let open { return draw(open, into: &surface, look: look) }
        surface.drawTitle("Patterns", list.rows.count == 1 ? "1 page" : "\(list.rows.count) pages")
        var area = surface.bounds.inset(columns: 1, rows: 2)
        let row = Rect(column: area.column, row: 1, columns: area.columns, rows: 1)
        if !finding.draw(into: &surface, in: row, look: look) { tabs.draw(into: &surface, in: row, look: look) }
        _ = area.take(.top, 1)
        let isBeside = surface.size.columns >= Self.besideFrom
        var about = isBeside ? area.take(.right, area.columns - 44) : area.take(.bottom, min(5, area.rows / 3))
        if isBeside {
            let line = about.take(.left, 3)
            surface.verticalLine(
                at: Point(column: line.column + 1, row: line.row), rows: line.rows, style: Role.border.index,
                lines: look.glyphs.lines)
        } else {
            let rule = about.take(.top, 1)
            surface.horizontalLine(
                at: rule.origin, columns: rule.columns, style: Role.border.index, lines: look.glyphs.lines)
        }
        list.draw(into: &surface, in: area, look: look, isFocused: !finding.isTyping)
        guard let chosen else { return }
        let lines =
            isBeside
            ? PagePane(page: chosen, look: look).lines(columns: about.columns)
            : StyledLine.wrapped(chosen.summary, .text, columns: min(about.columns, PagePane.widest))
        surface.draw(beginningOf: lines, in: about, look: look, scrolls: false)
    }

    private func draw(_ page: Page, into surface: inout Surface, look: Look) {
        surface.drawTitle(page.id.kind.plural, direct == nil ? "" : "every clock waits")
        let area = textArea(surface.size)
        let lines = lines(of: page, columns: area.columns, look: look)
        let shown = scroll.slice(lines, rows: area.rows)
        surface.draw(Array(shown.lines), in: area)
        surface.drawMore(
            lines.count - shown.first - shown.lines.count, in: surface.bounds.inset(columns: 2, rows: 1), look: look)
    }

    /// Where one is.
    public func whereabouts(at now: Uptime) -> String {
        if let open { return "Reading: \(open.title)." }
        return "Patterns; \(tabs.tabs[tabs.open].title); \(chosen?.title ?? "nothing chosen")."
    }
}
