import Listening
import Testing

@testable import Conversation

@Suite("Which reply typed words are taken for")
struct ReplyMatchTests {
    private func match(
        _ text: String, _ confidences: [String: Double], _ options: [(text: String, moves: [String])]
    ) throws -> ReplyMatch {
        let offered = options.enumerated().map { index, option in
            (
                index: index,
                option: Option(
                    line: "l\(index)", text: option.text, role: .say, moves: option.moves, isFix: false, isMacro: false,
                    isDetour: false, isAvailable: true)
            )
        }
        return ReplyMatch(
            text, confidences: confidences, options: offered, listener: try #require(TypedScenario.listener))
    }

    private let two = [
        (text: "Which cake matters most?", moves: ["focusing-question"]),
        (text: "Of course you are upset.", moves: ["validate"]),
    ]

    @Test("the one whose moves they make")
    func exact() throws {
        #expect(try match("zzz", ["validate": 0.9], two).outcome == .option(1))
        #expect(try match("zzz", ["focusing-question": 0.9, "validate": 0.1], two).outcome == .option(0))
    }

    @Test("a move of the same kind is good enough where nothing closer is there")
    func kin() throws {
        #expect(try match("zzz", ["name-emotion": 0.9], two).outcome == .option(1))
        let both = two + [(text: "You seem worn out.", moves: ["name-emotion"])]
        #expect(try match("zzz", ["name-emotion": 0.9], both).outcome == .option(2))
    }

    @Test("the same words are the reply, whatever is heard in them")
    func words() throws {
        let heard = ["command-calm": 0.99]
        #expect(try match("Which cake matters most", heard, two).outcome == .option(0))
    }

    @Test("wording breaks ties")
    func ties() throws {
        let options = [
            (text: "Which cake matters most for the guests?", moves: ["focusing-question"]),
            (text: "What time does the train leave?", moves: ["focusing-question"]),
        ]
        #expect(try match("and the train, is it today", ["focusing-question": 0.8], options).outcome == .option(1))
        #expect(try match("the guests, is it today", ["focusing-question": 0.8], options).outcome == .option(0))
        #expect(try match("zzz", ["focusing-question": 0.8], options).nearest == [0, 1])
    }

    @Test("what harms is not taken for what helps, and costs by itself where no reply has it")
    func harm() throws {
        #expect(try match("zzz", ["command-calm": 0.9], two).outcome == .harm("command-calm"))
        #expect(try match("zzz", ["command-calm": 0.9, "validate": 0.6], two).outcome == .harm("command-calm"))
        #expect(try match("zzz", ["command-calm": 0.6, "validate": 0.9], two).outcome == .option(1))
        let has = two + [(text: "Calm down.", moves: ["command-calm"])]
        #expect(try match("zzz", ["command-calm": 0.9], has).outcome == .option(2))
    }

    @Test("what is nothing is none of them, and the nearest are told")
    func none() throws {
        let match = try match("my cat likes tea", [:], two)
        #expect(match.outcome == .none)
        #expect(match.nearest == [0, 1])
        #expect(try self.match("zzz", ["validate": 0.3], two).outcome == .none)
    }
}
