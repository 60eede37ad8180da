import Testing

@testable import Conversation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("What can be counted in a session")
struct MetricsTests {
    static let reference = getenv("RAPPORT_REFERENCE_DATA").map { String(cString: $0) + "/metrics-vectors.json" }

    // MARK: The reference

    private struct Vectors: Decodable {
        struct Event: Decodable {
            struct Promise: Decodable { var id: String, dueS: Int }
            var t: Int
            var type: String
            var trust: Int?
            var words: Int?
            var node: String?
            var moves: [String]?
            var proposesFix: Bool?
            var trustDelta: Int?
            var rupture: Bool?
            var confirms: Bool?
            var promise: Promise?
            var id: String?
            var ending: String?
        }

        struct Expected: Decodable {
            var firstResponseTimeS: Int
            var responseTimesS: [Int]
            var medianResponseS: Double
            var timeouts: Int
            var clarifyBeforeFix: Bool
            var timeToRepairS: [Int]
            var turnsToRepair: [Int]
            var choicesOffered: Int
            var clarityChecks: Int
            var clarityConfirmed: Int
            var nextStepPromises: Int
            var nextStepKeptOnTime: Int
            var nextStepAdherence: Double
            var talkRatioAgentWords: Double
            var agentWords: Int
            var customerWords: Int
            var questionRatePerAgentTurn: Double
            var repairMovesPerTurn: Double
            var antiMoves: Int
            var trustTrace: [Int]
            var trustMin: Int
            var trustEnd: Int
            var reflectionSeconds: Int
        }

        var eventLog: [Event]
        var expected: Expected
    }

    /// The vector's events in ours: what the engine announces for each of them.
    private func adapt(_ events: [Vectors.Event]) -> Session {
        var log = TestLog(trust: events.first?.trust ?? 50)
        for event in events {
            let words = Array(repeating: "word", count: event.words ?? 0).joined(separator: " ")
            switch event.type {
            case "customer":
                log.customer(words, at: event.t, breaks: event.rupture ?? false, confirms: event.confirms ?? false)
            case "agent":
                log.agent(
                    words, at: event.t, moves: event.moves ?? [], isFix: event.proposesFix ?? false,
                    trust: event.trustDelta ?? 0)
                if let promise = event.promise { log.promise(promise.id, dueIn: promise.dueS, at: event.t) }
            case "promise_kept": log.keep(event.id ?? "", at: event.t)
            case "reflection_open": log.reflectionOpens(at: event.t)
            case "reflection_save": log.reflectionSaved(words, at: event.t)
            case "session_end": log.end(event.ending ?? "", at: event.t)
            default: break
            }
        }
        return log.session
    }

    @Test("every value of the reference's event log is ours too", .enabled(if: reference != nil))
    func referenceVectors() throws {
        let path = try #require(Self.reference)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let vectors = try decoder.decode(Vectors.self, from: try Data(contentsOf: URL(fileURLWithPath: path)))
        let metrics = SessionMetrics(adapt(vectors.eventLog), harmful: ["over-promise"])
        let expected = vectors.expected
        #expect(metrics.firstResponse == expected.firstResponseTimeS * 1_000)
        #expect(metrics.responseTimes == expected.responseTimesS.map { $0 * 1_000 })
        #expect(metrics.medianResponse == expected.medianResponseS * 1_000)
        #expect(metrics.timeouts == expected.timeouts)
        #expect(metrics.clarifiesBeforeFix == expected.clarifyBeforeFix)
        #expect(metrics.timesToRepair == expected.timeToRepairS.map { $0 * 1_000 })
        #expect(metrics.turnsToRepair == expected.turnsToRepair)
        #expect(metrics.choicesOffered == expected.choicesOffered)
        #expect(metrics.clarityChecks == expected.clarityChecks)
        #expect(metrics.clarityConfirmed == expected.clarityConfirmed)
        #expect(metrics.promises == expected.nextStepPromises)
        #expect(metrics.promisesKept == expected.nextStepKeptOnTime)
        #expect(metrics.adherence == expected.nextStepAdherence)
        #expect(metrics.agentShareOfWords == expected.talkRatioAgentWords)
        #expect(metrics.agentWords == expected.agentWords)
        #expect(metrics.customerWords == expected.customerWords)
        #expect(metrics.questionRate == expected.questionRatePerAgentTurn)
        #expect(metrics.repairRate == expected.repairMovesPerTurn)
        #expect(metrics.harmfulMoves == expected.antiMoves)
        #expect(metrics.trustTrace == expected.trustTrace)
        #expect(metrics.leastTrust == expected.trustMin)
        #expect(metrics.lastTrust == expected.trustEnd)
        #expect(metrics.reflection == expected.reflectionSeconds * 1_000)
    }

