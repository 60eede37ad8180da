import Conversation
import Journal
import Library
import Terminal

/// What a screen wants of the world. Whoever runs the screens does it and answers with a ``Reply``.
public enum Effect: Equatable, Sendable {
    /// Open a scenario and begin a session of it.
    case practise(slug: String)
    /// Go on with a session that was broken off.
    case goOn(StreamID)
    /// Keep these events of a session; they happen when they are kept.
    case keep([TimedEvent], in: StreamID)
    /// Show a session's debrief.
    case lookBack(StreamID)
    /// Leave an open session for good.
    case setAside(StreamID)
    /// List the past sessions.
    case listSessions
    /// Close this screen.
    case close
    /// Close this screen and open a session's debrief.
    case finish(StreamID)
    /// Add a run to the test plan of the scenario that is previewed: its steps, and a line about it.
    case keepRun(String, comment: String)
    /// Show the keys of this screen.
    case help
    /// Leave the program.
    case quit
}

/// How everything looks.
public struct Look: Sendable {
    /// What each role looks like.
    public var theme: Theme
    /// The signs that are drawn.
    public var glyphs: Glyphs

    /// A look from a theme and signs.
    public init(theme: Theme, glyphs: Glyphs) {
        self.theme = theme
        self.glyphs = glyphs
    }
}

/// One screen: a value that takes inputs and draws itself.
public protocol Screen: Sendable {
    /// The keys it understands now.
    var keys: KeyTable { get }
    /// Takes an event of the terminal.
    mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect]
    /// Takes the passing of time.
    mutating func reach(_ now: Uptime) -> [Effect]
    /// When time passing next changes something; nil for never.
    func nextDeadline(after now: Uptime) -> Uptime?
    /// Draws itself on a blank surface.
    func draw(into surface: inout Surface, look: Look, at now: Uptime)
    /// It came to the front, or left it: clocks run only in front.
    mutating func becomeFront(_ isFront: Bool, at now: Uptime)
}

extension Screen {
    /// No clocks.
    public mutating func reach(_ now: Uptime) -> [Effect] { [] }
    /// No clocks.
    public func nextDeadline(after now: Uptime) -> Uptime? { nil }
    /// Nothing to stop.
    public mutating func becomeFront(_ isFront: Bool, at now: Uptime) {}
}

extension Surface {
    /// The title line: what this is, and where one is in it.
    mutating func drawTitle(_ left: String, _ right: String) {
        let width = DisplayText.width(of: right)
        put(" \(left)", at: Point(column: 0, row: 0), style: Role.title.index, columns: size.columns - width - 3)
        put(right, at: Point(column: size.columns - width - 1, row: 0), style: Role.muted.index)
    }

    /// The footer: the keys that matter most here. Where there is no room for all of them, help and the way out stay.
    mutating func drawFooter(_ keys: KeyTable, without hidden: Set<Action> = [], look: Look) {
        var shown = keys.bindings.filter { !$0.short.isEmpty && !hidden.contains($0.action) }
        func columns(_ binding: KeyBinding) -> Int {
            DisplayText.width(of: binding.shown) + DisplayText.width(of: binding.short) + 1
        }
        while shown.reduce(-3, { $0 + columns($1) + 3 }) > size.columns - 2,
            let index = shown.lastIndex(where: { ![.help, .quit, .back].contains($0.action) })
        {
            shown.remove(at: index)
        }
        var column = 1
        let row = size.rows - 1
        for (index, binding) in shown.enumerated() where column + columns(binding) <= size.columns {
            if index > 0 {
                column += put(" \(look.glyphs.dot) ", at: Point(column: column, row: row), style: Role.muted.index)
            }
            column += put(binding.shown, at: Point(column: column, row: row), style: Role.key.index)
            column += put(" \(binding.short)", at: Point(column: column, row: row), style: Role.muted.index)
        }
    }

    /// Says in the last row of an area how much of a text is below it.
    mutating func drawMore(_ count: Int, in area: Rect, look: Look) {
        guard count > 0, !area.isEmpty else { return }
        let more = " \(count) more below \(look.glyphs.dot) End "
        put(
            more, at: Point(column: max(0, area.endColumn - DisplayText.width(of: more)), row: area.endRow - 1),
            style: Role.selected.index)
    }
}
