import Testing

@testable import Conversation

@Suite("Over-promising is noticed")
struct OverPromiseTests {
    static let source = """
        title: Start
        scenario: Many promises
        channels: chat
        cast: Ana
        customer: Ana
        trust: 50
        heat: 50
        ---
        <<channel chat>>
        Ana: so #line:o1
        -> One. #move:timeboxed-next-step #line:o2
            <<promise one 10m>>
            Coach: Good. #line:o3
        -> All of it, whatever it takes. #move:over-promise #line:o4
            Coach: She is glad now. #line:o5
        Ana: and #line:o6
        -> Two. #move:timeboxed-next-step #line:o7
            <<promise two 20m>>
            Coach: Good. #line:o8
        Ana: and #line:o9
        -> Three. #move:timeboxed-next-step #line:o10
            <<promise three 30m>>
            Coach: Good. #line:o11
        -> One is done. #move:timeboxed-next-step #line:o12
            <<keep one>>
            <<promise three 30m>>
            Coach: Good. #line:o13
        Ana: hm #line:o14
        -> Let it run. #move:timeboxed-next-step #line:o15
            <<later 15m>>
            Coach: Good. #line:o16
        <<jump Done>>
        ===
        title: Done
        ending: done
        outcome: kept
        ---
        Ana: bye #line:o17
        ===
        """

    private func play(_ words: String...) throws -> Play {
        var play = try Play(Self.source, vocabulary: SmallScenario.moreMoves)
        for word in words { try play.say(word) }
        return play
    }

    @Test("said, in so many words: remarked on unless the coach has")
    func said() throws {
        let play = try play("All of it")
        #expect(play.session.overPromises.map(\.cause) == [.said])
        #expect(play.session.overPromises.map(\.words) == ["All of it, whatever it takes."])
        #expect(play.session.promiseRemark(coach: "She is glad now.")?.contains("more than is in your hands") == true)
        #expect(play.session.promiseRemark(coach: "A big promise.") == nil)
    }

    @Test("more than two open at once")
    func tooMany() throws {
        let many = try play("One", "Two", "Three")
        #expect(many.session.overPromises.map(\.cause) == [.tooMany(3)])
        #expect(many.session.promiseRemark(coach: "Good.")?.hasPrefix("3 promises are open") == true)
        let kept = try play("One", "Two", "One is done")
        #expect(kept.session.overPromises.isEmpty)
        #expect(kept.session.promiseRemark(coach: "Good.") == nil)
    }

    @Test("one that fell due unkept")
    func missed() throws {
        let play = try play("One", "Two", "Three", "Let it run")
        #expect(play.session.overPromises.map(\.cause) == [.tooMany(3), .missed])
        #expect(play.session.overPromises.last?.words == "One.")
    }
}
