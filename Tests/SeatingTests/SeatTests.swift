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

@Suite("Seats in a live room")
struct SeatTests {
    @Test("what the agent says at a terminal is the same at every other")
    func oneRoom() throws {
        let gathering = try Gathering()
        try gathering.begin()
        gathering.pass(30_000)
        let offer = try #require(gathering.room("ada").play.front.offer)
        gathering.ask(.reply(option: 0, moment: offer.sequence), "ada")
        let words = gathering.room("desk").play.front.transcript
        #expect(words.contains { $0.kind == .agent })
        for name in ["ada", "ben", "cem"] { #expect(gathering.room(name).play.front.transcript == words) }
        // The same log, folded anew.
        let events = try gathering.store().events(of: StreamID("room1"), after: 0, reader: "desk")
        let anew = LiveRoom(
            replaying: try events.map {
                LiveRoom.Entry(sequence: $0.sequence, author: $0.author, record: try RoomRecord($0.record))
            })
        #expect(anew == gathering.room("desk"))
    }

    @Test("the customer's card comes to the customer and to the desk, and to nobody else")
    func card() throws {
        let gathering = try Gathering()
        try gathering.begin()
        #expect(gathering.room("ben").card == RoomCards.set.customer)
        #expect(gathering.room("desk").card == RoomCards.set.customer)
        #expect(gathering.room("ada").card == nil)
        #expect(gathering.room("cem").card == nil)
        for name in ["ada", "cem"] {
            let events = try gathering.store().events(of: StreamID("room1"), after: 0, reader: name)
            #expect(!events.contains { $0.record.payload.contains(RoomCards.privateSign) })
        }
    }

    @Test("the desk dies: the next terminal takes over at the same moment, and the old desk finds out")
    func takeOver() throws {
        let gathering = try Gathering()
        try gathering.begin()
        gathering.pass(20_000)
        let before = gathering.room("ada").play
        gathering.pass(5_000, without: ["desk"])
        #expect(gathering.seats["ada"]?.leads == true)
        #expect(gathering.seats["ben"]?.leads == false)
        #expect(gathering.room("cem").desk == "ada")
        #expect(gathering.room("cem").play.front.offer?.sequence == before.front.offer?.sequence)
        let offer = try #require(gathering.room("ada").play.front.offer)
        gathering.seats["ada"]?.ask(.reply(option: 1, moment: offer.sequence), as: "p1", at: gathering.now)
        gathering.settle(without: ["desk"])
        #expect(gathering.room("cem").play.moments.first?.reply != nil)
        // The old desk wakes up and does something.
        #expect(throws: RoomRefusal.self) { try gathering.perform(.freeze) }
        #expect(gathering.seats["desk"]?.leads == false)
        gathering.settle()
        #expect(gathering.room("desk") == gathering.room("ada") || gathering.room("desk").desk == "ada")
        // Who opened the room may have the desk back.
        gathering.seats["desk"]?.ask(.takeDesk, at: gathering.now)
        gathering.settle()
        #expect(gathering.seats["desk"]?.leads == true)
        #expect(gathering.seats["ada"]?.leads == false)
    }

    @Test("a terminal that cannot conduct waits for one that can, and is not kept busy by it")
    func cannotConduct() throws {
        let gathering = try Gathering()
        try gathering.open()
        try gathering.join("ada", canConduct: false)
        gathering.pass(10_000, without: ["desk"])
        #expect(gathering.seats["ada"]?.leads == false)
        if let due = gathering.seats["ada"]?.nextDeadline { #expect(due > gathering.now.uptime) }
        gathering.pass(1_000)
        #expect(gathering.room("ada").desk == "desk")
    }

    @Test("a wish that came while nobody led is answered once by whoever leads next")
    func unansweredWish() throws {
        let gathering = try Gathering()
        try gathering.begin()
        gathering.pass(20_000)
        let offer = try #require(gathering.room("ada").play.front.offer)
        gathering.seats["ada"]?.ask(.reply(option: 0, moment: offer.sequence), as: "p1", at: gathering.now)
        gathering.pass(6_000, without: ["desk"])
        let replies = gathering.room("ben").play.log.count { if case .replied = $0.event { true } else { false } }
        #expect(replies == 1)
        #expect(gathering.room("ben").inputs.isEmpty)
    }

    @Test("a desk that died is noticed also while somebody keeps asking for things")
    func noticedAmongWishes() throws {
        let gathering = try Gathering()
        try gathering.begin()
        gathering.pass(20_000)
        let cem = try #require(gathering.room("cem").people(of: "cem").first)
        for _ in 0..<6 {
            gathering.seats["cem"]?.ask(.mark(behaviour: "a", quote: "now"), as: cem.id, at: gathering.now)
            gathering.pass(1_000, without: ["desk"])
        }
        #expect(gathering.seats["ada"]?.leads == true)
        #expect(gathering.room("ben").marks.count == 6)
    }

    @Test("what many ask at once is answered once each, in order, and drawn by others only then")
    func manyAtOnce() throws {
        let gathering = try Gathering()
        try gathering.begin()
        gathering.pass(20_000)
        let offer = try #require(gathering.room("ada").play.front.offer)
        let (ada, cem) = (
            try #require(gathering.room("ada").people(of: "ada").first),
            try #require(gathering.room("cem").people(of: "cem").first)
        )
        for quote in ["one", "two", "three"] {
            gathering.seats["cem"]?.ask(.mark(behaviour: "a", quote: quote), as: cem.id, at: gathering.now)
        }
        gathering.seats["ada"]?.ask(.reply(option: 0, moment: offer.sequence), as: ada.id, at: gathering.now)
        for quote in (4...18).map({ "\($0)" }) {
            gathering.seats["cem"]?.ask(.mark(behaviour: "t", quote: quote), as: cem.id, at: gathering.now)
        }
        let hasChanged = gathering.seats["ben"]?.attend(at: gathering.now)
        #expect(hasChanged == false)
        let sequence = gathering.room("desk").sequence
        gathering.settle()
        #expect(gathering.room("desk").sequence > sequence)
        for name in ["desk", "ada", "ben", "cem"] {
            #expect(gathering.room(name).marks.map(\.mark.quote) == ["one", "two", "three"] + (4...18).map { "\($0)" })
            #expect(gathering.room(name).play.moments.first?.reply != nil)
            #expect(gathering.room(name).inputs.isEmpty)
        }
        // What is taken back of it is taken back alone.
        #expect(gathering.room("desk").undoable?.scope == .play)
        try gathering.perform(.undo)
        #expect(gathering.room("ben").play.moments.first?.reply == nil)
        #expect(gathering.room("ben").marks.count == 18)
    }

    @Test("the desk is handed over, and a slip is taken back everywhere")
    func handOverAndUndo() throws {
        let gathering = try Gathering()
        try gathering.begin()
        gathering.pass(20_000)
        try gathering.perform(.heard(2))
        #expect(gathering.room("cem").play.moments.first?.reply != nil)
        try gathering.perform(.undo)
        for name in ["desk", "ada", "ben", "cem"] {
            #expect(gathering.room(name).play.moments.first?.reply == nil)
            #expect(gathering.room(name).play.front.offer != nil)
        }
        try gathering.perform(.handOver("cem"))
        #expect(gathering.seats["cem"]?.leads == true)
        try gathering.perform(.heard(0), at: "cem")
        #expect(
            gathering.room("desk").play.moments.first?.reply?.text
                == gathering.room("ada").play.moments.first?.reply?.text)
    }

    @Test("who is asked to go has nothing more to read")
    func removed() throws {
        let gathering = try Gathering()
        try gathering.begin()
        let cem = try #require(gathering.room("desk").people(of: "cem").first)
        try gathering.perform(.remove(cem.id))
        gathering.pass(3_000)
        try gathering.perform(.hint("Breathe."))
        gathering.pass(3_000)
        #expect(gathering.seats["cem"]?.isOut == true)
        #expect(gathering.room("cem").hint == nil)
    }

    @Test("a code is read as people type it")
    func codes() throws {
        var chance = SystemRandomNumberGenerator()
        let code = RoomCode(using: &chance)
        #expect(RoomCode(typed: code.description.lowercased()) == code)
        #expect(RoomCode(typed: " " + code.text + " ") == code)
        #expect(RoomCode(typed: "short") == nil)
        #expect(RoomCode(typed: "AAAAAA") == nil)
    }
}

@Suite("What a room does not let happen")
struct RoomGuardTests {
    @Test("a wish that calls itself a fact is none, whoever sends it")
    func forged() throws {
        let gathering = try Gathering()
        try gathering.begin()
        gathering.pass(20_000)
        let before = gathering.room("ada")
        let store = try gathering.store()
        let forged: [RoomRecord] = [
            .room(.deskTaken(account: "cem"), time: 9_000_000_000), .room(.closed, time: 1),
            .play(TimedEvent(time: 1, event: .commented(Commented(moment: 0, author: "ada", text: "forged")))),
        ]
        for (number, record) in forged.enumerated() {
            var event = try record.record()
            event.weight = .note
            try store.submit(
                event, to: StreamID("room1"), by: "cem", key: "forged-\(number)", wallTime: gathering.now.wall)
        }
        gathering.settle()
        for name in ["desk", "ada", "ben", "cem"] {
            let room = gathering.room(name)
            #expect(room.desk == "desk")
            #expect(room.phase == .playing)
            #expect(room.play == before.play)
            #expect(!room.isReadOnly)
            #expect(room.time < 9_000_000_000)
        }
    }

