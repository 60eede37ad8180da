import Testing

@testable import Conversation

@Suite("Difficulty moves by what replies did")
struct DifficultyTests {
    /// A round of the same moment: Ana is sarcastic, and one may land, misread, break, mend or be silent.
    static let source = """
        title: Start
        scenario: Rounds
        channels: chat
        cast: Ana
        customer: Ana
        difficulty: steady
        trust: 50
        heat: 50
        ---
        <<channel chat>>
        <<jump Round>>
        ===
        title: Round
        ---
        <<reply_within 40>>
        Ana: oh lovely <<if difficulty() >= 2>> #cue:sarcasm #line:d1
        Ana: that is not nice <<if difficulty() == 1>> #line:d2
        -> I hear you. #move:validate #line:d3
            <<trust +3>>
            Coach: Good. #line:d4
        -> Glad you like it! #move:canned-empathy #line:d5
            <<trust -3>>
            Coach: Less good. #line:d6
        -> Whatever. #move:minimise #line:d7
            <<trust -10>>
            Coach: Trust broke. #line:d8
        -> One more thing, if you want it. #detour #move:clarify #line:d9
            <<trust +1>>
            Coach: Good. #line:d10
        -> Goodbye. #move:rush #line:d11
            Coach: Over. #line:d12
            <<jump Done>>
        -> … #timeout #line:d13
            <<trust -5>>
            Coach: Silence. #line:d14
        <<jump Round>>
        ===
        title: Done
        ending: done
        outcome: kept
        ---
        Ana: bye #line:d15
        ===
        """

    private struct Round {
        let engine: Engine
        var session = Session()

        init(adapts: Bool = true, start: DifficultyStart? = nil, extraTime: Int = 100) throws {
            engine = Engine(
                scenario: try SmallScenario.load(DifficultyTests.source, vocabulary: SmallScenario.moreMoves))
            fold(
                try engine.begin(
                    seed: 1,
                    settings: SessionSettings(difficulty: 2, extraTime: extraTime, adapts: adapts, start: start)))
        }

        mutating func fold(_ events: [TimedEvent]) { for event in events { session.apply(event) } }

        mutating func reply(_ numbers: Int..., after: Int = 0) throws {
            for number in numbers {
                let time = max(session.time, (session.front.offer?.opens ?? 0) + session.takenBack) + after
                fold(try engine.handle(.reply(number - 1), in: session, at: time))
            }
        }

        mutating func silence() throws {
            let clock = try #require(session.front.clock)
            fold(try engine.handle(.timePassed, in: session, at: clock.runsOut + session.takenBack))
        }

        var words: [String] { session.difficultyShifts.map(\.change.words) }
    }

