import Conversation
import Room
import Yarn

/// What is played while a room is measured: one moment that comes round again and again.
struct BenchScenario {
    let scenario: Scenario
    let vocabulary = Vocabulary(
        moves: [Vocabulary.Move(id: "m", name: "Asking", helps: true, definition: "You ask.")],
        skills: ["m": "Asking"])

    /// What the agent says, with a number behind it that is the reply's own.
    static let words = "What has to be ready by five, and who is in the way of number"

    struct Unplayable: Error, CustomStringConvertible {
        var description: String
    }

    init() throws {
        let loaded = Scenario.load(
            slug: "bench", files: [SourceFile(name: "scenario.yarn", text: Self.source)], vocabulary: vocabulary)
        guard let scenario = loaded.scenario else {
            throw Unplayable(
                description: loaded.diagnostics.map { $0.rendered(in: loaded.files) }.joined(separator: "\n"))
        }
        self.scenario = scenario
    }

    /// The room it is played in: one round that does not end by itself.
    var plan: RoomPlan {
        RoomPlan(
            title: "A room that is measured", scenario: scenario.slug, hash: scenario.hash, rounds: 1,
            lasting: 3_600_000, countdown: 0, recording: .kept,
            agreement: SafetyAgreement(
                slug: "a", title: "A", summary: "A", points: ["A"], kept: "A", forgotten: "A", neverSeen: ["A"],
                question: "A"),
            behaviours: [
                Behaviour(key: "a", name: "Asked", looksLike: "A question.", example: "What has to be ready?")
            ], seed: 7)
    }

    /// How many replies were given.
    func replies(in room: LiveRoom) -> Int {
        room.play.front.transcript.count { $0.kind == .agent }
    }

    private static let source = """
        title: Start
        scenario: A piano on the stairs
        summary: A piano stands on the landing, and comes round again.
        channels: chat
        cast: Nadia = Nadia Brandt
        customer: Nadia
        persona: Teaches piano.
        ticket: Removal 88
        minutes: 5
        trust: 40
        heat: 60
        opens: 13:10
        moment: Round and round
        ---
        <<declare $n = 0>>
        <<channel chat>>
        Scene: A door slams two floors below. #line:r01
        <<jump Again>>
        ===
        title: Again
        moment: Again
        ---
        Nadia: and now #line:r02
        <<set $n to $n + 1>>
        -> \(words) {$n}? #move:m #line:r10
            <<trust +1>>
            Coach: Asked. #line:r11
            <<jump Again>>
        -> I have it from here. #move:m #line:r20
            Coach: Over. #line:r21
            <<jump Done>>
        ===
        title: Done
        ending: carried
        outcome: kept
        ---
        Nadia: good #line:r80
        Reflect: When was it? #time:45 #line:r81
        ===

        """
}
