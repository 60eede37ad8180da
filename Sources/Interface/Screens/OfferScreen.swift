import Journal
import Terminal

/// A session of this scenario was broken off: go on, or begin anew?
public struct OfferScreen: Screen {
    private let unfinished: StreamSummary

    /// An offer to go on with a session.
    public init(unfinished: StreamSummary) {
        self.unfinished = unfinished
    }

    /// The keys of the offer.
    public var keys: KeyTable { .offer }

    /// Takes a key.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        guard case .key(let key) = event, let action = keys.action(for: key) else { return [] }
        switch action {
        case .goOn: return [.goOn(unfinished.id)]
        case .accept: return [.close, .practise(slug: unfinished.scenarioSlug)]
        case .help: return [.help]
        case .back: return [.close]
        default: return []
        }
    }

    /// Draws the question.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle(unfinished.title, "")
        surface.drawFooter(keys, look: look)
        PracticeScreen.drawMessage(
            [
                "You were in the middle of this conversation", "", "c goes on at the very same moment.",
                "n begins a new one; the other waits in the journal.",
            ],
            into: &surface, in: surface.bounds)
    }
}