    @Test("two sarcastic lines read as sincere make it simpler, and it says so")
    func misreads() throws {
        var play = try Round()
        try play.reply(2, 2)
        #expect(play.session.difficulty == 2)
        try play.reply(2)
        #expect(play.session.difficulty == 1)
        #expect(
            play.words == [
                "Simpler from here: three sarcastic lines were read as sincere. Reply clocks run a quarter longer."
            ])
        #expect(play.session.front.transcript.contains { $0.text == play.words[0] && $0.speaker.isEmpty })
        try play.reply(1)
        #expect(play.session.front.transcript.contains { $0.text == "that is not nice" })
    }

    @Test("four replies in a row that land are a reason for more; one level at a time, and not at once again")
    func steady() throws {
        var play = try Round()
        try play.reply(1, 1, 1)
        #expect(play.session.difficulty == 2)
        try play.reply(1)
        #expect(play.session.difficulty == 3)
        #expect(play.words == ["More demanding from here: four replies in a row landed."])
        try play.reply(2, 2)
        #expect(play.session.difficulty == 3)
        try play.reply(2)
        #expect(play.session.difficulty == 2)
    }

    @Test("trust that broke twice makes it simpler, trust that was won back twice is a reason for more")
    func ruptures() throws {
        var broken = try Round()
        try broken.reply(3, 1, 3)
        #expect(broken.session.difficultyShifts.map(\.change.cause) == [.misreads])
        var mended = try Round()
        // Without a cue before them: at its gentlest Ana says what she means.
        mended.fold(try mended.engine.handle(.difficulty(1), in: mended.session, at: mended.session.time))
        mended.fold(try mended.engine.handle(.difficulty(nil), in: mended.session, at: mended.session.time))
        try mended.reply(1, 3, 1, 3)
        #expect(mended.session.difficulty == 1)
        try mended.reply(1)
        #expect(mended.session.difficulty == 2)
        #expect(mended.words.last == "More demanding from here: trust was won back twice.")
    }

    @Test("how fast somebody answers is no evidence: silence on the clock changes nothing", arguments: [100, 150, 200])
    func pace(extraTime: Int) throws {
        var play = try Round(extraTime: extraTime)
        for _ in 0..<6 { try play.silence() }
        #expect(play.session.difficultyShifts.isEmpty)
        #expect(play.session.difficulty == 2)
    }

    @Test("where the difficulty is set, nothing moves it")
    func kept() throws {
        var fixed = try Round(adapts: false)
        try fixed.reply(2, 2, 2, 2)
        #expect(fixed.session.difficultyShifts.isEmpty)
        var chosen = try Round()
        chosen.fold(try chosen.engine.handle(.difficulty(3), in: chosen.session, at: chosen.session.time))
        try chosen.reply(2, 2, 2, 2)
        #expect(chosen.session.difficulty == 3)
        #expect(chosen.words == ["Stretching from here, and it stays so: you chose it."])
        chosen.fold(try chosen.engine.handle(.difficulty(nil), in: chosen.session, at: chosen.session.time))
        try chosen.reply(2, 2, 2)
        #expect(chosen.session.difficulty == 2)
    }

    @Test("simpler than the scenario, clocks run a quarter longer and detours are left out; never shorter, never more")
    func whatItChanges() throws {
        var play = try Round(adapts: false)
        #expect(play.session.front.clock?.lasting == 40_000)
        #expect(play.session.front.offer?.options[3].isAvailable == true)
        play.fold(try play.engine.handle(.difficulty(1), in: play.session, at: play.session.time))
        try play.reply(1)
        #expect(play.session.front.clock?.lasting == 50_000)
        #expect(play.session.front.offer?.options[3].isAvailable == false)
        play.fold(try play.engine.handle(.difficulty(3), in: play.session, at: play.session.time))
        try play.reply(1)
        #expect(play.session.front.clock?.lasting == 40_000)
        #expect(play.session.front.offer?.options[3].isAvailable == true)
    }

    @Test("it begins where the last two conversations ended, one level from the scenario's own at most")
    func earlier() throws {
        #expect(DifficultyStart.after([], own: 2) == nil)
        #expect(DifficultyStart.after([1], own: 2) == nil)
        #expect(DifficultyStart.after([1, 2], own: 2) == nil)
        #expect(DifficultyStart.after([2, 2], own: 2) == nil)
        #expect(DifficultyStart.after([1, 1], own: 3)?.level == 2)
        #expect(DifficultyStart.after([3, 3, 1], own: 2)?.level == 3)
        let play = try Round(start: DifficultyStart.after([1, 1], own: 2))
        #expect(play.session.difficulty == 1)
        #expect(play.words == ["Gentle to begin with: the last two conversations ended there."])
        #expect(play.session.front.clock?.lasting == 50_000)
    }

    @Test("going back takes a change back with what led to it, and the same replies bring it again")
    func rewound() throws {
        var play = try Round()
        try play.reply(2, 2, 2)
        let shifts = play.session.difficultyShifts
        #expect(shifts.count == 1)
        let moment = try #require(play.session.moments.dropFirst().first)
        play.fold(try play.engine.handle(.rewind(to: moment.sequence), in: play.session, at: play.session.time))
        #expect(play.session.difficulty == 2)
        #expect(play.session.difficultyShifts.isEmpty)
        try play.reply(2, 2)
        #expect(play.session.difficultyShifts.map(\.change) == shifts.map(\.change))
        #expect(Session(replaying: try play.session.log.map { try TimedEvent(try $0.record()) }) == play.session)
    }
}