    @Test("a time in a wish does not move the room's clock")
    func wishedTime() throws {
        let gathering = try Gathering()
        try gathering.begin()
        let store = try gathering.store()
        let wish = try RoomRecord.room(
            .asked(RoomInput(person: "p3", .mark(behaviour: "a", quote: "", at: nil))), time: 999_999_999_999
        ).record()
        try store.submit(wish, to: StreamID("room1"), by: "cem", key: "late", wallTime: gathering.now.wall)
        gathering.settle()
        #expect(gathering.room("ada").marks.count == 1)
        #expect(gathering.room("ada").time < 1_000_000)
    }

    @Test("who comes to facilitate does not have the desk, nor the customer's card, for the asking")
    func coFacilitator() throws {
        let gathering = try Gathering()
        try gathering.begin()
        try gathering.join("dan", .facilitator)
        gathering.ask(.takeDesk, "dan")
        #expect(gathering.room("dan").desk == "desk")
        #expect(gathering.room("dan").card == nil)
        try gathering.perform(.handOver("dan"))
        #expect(gathering.seats["dan"]?.leads == true)
        #expect(gathering.room("dan").card == RoomCards.set.customer)
    }

    @Test("a terminal that keeps the room going is not given the card")
    func keepsGoing() throws {
        let gathering = try Gathering()
        try gathering.begin()
        gathering.pass(6_000, without: ["desk"])
        #expect(gathering.seats["ada"]?.leads == true)
        #expect(gathering.room("ada").card == nil)
        #expect(gathering.room("ben").card == RoomCards.set.customer)
    }

