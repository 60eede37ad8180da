import Conversation
import Room
import Terminal

/// The stage: what a whole room looks at, on a projector. Large figures, few words, and nothing that is somebody's own.
///
/// On the terminal that has the desk, the keys of the round work here too. Anywhere else it only shows.
public struct StageScreen: LiveFace {
    /// The room.
    public private(set) var view: LiveView
    /// What was typed elsewhere, kept until one is back there.
    public var kept = LiveKept()
    /// Somebody asked to leave, and is asked back.
    private(set) var asksToLeave = false
    /// Which page of a text is on, where somebody turned it; nil while they turn by themselves.
    private(set) var page: Int?
    /// Since when they turn.
    private var since: Uptime
    /// Why something was not done, and until when that is said.
    private var refused: (words: String, until: Uptime)?
    /// How long a page of a text stays, ms: enough to read it aloud.
    private static let pageTime: Int64 = 15_000
    /// How long a refusal is said, ms.
    private static let refusalTime: Int64 = 6_000

    /// The stage of a room.
    public init(view: LiveView, at now: Uptime) {
        self.view = view
        since = now
    }

    /// What it is called.
    public var name: String { "The stage" }

    /// Black on white, bold, heavy lines: what a projector needs.
    public var theme: Theme? { .projector }

    // MARK: The room

    /// Takes the room as it is now.
    public mutating func receive(_ view: LiveView, at now: Uptime) {
        if view.room.phase != self.view.room.phase || view.room.vote?.moment != self.view.room.vote?.moment {
            page = nil
            since = now
        }
        self.view = view
    }

    /// Something was declined. Names stay hidden here too.
    public mutating func receive(refusal: String, at now: Uptime) {
        let tells = !view.room.showsNames && view.room.known.values.contains { refusal.contains($0.name) }
        refused = (tells ? "That was not possible just now; the desk says why." : refusal, now + Self.refusalTime)
    }

    /// A refusal is said for a moment.
    public mutating func reach(_ now: Uptime) -> [Effect] {
        if let refused, refused.until <= now { self.refused = nil }
        return []
    }

    /// What the last row says while it is true: why nothing comes, or something was declined.
    public var standingWord: String? {
        if let refused { return refused.words }
        guard view.standing.trouble != nil else { return nil }
        return view.standing.hasDesk
            ? "The room stands still; the desk says why." : "No connection just now. It comes back."
    }

    // MARK: Pages

    /// How many pages of a text there are in this phase.
    var pages: Int {
        switch view.room.phase {
        case .gathering: StagePage.agreement(view.room).count
        case .cards: StagePage.publicFacts(view.room).count
        case .playing: ((view.room.vote?.options.count ?? 0) + 2) / 3
        default: 0
        }
    }

    private func turn(at now: Uptime, motion: Look.Motion) -> Int {
        if let page { return page }
        return motion == .full ? Int(max(0, now - since) / Self.pageTime) : 0
    }

    mutating func turnPage(by step: Int, at now: Uptime) {
        guard pages > 1 else { return }
        let shown = turn(at: now, motion: .full) % pages
        page = (shown + step + pages) % pages
    }

    mutating func ask(toLeave isAsked: Bool) { asksToLeave = isAsked }

    func contents(at now: Uptime, motion: Look.Motion) -> StagePage {
        StagePage(StageReader(view: view, now: now, turn: turn(at: now, motion: motion)))
    }

    // MARK: Time

    /// The next second of a clock, the next line that is heard, the next page.
    public func nextDeadline(after now: Uptime, motion: Look.Motion) -> Uptime? {
        var next: [Uptime] = refused.map { [$0.until] } ?? []
        guard !view.room.isBlank else { return next.min() }
        let room = view.room
        if let left = contents(at: now, motion: motion).clock?.left, left > 0, !room.isFrozen {
            next.append(now + Int64(left % 1_000 == 0 ? 1_000 : left % 1_000))
        }
        if pages > 1, page == nil, motion == .full {
            next.append(now + (Self.pageTime - (now - since) % Self.pageTime))
        }
        if room.phase == .playing, !room.isFrozen {
            let local = view.local(at: now)
            let front = room.play.front
            let moments =
                front.transcript.map(\.heard) + front.readings.map(\.time) + room.play.curveballs.map(\.at)
            if let soonest = moments.filter({ $0 > local }).min() { next.append(now + Int64(soonest - local)) }
        }
        return next.filter { $0 > now }.min()
    }

    // MARK: Drawing

    /// Draws the page, or nothing while the stage is blank.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        var area = surface.bounds
        _ = area.take(.bottom, 1)
        if asksToLeave {
            var page = StagePage(question: "Leave this stage?")
            page.texts = [
                StagePage.Text(id: "stays", words: "The room goes on without it.", most: 2),
                StagePage.Text(id: "how", words: "Enter leaves. Esc stays.", role: .key, most: 2),
            ]
            return StagePane(page: page).draw(into: &surface, in: area.inset(columns: 2, rows: 1), look: look)
        }
        guard !view.room.isBlank else { return }
        StagePane(page: contents(at: now, motion: look.motion))
            .draw(into: &surface, in: area.inset(columns: 2, rows: 1), look: look)
    }
}
