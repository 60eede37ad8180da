import Journal
import Terminal

/// A session of this scenario was broken off: go on, or begin anew?
public struct OfferScreen: Screen {
    private let unfinished: StreamSummary
    /// What the session is called.
    var title: String { unfinished.title }

    /// An offer to go on with a session.
    public init(unfinished: StreamSummary) {
        self.unfinished = unfinished
    }

    /// It is a live room, and no conversation.
    var isRoom: Bool { unfinished.kind == "room" }

    /// What it is called.
    public var name: String { "Go on?" }

    /// Going on, beginning anew, neither.
    public var actions: [ScreenAction] {
        [
            ScreenAction(.accept, "go on", "Go on at the very same moment."),
            ScreenAction(.goOn, "", "Go on at the very same moment."),
            ScreenAction(
                .restart, "begin anew",
                isRoom
                    ? "Open a new room; the other one waits in the journal."
                    : "Begin a new session; the other one waits in the journal."), .help,
            ScreenAction(.leave, "Home", "Neither: to Home."), ScreenAction(.back, "", "Neither: to Home."),
        ]
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .goOn, .accept: return [.goOn(unfinished.id)]
        case .restart: return [.close, isRoom ? .openRoom(isNew: true) : .practise(slug: unfinished.scenarioSlug)]
        case .back, .leave: return [.close]
        default: return []
        }
    }

    /// Draws the question.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle(unfinished.title, "")
        PracticeScreen.drawMessage(
            isRoom
                ? [
                    "This room is still open", "", "Enter comes back to it, at the very same moment.",
                    "R opens a new one; the other waits in the journal.",
                ]
                : [
                    "You were in the middle of this conversation", "", "Enter goes on at the very same moment.",
                    "R begins a new one; the other waits in the journal.",
                ],
            into: &surface, in: surface.bounds)
    }
}
