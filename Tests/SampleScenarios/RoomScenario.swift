import Conversation
import Yarn

/// What a room plays in tests: three moments in a chat, a clock on the first, a curveball that can be thrown.
public enum RoomScenario {
    /// The words that it uses.
    public static let vocabulary = Vocabulary(
        moves: [
            Vocabulary.Move(id: "focusing-question", name: "Asking", helps: true, definition: "You ask."),
            Vocabulary.Move(id: "timeboxed-next-step", name: "Giving a time", helps: true, definition: "By when."),
            Vocabulary.Move(id: "generic-apology", name: "Sorry", helps: false, definition: "For nothing much."),
            Vocabulary.Move(id: "command-calm", name: "Ordering calm", helps: false, definition: "Be calm."),
        ],
        skills: ["focusing-question": "Asking the deciding question"], emotions: ["anxious", "angry"], tones: ["dry"],
        sounds: ["door"])

    /// Its source.
    public static let source = """
        title: Start
        scenario: The piano on the stairs
        summary: Nadia's piano stands on the landing since this morning, and nobody comes to carry it further.
        channels: chat
        cast: Nadia = Nadia Brandt, Felix
        customer: Nadia
        persona: Teaches piano. Her first pupil comes at five.
        ticket: Removal 88. Crew left at eleven
        minutes: 5
        trust: 40
        heat: 60
        opens: 13:10
        moment: First words
        step_back: HandOver
        ---
        <<channel chat>>
        Scene: A door slams two floors below. #line:r01
        Nadia: the piano is still on the stairs and your men are gone #emotion:angry #line:r02
        <<reply_within 60>>
        -> What has to be ready by five, and who is in the way of it now? #move:focusing-question #line:r10
            <<trust +8>>
            <<heat -6>>
            Coach: [quote]by five[/quote] is her hour. #line:r11
            Nadia: the room. nobody gets past the landing #line:r12
            <<jump Plan>>
        -> I'm sorry for any inconvenience. #move:generic-apology #line:r20
            <<trust -6>>
            <<heat +8>>
            Coach: It could be anybody's sorry. #line:r21
            Nadia: inconvenience. it weighs four hundred kilos #line:r22
            <<jump Plan>>
        -> Please calm down. #move:command-calm #line:r30
            <<trust -12>>
            Coach: Nobody was ever calmed by the word. #line:r31
            Nadia: wow #rupture #line:r32
            <<jump Plan>>
        -> … #timeout #line:r40
            <<trust -5>>
            Coach: One short line would hold the door. #line:r41
            Nadia: hello? #line:r42
            <<jump Plan>>
        ===
        title: Plan
        moment: The plan
        ---
        Nadia: so who carries it, and when #line:r50
        -> I call the crew now, and you hear from me in ten minutes, whatever they say. #move:timeboxed-next-step #line:r51
            <<trust +10>>
            <<heat -10>>
            Coach: [quote]ten minutes[/quote] can be counted. #line:r52
            Nadia: ten minutes. i am looking at the clock #line:r53
            <<jump Last>>
        -> They will surely be back soon. #move:command-calm #line:r54
            <<trust -4>>
            Coach: Soon is no time. #line:r55
            Nadia: soon #line:r56
            <<jump Last>>
        ===
        title: Last
        moment: Last words
        ---
        Nadia: and if they do not come #line:r60
        -> Then a second crew does, and that is mine to pay. #move:timeboxed-next-step #line:r61
            <<trust +6>>
            Coach: She knows now what happens either way. #line:r62
            <<jump Done>>
        -> They will. #move:command-calm #line:r63
            <<trust -3>>
            Coach: Hope is no plan. #line:r64
            <<jump Done>>
        ===
        title: Neighbour
        curveball: The neighbour complains
        ---
        Nadia: and now the neighbour shouts up the stairs #line:r70
        -> Shall I speak with them? #move:focusing-question #line:r71
            <<trust +2>>
            Coach: You stand beside her. #line:r72
        -> Tell them to wait. #move:command-calm #line:r73
            <<trust -2>>
            Coach: She has enough to tell. #line:r74
        ===
        title: Done
        ending: carried
        outcome: kept
        ---
        Nadia: good. ten minutes then #line:r80
        Reflect: When did she begin to plan with you? #time:45 #line:r81
        ===
        title: HandOver
        ending: handed-over
        outcome: strained
        ---
        Felix: I have it from here #line:r90
        ===

        """

    /// The scenario, loaded.
    /// - Throws: ``Unplayable`` with what is wrong with it.
    public static func load(_ source: String = source, vocabulary: Vocabulary = vocabulary) throws -> Scenario {
        let loaded = Scenario.load(
            slug: "piano", files: [SourceFile(name: "scenario.yarn", text: source)], vocabulary: vocabulary)
        guard let scenario = loaded.scenario else {
            throw Unplayable(
                description: loaded.diagnostics.map { $0.rendered(in: loaded.files) }.joined(separator: "\n"))
        }
        return scenario
    }

    /// A scenario has mistakes.
    public struct Unplayable: Error, CustomStringConvertible {
        /// What is wrong, with its places.
        public var description: String
    }
}