    @Test("a desk that slept finds out without doing anything")
    func slept() throws {
        let gathering = try Gathering()
        try gathering.begin()
        gathering.pass(6_000, without: ["desk"])
        #expect(gathering.seats["ada"]?.leads == true)
        gathering.pass(3_000)
        #expect(gathering.seats["desk"]?.leads == false)
        #expect(gathering.seats.values.count { $0.leads } == 1)
    }

    @Test("one no counts, also of somebody who has gone")
    func oneNo() throws {
        let gathering = try Gathering()
        try gathering.open()
        for name in ["ada", "ben", "cem"] { try gathering.join(name) }
        gathering.ask(.agree(mayKeep: true), "ada")
        gathering.ask(.agree(mayKeep: true), "ben")
        gathering.ask(.agree(mayKeep: false), "cem")
        gathering.ask(.leave, "cem")
        #expect(!gathering.room("desk").isKept)
        try gathering.perform(.close)
        let summary = try #require(try gathering.store().stream(StreamID("room1"), reader: "desk"))
        #expect(summary.mark.ending == "forgotten")
        // A later start of the program forgets it, if this one could not.
        Seat.sweep(try gathering.store(), of: "desk", at: gathering.now.wall)
        #expect(try gathering.store().stream(StreamID("room1"), reader: "desk") == nil)
    }

