import Conversation
import Room
import SampleScenarios
import Testing

@Suite("A whole room")
struct RehearsalTests {
    @Test("three rounds, everybody in each role, to the end; and the log replays to the same room")
    func wholeRoom() throws {
        var rehearsal = try RoomRehearsal()
        #expect(throws: RoomRefusal.self) { try rehearsal.perform(.next) }
        var agents: [String] = []
        for _ in 1...3 {
            try rehearsal.begin()
            #expect(rehearsal.room.phase == .playing)
            agents.append(rehearsal.room.casting.agent ?? "")
            for _ in 1...3 { try rehearsal.say(0) }
            #expect(rehearsal.room.play.status != .open)
            try rehearsal.perform(.end)
            while let feedback = rehearsal.room.feedback, feedback.index < feedback.turns.count {
                try rehearsal.perform(.next)
            }
            try rehearsal.perform(.next)
        }
        #expect(Set(agents) == ["p1", "p2", "p3"])
        #expect(rehearsal.room.phase == .debrief)
        try rehearsal.perform(.ask("What did the agent do that helped?", lasting: 60_000))
        #expect(rehearsal.room.prompt?.prompt.text == "What did the agent do that helped?")
        try rehearsal.perform(.close)
        #expect(LiveRoom(replaying: rehearsal.log.map(\.entry)) == rehearsal.room)
        for (entry, _) in rehearsal.log { #expect(try RoomRecord(entry.record.record()) == entry.record) }
    }

    @Test("the customer's card is for the customer and the desk alone")
    func card() throws {
        var rehearsal = try RoomRehearsal(people: ["Wanda"])
        rehearsal.ask(.join(name: "Xaver", .player), account: "xaver")
        rehearsal.ask(.join(name: "Olga", .player), account: "olga")
        try rehearsal.begin()
        #expect(rehearsal.room.casting.customer == "p2")
        #expect(rehearsal.room.card != nil)
        #expect(rehearsal.room(readBy: "xaver").card != nil)
        #expect(rehearsal.room(readBy: "olga").card == nil)
        #expect(rehearsal.room(readBy: "nobody").card == nil)
    }
}
