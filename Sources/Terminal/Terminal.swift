// Room Terminal: cells, styles, keys and the event loop, over ncursesw.
//
// What it is for. A program hands in a value that conforms to `TerminalApplication`; this room opens the terminal, turns
// bytes into events, asks for a whole frame of cells after each turn, sends only the difference, and leaves the terminal
// as it found it on every way out: exit, signal, suspension, closed window and crash.
//
// What it may not touch. It knows nothing of customers, conversations, scenarios, files or settings; it imports no room
// but the C beneath it (CNcurses, CUnix) and no Foundation. It is the only room that imports CNcurses, and the only one
// that writes to the terminal. Nothing in it waits but the one `poll(2)` in `EventLoop`.
//
// Where to start reading: `TerminalApplication` (what a program must answer), `TerminalSession.run` (opening and leaving),
// `EventLoop` (one turn), `Surface` (what is drawn on), `KeyParser` (bytes to events), `Painter` (cells to ncurses).

/// A program that owns the terminal: a value (or object) the event loop asks, always on the main thread.
///
/// One turn of the loop: wait, take in everything readable, hand over each event, let due clocks fire, draw one frame.
public protocol TerminalApplication {
    /// Takes in one event. Everything visible is drawn later, once for all events of the turn.
    mutating func receive(_ event: TerminalEvent, at now: Uptime)

    /// Called once per wake-up, after its events: clocks that are due at `now` fire here. True when there is something new
    /// to draw; after an event that is drawn anyway.
    mutating func reach(_ now: Uptime) -> Bool

    /// The moment the next clock is due; `nil` when there is nothing to wait for, and the program then uses no time at all.
    ///
    /// A moment that has passed counts as one millisecond from now.
    func nextDeadline(after now: Uptime) -> Uptime?

    /// Draws the whole frame. `surface` arrives blank, of the terminal's size, its cursor hidden, its modes the usual ones.
    mutating func draw(into surface: inout Surface, at now: Uptime)

    /// Does one small piece of work that may wait until the frame is on screen; true when there is more.
    ///
    /// Keys are looked for between two pieces. Nothing is redrawn for it: ask for a deadline when something changed.
    mutating func afterFrame(at now: Uptime) -> Bool

    /// A program that is to have the terminal now; asked once a turn, after its events, so answer with each errand once.
    ///
    /// The program hears `.lent` before, `.returned` with the outcome and `.resumed` after; clocks that should not run
    /// meanwhile are its own to stop.
    mutating func takeErrand() -> TerminalErrand?

    /// Text for the terminal's clipboard (OSC 52); asked once a turn, after its events, so answer with each text once.
    mutating func takeCopy() -> String?

    /// The theme's table: what each ``StyleIndex`` looks like on a terminal of so many colours (0 for none). An index beyond
    /// it is drawn plain.
    func styles(colours: Int) -> [Style]

    /// What the program ends with; the loop ends after the turn in which this is no longer `nil`.
    var exit: Exit? { get }

    /// A further descriptor to wait for beside the keyboard: the bell of a journal that others write to. `nil` for none.
    ///
    /// When it can be read, `reach` is called, and has to read it empty.
    var watched: Int32? { get }

    /// The last call before the process goes for a reason from outside. Save; do not draw.
    mutating func saveBeforeLeaving(_ reason: LeavingReason)
}

extension TerminalApplication {
    /// No clocks.
    public mutating func reach(_ now: Uptime) -> Bool { false }

    /// Nothing to wait for.
    public func nextDeadline(after now: Uptime) -> Uptime? { nil }

    /// No idle work.
    public mutating func afterFrame(at now: Uptime) -> Bool { false }

    /// Nothing to copy.
    public mutating func takeCopy() -> String? { nil }

    /// Nothing beside the keyboard.
    public var watched: Int32? { nil }

    /// No errands.
    public mutating func takeErrand() -> TerminalErrand? { nil }

    /// Nothing to save.
    public mutating func saveBeforeLeaving(_ reason: LeavingReason) {}
}

/// What a program ends with.
public struct Exit: Hashable, Sendable {
    /// The process's exit status, 0…255.
    public var status: Int32
    /// A closing line for the normal screen, printed by the caller; `nil` for none.
    public var message: String?

    /// An ending with a status (0 is success) and perhaps a closing line.
    public init(status: Int32 = 0, message: String? = nil) {
        self.status = status
        self.message = message
    }
}

/// Why the process must go although the program did not ask for it.
public enum LeavingReason: Hashable, Sendable {
    /// SIGINT, SIGQUIT, SIGTERM or SIGHUP, by number. The process ends by the same signal afterwards.
    case signal(Int32)
    /// The terminal is gone: its window was closed or the connection was lost.
    case hungUp
}

/// How ``TerminalSession/run(_:options:crashReport:)`` came back.
public enum Ending: Hashable, Sendable {
    /// The program ended itself.
    case finished(Exit)
    /// The terminal went away; everything was saved and nothing can be shown any more.
    case hungUp
}
