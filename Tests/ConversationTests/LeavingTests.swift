import Testing

@testable import Conversation

@Suite("Stepping back, ending, leaving")
struct LeavingTests {
    @Test("stepping back hands over by the scenario's own words and ends there")
    func stepBack() throws {
        var play = try Play()
        let events = try play.perform(.stepBack, after: 10_000)
        #expect(events.first?.event == .steppedBack(SteppedBack(node: "HandOver")))
        #expect(play.said.contains("You step back."))
        #expect(play.said.last == "i have it from here")
        guard case .ended(let ended) = play.session.status else {
            Issue.record("it did not end")
            return
        }
        #expect(ended.ending == "handed-over")
        #expect(ended.outcome == .strained)
        #expect(play.session.front.clock == nil)
        // A place that names its channel again is no move.
        #expect(play.session.front.journey == [.chat])
    }

    @Test("a scenario without anybody to hand over to says so")
    func nobody() throws {
        let play = try Play(SmallScenario.source.replacing("step_back: HandOver\n", with: ""))
        let refusal = #expect(throws: EngineRefusal.self) {
            try play.engine.handle(.stepBack, in: play.session, at: play.opens)
        }
        #expect(
            refusal?.description == "This scenario has no one to hand over to. Space pauses it, q leaves it.")
    }

    @Test("the mail goes out as it was drafted, and only when it is complete")
    func mail() throws {
        var play = try Play()
        try play.say("What has to be")
        try play.say("You hear")
        try play.say("Come back")
        #expect(throws: EngineRefusal.self) { try play.engine.handle(.send, in: play.session, at: play.opens) }
        try play.say("Dear Ana")
        #expect(play.session.front.offer?.isSend == true)
        #expect(play.session.front.draft.texts == ["Dear Ana, your cake comes at three.", "Yours, Sam"])
        let events = try play.perform(.send)
        let sent = events.compactMap { if case .emailSent(let mail) = $0.event { mail } else { nil } }.first
        #expect(
            sent
                == EmailSent(
                    subject: "Your cake, order 7", paragraphs: ["Dear Ana, your cake comes at three.", "Yours, Sam"],
                    attachments: ["receipt.pdf"]))
        #expect(play.session.front.draft.isEmpty)
        #expect(play.session.front.journey == [.chat, .email])
    }

    @Test("after the end every input but going back is refused")
    func over() throws {
        let play = try Play.happy()
        guard case .ended(let ended) = play.session.status else {
            Issue.record("it did not end")
            return
        }
        #expect(ended.ending == "cake-on-the-table")
        #expect(ended.outcome == .kept)
        let inputs: [SessionInput] = [.reply(0), .wait, .send, .stepBack, .pause, .resume, .timePassed]
        for input in inputs {
            let refusal = #expect(throws: EngineRefusal.self) {
                try play.engine.handle(input, in: play.session, at: play.session.time + 1)
            }
            #expect(refusal?.description == "This conversation is over.")
        }
        #expect(play.engine.nextDeadline(in: play.session) == nil)
    }

    @Test("questions for afterwards can still be answered, once it is over")
    func reflecting() throws {
        var play = try Play.happy()
        let question = try #require(play.session.reflections.first)
        #expect(question.text == "Which words did it?")
        #expect(question.timebox == 60_000)
        #expect(question.answer == nil)
        play.fold([Engine.reflection(on: question.line, text: "the table", taken: 9_000, in: play.session)])
        #expect(play.session.reflections.first?.answer == "the table")
    }

    @Test("a reply that is not on offer is refused and changes nothing", arguments: [-1, 5, 6, .max, .min])
    func noSuchReply(index: Int) throws {
        let play = try Play()
        #expect(throws: EngineRefusal.self) {
            try play.engine.handle(.reply(index), in: play.session, at: play.opens)
        }
    }

    @Test("a session that is left for good is not open any more")
    func setAside() throws {
        var play = try Play()
        play.fold([Engine.settingAside(play.session)])
        #expect(play.session.status == .setAside)
        #expect(throws: EngineRefusal.self) {
            try play.engine.handle(.reply(0), in: play.session, at: play.opens)
        }
    }

    @Test("the debrief tells the way, the turning points and the moves, without a score")
    func debrief() throws {
        var play = try Play()
        try play.say("I'm sorry", after: 4_000)
        try play.say("That was a form letter")
        try play.say("You hear")
        try play.say("Come back")
        try play.say("Dear Ana")
        try play.perform(.send)
        let debrief = Debrief(play.session)
        #expect(
            debrief.path.map(\.name) == [
                "First words", "Put it right", "Naming a time", "Keeping the time", "Putting it in writing",
            ])
        #expect(debrief.path.map(\.channel) == [.chat, .chat, .chat, .chat, .email])
        #expect(debrief.path.map(\.isTurningPoint) == [true, true, false, false, false])
        #expect(debrief.moves.first == Debrief.MoveCount(move: "timeboxed-next-step", count: 3))
        #expect(debrief.firstQuestion == nil)
        #expect(debrief.notes == ["Order 7, second contact", "Order 7 delivered by hand."])
        #expect(debrief.ending == "cake-on-the-table")
    }
}
