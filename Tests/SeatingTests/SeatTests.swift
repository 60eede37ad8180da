import Conversation
import Foundation
import Journal
import Room
import SampleScenarios
import Seating
import Testing

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

    @Test("a room that was opened yesterday is come back to, frozen, and its code lets people in again")
    func yesterday() throws {
        let gathering = try Gathering()
        try gathering.begin()
        gathering.pass(20_000)
        let before = gathering.room("desk")
        gathering.seats = [:]
        gathering.now = SeatTime(uptime: 5_000, wall: gathering.now.wall + 20 * 3_600_000)
        #expect(throws: JournalFailure.self) { try gathering.join("dan") }
        gathering.seats = [:]
        try gathering.comeBack()
        gathering.pass(3_000)
        #expect(gathering.seats["desk"]?.leads == true)
        #expect(gathering.room("desk").isFrozen)
        #expect(gathering.room("desk").play.moments == before.play.moments)
        try gathering.join("dan")
        #expect(gathering.room("dan").people(of: "dan").count == 1)
    }
}
