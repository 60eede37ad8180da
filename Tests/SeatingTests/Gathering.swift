import Conversation
import Foundation
import Journal
import Room
import SampleScenarios
import Seating
import Testing

/// Several terminals in one room, over one journal file: each with a connection of its own, and a clock that is turned.
final class Gathering {
    let folder: String
    var now = SeatTime(uptime: 1_000, wall: 1_700_000_000_000)
    var seats: [String: Seat] = [:]
    var code = ""
    private var keys = 0
    private let scenario: Scenario

    init() throws {
        folder = NSTemporaryDirectory() + "seats-\(UUID().uuidString)"
        scenario = try RoomScenario.load(RoomScenario.source, vocabulary: RoomScenario.vocabulary)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func store() throws -> Journal { try Journal(.file(folder + "/journal.sqlite")) }

    private func key(_ name: String) -> () -> String {
        let name = name
        return { "\(name)-\(UUID().uuidString)" }
    }

    private var conduct: (LiveRoom) -> Conductor? {
        let engine = Engine(scenario: scenario, curveballs: .none)
        return { _ in Conductor(engine: engine, cards: RoomCards.set) }
    }

    func open(desk: String = "desk", people: [String] = []) throws {
        var chance = SystemRandomNumberGenerator()
        let plan = RoomPlan(
            title: "The piano", scenario: scenario.slug, hash: scenario.hash, cards: RoomCards.set.slug,
            hasCustomer: true, rounds: 3, lasting: 240_000, countdown: 0, recording: .kept,
            agreement: RoomCards.agreement, behaviours: RoomCards.behaviours, seed: 7)
        let code = RoomCode(using: &chance)
        self.code = code.text
        seats[desk] = try Seat.open(
            plan, people: people, in: try store(), as: desk, source: nil, code: code, id: StreamID("room1"), at: now,
            newKey: key(desk), prepare: conduct)
    }

    func join(_ name: String, _ kind: Person.Kind = .player, canConduct: Bool = true) throws {
        let store = try store()
        let stream = try store.join(code: code, as: name, now: now.wall)
        var seat = Seat(
            store: store, stream: stream, account: name, newKey: key(name),
            prepare: canConduct ? conduct : { _ in nil })
        seat.attend(at: now)
        seat.ask(.join(name: name, kind), at: now)
        seats[name] = seat
        settle()
    }

    /// Whoever opened the room comes back to it in a new run of the program.
    func comeBack(desk: String = "desk") throws {
        seats[desk] = Seat(
            store: try store(), stream: StreamID("room1"), account: desk, wantsDesk: true, newKey: key(desk),
            prepare: conduct)
    }

    /// Everybody attends until nobody has anything new.
    func settle(without gone: Set<String> = []) {
        for _ in 0..<20 {
            var hasChanged = false
            for name in seats.keys.sorted() where !gone.contains(name) {
                if seats[name]?.attend(at: now) == true { hasChanged = true }
            }
            if !hasChanged { return }
        }
    }

    func pass(_ milliseconds: Int, step: Int = 500, without gone: Set<String> = []) {
        var left = milliseconds
        while left > 0 {
            now = SeatTime(uptime: now.uptime + min(step, left), wall: now.wall + min(step, left))
            left -= step
            settle(without: gone)
        }
    }

    func perform(_ command: RoomCommand, at desk: String = "desk") throws {
        try seats[desk]?.perform(command, at: now)
        settle()
    }

    func ask(_ wish: RoomInput.Wish, _ name: String) {
        guard let person = seats[name]?.room.people(of: name).first else { return }
        seats[name]?.ask(wish, as: person.id, at: now)
        settle()
    }

    func room(_ name: String) -> LiveRoom { seats[name]?.room ?? LiveRoom() }

    /// The first round is on, with three players at terminals of their own.
    func begin() throws {
        try open()
        for name in ["ada", "ben", "cem"] { try join(name) }
        for name in ["ada", "ben", "cem"] { ask(.agree(mayKeep: true), name) }
        try perform(.next)
        try perform(.next)
        #expect(room("desk").phase == .playing)
    }
}
