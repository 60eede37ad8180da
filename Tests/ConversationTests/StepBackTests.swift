import Testing

@testable import Conversation

@Suite("Stepping back")
struct StepBackTests {
    /// The small scenario where stepping back begins with two lines to say.
    private static let scripted = SmallScenario.source.replacing(
        "Ben: i have it from here",
        with: """
            -> Ben takes it from here, and you won't tell it again. #move:repair-rupture #line:s140
                <<trust +3>>
                Coach: [quote]won't tell it again[/quote] spares her that. #line:s141
            -> May we both have two quiet minutes? #move:timeboxed-next-step #line:s142
                <<trust +2>>
                Coach: [quote]two quiet minutes[/quote] has an end to it. #line:s143
            Ben: i have it from here
            """)

    @Test("what could be said is looked at, and nothing of it has happened")
    func looks() throws {
        let play = try Play(Self.scripted)
        let before = play.session
        let script = try play.engine.scriptAtHand(in: play.session, at: play.opens)
        #expect(script.node == "HandOver")
        #expect(script.lines.map(\.option.text).last == "May we both have two quiet minutes?")
        #expect(script.lines.map(\.index) == [0, 1])
        #expect(play.session == before)
    }

    @Test("where somebody else speaks first there is no line at hand")
    func told() throws {
        let play = try Play()
        let script = try play.engine.scriptAtHand(in: play.session, at: play.opens)
        #expect(script.node == "HandOver")
        #expect(script.offer == nil && script.lines.isEmpty)
    }

    @Test("stepping back with a line is the two inputs one after the other")
    func together() throws {
        let play = try Play(Self.scripted)
        var other = play
        let time = play.opens + 4_000
        let events = try play.engine.stepBack(saying: 1, in: play.session, at: time)
        other.fold(try other.engine.handle(.stepBack, in: other.session, at: time))
        other.fold(try other.engine.handle(.reply(1), in: other.session, at: time))
        #expect(events == other.batches.suffix(2).flatMap { $0 })
        #expect(events.last?.type == "ended" || events.map(\.type).contains("ended"))
    }

    @Test("a clock that ran out meanwhile happens alone, and what is asked for then is not done behind it")
    func late() throws {
        let play = try Play(Self.scripted)
        let events = try play.engine.stepBack(saying: 0, in: play.session, at: play.opens + 61_000)
        #expect(events.map(\.type).contains("clockRanOut"))
        #expect(!events.map(\.type).contains("steppedBack"))
        #expect(throws: EngineRefusal.self) {
            try play.engine.scriptAtHand(in: play.session, at: play.opens + 61_000)
        }
    }

    @Test("a line that is not at hand cannot be said, and where nobody takes over nothing is at hand")
    func refused() throws {
        let play = try Play(Self.scripted)
        #expect(throws: EngineRefusal.self) {
            try play.engine.stepBack(saying: 7, in: play.session, at: play.opens)
        }
        var stepped = play
        try stepped.perform(.stepBack)
        #expect(stepped.engine.stepBackRefusal(in: stepped.session)?.hasPrefix("You are stepping back") == true)
        let alone = try Play(SmallScenario.source.replacing("step_back: HandOver\n", with: ""))
        #expect(alone.engine.stepBackRefusal(in: alone.session)?.hasPrefix("There is no one") == true)
        #expect(throws: EngineRefusal.self) {
            try alone.engine.scriptAtHand(in: alone.session, at: alone.opens)
        }
    }

    @Test("both silences are replies: on purpose, and when the clock runs out")
    func silences() throws {
        for (input, after, role) in [(SessionInput.wait, 0, Option.Role.pause), (.timePassed, 60_000, .timeout)] {
            var play = try Play()
            let events = try play.perform(input, after: after)
            #expect(events.map(\.type).contains("replied"))
            #expect(play.session.moments[0].reply?.role == role)
            #expect(play.session.front.offer != nil, "the conversation goes on from it")
        }
    }

    @Test(
        "a tag and a fall of ten in one turn are one rupture, dated by the tag; a repair a turn later is its own event")
    func rupture() throws {
        var play = try Play()
        let fall = try play.say("Please calm", after: 1_000)
        #expect(fall.count { $0.type == "ruptured" } == 1)
        let line = try #require(
            fall.compactMap { if case .lineSpoken(let line) = $0.event, line.text == "wow" { line } else { nil } }.first
        )
        let rupture = try #require(play.session.front.ruptures.first)
        let said = try #require(fall.first { $0.type == "replied" })
        #expect(rupture.time == play.session.local(said.time) + line.after)
        let mended = try play.say("That was a form letter", after: 3_000)
        #expect(mended.count { $0.type == "repaired" } == 1)
        #expect(play.session.front.ruptures.count == 1)
        #expect(play.session.front.ruptures.first?.repairedAt != nil)
    }

    @Test("where a scenario says that somebody is treated badly, looking back knows, also after another way was taken")
    func care() throws {
        let source = SmallScenario.source.replacing("title: Mend\n", with: "title: Mend\ncare: yes\n")
        var play = try Play(source)
        #expect(!Debrief(play.session).isHard)
        try play.say("I'm sorry")
        #expect(Debrief(play.session).isHard)
        let first = try #require(play.session.moments.first)
        try play.fold(play.engine.handle(.rewind(to: first.sequence), in: play.session, at: play.session.time))
        try play.say("What has to be")
        #expect(Debrief(play.session).isHard, "what was said was heard")
    }
}
