import SeededChance
import Testing
import Yarn

@testable import Conversation

@Suite("Curveballs")
struct CurveballTests {
    /// Two places, two curveballs, one of them with a moment of its own.
    static let source = """
        title: Start
        scenario: Curves
        channels: chat
        cast: Ana
        customer: Ana
        trust: 50
        heat: 50
        ---
        <<channel chat>>
        Ana: hello #line:c1
        <<curveball Phone>>
        -> What happened? #move:clarify #line:c2
            <<trust +2>>
            Coach: Good. #line:c3
        -> Please calm down. #move:command-calm #line:c4
            <<trust -2>>
            Coach: Less good. #line:c5
        <<curveball>>
        Ana: so #line:c6
        -> I am looking. #move:narrate-action #line:c7
            <<trust +2>>
            Coach: Good. #line:c8
        -> Wait. #move:command-calm #line:c9
            <<trust -2>>
            Coach: Less good. #line:c10
        <<jump Done>>
        ===
        title: Phone
        curveball: Her phone rings
        ---
        Ana: sorry, my phone #line:c11
        -> Take it. #move:offer-choice #line:c12
            <<trust +1>>
            Coach: Good. #line:c13
        ===
        title: Dog
        curveball: A dog barks
        ---
        Ana: thats the dog #line:c14
        ===
        title: Done
        ending: done
        outcome: kept
        ---
        Ana: bye #line:c15
        ===
        """

    private func play(_ curveballs: CurveballSource, seed: UInt64 = 1, difficulty: Int = 1) throws -> Session {
        let engine = Engine(
            scenario: try SmallScenario.load(Self.source, vocabulary: SmallScenario.moreMoves), curveballs: curveballs)
        var session = Session()
        for event in try engine.begin(seed: seed, settings: SessionSettings(difficulty: difficulty)) {
            session.apply(event)
        }
        while let offer = session.front.offer, case .open = session.status {
            for event in try engine.handle(.reply(0), in: session, at: max(session.time, offer.opens)) {
                session.apply(event)
            }
        }
        return session
    }

    @Test("one that is named strikes at the first place with room for it, and the story goes on from there")
    func named() throws {
        let session = try play(.named(["A dog barks", "Phone"]))
        #expect(session.curveballs.map(\.node) == ["Phone", "Dog"])
        #expect(session.front.ending == "done")
        let said = session.front.transcript.map(\.text)
        #expect(
            said == [
                "hello", "Curveball: Her phone rings.", "sorry, my phone", "Take it.", "What happened?",
                "Curveball: A dog barks.", "thats the dog", "so", "I am looking.", "bye",
            ])
    }

    @Test("with none, nothing strikes and nothing is different")
    func none() throws {
        let session = try play(.none)
        #expect(session.curveballs.isEmpty)
        #expect(session.front.transcript.map(\.text) == ["hello", "What happened?", "so", "I am looking.", "bye"])
    }

    @Test("by chance: rarely when gentle, sometimes when steady, mostly when stretching, and each once at most")
    func chance() throws {
        var counts: [Int] = []
        for level in 1...3 {
            var count = 0
            for seed in 1...200 as ClosedRange<UInt64> {
                let struck = try play(.chance, seed: seed, difficulty: level).curveballs.map(\.node)
                #expect(Set(struck).count == struck.count)
                count += struck.count
            }
            counts.append(count)
        }
        // Two places, 200 sessions: 15, 40 and 75 of a hundred.
        #expect((30...100).contains(counts[0]), "\(counts)")
        #expect((110...210).contains(counts[1]), "\(counts)")
        #expect((240...360).contains(counts[2]), "\(counts)")
    }

    @Test("the same seed strikes alike")
    func again() throws {
        for seed in 1...20 as ClosedRange<UInt64> {
            #expect(try play(.chance, seed: seed, difficulty: 2) == play(.chance, seed: seed, difficulty: 2))
        }
    }

    @Test("a plan names what strikes, and a name that is wrong is told")
    func plans() throws {
        let scenario = try SmallScenario.load(Self.source, vocabulary: SmallScenario.moreMoves)
        func run(_ text: String) throws -> ScenarioTest.RunResult {
            let plan = TestPlan(parsing: SourceFile(name: "scenario.testplan", text: text))
            return try #require(ScenarioTest(scenario: scenario, plan: plan).run().first)
        }
        let good = try run(
            "curveball: Her phone rings\nline: `Ana: sorry, my phone`\nselect: 1\nselect: 1\nselect: 1\nending: done")
        #expect(good.failure == nil)
        #expect(good.session.curveballs.map(\.label) == ["Her phone rings"])
        #expect(try run("select: 1\nselect: 1\nending: done").failure == nil)
        let wrong = try #require(try run("curveball: A dog bark\nselect: 1").failure)
        #expect(wrong.message.contains("no curveball"))
        #expect(wrong.hint?.contains("A dog barks") == true)
    }

    @Test("a session in which they struck is recorded as a plan that plays it again")
    func recorded() throws {
        let scenario = try SmallScenario.load(Self.source, vocabulary: SmallScenario.moreMoves)
        for seed in 1...30 as ClosedRange<UInt64> {
            let session = try play(.chance, seed: seed, difficulty: 3)
            let text = try RecordedRun(session).plan(for: scenario)
            let plan = TestPlan(parsing: SourceFile(name: "recorded.testplan", text: text))
            let result = try #require(ScenarioTest(scenario: scenario, plan: plan).run().first)
            #expect(result.failure == nil, "\(text)")
            #expect(result.session.curveballs.map(\.node) == session.curveballs.map(\.node), "\(text)")
        }
    }

    @Test("the check finds a curveball that no place lets strike, and a place that names none")
    func checked() throws {
        func codes(_ source: String) -> [String] {
            let files = [SourceFile(name: "scenario.yarn", text: source)]
            return Scenario.review(slug: "x", files: files, vocabulary: SmallScenario.moreMoves).diagnostics
                .map(\.code).filter { $0.hasPrefix("RP05") || $0.hasPrefix("RP01") }
        }
        #expect(codes(Self.source) == [])
        #expect(codes(Self.source.replacing("<<curveball>>\n", with: "")) == ["RP0511"])
        #expect(codes(Self.source.replacing("<<curveball Phone>>", with: "<<curveball Phnoe>>")).contains("RP0104"))
    }
}