    // MARK: Our own

    @Test("a conversation with a rupture that is mended a turn later, and one that stays open, is counted as it was")
    func own() {
        var log = TestLog(trust: 60)
        log.customer("where is it", at: 0)
        log.agent("I send a new one", at: 10, moves: ["concrete-repair"], isFix: true, trust: -10)
        log.customer("no", at: 12, breaks: true)
        log.agent("What do you need?", at: 20, moves: ["clarify"], trust: 2)
        log.customer("an answer", at: 22)
        log.agent("I hear you", at: 40, moves: ["validate", "clarity-check"], trust: 4)
        log.customer("fine", at: 41)
        log.agent("Whatever", at: 43, moves: ["generic-apology"], trust: -15)
        log.customer("bye", at: 50, breaks: true)
        let metrics = SessionMetrics(log.session, harmful: ["generic-apology"])
        #expect(metrics.responseTimes == [10_000, 8_000, 18_000, 2_000])
        #expect(metrics.medianResponse == 9_000)
        #expect(metrics.clarifiesBeforeFix == false)
        #expect(metrics.timesToRepair == [28_000])
        #expect(metrics.turnsToRepair == [2])
        #expect(metrics.openRuptures == 1)
        #expect(metrics.clarityChecks == 1)
        #expect(metrics.clarityConfirmed == 0)
        #expect(metrics.adherence == nil)
        #expect(metrics.agentWords == 13)
        #expect(metrics.customerWords == 8)
        #expect(metrics.questionRate == 0.25)
        #expect(metrics.repairRate == 0.25)
        #expect(metrics.harmfulMoves == 1)
        #expect(metrics.trustTrace == [60, 50, 52, 56, 41])
        #expect(metrics.leastTrust == 41)
        #expect(metrics.reflection == 0)
    }

    @Test("nothing can be counted in a session to which nothing has happened")
    func empty() {
        let metrics = SessionMetrics(Session(), harmful: [])
        #expect(metrics.firstResponse == nil)
        #expect(metrics.medianResponse == nil)
        #expect(metrics.clarifiesBeforeFix == nil)
        #expect(metrics.agentShareOfWords == nil)
        #expect(metrics.questionRate == nil)
        #expect(metrics.trustTrace.isEmpty)
    }

    @Test("time spent on a question counts, and so does a prompt of a guide; a way that was taken back does not")
    func reflectionAndRewinding() throws {
        let engine = Engine(scenario: try SmallScenario.load())
        var session = Session()
        for event in try engine.begin(seed: 1, settings: SessionSettings(difficulty: 1)) { session.apply(event) }
        for event in try engine.handle(.reply(2), in: session, at: 20_000) { session.apply(event) }
        let first = try #require(session.moments.first)
        #expect(SessionMetrics(session, harmful: ["command-calm"]).harmfulMoves == 1)
        for event in try engine.handle(.rewind(to: first.sequence), in: session, at: 21_000) { session.apply(event) }
        for event in try engine.handle(.reply(0), in: session, at: 30_000) { session.apply(event) }
        session.apply(
            TimedEvent(
                time: 31_000,
                event: .promptAnswered(
                    PromptAnswered(guide: "alone", prompt: "one", text: "?", answer: "", taken: 7_000))))
        let metrics = SessionMetrics(session, harmful: ["command-calm"])
        #expect(metrics.harmfulMoves == 0)
        #expect(metrics.questions == 1)
        #expect(metrics.openRuptures == 0)
        #expect(metrics.reflection == 7_000)
    }
}
