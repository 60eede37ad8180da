import Terminal

/// Something that lies over a screen for a moment: the command line, the palette.
///
/// Four questions: what room it wants, what its keys do, what it looks like there, what it makes of an event.
public protocol Layer: Sendable {
    /// The cells it wants of a window.
    func room(in window: Size) -> Rect
    /// What its keys do, for the last row; empty when it covers that row itself.
    var hints: [(keys: String, words: String)] { get }
    /// Draws itself in its room, over whatever is there.
    func draw(into surface: inout Surface, in area: Rect, look: Look)
    /// Takes an event. Nothing reaches the screen below while it is there.
    mutating func handle(_ event: TerminalEvent) -> LayerAnswer
}

/// What a ``Layer`` makes of an event.
public enum LayerAnswer: Equatable, Sendable {
    /// It stays.
    case stays
    /// It goes.
    case closes
    /// It goes, and this is to be done on the screen below.
    case does(Action)
    /// It goes, and this is for the screen below to keep.
    case writes(WrittenNote)
    /// It goes, and these are the words of a comment for the screen below to keep.
    case comments(String)
    /// It goes, and this is said in the last row.
    case says(String)
}