    @Test("the code of a closed room opens nothing")
    func closedCode() throws {
        let gathering = try Gathering()
        try gathering.begin()
        try gathering.perform(.close)
        #expect(throws: JournalFailure.self) {
            try gathering.store().join(code: gathering.code, as: "eve", now: gathering.now.wall)
        }
    }

    @Test("a thousand wishes of one terminal do not keep the desk from its keys")
    func flood() throws {
        let gathering = try Gathering()
        try gathering.begin()
        let store = try gathering.store()
        let wish = try RoomRecord.room(
            .asked(RoomInput(person: "p3", .mark(behaviour: "a", quote: "", at: nil))), time: 0
        ).record()
        for number in 0..<300 {
            try store.submit(wish, to: StreamID("room1"), by: "cem", key: "f\(number)", wallTime: gathering.now.wall)
        }
        gathering.seats["desk"]?.attend(at: gathering.now)
        #expect(gathering.room("desk").inputs.count > 250)
        try gathering.seats["desk"]?.perform(.freeze, at: gathering.now)
        #expect(gathering.room("desk").isFrozen)
    }

    @Test("who comes and goes between rounds changes nothing about whose turn it is")
    func rotation() throws {
        var rehearsal = try RoomRehearsal(people: ["Ada", "Ben", "Cem"], rounds: 4)
        try rehearsal.begin()
        #expect(rehearsal.room.casting.agent == "p1")
        try rehearsal.perform(.remove("p2"))
        try rehearsal.perform(.welcome(name: "Dan", .player))
        #expect(rehearsal.room.next.agent == "p4")
        try rehearsal.perform(.end)
        try rehearsal.agree()
        try rehearsal.perform(.plan(round: 2))
        #expect(rehearsal.room.casting.agent == "p4")
        #expect(rehearsal.room.casting.customer == "p1")
        #expect(rehearsal.room.next.agent == "p3")
    }

    @Test("taking back a hint takes back nothing that time brought meanwhile")
    func undoneHint() throws {
        var rehearsal = try RoomRehearsal(lasting: 600_000)
        try rehearsal.begin()
        rehearsal.hear()
        try rehearsal.perform(.hint("Breathe."))
        rehearsal.pass(70_000)
        let play = rehearsal.room.play
        #expect(play.moments.first?.reply?.role == .timeout)
        try rehearsal.perform(.undo)
        #expect(rehearsal.room.hint == nil)
        #expect(rehearsal.room.play == play)
    }

    @Test("what others ask for does not put anybody's clock back")
    func clocks() throws {
        let gathering = try Gathering()
        try gathering.begin()
        gathering.pass(3_000)
        let before = try #require(gathering.seats["ada"]).roomTime(at: gathering.now)
        // Asked, and not answered yet.
        gathering.seats["cem"]?.ask(.mark(behaviour: "a", quote: ""), as: "p3", at: gathering.now)
        gathering.seats["ada"]?.attend(at: gathering.now)
        #expect(try #require(gathering.seats["ada"]).roomTime(at: gathering.now) >= before)
    }
}
