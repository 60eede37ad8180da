import Conversation
import Room
import SampleScenarios
import Terminal

@testable import Interface
@testable import Library

/// The facilitator's desk with a keyboard, over a room that is really conducted.
struct RoomDesk {
    var rehearsal: RoomRehearsal
    private(set) var compositor = Compositor(look: Look(theme: .calm, glyphs: .unicode))
    /// What the desk did, in order.
    private(set) var commands: [RoomCommand] = []
    /// What else it wanted.
    private(set) var wanted: [Effect] = []
    /// What the conductor did not do, and why.
    private(set) var refusals: [String] = []
    var notes: [DeskNote] = []
    var sharesFile = false

    static let guide = DebriefGuide(
        id: "huddle", name: "Team huddle", company: .huddle, summary: "A team looks at one conversation.",
        agreement: [],
        prompts: [
            DebriefGuide.Prompt(
                id: "clip", text: "Read the turning point aloud, without names. What did you notice?",
                timebox: 180_000, output: nil),
            DebriefGuide.Prompt(id: "take", text: "The question we take.", timebox: 60_000, output: .heuristic),
        ])

    init(_ rehearsal: RoomRehearsal, notes: [DeskNote] = [], sharesFile: Bool = false) {
        self.rehearsal = rehearsal
        (self.notes, self.sharesFile) = (notes, sharesFile)
        let screen = DeskScreen(
            view: rehearsal.view(sharesFile: sharesFile, notes: notes), vocabulary: RoomScenario.vocabulary,
            guide: Self.guide, at: rehearsal.now)
        fresh = screen
        _ = compositor.receive(.resized(Size(columns: 80, rows: 24)), at: rehearsal.now)
        compositor.push(screen, at: rehearsal.now)
    }

    private let fresh: DeskScreen

    var screen: DeskScreen { compositor.front as? DeskScreen ?? fresh }
    var room: LiveRoom { rehearsal.room }
    var now: Uptime { rehearsal.now }
    var notice: String? { compositor.notices.text ?? screen.standingWord }

    mutating func press(_ key: Key) { perform(compositor.receive(.key(key), at: now)) }

    mutating func press(_ characters: String) {
        for character in characters { press(.character(character)) }
    }

    mutating func enter() { press(.plain(.enter)) }

    /// What came from elsewhere is shown.
    mutating func look() {
        let view = rehearsal.view(notes: notes)
        let now = now
        compositor.update(DeskScreen.self) { $0.receive(view, at: now) }
    }

    mutating func pass(_ milliseconds: Int) {
        rehearsal.pass(milliseconds)
        look()
    }

    mutating func hear() {
        rehearsal.hear()
        look()
    }

    private mutating func perform(_ effects: [Effect]) {
        for effect in effects {
            guard case .live(.command(let command)) = effect else {
                wanted.append(effect)
                continue
            }
            commands.append(command)
            let now = now
            do {
                try rehearsal.perform(command)
                let view = rehearsal.view(sharesFile: sharesFile, notes: notes)
                compositor.update(DeskScreen.self) { $0.receive(view, at: now) }
            } catch {
                refusals.append("\(error)")
                compositor.update(DeskScreen.self) { $0.receive(refusal: "\(error)", at: now) }
            }
        }
    }

    func picture(columns: Int = 80, rows: Int = 24, glyphs: Glyphs = .unicode) -> Picture {
        Scene(description: "desk", compositor: compositor, now: now).picture(
            columns: columns, rows: rows, glyphs: glyphs)
    }
}
