import Conversation
import Foundation
import Journal
import Room
import SampleScenarios
import Seating
import Testing

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
