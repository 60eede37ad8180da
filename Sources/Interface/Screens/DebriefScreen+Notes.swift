import Conversation
import Terminal

// Notes that are written while looking back, and how it was.
extension DebriefScreen {
    /// Writing down, and looking inward.
    var learning: [ScreenAction] {
        [
            ScreenAction(.note(""), "note", "Write a note about this session."),
            ScreenAction(.rule(""), "", "Write a rule of your own."), ScreenAction(.notebook),
            ScreenAction(.lookInward, "how it was", "Say how confident you are now. All of it can be skipped."),
        ]
    }

    /// Takes a note about the session as a whole.
    public mutating func receive(note: WrittenNote, at now: Uptime) -> [Effect] { [.annotate(stream, note)] }
}
