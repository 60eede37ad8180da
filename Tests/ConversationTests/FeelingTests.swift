import Testing

@testable import Conversation

@Suite("Trust and heat")
struct FeelingTests {
    @Test("they start where the scenario says and never leave 0…100")
    func clamped() throws {
        var play = try Play()
        #expect([play.session.front.trust, play.session.front.heat] == [40, 65])
        try play.say("I'm sorry")
        #expect([play.session.front.trust, play.session.front.heat] == [30, 100])
        try play.say("As I said")
        #expect([play.session.front.trust, play.session.front.heat] == [0, 100])
        #expect(play.session.front.readings.last?.trust == 0)
    }

    @Test("the coach says what moved in this beat, and which words did it")
    func coach() throws {
        var play = try Play()
        try play.say("What has to be")
        let feedback = try #require(play.session.front.feedback)
        #expect(feedback.reply == "What has to be on the table by four?")
        #expect(feedback.shown.text == "on the table shows her that you heard the party.")
        #expect([feedback.shown.trust, feedback.shown.heat, feedback.shown.effort] == [5, -3, 0])
        #expect(feedback.shown.quotes == [TextRange(start: 0, length: 12)])
        #expect(feedback.shown.look == .shift)
        try play.say("You hear from me")
        let second = try #require(play.session.front.feedback)
        #expect([second.shown.trust, second.shown.heat] == [4, 0])
        #expect(second.shown.quotes == [TextRange(start: 0, length: 15)])
    }

    @Test("what the coach looks like follows the tag", arguments: [("Please", "safety"), ("(wait", "nudge")])
    func looks(words: String, look: String) throws {
        var play = try Play()
        try play.say(words)
        #expect(play.session.front.feedback?.shown.look.rawValue == look)
    }

    @Test("a fall of ten in one beat is a rupture that nobody had to tag")
    func untaggedRupture() throws {
        var play = try Play()
        let events = try play.say("I'm sorry")
        let ruptures = events.compactMap { if case .ruptured(let payload) = $0.event { payload } else { nil } }
        #expect(ruptures == [Ruptured(isTagged: false, after: 0)])
        #expect(play.session.moments[0].reply?.hasRupture == true)
    }

    @Test("a tagged fall is one rupture, dated by the first tagged line")
    func taggedRupture() throws {
        var play = try Play()
        let events = try play.say("Please calm")
        let ruptures = events.compactMap { if case .ruptured(let payload) = $0.event { payload } else { nil } }
        let line = try #require(
            events.compactMap { if case .lineSpoken(let line) = $0.event, line.text == "wow" { line } else { nil } }
                .first)
        #expect(ruptures == [Ruptured(isTagged: true, after: line.after)])
        #expect(play.session.front.ruptures.count == 1)
    }

    @Test("a small fall breaks nothing")
    func noRupture() throws {
        var play = try Play()
        try play.wait(61_000)
        #expect(play.session.front.trust == 35)
        #expect(play.session.front.ruptures.isEmpty)
    }

    @Test("a repair move with rising trust mends the rupture, and the debrief knows how long that took")
    func repair() throws {
        var play = try Play()
        try play.say("I'm sorry")
        let rupture = try #require(play.session.front.openRupture)
        let events = try play.say("That was a form letter", after: 9_000)
        let repairs = events.compactMap { if case .repaired(let payload) = $0.event { payload } else { nil } }
        #expect(repairs == [Repaired(rupture: rupture.sequence, move: "repair-rupture")])
        #expect(play.session.front.openRupture == nil)
        #expect(play.session.moments[1].reply?.hasRepair == true)
        let debrief = Debrief(play.session)
        let mended = try #require(play.session.front.ruptures.first?.repairedAt)
        #expect(debrief.timeToRepair == mended - rupture.time)
        #expect([debrief.ruptures, debrief.repairs] == [1, 1])
    }

    @Test("good words where nothing was broken mend nothing")
    func noRepair() throws {
        var play = try Play()
        try play.wait(61_000)
        let events = try play.say("That was a form letter")
        #expect(!events.map(\.type).contains("repaired"))
    }
}
