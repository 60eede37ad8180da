import SampleScenarios
import Testing
import Yarn

@testable import Conversation

@Suite("A call")
struct CallTests {
    private func play() throws -> Play { try Play(CallScenario.source) }

    private func entry(_ words: String, _ play: Play) throws -> Entry {
        try #require(play.session.front.transcript.first { $0.text.hasPrefix(words) }, "nobody said \(words)")
    }

    @Test("lines follow each other as they are said, with the silences their author wrote")
    func timing() throws {
        let play = try play()
        let first = try entry("no no", play)
        let second = try entry("and your", play)
        let third = try entry("tell them", play)
        #expect(first.begins == 300)
        #expect(first.heard - first.begins == SpokenWords(first).lasting)
        #expect(first.wordsPerMinute == 200)
        #expect((first.tone, first.sound) == ("dry", "door"))
        #expect(second.begins == first.heard + 1_500 + 300)
        #expect(second.pause == 1_500)
        #expect(third.begins == second.heard + 300)
        #expect(play.session.front.offer?.opens == third.heard)
        #expect(play.session.front.clock?.starts == third.heard)
    }

    @Test("the agent's own words take their time, and the answer comes behind them")
    func ownWords() throws {
        var play = try play()
        try play.say("May I check")
        let own = try entry("May I check", play)
        #expect(own.heard - own.begins == SpokenWords("May I check one thing with you first?").lasting)
        #expect(try entry("Go on", play).begins == own.heard + 300)
        #expect(play.session.front.feedback?.said == own.heard)
    }

    @Test("silence on purpose lasts as long as its author says, and is no word")
    func silence() throws {
        var play = try play()
        try play.say("(say nothing)")
        let silence = try entry("(say nothing)", play)
        #expect((silence.kind, silence.heard - silence.begins) == (.silence, 3_000))
        #expect(try entry("are you there", play).begins == silence.heard + 300)
    }

    @Test("somebody who talks over somebody begins before they have ended")
    func overlap() throws {
        var play = try play()
        try play.say("I'm sorry")
        let own = try entry("I'm sorry", play)
        let over = try entry("convenience", play)
        #expect(over.overlaps)
        #expect(own.begins < over.begins && over.begins < own.heard)
    }

    /// Every time at which a word of the first turn begins, with what has been heard by then.
    private func words(_ session: Session) -> [(time: Int, line: String, word: Int)] {
        session.front.transcript.filter { $0.kind == .customer }.flatMap { entry in
            SpokenWords(entry).words.enumerated().map { (entry.begins + $1.at, entry.text, $0 + 1) }
        }
    }

    @Test("a reply before the end is an interruption, at each word: what was not said is not said")
    func eachWord() throws {
        let begun = try play()
        let words = words(begun.session)
        #expect(words.count == 22)
        for (index, word) in words.enumerated() {
            var play = begun
            let events = try play.engine.handle(.reply(0), in: play.session, at: word.time)
            play.fold(events)
            let spoken = play.session.front.transcript.filter { $0.isSpoken && $0.begins <= word.time }
            guard index < words.count - 1 else {
                // The last word has begun: that is how people take turns.
                #expect(events[0].type == "replied")
                #expect(play.said.contains("Go on."))
                continue
            }
            guard case .interrupted(let cut) = events[0].event else {
                Issue.record("no interruption at \(word.line), word \(word.word)")
                continue
            }
            #expect(events[1].type == "replied")
            #expect(play.session.moments[0].reply?.isInterruption == true)
            #expect(play.said.contains("I was not finished."))
            // At the last word of a line the one behind it is cut off before it begins.
            let last = try #require(spoken.last)
            if cut.word == 0 {
                #expect(last.text == word.line)
            } else {
                #expect(last.text.hasSuffix("—") && word.line.hasPrefix(last.text.dropLast()))
                #expect(last.isCut)
                #expect(cut.word == word.word)
            }
            #expect(play.session.front.transcript.allSatisfy { $0.begins <= $0.heard })
            let own = try entry("May I check", play)
            #expect(own.spokeOver == spoken.last?.speaker)
            #expect(own.begins == word.time)
        }
    }

