import Conversation
import Room
import SampleScenarios
import Terminal
import Testing

@testable import Interface

@Suite("Keys on the stage")
struct StageKeyTests {
    private func compositor(_ screen: StageScreen, _ now: Uptime) -> Compositor {
        var compositor = Compositor(look: Look(theme: .calm, glyphs: .unicode))
        _ = compositor.receive(.resized(Size(columns: 80, rows: 24)), at: now)
        compositor.push(screen, at: now)
        return compositor
    }

    static let keys: [(Character, RoomCommand)] = [
        (" ", .freeze), ("B", .blank), ("A", .reveal), ("+", .extend(60_000)), ("-", .extend(-60_000)), ("z", .end),
        ("1", .heard(0)), ("3", .heard(2)), ("w", .wait), ("b", .stepBack), ("H", .openVote),
    ]

    @Test("with the desk, each does what it says", arguments: keys)
    func commands(key: Character, command: RoomCommand) throws {
        let room = try StageScenes.room("customer")
        var fresh = try RoomRehearsal(hasCustomer: false)
        try fresh.begin()
        fresh.hear()
        var stage = compositor(StageScreen(view: fresh.view(), at: fresh.now), fresh.now)
        #expect(stage.receive(.key(.character(key)), at: fresh.now) == [.live(.command(command))])
        // Whoever only shows the room conducts nothing.
        var wall = compositor(StageScreen(view: room.view(as: "wall"), at: room.now), room.now)
        #expect(wall.receive(.key(.character(key)), at: room.now) == [])
    }

    @Test("S goes to the desk, and so does every way out, where the desk is here")
    func desk() throws {
        let (screen, now) = try StageScenes.screen("playing")
        for key in [Key.character("S"), .character("q"), .plain(.escape)] {
            var stage = compositor(screen, now)
            #expect(stage.receive(.key(key), at: now) == [.live(.show(.desk))])
        }
    }

    @Test("in a vote, a number is a hand")
    func hands() throws {
        let (screen, now) = try StageScenes.screen("vote")
        var stage = compositor(screen, now)
        #expect(stage.receive(.key(.character("2")), at: now) == [.live(.command(.hands(option: 1, count: 2)))])
        #expect(stage.receive(.key(.character("H")), at: now) == [.live(.command(.closeVote))])
    }

    @Test("what cannot be done says why, in the last row")
    func refusals() throws {
        let (screen, now) = try StageScenes.screen("playing")
        var stage = compositor(screen, now)
        #expect(stage.receive(.key(.character("9")), at: now) == [])
        #expect(stage.notices.text == "The numbers go from 1 to 2 here.")
        let (frozen, later) = try StageScenes.screen("frozen")
        stage = compositor(frozen, later)
        #expect(stage.receive(.key(.character("1")), at: later) == [])
        #expect(stage.notices.text == "Everything is frozen. Unfreeze it first.")
    }

    @Test("a refusal with a name in it does not show the name, and goes away")
    func refusedByName() throws {
        var (screen, now) = try StageScenes.screen("gathering")
        screen.receive(refusal: "Xaver and one other have not said yes to the agreement yet.", at: now)
        #expect(screen.standingWord == "That was not possible just now; the desk says why.")
        #expect(screen.nextDeadline(after: now, motion: .reduced) == now + 6_000)
        _ = screen.reach(now + 6_000)
        #expect(screen.standingWord == nil)
        screen.receive(refusal: "No vote is on.", at: now)
        #expect(screen.standingWord == "No vote is on.")
    }

    @Test("a stage without the desk leaves after a question")
    func leaving() throws {
        let (screen, now) = try StageScenes.screen("playing", hasDesk: false)
        var stage = compositor(screen, now)
        #expect(stage.receive(.key(.character("q")), at: now) == [])
        var surface = Surface(Size(columns: 80, rows: 24))
        stage.draw(into: &surface, at: now)
        #expect(surface.text.contains("Leave this stage?"))
        #expect(stage.receive(.key(.plain(.escape)), at: now) == [])
        #expect(stage.receive(.key(.character("q")), at: now) == [])
        #expect(stage.receive(.key(.plain(.enter)), at: now) == [.live(.leave)])
    }

    @Test("the agreement turns its pages, until somebody turns them")
    func pages() throws {
        var (screen, now) = try StageScenes.screen("gathering")
        func point(_ screen: StageScreen, _ now: Uptime, _ motion: Look.Motion = .full) -> String? {
            screen.contents(at: now, motion: motion).texts.first { $0.id.hasPrefix("point") }?.words
        }
        #expect(point(screen, now) == RoomCards.agreement.points[0])
        #expect(point(screen, now + 15_000) == RoomCards.agreement.points[1])
        #expect(point(screen, now + 15_000, .reduced) == RoomCards.agreement.points[0])
        #expect(screen.nextDeadline(after: now, motion: .full) == now + 15_000)
        _ = screen.perform(.left, at: now)
        #expect(point(screen, now) == RoomCards.agreement.question)
        #expect(point(screen, now + 60_000) == RoomCards.agreement.question)
        #expect(screen.nextDeadline(after: now, motion: .full) == nil)
    }

    @Test("it has the projector's theme, unless somebody chose another")
    func theme() throws {
        let (screen, now) = try StageScenes.screen("playing")
        var stage = compositor(screen, now)
        #expect(stage.worn.theme.name == "projector")
        stage.look.change(to: .monochrome)
        #expect(stage.worn.theme.name == "monochrome")
        stage.look.change(to: .calm)
        stage.push(ReadingScreen(title: "Help", preformatted: ""), at: now)
        #expect(stage.worn.theme.name == "calm")
    }
}
