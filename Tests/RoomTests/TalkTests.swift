import Conversation
import Room
import SampleScenarios
import Testing

@Suite("What is said beside the play")
struct TalkTests {
    @Test("a comment at the desk is by the desk; one on a comment that is not there is refused")
    func comment() throws {
        var rehearsal = try RoomRehearsal()
        try rehearsal.begin()
        let moment = try #require(rehearsal.room.play.front.offer).sequence
        try rehearsal.perform(.comment("Listen for the hour", moment: moment, replyTo: nil))
        let comment = try #require(rehearsal.room.play.comments.at(moment).first)
        #expect(comment.written.author == "The desk" && comment.name == "First words")
        #expect(throws: RoomRefusal.self) { try rehearsal.perform(.comment("What?", moment: moment, replyTo: 9_999)) }
        #expect(throws: RoomRefusal.self) { try rehearsal.perform(.comment("  ", moment: moment, replyTo: nil)) }
        rehearsal.ask(.join(name: "Olga", .audience), account: "olga")
        let olga = try #require(rehearsal.room.people.last?.id)
        rehearsal.ask(.comment("I heard it", moment: 0, replyTo: comment.sequence), person: olga, account: "olga")
        #expect(rehearsal.room(readBy: "xaver").play.comments.at(moment).map(\.written.author) == ["The desk", "Olga"])
        // Nobody comments for somebody else.
        rehearsal.ask(.comment("As another", moment: 0, replyTo: nil), person: "p1", account: "olga")
        #expect(rehearsal.room.play.comments.all.count == 2)
    }

    @Test("a comment taken back leaves every moment and mark behind it where it was")
    func takenBack() throws {
        var rehearsal = try RoomRehearsal()
        try rehearsal.begin()
        let first = try #require(rehearsal.room.play.front.offer).sequence
        try rehearsal.perform(.comment("Too early", moment: first, replyTo: nil))
        rehearsal.ask(.join(name: "Wanda", .player), account: "wanda")
        rehearsal.hear()
        rehearsal.ask(.reply(option: 0, moment: first), person: "p1", account: "wanda")
        rehearsal.hear()
        let moments = rehearsal.room.play.moments.map(\.sequence)
        try rehearsal.perform(.undo)
        #expect(rehearsal.room.play.moments.count == 1)
        try rehearsal.perform(.undo)
        #expect(rehearsal.room.play.comments.all.isEmpty)
        rehearsal.ask(.reply(option: 0, moment: first), person: "p1", account: "wanda")
        #expect(rehearsal.room.play.moments.map(\.sequence) == moments)
        #expect(LiveRoom(replaying: rehearsal.log.map(\.entry)) == rehearsal.room)
    }

    @Test("an envelope is handed in while a round is played, and is gone with the round")
    func envelope() throws {
        var rehearsal = try RoomRehearsal()
        let name = try #require(RoomCards.set.envelopes.first).name
        #expect(throws: RoomRefusal.self) { try rehearsal.perform(.handIn(name)) }
        try rehearsal.begin()
        try rehearsal.perform(.handIn(name))
        #expect(rehearsal.room.handed.map(\.envelope.name) == [name])
        #expect(rehearsal.room.undoable?.words.contains(name) == true)
        try rehearsal.perform(.plan(round: 1))
        #expect(rehearsal.room.handed.isEmpty)
    }

    @Test(
        "looking back together, nothing of the round before is taken back by mistake, and no old question stands there")
    func lookingBack() throws {
        var rehearsal = try RoomRehearsal(rounds: 1)
        try rehearsal.begin()
        try rehearsal.perform(.end)
        while rehearsal.room.phase == .feedback { try rehearsal.perform(.next) }
        #expect(rehearsal.room.phase == .debrief && rehearsal.room.undoable == nil && rehearsal.room.prompt == nil)
    }
}