    @Test("one cannot interrupt oneself, and silence interrupts nobody")
    func refused() throws {
        var play = try play()
        let wait = #expect(throws: EngineRefusal.self) {
            try play.engine.handle(.wait, in: play.session, at: 2_000)
        }
        #expect(wait?.description == "Daniel is still speaking: listening is what you do already.")
        try play.say("May I check")
        let time = play.session.time + 500
        let own = #expect(throws: EngineRefusal.self) {
            try play.engine.handle(.reply(0), in: play.session, at: time)
        }
        #expect(own?.description == "Your own sentence comes first. Enter brings it to its end.")
    }

    @Test("in a chat nobody is cut off")
    func chat() throws {
        let play = try Play()
        #expect(play.session.speaksFrom == nil)
        let events = try play.engine.handle(.reply(0), in: play.session, at: 100)
        #expect(events[0].type == "replied")
    }

    /// A call with an interruption, what came of it taken back, said again in time, and played to its end.
    private func troubled() throws -> Play {
        var play = try play()
        play.fold(try play.engine.handle(.reply(0), in: play.session, at: 3_000))
        try play.perform(.rewind(to: play.session.moments[0].sequence), after: 700)
        play.fold(try play.engine.handle(.reply(1), in: play.session, at: play.opens + 900))
        try play.say("I put you on hold")
        return play
    }

    @Test("with an interruption it replays byte for byte, resumes at every event, and can be taken back")
    func replays() throws {
        let play = try troubled()
        #expect(try play.log.map { try $0.record() } == troubled().log.map { try $0.record() })
        var direct = Session()
        for event in play.log {
            direct.apply(try TimedEvent(try event.record()))
            #expect(direct == Session(replaying: play.log.prefix(direct.sequence)))
        }
        #expect(direct == play.session)
        // Back at the moment, everything was said and heard.
        #expect(play.said.contains("tell them about the money"))
        #expect(!play.said.contains { $0.hasSuffix("—") })
        #expect(play.session.moments[0].reply?.isInterruption == false)
        #expect(play.session.status != .open)
    }

    @Test("stepping back while somebody speaks cuts it off, and blames nobody")
    func stepBack() throws {
        var play = try play()
        play.fold(try play.engine.handle(.stepBack, in: play.session, at: 3_000))
        #expect(!play.said.contains { $0.hasPrefix("tell them") })
        #expect(play.said.last == "I take it from here")
        #expect(Debrief(play.session).interruptions == 0)
    }

    @Test("hold and mute are counted in story time, and stop when the call is over")
    func timers() throws {
        var play = try play()
        try play.say("May I check")
        let before = play.opens
        try play.say("I put you on hold")
        let end = try entry("that was two minutes", play).begins
        let own = try entry("I put you on hold", play)
        #expect(!play.session.hold(at: before).isOn)
        #expect(play.session.hold(at: own.heard).isOn)
        let hold = play.session.hold(at: end)
        #expect(!hold.isOn && hold.total == 123_000)
        #expect(Debrief(play.session).hold == 123_000)
        var other = try self.play()
        try other.say("May I check")
        try other.say("Hold on")
        #expect(other.session.mute(at: try entry("how long is on", other).begins).total == 4_000)
    }

    @Test("the talk ratio is what has been heard by then, and its percents are a hundred")
    func ratio() throws {
        var play = try play()
        #expect(TalkRatio(play.session, at: 0).percents.isEmpty)
        let first = try entry("no no", play)
        #expect(TalkRatio(play.session, at: first.heard).percents == [0, 100])
        try play.say("May I check")
        let ratio = TalkRatio(play.session, at: .max)
        #expect(ratio.shares.map(\.speaker) == ["You", "Daniel", "Ines"])
        #expect(ratio.shares.map(\.words) == [8, 22, 5])
        #expect(ratio.percents.reduce(0, +) == 100)
        #expect(ratio.agentShareOfWords == 8.0 / 35)
        let time = try #require(ratio.agentShareOfTime)
        #expect(Int((time * 100).rounded()) == ratio.percents[0])
    }

    @Test("an old line without what calls have is read as before")
    func oldEvents() throws {
        let record = EventRecord(
            type: "lineSpoken", version: 1, weight: .state, time: 5,
            payload: #"{"after":9,"lasting":3,"line":"a","speaker":"Ana","text":"hi"}"#)
        let event = try TimedEvent(record)
        #expect(try event.record() == record)
    }

    @Test("a plan interrupts too, and a session with an interruption is recorded as one")
    func plans() throws {
        var play = try play()
        play.fold(try play.engine.handle(.reply(0), in: play.session, at: 3_000))
        try play.say("I put you on hold")
        let text = try RecordedRun(play.session).plan(for: play.engine.scenario)
        #expect(text.contains("interrupt: 1 after 8"))
        let plan = TestPlan(
            parsing: SourceFile(
                name: "p.testplan",
                text: "interrupt: 1\nstate: interrupted()\nline: `Daniel: I was not finished.`\nselect: 1\n"
                    + "state: not interrupted()\nending: on-air"))
        let result = try #require(ScenarioTest(scenario: play.engine.scenario, plan: plan).run().first)
        #expect(result.failure == nil, "\(result.failure?.message ?? "")")
    }

    @Test("the walk leaves open whether somebody is interrupted")
    func walk() throws {
        let review = Scenario.review(
            slug: "call", files: [SourceFile(name: "scenario.yarn", text: CallScenario.source)],
            vocabulary: SmallScenario.vocabulary)
        let said = review.diagnostics.filter { $0.code.hasPrefix("RP05") }.map(\.message)
        #expect(said == [])
    }
}
