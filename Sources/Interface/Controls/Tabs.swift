import Terminal

/// Several places side by side, one of them open.
public struct Tabs: Equatable, Sendable {
    /// One place.
    public struct Tab: Equatable, Sendable {
        /// What it is called.
        public var title: String
        /// How much in it has not been seen; shown beside the title, unless zero.
        public var news: Int

        /// A place.
        public init(_ title: String, news: Int = 0) { (self.title, self.news) = (title, news) }
    }

    /// The places.
    public var tabs: [Tab]
    /// The open one, from 0.
    public private(set) var open = 0

    /// Places, the first of them open.
    public init(_ tabs: [Tab]) { self.tabs = tabs }

    /// Places by their names, the first of them open.
    public init(_ titles: [String]) { tabs = titles.map { Tab($0) } }

    /// Opens one by its place; places beyond count as the nearest.
    public mutating func open(_ place: Int) { open = min(max(0, place), max(0, tabs.count - 1)) }

    /// Opens the next or the one before, round the end, for an action; nothing for others.
    public mutating func move(_ action: Action) {
        guard !tabs.isEmpty else { return }
        switch action {
        case .nextFocus, .right: open = (open + 1) % tabs.count
        case .previousFocus, .left: open = (open + tabs.count - 1) % tabs.count
        default: break
        }
    }

    /// Draws them in the first row. The open one is in brackets, so that no colour is needed; where not all fit, it stands
    /// alone between signs for the others.
    public func draw(into surface: inout Surface, in area: Rect, look: Look, isFocused: Bool = false) {
        guard !area.isEmpty, tabs.indices.contains(open) else { return }
        var line = StyledLine()
        for (index, tab) in tabs.enumerated() {
            let isOpen = index == open
            line = line.with(isOpen ? "[" : " ", isFocused ? .focus : .muted)
                .with(tab.title, isOpen ? (isFocused ? .focus : .strong) : .muted)
                .with(tab.news > 0 ? " +\(tab.news)" : "", .key).with(isOpen ? "]" : " ", isFocused ? .focus : .muted)
        }
        if line.columns > area.columns {
            let head = "\(look.glyphs.left) "
            let tail = " \(open + 1) of \(tabs.count) \(look.glyphs.right)"
            let room = area.columns - DisplayText.width(of: head) - DisplayText.width(of: tail)
            let title = DisplayText.truncated(
                tabs[open].title, columns: max(0, room), ellipsis: look.glyphs.lines.ellipsis)
            line = StyledLine(head, .muted).with(title, isFocused ? .focus : .strong).with(tail, .muted)
        }
        surface.draw(line, at: area.origin, columns: area.columns)
    }
}
