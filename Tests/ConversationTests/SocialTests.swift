import Testing
import Yarn

@testable import Conversation

@Suite("A public thread")
struct SocialTests {
    @Test("what the story says about the audience is heard when it is told")
    func told() throws {
        let play = try SocialScenario.play()
        let crowd = play.session.front.crowd
        let heard = try #require(play.session.front.transcript.first).heard
        #expect(crowd.count(at: heard - 1).onlookers == 0)
        #expect(crowd.count(at: heard) == Crowd.Count(likes: 12, shares: 3))
        #expect(crowd.nextChange(after: 0) == heard)
    }

    @Test("silence brings people at the scenario's pace, at most once a second, and a public word stops it")
    func silence() throws {
        var play = try SocialScenario.play()
        let opens = try #require(play.session.front.offer).opens
        let crowd = play.session.front.crowd
        // Thirty a minute: one every two seconds, every fourth of them shares.
        #expect(crowd.count(at: opens + 1_999).likes == 12)
        #expect(crowd.nextChange(after: opens) == opens + 2_000)
        #expect(crowd.nextChange(after: opens + 2_000) == opens + 4_000)
        #expect(crowd.count(at: opens + 60_000) == Crowd.Count(likes: 42, shares: 10))
        try play.say("Noor, forty", after: 60_000)
        // Noor has asked again, so the crowd waits again, from the next moment on.
        let next = try #require(play.session.front.offer).opens
        #expect(play.session.front.crowd.count(at: next) == Crowd.Count(likes: 42, shares: 10))
        try play.say("The door is open by six, I'm")
        #expect(play.session.front.crowd.nextChange(after: play.session.local(play.session.time) + 60_000) == nil)
    }

    @Test("a private message does not answer the thread, and stands in its own place")
    func privately() throws {
        var play = try SocialScenario.play()
        try play.say("Noor, I've opened", after: 4_000)
        let entries = play.session.front.transcript.filter { $0.kind == .agent || $0.kind == .customer }
        #expect(entries.map(\.isPrivate) == [false, false, true, true, false])
        #expect(entries.filter(\.isPublic).map(\.text).last == "so when")
        #expect(play.session.moments[0].reply?.isPrivate == true)
        #expect(play.session.hasMade("move-to-private", inPublic: false))
        #expect(!play.session.hasMade("move-to-private", inPublic: true))
        #expect(play.session.front.offer?.options.map { $0.isPrivate ?? false } == [true, false])
    }

    @Test("the story asks what was said where, and how many look on")
    func asked() throws {
        var quick = try SocialScenario.play()
        try quick.say("Noor, forty", after: 1_000)
        try quick.say("The door is open by six, I'm", after: 1_000)
        #expect(quick.said.contains("they said six and it was six"))
        #expect(quick.said.last == "we sang")
        var slow = try SocialScenario.play()
        try slow.perform(.wait, after: 90_000)
        try slow.say("The door is open by six.", after: 1_000)
        #expect(slow.said.contains("did they ever answer you"))
        #expect(slow.said.last == "we sang. the whole town has read about it")
    }

    @Test("looking back says what was said where, and what only one side has heard")
    func places() throws {
        var play = try SocialScenario.play()
        try play.say("Noor, forty", after: 1_000)
        try play.say("The door is open by six.", after: 1_000)
        let places = try #require(Debrief(play.session).places)
        #expect(places.publicMoves == ["acknowledge-impact"])
        #expect(places.privateMoves == ["timeboxed-next-step"])
        #expect(places.onlyPrivate.map(\.words) == ["The door is open by six."])
        #expect(places.onlyPublic.isEmpty)
        #expect(places.onlookers == play.session.front.crowd.told.onlookers)
        var other = try SocialScenario.play()
        try other.say("Noor, I've opened")
        try other.say("The door is open by six, I'm")
        #expect(Debrief(other.session).places?.onlyPublic.map(\.id) == ["door"])
        #expect(try Debrief(Play.happy().session).places == nil)
    }

    @Test("extra time slows the crowd by as much, and without clocks it stands still")
    func extraTime() throws {
        for (extra, likes) in [(100, 42), (200, 27), (0, 12)] {
            let play = try SocialScenario.play(extraTime: extra)
            let opens = try #require(play.session.front.offer).opens
            #expect(play.session.front.crowd.count(at: opens + 60_000).likes == likes)
        }
    }

    @Test("every beginning of the log folds to the same audience, also after going back")
    func replay() throws {
        var play = try SocialScenario.play()
        try play.perform(.wait, after: 30_000)
        try play.perform(.rewind(to: play.session.moments[0].sequence))
        try play.say("Noor, I've opened", after: 5_000)
        try play.say("The door is open by six.", after: 2_500)
        let records = try play.log.map { try $0.record() }
        let read = try records.map { try TimedEvent($0) }
        #expect(read == play.log)
        #expect(Session(replaying: read).front.crowd == play.session.front.crowd)
        #expect(play.session.front.crowd.told == Crowd.Count(likes: 12 + 3, shares: 3))
    }

    @Test("logs from before there was an audience are read as they were")
    func olderLog() throws {
        let record = EventRecord(
            type: "replied", version: 1, weight: .state, time: 5,
            payload: #"{"line":"x","option":0,"role":"say","taken":1,"text":"ok"}"#)
        let event = try TimedEvent(record)
        #expect(event.event == .replied(Replied(option: 0, line: "x", text: "ok", role: .say, taken: 1)))
        #expect(try event.record() == record)
        #expect(try !Play().log.contains { try $0.record().payload.contains("isPrivate") })
    }

    @Test(
        "the check knows what belongs to a public thread",
        arguments: [
            ("<<audience +12 +3>>", "<<audience 12 +3>>", "RP0301"),
            ("<<audience +12 +3>>", "<<audience +12>>", "RP0301"),
            ("audience_pace: 30", "audience_pace: fast", "RP0102"),
            ("Coach: She has a time now.", "Coach: She has a time now. #private", "RP0202"),
            ("title: Next\n", "title: Next\naudience_pace: 3\n", "RP0101"),
            ("channels: social", "channels: social, chat", ""),
            ("<<later 10m>>", "<<channel chat>>\nNoor: hm #private #line:n99\n<<later 10m>>", "RP0406"),
            ("<<later 10m>>", "<<channel chat>>\n<<audience +1 +0>>\n<<later 10m>>", "RP0406"),
        ])
    func check(piece: String, other: String, code: String) throws {
        var source = SocialScenario.source.replacing(piece, with: other)
        if other.contains("channel chat") {
            source = source.replacing("channels: social", with: "channels: social, chat")
        }
        let review = Scenario.review(
            slug: "x", files: [SourceFile(name: "scenario.yarn", text: source)], vocabulary: SocialScenario.vocabulary)
        let said = review.diagnostics.map { "\($0.span.start.line) \($0.code) \($0.message)" }
        #expect(review.diagnostics.map(\.code) == (code.isEmpty ? [] : [code]), "\(said)")
    }
}
